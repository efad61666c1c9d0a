"""Shapes that no result may have: what could delay care, hint at a change of treatment, or promise anything."""

import re
from collections.abc import Iterator

import pytest
from studies import LUPUS
from talk import FITS_BOTH, MOMENT, texts

from bot.conversation.cards.context import About
from bot.conversation.machine import Conversation
from bot.conversation.state import Screen, State, Subject
from bot.conversation.subjects import subjects
from bot.conversation.wording import Wording
from bot.faces.web.participant.face import FACE as WEB
from criteria.catalogue import Catalogue
from criteria.condition import CriterionDefinition, StudyDefinition
from criteria.expression import UNSURE, AnswerId, Answers, QuestionId
from criteria.interview import Interview, Position, answered, asked_at
from criteria.languages import LANGUAGES, Language
from criteria.screening import screening

MEDICINE = {
    "en": r"(?:medicines?|drugs?|tablets?|pills?|doses?|treatments?|steroids?|drips?|rituximab|belimumab|birth control)",
    "es": r"(?:medicamentos?|fármacos?|pastillas?|dosis|tratamientos?|corticoides|infusi[oó]n\w*|anticonceptiv\w+|rituximab)",
}
DELAYS = {
    "en": r"\bwait(?:ing)? (?:for|until|till)\b|\b(?:put(?:ting)? off|postpon\w+|delay\w*|hold off)\b|\bcome back (?:later|when)\b|"
    r"\bno (?:hurry|rush)\b|\bbefore (?:you (?:see|call)|seeing|calling) (?:a|your) doctor\b",
    "es": r"\besper(?:e|ar|ando)\b|\b(?:aplace|aplazar|posponga|posponer|retras\w+|demore|demorar)\b|\bvuelva más tarde\b|"
    r"\bno (?:hay|corre) prisa\b|\bantes de (?:ver|llamar) a su médico\b",
}
TREATMENT = {
    "en": r"\b(?:if|once|when|after|until) you(?:'ve| have)? (?:stop\w*|start\w*|chang\w+|lower\w*|reduc\w+|switch\w*|paus\w+|skip\w*)\b|"
    rf"\b(?:without|off|free of|clear of) (?:the |your |this )?{MEDICINE['en']}\b|\bwash(?:ed)?[- ]?out\b|"
    rf"\b(?:months?|weeks?|days?|time) (?:after|since|from) (?:the|your) last {MEDICINE['en']}\b|"
    rf"\b(?:stop|start|change|lower|raise|reduce|pause|skip|switch)\b[^.;:]{{0,30}}\b{MEDICINE['en']}\b|\bwean\w*\b",
    "es": r"\b(?:si|cuando|una vez que|después de que) (?:deja|deje|empieza|empiece|cambia|cambie|reduce|reduzca|suspende|suspenda)\b|"
    rf"\bsin (?:el |la |los |su |sus |este )?{MEDICINE['es']}\b(?! del| de la)|\blavado\b|"
    rf"\b(?:meses|semanas|días|tiempo) (?:después de|desde) (?:la |el |su )?últim[oa] {MEDICINE['es']}\b|"
    rf"\b(?:deje|suspenda|empiece|cambie|reduzca|baje|suba|interrumpa|omita)\b[^.;:]{{0,30}}\b{MEDICINE['es']}\b|\bdestet\w+\b",
}
PROMISES = {
    "en": r"\b(?:cures?|cured|healing|guarante\w+|promis\w+|breakthrough|certainly|definitely|surely)\b|\byou (?:are eligible|qualify|fit in)\b|"
    r"\b(?:you|it|cells?|study) will (?:help|work|get|be|join|improve|benefit)\b|\bcan (?:join|take part) now\b",
    "es": r"\b(?:cura|curará|sanará|garanti\w+|promet\w+|seguramente|sin duda|avance)\b|\busted es apt[oa]\b|\bes elegible\b|"
    r"\b(?:le ayudará|funcionará|mejorará|podrá entrar|será (?:admitido|admitida|aceptado|aceptada))\b|\bya puede (?:entrar|participar)\b",
}
SHAPES = {
    language: re.compile("|".join((DELAYS[language], TREATMENT[language], PROMISES[language])), re.IGNORECASE)
    for language in LANGUAGES
}
DENIED = {
    "en": re.compile(r"\b(?:do not|don't|never|nobody|no study|cannot|not known|please put none)\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:no|nadie|nunca|ningún|ni)\b", re.IGNORECASE),
}
REQUIREMENTS = {
    "en": re.compile(r"(?:^|\basked for “|\basks for “|^Requirement: “)No |\bno other\b", re.IGNORECASE),
    "es": re.compile(r"(?:^|\bpide «|\bpedía «|^Requisito: «)(?:Sin|Ningun[oa]?|Ningún|No) ", re.IGNORECASE),
}
"""Labels say what a study asks for: "No steroid drip …" tells nobody to do without one."""


