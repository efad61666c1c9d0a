"""What people write becomes an answer of the question that is shown, a proposal, or nothing; knows no face."""

from importlib.resources import files

TEXTS = files("bot.typed") / "texts"
"""The words that people use, per language."""
