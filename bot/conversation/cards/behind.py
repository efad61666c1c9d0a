"""What stands behind a result, folded: what is open, what has changed since, where it is done, where else to look."""

from urllib.parse import urlsplit

from bot.conversation.card import Bullets, Fold, Link, Paragraph, Tone
from bot.conversation.cards.context import CardContext
from bot.conversation.cards.labels import localised_day
from bot.conversation.cards.reasons import amended, beside, counted, is_sensitive, reasons, sections, without
from bot.conversation.cards.record import record_blocks, sites
from bot.conversation.replay import Replay
from bot.conversation.wording import Say
from criteria import model
from criteria.condition import TopicId
from criteria.interview import Decision, Status, Verdict
from criteria.languages import Language

Inner = Paragraph | Bullets | Link


def folds(context: CardContext, replay: Replay, decision: Decision) -> tuple[Fold, ...]:
    """The folds of one study's result, each only where there is something in it."""
    say = context.in_(replay.state.language)
    elsewhere = without(replay)
    parts: tuple[tuple[str, tuple[Inner, ...]], ...] = (
        ("result-decided", reasons(context, replay, decision, may_change=elsewhere is None)),
        ("result-to-confirm", _to_confirm(say, replay, decision)),
        ("result-team", _team(replay, decision)),
        ("result-amended", tuple(part for one in amended(say, replay, decision) for part in _untitled(one))),
        ("result-sites", () if elsewhere else _sites(say, replay, decision)),
        ("result-elsewhere", look_elsewhere(say, replay) if decision.verdict is Verdict.INELIGIBLE else ()),
        ("result-study", _study(say, replay, decision)),
    )
    return tuple(Fold(say(name), blocks) for name, blocks in parts if blocks)


def kind_words(text: model.Text, language: Language) -> tuple[Paragraph, ...]:
    """A text paragraph by paragraph; an empty line parts them."""
    return tuple(Paragraph(" ".join(part.split())) for part in text.in_(language).split("\n\n") if part.strip())


def look_elsewhere(say: Say, replay: Replay) -> tuple[Inner, ...]:
    """Searches of a registry, patient organisations, background; of another illness where the person has not got this."""
    language = replay.state.language
    text = replay.condition.text
    other = without(replay)
    known = replay.condition.topics
    searches = ((other.search,) if other.search else ()) if other else text.searches
    told = kind_words(other.text, language)[1:] if other else ()
    topics = tuple((known[TopicId(key)].title.in_(language),) for key in other.topics) if other else ()
    return (
        *told,
        *(Link(one.label.in_(language), one.url) for one in searches),
        *((Paragraph(say("search-tells"), Tone.SMALL),) if any(map(_tells, searches)) else ()),
        *(() if other else (Link(one.label.in_(language), one.url) for one in text.organisations)),
        *((Bullets(say("result-topics"), topics),) if topics else ()),
    )


def _tells(search: model.Search) -> bool:
    """Whether an address says more than where to look."""
    parts = urlsplit(search.url)
    return bool(parts.path.strip("/") or parts.query or parts.fragment)


def _untitled(bullets: Bullets) -> tuple[Bullets, ...]:
    return (Bullets("", bullets.items),)


def _to_confirm(say: Say, replay: Replay, decision: Decision) -> tuple[Inner, ...]:
    if decision.verdict is Verdict.INELIGIBLE:
        return ()
    criteria = decision.having(Status.TO_CONFIRM)
    language = replay.state.language
    points: dict[str, tuple[str, ...]] = {}
    for criterion in criteria:
        if not is_sensitive(replay, criterion):
            points.setdefault(criterion.text.label.in_(language), beside(replay, criterion, Status.TO_CONFIRM))
    items = [(name, *lines) for name, lines in points.items()]
    for section, count in sections(replay, criteria).items():
        items.append((say("result-section", section=section, count=count),))
    return (Bullets("", tuple(items)), *counted(say, replay, criteria)) if items else ()


def _team(replay: Replay, decision: Decision) -> tuple[Inner, ...]:
    language = replay.state.language
    items = tuple(
        (criterion.text.label.in_(language), *beside(replay, criterion, Status.TEAM))
        for criterion in decision.having(Status.TEAM)
    )
    return (Bullets("", items),) if items and decision.verdict is not Verdict.INELIGIBLE else ()


def _sites(say: Say, replay: Replay, decision: Decision) -> tuple[Inner, ...]:
    found = sites(say, replay.state.language, decision.study.text)
    return tuple(Bullets("", one.items) if isinstance(one, Bullets) else one for one in found)


def _study(say: Say, replay: Replay, decision: Decision) -> tuple[Inner, ...]:
    """Which study and which version of its record this is about, and what is known of its recruiting."""
    text, language = decision.study.text, replay.state.language
    told = (text.record.amended, text.recruiting.message)
    return (
        Paragraph(text.title.in_(language)),
        Paragraph(say("result-only-team")),
        Paragraph(say("sheet-date", date=localised_day(language, replay.state.day))),
        *(Paragraph(one.in_(language)) for one in told if one),
        *record_blocks(say, language, text),
    )
