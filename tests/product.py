"""The product as a process: started as a person starts it, spoken to over real HTTP, killed when a test says so."""

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import httpx

from bot.funnel.calendar import LONGEST, Calendar, week_of

ROOT = Path(__file__).parent.parent
SECONDS_TO_START = 60
SECONDS_TO_STOP = 60


def midway() -> Calendar:
    """Periods of which none ends within a week of now: whatever today is, no test meets a release by chance."""
    week = week_of(datetime.now(UTC))
    return next(Calendar(weeks) for weeks in range(4, LONGEST + 1) if week % weeks and (week + 1) % weeks)


def written(folder: Path) -> bytes:
    """Everything that stands in the files of a folder: the data and the log of a run."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


class Product:
    """A running `python -m bot` on a free port, with its data and its log in a folder of its own."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self.log = folder / "log.txt"
        self._settings = {"DATA": str(folder / "data"), "LOG_LEVEL": "DEBUG", **settings}
        self._process: subprocess.Popen[bytes] | None = None
        self.address = ""
        self.at_end = ExitStack()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.at_end.close()
        self.kill()

    def start(self, port: int = 0) -> None:
        """Start, and wait until it answers."""
        begins = self.log.stat().st_size if self.log.exists() else 0
        self._process = self._begun(port)
        ends = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < ends:
            text = self.log.read_bytes()[begins:].decode()
            if found := re.search(r"http://[\d.]+:(\d+)", text):
                self.address = found[0]
                try:
                    httpx.get(f"{self.address}/health", timeout=5)
                except httpx.TransportError:
                    pass
                else:
                    return
            if self._process.poll() is not None:
                break
            time.sleep(0.05)
        raise AssertionError(f"it did not start: {self.log.read_text()}")

    def _begun(self, port: int) -> "subprocess.Popen[bytes]":
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "bot", "--port", str(port)],
                cwd=self.folder,
                env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **self._settings},
                stdout=log,
                stderr=log,
            )

    def run_to_its_end(self) -> int:
        """Start what cannot start, and give its exit code."""
        return self._begun(0).wait(60)

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.address.rpartition(":")[2])

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Ask it to end, as Ctrl+C does, and wait until it has."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(SECONDS_TO_STOP)
            self._process = None

    def kill(self) -> None:
        """End it at once, with no chance to write anything."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(10)
            self._process = None
