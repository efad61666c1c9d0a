"""What coordinators read, made from releases alone: estimates, a report, sentences, tables, files, a picture.

`estimate`, `report`, `spans`, `channels`, `chart` know no language; `selection`, `reader`, `tables` and `values` say it to
somebody; `export` and `bulletin` hand it out.
"""

from importlib.resources import files

TEXTS = files("bot.figures") / "texts"
"""The texts of the figures: to be given to the Wording of whoever shows them."""