def forbidden(text: str, language: Language) -> list[str]:
    """The sentences of a text that have a forbidden shape and do not warn against it."""
    return [
        sentence
        for sentence in re.split(r"(?<=[.!?;])\s+", text)
        if SHAPES[language].search(sentence)
        and not DENIED[language].search(sentence)
        and not REQUIREMENTS[language].search(sentence)
    ]


def results(catalogue: Catalogue, language: Language) -> Iterator[tuple[str, ...]]:
    """What is read on each reachable result, of a study alone and of all together; the person's own answers, too."""
    conversation = Conversation(catalogue, Wording(WEB.texts), About(WEB))
    for subject in subjects(catalogue):
        condition = catalogue.conditions[subject.condition]
        interview = Interview(screening(condition, [subject.study] if subject.study else list(condition.studies)))
        waiting: list[tuple[Position, Answers]] = [(interview.start, {})]
        seen = {interview.start}
        while waiting:
            position, given = waiting.pop()
            for at, node in enumerate(position):
                if not node.children:
                    state = State(
                        language, MOMENT.hour, subject=subject, began=True, answers=given, screen=Screen.RESULT, at=at
                    )
                    yield tuple(texts(conversation.view(state)))
            if (question := asked_at(position)) is None:
                continue
            for answer, child in answered(position, question):
                if child not in seen or asked_at(child) is None:
                    seen.add(child)
                    waiting.append((child, {**given, question: answer}))


def one_flip(catalogue: Catalogue, language: Language) -> Iterator[tuple[str, ...]]:
    """The results of people who fit, and of people who are unsure of all, each with one answer changed to every other."""
    conversation = Conversation(catalogue, Wording(WEB.texts), About(WEB))
    for study in LUPUS.studies:
        asked = screening(LUPUS, [study]).questions
        fits = {key: one.answer(one.read(FITS_BOTH[key])) for key, one in asked.items()}
        for base in (fits, {**dict.fromkeys(asked, UNSURE), QuestionId("lupus_kidney"): AnswerId("kidneys")}):
            for key, one in asked.items():
                for answer in (*one.answers, UNSURE):
                    answers = {**base, key: answer}
                    subject = Subject(LUPUS.id, study)
                    state = State(
                        language, MOMENT.hour, subject=subject, began=True, answers=answers, screen=Screen.RESULT
                    )
                    yield tuple(texts(conversation.view(state)))


def public(study: StudyDefinition) -> Iterator[CriterionDefinition]:
    """The criteria that a result may name."""
    private = {key for key, one in LUPUS.questions.items() if one.text.sensitive}
    for one in study.criteria.values():
        if not private & {comparison.question for comparison in one.comparisons()}:
            yield one


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_reachable_result_delays_care_hints_at_a_change_of_treatment_or_promises(
    shipped: Catalogue, language: Language
) -> None:
    count, found = 0, set()
    lines: set[str] = set()
    for read in (*results(shipped, language), *one_flip(shipped, language)):
        count += 1
        lines.update(read)
    for line in lines:
        found.update(forbidden(line, language))
    assert found == set()
    assert count > 300
    assert {one.text.label.in_(language) for study in LUPUS.studies.values() for one in public(study)} <= lines


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "You can wait until a study opens."),
        ("en", "Care may be put off for a while."),
        ("en", "There is no hurry."),
        ("en", "Once you have stopped rituximab for a year, ask again."),
        ("en", "Come back six months after the last dose."),
        ("en", "After some time without the medicine you may fit."),
        ("en", "Ask your doctor to lower the dose."),
        ("en", "The cells will help your kidneys."),
        ("en", "You qualify."),
        ("en", "You can join now."),
        ("es", "Espere a que abra un estudio."),
        ("es", "La atención puede aplazarse: posponga la visita."),
        ("es", "Si deja el rituximab un año, vuelva a preguntar."),
        ("es", "Vuelva seis meses después de la última dosis."),
        ("es", "Tras un tiempo sin el medicamento podría cumplirlo."),
        ("es", "Suspenda el tratamiento antes de venir."),
        ("es", "Las células le ayudará a los riñones."),
        ("es", "Usted es apta."),
        ("es", "Ya puede participar."),
    ],
)
def test_the_shapes_find_what_must_not_be_said(language: Language, sentence: str) -> None:
    assert forbidden(sentence, language) == [sentence]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Do not wait for a study."),
        ("en", "Please do not start, stop or change any medicine."),
        ("en", "No steroid drip in the last 3 months"),
        ("en", "You may be eligible; we do not know whether this study takes new people."),
        ("es", "No espere a un estudio."),
        ("es", "Por este resultado no empiece, no deje ni cambie ningún medicamento."),
        ("es", "Sin corticoides por vena en los últimos 3 meses"),
        ("es", "Podría participar, con 1 requisito por confirmar."),
    ],
)
def test_the_shapes_let_warnings_and_requirements_through(language: Language, sentence: str) -> None:
    assert forbidden(sentence, language) == []
