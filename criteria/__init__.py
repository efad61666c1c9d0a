"""Eligibility criteria: definitions in, decisions out. Knows no chat, no clock and no network."""
