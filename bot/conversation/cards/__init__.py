"""Draws the cards: one file a kind of card, and what they share in `parts`, `labels` and `context`."""
