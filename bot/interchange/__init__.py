"""A study's questions for other programs: empty instruments, without anybody's answer."""
