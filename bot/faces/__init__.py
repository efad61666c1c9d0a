"""How people meet the conversation: each face shows the same cards and holds the same tickets."""
