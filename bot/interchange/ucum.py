"""Units as UCUM codes, so that other programs can calculate with them.

UCUM: The Unified Code for Units of Measure (ucum.org). What it has no code for becomes an annotation in curly brackets, which
UCUM reads as the unit 1.
"""

import re
import unicodedata

from criteria import model

SYSTEM = "http://unitsofmeasure.org"
TIME = {"years": "a", "years_ago": "a", "months_ago": "mo", "weeks_ago": "wk", "days_ago": "d"}
CODES = {
    "%": "%",
    "/mm3": "/mm3",
    "10*9/l": "10*9/L",
    "cm": "cm",
    "g": "g",
    "g/dl": "g/dL",
    "g/g": "g/g",
    "g/l": "g/L",
    "iu/l": "[IU]/L",
    "kg": "kg",
    "kg/m2": "kg/m2",
    "kilos": "kg",
    "km": "km",
    "lb": "[lb_av]",
    "m": "m",
    "metres": "m",
    "metros": "m",
    "mg": "mg",
    "mg/d": "mg/d",
    "mg a day": "mg/d",
    "mg al dia": "mg/d",
    "mg/dl": "mg/dL",
    "mg/g": "mg/g",
    "mg/l": "mg/L",
    "mg/mg": "mg/mg",
    "mg/mmol": "mg/mmol",
    "mil por ul": "10*3/uL",
    "ml/min": "mL/min",
    "ml/min/1.73 m2": "mL/min/{1.73_m2}",
    "mmhg": "mm[Hg]",
    "mmol/l": "mmol/L",
    "mmol/mol": "mmol/mol",
    "ng/ml": "ng/mL",
    "per mm3": "/mm3",
    "points": "{score}",
    "por mm3": "/mm3",
    "puntos": "{score}",
    "thousand per ul": "10*3/uL",
    "u/l": "U/L",
    "umol/l": "umol/L",
}
"""How a unit is written in definitions, without capitals, accents and raised figures, and its code."""
_CODE = re.compile(r"[!-z|~]*(\{[!-z|~]*\}[!-z|~]*)*")
_PLAIN = str.maketrans({"²": "2", "³": "3", "µ": "u", "μ": "u", "⁹": "*9", ",": ".", "\u00d7": "", "·": "."})


def ucum(unit: str | model.Text) -> str:
    """The code of a unit, by its ready name or by what the author calls it in any language."""
    if isinstance(unit, str):
        return TIME[unit]
    written = [_plain(text) for text in unit.root.values()]
    return next((CODES[one] for one in written if one in CODES), _annotation(written[0]))


def is_code(code: str) -> bool:
    """Whether a code has the form of one: visible ASCII, no blank, curly brackets in pairs."""
    return bool(code) and _CODE.fullmatch(code) is not None


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFD", text.translate(_PLAIN)).encode("ascii", "ignore").decode()
    return " ".join(spread.casefold().split())


def _annotation(plain: str) -> str:
    return "{" + re.sub(r"[^a-z0-9%./*+-]+", "_", plain).strip("_") + "}"
