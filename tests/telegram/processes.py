"""Starts bots in processes of their own, and a balancer before them."""

import asyncio
import os
import shutil
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from fake_api import FakeTelegram
from person import Person

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


@asynccontextmanager
async def process(folder: Path, *arguments: str, **environment: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """A bot that runs in a folder and writes its log there; killed at the end."""
    with (folder / "log.txt").open("ab") as log:
        found = await asyncio.create_subprocess_exec(
            sys.executable,
            str(HERE / "replica.py"),
            *arguments,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **environment},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE if arguments[0] == "nursery" else log,
            stderr=log,
        )
    try:
        yield found
    finally:
        if found.returncode is None:
            found.kill()
        await found.wait()


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


async def listening(port: int) -> None:
    """Wait until somebody listens."""
    async with asyncio.timeout(60):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return


HAPROXY = """
defaults
    mode http
    timeout connect 5s
    timeout client 70s
    timeout server 70s
frontend telegram
    bind 127.0.0.1:{front}
    default_backend replicas
backend replicas
    balance roundrobin
    server one 127.0.0.1:{one}
    server two 127.0.0.1:{two}
"""
NGINX = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log crit;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
    uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    upstream replicas {{ server 127.0.0.1:{one}; server 127.0.0.1:{two}; }}
    server {{ listen 127.0.0.1:{front}; location / {{ proxy_pass http://replicas; }} }}
}}
"""


@asynccontextmanager
async def balancer(folder: Path, one: int, two: int, server: FakeTelegram) -> AsyncIterator[str]:
    """The address of a balancer that alternates between two ports.

    Debian's HAProxy or nginx where there is one; elsewhere the fake server alternates, but never in CI.
    """
    haproxy, nginx = (shutil.which(name, path=f"{os.environ.get('PATH')}:/usr/sbin") for name in ("haproxy", "nginx"))
    if not haproxy and not nginx:
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs HAProxy or nginx for this test: apt-get install haproxy")
        ports = [one, two]

        def alternate(url: str) -> str:
            ports.reverse()
            return url.replace("127.0.0.1:1/", f"127.0.0.1:{ports[0]}/")

        server.addresses = alternate
        yield "http://127.0.0.1:1"
        return
    front = free_port()
    settings = folder / "balancer.conf"
    settings.write_text((HAPROXY if haproxy else NGINX).format(folder=folder, front=front, one=one, two=two))
    command = [haproxy, "-f", str(settings), "-db"] if haproxy else [str(nginx), "-c", str(settings), "-p", str(folder)]
    running = await asyncio.create_subprocess_exec(*command)
    try:
        await listening(front)
        yield f"http://127.0.0.1:{front}"
    finally:
        running.terminate()
        await running.wait()


def person_of(server: FakeTelegram, **about: str) -> Person:
    """Somebody whose updates are dealt with when they are acknowledged."""
    return Person(server, server.done, **about)  # type: ignore[arg-type]
