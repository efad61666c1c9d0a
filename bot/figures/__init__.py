"""What coordinators read, made from releases alone: estimates, a report, sentences, tables, files, a picture.

`estimate`, `margins`, `losses`, `report`, `trend`, `spans`, `channels` know no language; `voice` says a figure, `glance` what is read
first, `tables` the rest, `reader` all of it; `chart`, `trend_chart`, `poster` draw; `document`, `spreadsheet`, `export` and
`bulletin` hand it out; `cause` leads from a loss to its question.
"""

from importlib.resources import files

TEXTS = files("bot.figures") / "texts"
"""The texts of the figures: to be given to the Wording of whoever shows them."""
