"""The command line: serve the chat, check definitions, list questions, evaluate answers from a file."""

import io
import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot import app as product
from bot import check as checking
from bot import cli_funnel
from bot import evaluate as evaluating
from bot import script as scripts
from bot import settings as configuration
from bot.conversation.cards.context import About
from bot.faces.telegram.api import StartError as TelegramStartError
from bot.keys import KeyFileError
from bot.listen import StartError
from bot.funnel.service import OfficeError
from criteria.catalogue import Catalogue, DefinitionError
from criteria.model import LANGUAGES

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
OUT = Console(soft_wrap=True, highlight=False, markup=False)
ERR = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)

CriteriaOption = Annotated[
    Path | None,
    typer.Option(
        "--criteria", metavar="FOLDER", help="A folder of definitions in place of the shipped ones [setting: CRITERIA]."
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def main() -> None:
    """Run the command line; every expected error is one or a few plain lines and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        cli()
    except DefinitionError as error:
        _fail(*map(str, error.faults))
    except (configuration.SettingsError, StartError, TelegramStartError, KeyFileError, OfficeError) as error:
        _fail(f"error: {error}")
    except BrokenPipeError:
        sys.exit(1)
    except OSError as error:
        _fail(f"error: something cannot be read or written ({error.strerror})")


def _fail(*lines: str) -> None:
    for line in lines:
        ERR.print(line)
    sys.exit(1)


@cli.callback()
def serve(
    context: typer.Context,
    criteria: CriteriaOption = None,
    host: Annotated[str | None, typer.Option(help="The address to serve on [setting: HOST].")] = None,
    port: Annotated[
        int | None, typer.Option(help="The port to serve on; 0 takes a free one [setting: PORT].", min=0, max=65535)
    ] = None,
    *,
    demo: Annotated[
        bool, typer.Option("--demo", help="Show the demonstration funnel (see demo-funnel); chats are not counted.")
    ] = False,
) -> None:
    """Serve the web chat and the coordinators' pages, unless a command is given."""
    context.obj = criteria
    if context.invoked_subcommand is not None:
        return
    settings = configuration.read()
    changed = {"criteria": criteria, "host": host, "port": port}
    settings = settings.model_copy(update={name: value for name, value in changed.items() if value is not None})

    def say(address: str) -> None:
        OUT.print(f"The web chat is at {address} (stop it with Ctrl+C)")
        if demo:
            OUT.print(f"The demonstration's figures: {address}{cli_funnel.demonstration_link(settings)}")

    product.serve(settings, say, demonstration=demo)


def _folder(context: typer.Context, criteria: Path | None) -> Path | None:
    return criteria or context.obj or configuration.read().criteria


def _catalogue(context: typer.Context, criteria: Path | None) -> Catalogue:
    return checking.served(_folder(context, criteria))


@cli.command()
def check(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[FOLDER]", help="The folder of definitions; the shipped ones if none is named."),
    ] = None,
    criteria: CriteriaOption = None,
    best: Annotated[
        bool, typer.Option("--best", help="Also search for an order with fewer questions on average (takes a while).")
    ] = False,
) -> None:
    """Check definitions: every fault with file and line, the cases, every reachable state, and the figures.

    The exit code is 1 if there is any fault; warnings alone leave it at 0.
    """
    found = checking.check(folder or _folder(context, criteria), search=best)
    for fault in found.faults:
        (OUT if fault.warning else ERR).print(str(fault))
    if found.figures:
        _print_figures(found)
    if not found.passed:
        wrong = sum(not fault.warning for fault in found.faults)
        _fail(f"{wrong} {'fault' if wrong == 1 else 'faults'} found.")
    OUT.print(f"All is well: {found.cases} cases decided as expected, every reachable state walked.")


def _print_figures(found: checking.Checked) -> None:
    table = Table(title="How many questions each interview asks")
    for name in ("interview", "states", "at most", "on average", "in the record's order", "bits of a ticket"):
        first = name == "interview"
        table.add_column(name, justify="left" if first else "right", no_wrap=first)
    searched = any(one.best_mean is not None for one in found.figures)
    if searched:
        table.add_column("best order found", justify="right")
    for one in found.figures:
        row = [
            _interview(one),
            str(one.states),
            str(one.longest),
            f"{one.mean:.2f}",
            f"{one.record_mean:.2f}",
            str(one.bits),
        ]
        table.add_row(*row, *([f"{one.best_mean:.2f}"] if one.best_mean is not None else []))
    OUT.print(table)
    for one in found.figures:
        if one.best:
            OUT.print(f"Best order found for {_interview(one)}: {', '.join(one.best)}")


def _interview(one: checking.Figures) -> str:
    return one.studies[0] if len(one.studies) == 1 else f"{one.condition}, all {len(one.studies)}"


@cli.command()
def questions(context: typer.Context, as_json: JsonOption = False, criteria: CriteriaOption = None) -> None:
    """List the questions in the order of asking: ids, kinds and the values that an answer may have."""
    found = evaluating.listed(_catalogue(context, criteria))
    if as_json:
        OUT.print(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for condition, listed in found.items():
        table = Table(title=condition)
        for name in ("question", "kind", "answers"):
            table.add_column(name, overflow="fold")
        for question in listed:
            kind = question["kind"] if question["kind"] != "number" else f"number, {question['unit']}"
            values = (
                json.dumps(answer["value"]) if isinstance(answer["value"], bool) else answer["value"]
                for answer in question["answers"]
            )
            table.add_row(question["id"], kind, ", ".join(values))
        OUT.print(table)


@cli.command()
def evaluate(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="YAML: one `question: answer` a line.")],
    study: Annotated[str | None, typer.Option(help="Only this study, by its registry id.")] = None,
    as_json: JsonOption = False,
    criteria: CriteriaOption = None,
) -> None:
    """Decide about the answers in a file: question id to an option's or interval's id, true/false, a number, never or unsure."""
    found = evaluating.evaluate(_catalogue(context, criteria), file, study)
    if as_json:
        OUT.print(json.dumps({key: one.as_json() for key, one in found.items()}, ensure_ascii=False, indent=2))
        return
    for key, one in found.items():
        told = one.as_json()
        OUT.print(
            f"{key}: {told['verdict'] or 'undecided'}"
            + (f", decided by {', '.join(told['decided_by'])}" if told["decided_by"] else "")
        )
        table = Table("criterion", "status", "what the study asks for")
        for criterion, status in told["criteria"].items():
            table.add_row(criterion, status, one.decision.study.criteria[criterion].text.label.en)
        OUT.print(table)
        if told["next"]:
            OUT.print(f"The next question would be {told['next']}.\n")


@cli.command()
def script(
    context: typer.Context,
    study: Annotated[str, typer.Argument(metavar="STUDY", help="The study's registry id.")],
    language: Annotated[str, typer.Option(help="en or es.")] = "es",
    criteria: CriteriaOption = None,
) -> None:
    """Print all that participants can read, with the rules, as one document for an ethics committee (Markdown)."""
    if language not in LANGUAGES:
        _fail(f"error: `{language}` is no language here: use en or es")
    settings = configuration.read()
    about = About("web", settings.operator, settings.privacy_contact, settings.help_contact)
    found = scripts.script(_catalogue(context, criteria), about, study, "en" if language == "en" else "es")
    if found is None:
        _fail(f"error: `{study}` is no study here")
    OUT.print(found, end="")


cli_funnel.register(cli)
