"""A wheel, built and installed elsewhere, serves the same definitions."""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_a_wheel_serves_the_same_questions(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    wheel = next(tmp_path.glob("*.whl"))
    venv.create(tmp_path / "elsewhere", with_pip=False, system_site_packages=False)
    python = tmp_path / "elsewhere" / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    dependencies = os.pathsep.join(path for path in sys.path if path.endswith("site-packages"))

    def said(command: list[str], **environment: str) -> str:
        return subprocess.run(
            command, cwd=tmp_path, env={**os.environ, **environment}, check=True, capture_output=True, text=True
        ).stdout

    there = said([str(python), "-m", "bot", "questions", "--json"], PYTHONPATH=dependencies)
    here = said([sys.executable, "-m", "bot", "questions", "--json"], PYTHONPATH=str(ROOT))
    assert there == here
    assert "All is well" in said([str(python), "-m", "bot", "check"], PYTHONPATH=dependencies)
