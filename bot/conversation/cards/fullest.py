"""Cards with results that hold more than a real one does: a face makes all pages with results as large as these.

So their sizes tell neither a verdict nor a private answer.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.conversation.card import Card, Result
from bot.conversation.cards.context import CardContext
from bot.conversation.cards.headline import of_study
from bot.conversation.cards.question import longest
from bot.conversation.cards.reasons import is_sensitive
from bot.conversation.cards.result import in_short, outcome, result_card
from bot.conversation.replay import Replay
from criteria.interview import Decision, Status, Verdict


def fullest(context: CardContext, replay: Replay) -> Iterator[Card]:
    """Each study's result, and that of all together: every question answered at its longest, every criterion told."""
    answers = {key: longest(context, replay, asked) for key, asked in replay.questions.items()}
    unmet = replay.filled(answers, Verdict.INELIGIBLE, Status.NOT_MET)
    for full in (unmet, replay.filled(answers, Verdict.LIKELY_ELIGIBLE, Status.TO_CONFIRM)):
        for decision in full.decisions:
            yield result_card(context, full, decision)
    if len(unmet.decisions) > 1:
        places = range(len(unmet.decisions))
        yield replace(outcome(context, unmet), results=tuple(_longest(context, unmet, place) for place in places))


def _longest(context: CardContext, full: Replay, place: int) -> Result:
    """The longest verdict, reason and next step of all that can be told of one study beside others."""
    study, language = full.decisions[place].study, full.state.language
    met = {key: Status.MET if one.rule else Status.TEAM for key, one in study.criteria.items()}
    asked = [key for key, status in met.items() if status is Status.MET]
    private = [key for key in asked if is_sensitive(full, study.criteria[key])]
    found = [
        in_short(context, full, Decision(study, verdict, met | dict.fromkeys(keys, status)), place)
        for verdict, status in ((Verdict.INELIGIBLE, Status.NOT_MET), (Verdict.LIKELY_ELIGIBLE, Status.TO_CONFIRM))
        for keys in ([], asked, private, *([key] for key in asked))
    ]
    return replace(
        found[0],
        sentence=max(of_study(context.in_(language), language, study, full.state.day), key=_size),
        reason=max((one.reason for one in found), key=_size),
        lead=max((one.lead for one in found), key=len),
    )


def _size(text: str) -> int:
    return len(text.encode())
