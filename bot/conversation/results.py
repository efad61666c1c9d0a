"""The cards at the end: one study's result, the results of several, and the doctor's sheet."""

from datetime import UTC, datetime

from bot.conversation.card import Block, Bullets, Button, Card, Link, Paragraph, Result, Role, Tone
from bot.conversation.cards import all_topics, banner, place_line, recruiting_line
from bot.conversation.labels import answer_label
from bot.conversation.questions import exchange
from bot.conversation.scene import Scene
from bot.conversation.stage import Say, Stage, menu_way, way
from bot.conversation.state import Act, Action, Screen, go
from criteria import model
from criteria.condition import Criterion
from criteria.expression import Truth, truth
from criteria.interview import Decision, Status, Verdict
from criteria.model import Language


def settled(scene: Scene, place: int) -> Decision | None:
    """The decision about the study at a place, if it is settled."""
    decisions = scene.decisions
    return decisions[place] if place < len(decisions) and decisions[place].verdict else None


def outcome(stage: Stage, scene: Scene) -> Card:
    """Everything is settled: the result of the one study, or each study's in a sentence."""
    if len(scene.decisions) == 1:
        return result_card(stage, scene, scene.decisions[0])
    language = scene.state.language
    say = stage.in_(language)
    return Card(
        language,
        Screen.MAIN,
        say("results-title"),
        (Paragraph(say("results-text")),),
        (),
        (*_ways(say), way(say, "stop", go(Screen.STOPPED))),
        results=tuple(_in_short(stage, scene, decision) for decision in scene.decisions),
        history=tuple(exchange(stage, scene, *answered) for answered in scene.before()),
        banner=banner(stage, say, None, scene.interview.studies),
    )


def _in_short(stage: Stage, scene: Scene, decision: Decision) -> Result:
    language = scene.state.language
    say = stage.in_(language)
    verdict = _verdict(decision)
    more = Button(say("result-see"), go(Screen.RESULT, scene.decisions.index(decision)), Role.CHOICE, decision.study.id)
    lines = (Paragraph(decision.study.text.title.in_(language)), *_head(say, scene, decision))
    return Result(decision.study.id, verdict, decision.study.id, lines, (more,))


def _verdict(decision: Decision) -> Verdict:
    if decision.verdict is None:
        raise ValueError("the study is not settled")
    return decision.verdict


def result_card(stage: Stage, scene: Scene, decision: Decision) -> Card:
    """One study's result, in full."""
    language = scene.state.language
    say = stage.in_(language)
    place = scene.decisions.index(decision)
    result = Result(decision.study.id, _verdict(decision), decision.study.id, _in_full(stage, scene, decision))
    others: tuple[Button, ...] = ()
    if len(scene.decisions) > 1 or scene.question:
        name = "to-question" if scene.question else "to-results"
        others = (Button(say(name), go(Screen.MAIN), Role.FORWARD, "main"),)
    sheet = Button(say("result-sheet"), go(Screen.SHEET, 2 * place), Role.CHOICE, "sheet")
    return Card(
        language,
        Screen.RESULT,
        say("result-title"),
        (),
        (*others, sheet, *_change(stage, scene, decision), *_elsewhere(say)),
        (*_ways(say), way(say, "stop", go(Screen.STOPPED))),
        results=(result,),
        history=tuple(exchange(stage, scene, *answered) for answered in scene.before()),
        banner=banner(stage, say, None, (decision.study,)),
    )


def _ways(say: Say) -> tuple[Button, ...]:
    return (way(say, "review", go(Screen.REVIEW)), way(say, "topics", go(Screen.TOPICS)), menu_way(say))


def _elsewhere(say: Say) -> tuple[Button, ...]:
    return (Button(say("result-others"), go(Screen.CHOICE), Role.CHOICE, "choice"),)


def _change(stage: Stage, scene: Scene, decision: Decision) -> tuple[Button, ...]:
    """The answer on which an ineligible decision rests is one tap away."""
    say = stage.in_(scene.state.language)
    for criterion in decision.having(Status.NOT_MET):
        for key in reversed(criterion.questions):
            if key in scene.progress.answers:
                action = Action(Act.CHANGE, scene.place(key))
                return (Button(say("result-change"), action, Role.CHOICE, "change"),)
    return (Button(say("result-review"), go(Screen.REVIEW), Role.CHOICE, "review"),)


