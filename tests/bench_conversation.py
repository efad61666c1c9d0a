"""By hand: `.venv/bin/python tests/bench_conversation.py`. What loading, walking and one step cost, for few and many studies."""

import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from generated import write_condition

from bot import definitions
from bot.conversation.card import Card, Role
from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.seal import SivSeal
from bot.conversation.state import SHOW, Moment, State
from bot.conversation.subjects import subjects
from bot.conversation.ticket import Tickets
from bot.conversation.wording import Wording
from bot.faces.web.participant.face import FACE as WEB
from criteria.catalogue import Catalogue, load

HERE = b"web:benchmark"
MOMENT = Moment(495_000, 1)


def seconds(work: Callable[[], object], runs: int) -> float:
    """The median of some runs, after one that is not counted."""
    work()
    taken = []
    for _ in range(runs):
        begins = time.process_time()
        work()
        taken.append(time.process_time() - begins)
    return statistics.median(taken)


def taps(catalogue: Catalogue) -> tuple[Callable[[str], str | None], list[str]]:
    """One step as a face does it, and the tickets of a whole interview about the first subject."""
    conversation = Conversation(catalogue, Wording(WEB.texts), About(WEB))
    tickets = Tickets(catalogue, SivSeal([b"k" * 32]))

    def step(ticket: str) -> str | None:
        """Open the ticket, step, view, seal every button; gives the ticket of unsure, the longest way."""
        state, action = tickets.read(ticket, HERE, MOMENT.hour)
        after = conversation.step(state, action, MOMENT)
        card = conversation.view(after)
        tickets.write(after, SHOW, HERE)
        unsure = [ticket for role, ticket in sealed(card, after) if role is Role.ANSWER]
        return unsure[-1] if unsure else None

    def sealed(card: Card, state: State) -> list[tuple[Role, str]]:
        buttons = (*card.buttons, *card.ways, *(button for result in card.results for button in result.buttons))
        write = tickets.writer(state, HERE)
        found = [(button.role, write(button.action)) for button in buttons]
        for exchange in (*card.history, *card.exchanges):
            write(exchange.change)
        return found

    first = conversation.start("en", MOMENT, subjects(catalogue)[0])
    held: list[str] = []
    ticket: str | None = tickets.write(first, next(b.action for b in conversation.view(first).buttons), HERE)
    while ticket is not None:
        held.append(ticket)
        ticket = step(ticket)
    return step, held


def run(step: Callable[[str], str | None], held: list[str]) -> None:
    """Take every step once."""
    for ticket in held:
        step(ticket)


def main() -> None:
    """Print the figures."""
    shipped = load()
    loading = seconds(load, 7)
    walking = seconds(lambda: definitions.served(None), 7)
    step, held = taps(shipped)
    held = held[1:]
    whole = seconds(partial(run, step, held), 30)
    print(f"shipped: loading {loading:.3f} s; loading and the walk {walking:.3f} s (goal 1.5)")
    print(f"shipped pair: one step {1000 * whole / len(held):.3f} ms, mean of {len(held)} steps (goal 1)")
    base = None
    for studies in (2, 5, 10):
        with tempfile.TemporaryDirectory() as folder:
            place = write_condition(Path(folder), studies)
            begins = time.process_time()
            catalogue = definitions.served(place)
            served = time.process_time() - begins
        step, held = taps(catalogue)
        one = seconds(partial(run, step, held), 10) / len(held)
        base = base or (served, one)
        print(
            f"{studies:2} generated studies: loading and walk {served:.3f} s ({served / base[0]:.1f}x), "
            f"one step {1000 * one:.3f} ms ({one / base[1]:.1f}x), {len(held)} steps"
        )


if __name__ == "__main__":
    main()
