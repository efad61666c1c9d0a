"""The command line, put together: without a command it serves the chat."""

import io
import sys

import typer

from bot import settings as configuration
from bot.commands.check import check
from bot.commands.console import fail
from bot.commands.coordinator_link import coordinator_link
from bot.commands.demo_funnel import demo_funnel
from bot.commands.evaluate import evaluate
from bot.commands.funnel import funnel
from bot.commands.questions import questions
from bot.commands.read import read
from bot.commands.release import release
from bot.commands.schema import schema
from bot.commands.script import script
from bot.commands.serve import serve
from bot.commands.take import take
from bot.faces.telegram.api import StartError as TelegramStartError
from bot.funnel.told import FunnelError
from bot.keys import KeyFileError
from bot.listen import StartError
from criteria.catalogue import DefinitionError

cli = typer.Typer(
    name="python -m bot",
    help="A chat that tells a person, one question at a time, whether they may fit a clinical study, and why.\n\n"
    "Without a command it serves the web chat.",
    invoke_without_command=True,
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
cli.callback()(serve)
for command in (check, questions, evaluate, script, take, schema, release, coordinator_link, funnel, demo_funnel):
    cli.command(command.__name__.replace("_", "-"))(command)
cli.command("read", context_settings={"ignore_unknown_options": True})(read)  # a typed text may begin with a hyphen


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
    except (configuration.SettingsError, StartError, TelegramStartError, KeyFileError, FunnelError) as error:
        fail(f"error: {error}")
    except BrokenPipeError:
        sys.exit(1)
    except OSError as error:
        fail(f"error: something cannot be read or written ({error.strerror})")
