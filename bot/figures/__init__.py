"""What coordinators read: releases become sentences, tables, files and a picture, in either language.

`select` (which releases), `account` (what is said of them), `tables`, `figures` (the values), `export`.
"""

from importlib.resources import files

TEXTS = files("bot.figures") / "texts"
"""The texts of the figures: to be given to the Wording of whoever shows them."""
