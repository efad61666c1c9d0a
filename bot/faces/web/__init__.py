"""The web face: the same cards and tickets as a chat page that needs no script and leaves no cookie."""
