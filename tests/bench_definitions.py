"""By hand: `.venv/bin/python tests/bench_definitions.py`. Processor seconds to judge a file of 512 KB that a stranger made.

Goal: 2 seconds each. The texts are those that the scanner of YAML takes longest for.
"""

import contextlib
import tempfile
import time
import warnings
from pathlib import Path

from criteria.document import read
from criteria.yaml_file import LARGEST_FILE, UnreadableError

MADE = {
    "one long text": ("a: ", "b c ", ""),
    "one long quoted text": ('a: "', "b c ", '"'),
    "a text of many lines": ("a: b\n", "  b b b\n", ""),
    "a quoted text of many lines": ('a: "', "b\n  ", '"'),
    "a block of lines": ("a: |\n", "  b\n", ""),
    "a block of blank lines": ("a: |\n", "\n", ""),
    "a list": ("", "- a\n", ""),
    "a short list": ("[", "a,", "]"),
    "lists in a list": ("[", "[],", "]"),
    "comments": ("", "# a\n", "a: 1"),
    "blank lines": ("", "\n", "a: 1"),
    "carriage returns": ("", "\r", "a: 1"),
    "brackets": ("", "[", ""),
    "tags": ("", "- !a x\n", ""),
    "anchors": ("", "- &a x\n", ""),
    "directives": ("", "%a\n", ""),
    "digits": ("a: ", "1", ""),
    "names": ("", "a: b\n", ""),
}


def main() -> None:
    """Print the seconds for each."""
    warnings.simplefilter("ignore")
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "questions.yaml"
        for name, (head, unit, tail) in MADE.items():
            text = head + unit * ((LARGEST_FILE - len(head) - len(tail)) // len(unit)) + tail
            file.write_text(text, newline="")
            begins = time.process_time()
            with contextlib.suppress(UnreadableError):
                read(file, file.name)
            taken = time.process_time() - begins
            worst = max(worst, taken)
            print(f"{name:28} {taken:5.2f}")
    print(f"{'the worst (goal 2.00)':28} {worst:5.2f}")


if __name__ == "__main__":
    main()
