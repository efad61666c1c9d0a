"""Cards with results that hold more than a real one does: a face makes all pages with results as large as these.

So their sizes tell neither a verdict nor a private answer.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.conversation.card import Card, Result
from bot.conversation.cards.context import CardContext
from bot.conversation.cards.question import longest
from bot.conversation.cards.reasons import is_sensitive
from bot.conversation.cards.result import in_short, outcome, result_card
from bot.conversation.replay import Replay
from criteria.interview import Decision, Status, Verdict


def fullest(context: CardContext, replay: Replay) -> Iterator[Card]:
    """Each study's result, and that of all together: every question answered at its longest, every criterion told."""
    answers = {key: longest(context, replay, asked) for key, asked in replay.questions.items()}
    unmet = replay.filled(answers, Verdict.INELIGIBLE, Status.NOT_MET)
    open_ = replay.filled(answers, Verdict.LIKELY_ELIGIBLE, Status.TO_CONFIRM)
    for full in (unmet, open_):
        for decision in full.decisions:
            yield result_card(context, full, decision)
    if len(unmet.decisions) > 1:
        places = range(len(unmet.decisions))
        yield replace(
            outcome(context, unmet), results=tuple(_longest(context, unmet, open_, place) for place in places)
        )


def _longest(context: CardContext, unmet: Replay, open_: Replay, place: int) -> Result:
    """The longest of all that can be told of one study beside others."""
    study = unmet.decisions[place].study
    found = [in_short(context, full, full.decisions[place], place) for full in (unmet, open_)]
    asked = {key: one for key, one in study.criteria.items() if one.rule is not None}
    private = [key for key, one in asked.items() if is_sensitive(unmet, one)]
    for keys in (private, *([key] for key in asked)):
        alone = Decision(study, Verdict.INELIGIBLE, dict.fromkeys(keys, Status.NOT_MET))
        found.append(in_short(context, unmet, alone, place))
    return max(found, key=lambda one: len(f"{one.sentence}{one.reason}{one.lead}".encode()))