def _head(say: Say, scene: Scene, decision: Decision) -> tuple[Paragraph, ...]:
    """The sentence that matters, and how much of it was confirmed."""
    language = scene.state.language
    amended = decision.study.text.record.amended
    older = (Paragraph(amended.in_(language), Tone.NOTE),) if amended else ()
    if decision.verdict is Verdict.INELIGIBLE:
        count = len(decision.having(Status.NOT_MET))
        return (*older, Paragraph(say("result-not-now", count=count), Tone.STRONG))
    rules = [key for key, criterion in decision.study.criteria.items() if criterion.rule is not None]
    met = sum(decision.criteria[key] is Status.MET for key in rules)
    return (
        *older,
        Paragraph(say(f"result-{decision.grade.value.replace('_', '-')}"), Tone.STRONG),
        Paragraph(say("result-count", met=met, asked=len(rules))),
    )


def _in_full(stage: Stage, scene: Scene, decision: Decision) -> tuple[Block, ...]:
    language = scene.state.language
    say = stage.in_(language)
    without = _without(stage, scene, say)
    reasons = _reasons(stage, scene, decision) if decision.verdict is Verdict.INELIGIBLE else ()
    text = decision.study.text
    return (
        Paragraph(text.title.in_(language)),
        *_head(say, scene, decision),
        *reasons,
        *without,
        *_to_confirm(say, scene, decision),
        *_team(say, language, decision),
        *(() if without else _sites(say, language, text)),
        *_record(say, language, text),
        Paragraph(say("result-only-team"), Tone.STRONG),
        Paragraph(say("safety-treatment"), Tone.NOTE),
        Paragraph(say("safety-emergency"), Tone.SMALL),
    )


def _reasons(stage: Stage, scene: Scene, decision: Decision) -> tuple[Block, ...]:
    """The requirements that decided, what they rest on, and what may change."""
    language = scene.state.language
    say = stage.in_(language)
    items = []
    for criterion in decision.having(Status.NOT_MET):
        lines = [_named(scene, say, criterion)]
        if not _sensitive(scene, criterion):
            for key in criterion.questions:
                if key in scene.progress.answers:
                    asked = scene.condition.questions[key]
                    answer = answer_label(stage, language, asked, scene.progress.answers[key])
                    lines.append(say("result-answer", question=asked.text.ask.in_(language), answer=answer))
        items.append((*lines, *_beside(say, scene, criterion)))
    open_points = decision.having(Status.OPEN)
    stopped = (Paragraph(say("result-stopped")),) if open_points else ()
    return (Bullets(say("result-decided"), tuple(items)), *stopped)


def _beside(say: Say, scene: Scene, criterion: Criterion) -> tuple[str, ...]:
    """What is said beside a reason: unclear records, time, amended rules; nothing that names a sensitive matter."""
    language = scene.state.language
    text = criterion.text
    if _sensitive(scene, criterion):
        return (text.later.in_(language),) if text.later else ()
    found = [one.in_(language) for one in (text.note, text.later, text.changed) if one]
    if text.window or any(_timed(scene.condition.questions[key].text) for key in criterion.questions):
        found.append(say("result-window"))
    return tuple(found)


def _timed(text: model.Question) -> bool:
    return text.number is not None and text.number.ago


def _sensitive(scene: Scene, criterion: Criterion) -> bool:
    return any(scene.condition.questions[key].text.sensitive for key in criterion.questions)


def _named(scene: Scene, say: Say, criterion: Criterion) -> str:
    """A criterion by its label; one that rests on a sensitive question only by its section."""
    language = scene.state.language
    if not _sensitive(scene, criterion):
        return criterion.text.label.in_(language)
    section = scene.condition.questions[criterion.questions[-1]].section
    return say("result-section", section=section.in_(language))


def _without(stage: Stage, scene: Scene, say: Say) -> tuple[Block, ...]:
    """For somebody without the illness: kind words, the background and a registry search, no clinic."""
    about, rule = scene.condition.text.without, scene.condition.without
    if about is None or rule is None or truth(rule, scene.progress.answers) is not Truth.TRUE:
        return ()
    language = scene.state.language
    titles = {key: topic.title.in_(language) for key, topic in all_topics(stage, scene)}
    topics = tuple((titles[key],) for key in about.topics)
    return (
        Paragraph(about.text.in_(language)),
        *((Bullets(say("result-topics"), topics),) if topics else ()),
        *((Link(about.search.label.in_(language), about.search.url),) if about.search else ()),
    )


def _to_confirm(say: Say, scene: Scene, decision: Decision) -> tuple[Bullets, ...]:
    if decision.verdict is Verdict.INELIGIBLE:
        return ()
    points: dict[str, tuple[str, ...]] = {}
    for criterion in decision.having(Status.TO_CONFIRM):
        points.setdefault(_named(scene, say, criterion), _beside(say, scene, criterion))
    items = tuple((name, *lines) for name, lines in points.items())
    return (Bullets(say("result-to-confirm"), items),) if items else ()


def _team(say: Say, language: Language, decision: Decision) -> tuple[Bullets, ...]:
    items = tuple((criterion.text.label.in_(language),) for criterion in decision.having(Status.TEAM))
    if not items or decision.verdict is Verdict.INELIGIBLE:
        return ()
    return (Bullets(say("result-team"), items),)


