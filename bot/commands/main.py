"""The command line, put together: without a command it serves the chat."""

import io
import sys
from importlib import import_module
from typing import Any, Final

import typer
from typer.core import TyperGroup

from bot.commands.console import fail
from bot.commands.serve import serve
from bot.plain import PlainError
from criteria.catalogue import DefinitionError

COMMANDS: Final = (
    "check",
    "questions",
    "evaluate",
    "script",
    "poster",
    "export",
    "draft",
    "drift",
    "take",
    "schema",
    "release",
    "coordinator-link",
    "funnel",
    "demo-funnel",
    "read",
)
"""Each is the function of this name in the module of this name."""
_HYPHENS_FIRST: Final = frozenset({"read"})
"""Whose arguments may begin with a hyphen, as typed words do."""


class _Commands(TyperGroup):
    """Loads the command that is meant, and no other: to load them all takes longer than most of them run."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401
        super().__init__(**settings)
        self.commands = dict.fromkeys(COMMANDS, self)  # for "did you mean"

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override] # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override] # noqa: ANN401, ARG002
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        settings = {"ignore_unknown_options": cmd_name in _HYPHENS_FIRST}
        alone.command(cmd_name, context_settings=settings)(getattr(import_module(f"bot.commands.{name}"), name))
        return typer.main.get_command(alone)


cli = typer.Typer(
    name="python -m bot",
    cls=_Commands,
    help="A chat that tells a person, one question at a time, whether they may fit a clinical study, and why.\n\n"
    "Without a command it serves the web chat.",
    invoke_without_command=True,
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
cli.callback()(serve)


def _drafts(error: DefinitionError) -> list[str]:
    """What to do where nothing but a draft's decisions keeps definitions from being served."""
    return ["error: these are drafts; `--preview` serves them, marked as such"] if error.drafts else []


def main() -> None:
    """Run the command line; every expected error is one or a few plain lines and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        cli()
    except DefinitionError as error:
        fail(*map(str, error.faults), *_drafts(error))
    except PlainError as error:
        fail(f"error: {error}")
    except BrokenPipeError:
        sys.exit(1)
    except OSError as error:
        fail(f"error: something cannot be read or written ({error.strerror})")
