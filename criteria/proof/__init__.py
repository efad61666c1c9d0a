"""What the cases of a condition prove of its rules, and who is missing among them."""