def _sites(say: Say, language: Language, text: model.Study) -> tuple[Bullets, ...]:
    items: list[tuple[str, ...]] = []
    said: set[str] = set()
    for site in text.sites:
        lines = [say("site-contact", contact=site.contact.in_(language))]
        if site.hours:
            lines.append(say("site-hours", hours=site.hours.in_(language)))
        new = [line for line in lines if line not in said]
        said.update(new)
        items.append((f"{site.unit.in_(language)}. {place_line(site, language)}", *new))
    return (Bullets(say("result-sites"), tuple(items)),)


def _record(say: Say, language: Language, text: model.Study) -> tuple[Block, ...]:
    record = text.record
    as_of = record.as_of.in_(language) if isinstance(record.as_of, model.Text) else record.as_of.isoformat()
    told = say("result-record", registry=record.registry, as_of=as_of, status=record.status.in_(language))
    return (Paragraph(recruiting_line(say, language, text)), Paragraph(told, Tone.SMALL), Link(text.id, record.url))


SHEET_ORDER = (Status.NOT_MET, Status.TO_CONFIRM, Status.MET, Status.OPEN, Status.TEAM)


def sheet_card(stage: Stage, scene: Scene, decision: Decision) -> Card:
    """The result in technical terms with the record's items, to take to a doctor; in either language."""
    state = scene.state
    language = state.language if state.at % 2 == 0 else next(one for one in model.LANGUAGES if one != state.language)
    say, chrome = stage.in_(language), stage.in_(state.language)
    text = decision.study.text
    groups: dict[str, list[tuple[str, ...]]] = {}
    for status in SHEET_ORDER:
        for criterion in decision.having(status):
            hidden = status is not Status.TEAM and _sensitive(scene, criterion)
            name = "sheet-in-person" if hidden else f"sheet-{status.value.replace('_', '-')}"
            groups.setdefault(name, []).append(_technical(say, language, criterion))
    blocks = (
        Paragraph(text.title.in_(language)),
        *_technical_head(say, scene, language, decision),
        *_record(say, language, text),
        *(Bullets(say(name), tuple(items)) for name, items in groups.items()),
        Paragraph(say("sheet-source"), Tone.SMALL),
        Paragraph(say("safety-treatment"), Tone.SMALL),
    )
    other = Button(
        stage.wording.say(_other(language), "sheet-language"),
        go(Screen.SHEET, state.at ^ 1),
        Role.CHOICE,
        "language",
        language=_other(language) if _other(language) != state.language else None,
    )
    chat = stage.about.face == "telegram"
    send = (Button(chrome("sheet-send"), Action(Act.SEND), Role.CHOICE, "send"),) if chat else ()
    back = Button(chrome("sheet-back"), go(Screen.RESULT, state.at // 2), Role.FORWARD, "result")
    return Card(
        language,
        Screen.SHEET,
        say("sheet-title"),
        (),
        (back, *send, other),
        (menu_way(chrome),),
        results=(Result(decision.study.id, _verdict(decision), decision.study.id, blocks),),
        banner=banner(stage, say, None, (decision.study,)),
    )


def _other(language: Language) -> Language:
    return next(one for one in model.LANGUAGES if one != language)


def _technical_head(say: Say, scene: Scene, language: Language, decision: Decision) -> tuple[Paragraph, ...]:
    """The verdict in a doctor's words, and the day of the answers."""
    amended = decision.study.text.record.amended
    day = datetime.fromtimestamp(scene.state.started * 3600, UTC).date().isoformat()
    counts = {name: len(decision.having(status)) for name, status in _COUNTED.items()}
    name = "sheet-ineligible" if decision.verdict is Verdict.INELIGIBLE else "sheet-likely"
    return (
        *((Paragraph(amended.in_(language), Tone.NOTE),) if amended else ()),
        Paragraph(say(name, **counts), Tone.STRONG),
        Paragraph(say("sheet-date", date=day)),
    )


_COUNTED = {"unmet": Status.NOT_MET, "confirm": Status.TO_CONFIRM}


def _technical(say: Say, language: Language, criterion: Criterion) -> tuple[str, ...]:
    """A criterion in medical words, behind the items of the record: `Exclusion 2a, 2b: …`."""
    numbers: dict[str, list[str]] = {}
    for item in criterion.text.from_:
        kind, _, number = item.partition(" ")
        numbers.setdefault(kind, []).append(number)
    items = "; ".join(say(f"item-{kind}", number=", ".join(found)) for kind, found in numbers.items())
    text = criterion.text.technical or criterion.text.label
    return (f"{items}: {text.in_(language)}",)
