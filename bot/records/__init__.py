"""Registry records: read as they are published, split without losing a word, drafted, and compared with what is encoded."""
