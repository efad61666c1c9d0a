"""By hand, with libfaketime: `PYTHONPATH=.:tests .venv/bin/python tests/bench_clocks.py`. Clocks of a running product.

A first start in the year 2000; then the right time; two years ahead for a minute; back; what is open and released, and what
the command mends. The process's clock is set by a file; its minutes are real, so this takes about five of them.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from product import ROOT, Product

KEY = "a key for clocks that guards nothing at all"
LIBRARY = next(Path("/usr/lib").rglob("libfaketime.so.1"), None)
A_MINUTE = 75


def look(data: Path, what: str) -> None:
    """Print what the database holds."""
    if not (data / "funnel.db").exists():
        print(f"{what}: there is no database yet", flush=True)
        return
    with closing(sqlite3.connect(f"file:{data / 'funnel.db'}?mode=ro", uri=True)) as database:
        for table in ("tally", "release"):
            query = f"SELECT study, first_week, end_week FROM funnel_{table} ORDER BY study, first_week"  # noqa: S608 - our own names
            try:
                print(f"{what}: {table} {database.execute(query).fetchall()}", flush=True)
            except sqlite3.OperationalError:
                print(f"{what}: {table} is not there yet", flush=True)


def main() -> None:
    """Play the clocks."""
    if LIBRARY is None:
        raise SystemExit("libfaketime is not here")
    with tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name), Path(name) / "clock"
        faked = {"LD_PRELOAD": str(LIBRARY), "FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_NO_CACHE": "1"}
        faked |= {"FAKETIME_DONT_FAKE_MONOTONIC": "1", "SECRET_KEY": KEY, "LOG_LEVEL": "INFO"}
        clock.write_text("@2000-01-01 00:00:00\n")
        with Product(folder, **faked) as product:
            time.sleep(5)
            look(folder / "data", "in the year 2000")
            for offset, what in (("+0", "the right time"), ("+731d", "two years ahead"), ("+0", "right again")):
                clock.write_text(f"{offset}\n")
                time.sleep(A_MINUTE)
                look(folder / "data", what)
            today = datetime.now(UTC).date().isoformat()
            done = subprocess.run(
                [sys.executable, "-m", "bot", "release", "--mend", today],
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(ROOT), "DATA": str(folder / "data"), "SECRET_KEY": KEY},
                capture_output=True,
                text=True,
                check=False,
            )
            print(done.stdout, done.stderr)
            look(folder / "data", "mended")
            product.stop()
            print(product.log.read_text())


if __name__ == "__main__":
    main()
