"""Runs the tests at other moments than now: `python tests/other_days.py [RUN...]`; without a name, all that follow.

    leap-day   everything but the browser's tests, on 29 February
    new-year   the same, over the end of a year
    spring     the same in Madrid, over the night in which clocks go forward
    autumn     the same in Madrid, over the night in which they go back
    28-days    the funnel's tests on each of 28 days in a row, from a minute before weeks and periods end

It prints a line for each run, and exits with 1 if any has failed. It needs Debian's `faketime`, set so that it tells the
truth: only the time of day is moved, by an offset; with the clock that measures lengths of time, waiting would never end.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).parent.parent
FAKETIME = ("faketime", "--exclude-monotonic", "-f")
SETTINGS = {
    "FAKETIME_FORCE_MONOTONIC_FIX": "0",  # else threads of Python wait for each other too long
    "FAKETIME_SKIP_CMDS": "postgres,pg_ctl",  # else no lock_timeout ends; no query asks for PostgreSQL's time
    "NO_FAKE_STAT": "1",  # else every file is compiled anew
}
PYTEST = """
import select, sys, time
time.sleep = lambda seconds: select.select([], [], [], seconds) and None  # its own fails where only one clock is moved
import pytest
sys.exit(pytest.main())
"""
ALL_BUT_BROWSER = ("--ignore-glob=*browser.py",)
MINUTES_AT_MOST = 60


@dataclass(frozen=True)
class Run:
    """Some tests, begun at a moment."""

    name: str
    begins: datetime
    tests: tuple[str, ...] = ALL_BUT_BROWSER
    zone: str = "UTC"

    def __str__(self) -> str:
        return f"{self.begins:%Y-%m-%d %H:%M} UTC, {self.name}"


RUNS = {
    "leap-day": [Run("leap day", datetime(2028, 2, 29, 12, tzinfo=UTC))],
    "new-year": [Run("new year", datetime(2027, 12, 31, 23, 58, tzinfo=UTC))],
    "spring": [Run("spring in Madrid", datetime(2027, 3, 28, 0, 58, tzinfo=UTC), zone="Europe/Madrid")],
    "autumn": [Run("autumn in Madrid", datetime(2027, 10, 31, 0, 58, tzinfo=UTC), zone="Europe/Madrid")],
    "28-days": [
        Run(f"day {day} of 28", datetime(2026, 11, 22, 2, 59, tzinfo=UTC) + timedelta(days=day), ("tests/funnel",))
        for day in range(1, 29)
    ],
}


def line_of(run: Run) -> tuple[str, bool]:
    """Carry a run out; what to tell of it, and whether all went well."""
    begun = time.monotonic()
    folder = tempfile.TemporaryDirectory(prefix="days", ignore_cleanup_errors=True)
    with folder, tempfile.TemporaryFile() as written:
        offset = f"{round(run.begins.timestamp() - time.time()):+d}"
        process = subprocess.Popen(
            [*FAKETIME, offset, sys.executable, "-c", PYTEST, "-q", "-p", "no:cacheprovider", *run.tests],
            cwd=ROOT,
            env={**os.environ, **SETTINGS, "TZ": run.zone, "TMPDIR": folder.name},
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            with suppress(subprocess.TimeoutExpired):
                process.wait(60 * MINUTES_AT_MOST)
            code = process.poll()
        finally:
            with suppress(ProcessLookupError):  # PostgreSQL is a group of its own, and ends when its files are gone
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        written.seek(0)
        output = written.read().decode(errors="replace").rstrip()
    figures = re.findall(r"\d+ (?:passed|failed|skipped|errors?)\b", output.rpartition("\n")[2])
    failures = re.findall(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", output, re.MULTILINE)
    if code is None:
        failures.append(f"not over after {MINUTES_AT_MOST} minutes")
    elif code and not failures:
        failures.append(f"broken off: {' '.join(output[-500:].split())}")
    told = f"{run}: {', '.join(figures) or 'no figures'} in {time.monotonic() - begun:.0f} s"
    return ": ".join([told, *(["; ".join(failures)] if failures else [])]), code == 0


def main() -> int:
    """Carry out the runs that are named."""
    names = sys.argv[1:] or list(RUNS)
    if not set(names) <= RUNS.keys():
        print(__doc__, file=sys.stderr)
        return 1
    if shutil.which("faketime") is None:
        print("error: faketime is missing: apt-get install faketime", file=sys.stderr)
        return 1
    well = True
    for run in (run for name in names for run in RUNS[name]):
        line, good = line_of(run)
        print(line, flush=True)
        well = well and good
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
