"""Print JSON Schemas of the definition files, or write them where an editor finds them."""

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.console import OUT, fail
from criteria.expression import did_you_mean
from criteria.schemas import FILES
from criteria.schemas import schema as schema_of


def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help=f"One of {', '.join(FILES)}; all of them if none is named.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FOLDER", help="Write files NAME.schema.json into this folder.")
    ] = None,
) -> None:
    """Print the JSON Schemas of the definition files, for editors that complete names and mark mistakes."""
    if name is not None and name not in FILES:
        fail(f"error: `{name[:40]}` is no kind of file{did_you_mean(name, FILES)}")
    names = [name] if name else list(FILES)
    if out is None:
        found = schema_of(name) if name else {one: schema_of(one) for one in names}
        OUT.print(json.dumps(found, ensure_ascii=False, indent=2))
        return
    out.mkdir(parents=True, exist_ok=True)
    OUT.print("Make this the first line of a file, with the way from that file to the schema:")
    for one in names:
        place = out / f"{one}.schema.json"
        place.write_text(json.dumps(schema_of(one), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        OUT.print(f"  {FILES[one][0]}:  # yaml-language-server: $schema={place.resolve().as_uri()}")
