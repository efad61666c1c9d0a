"""What people read of the shipped studies: both languages, formal Spanish, no diagnosis, no advice, no praise."""

import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel
from studies import LUPUS

from criteria import model
from criteria.condition import StudyId, TopicId
from criteria.languages import LANGUAGES, Language
from criteria.screening import Criterion, screening

A, B = StudyId("NCT03673748"), StudyId("NCT03917797")
BOTH = [A, B]


def texts(value: object, where: str = "") -> Iterator[tuple[str, model.Text]]:
    """Every text below a value, with its place."""
    if isinstance(value, model.Text):
        yield where, value
    elif isinstance(value, model.Called):
        yield where, value.label
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), f"{where}.{name}")
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from texts(member, f"{where}.{key}")
    elif isinstance(value, list | tuple):
        for at, member in enumerate(value):
            yield from texts(member, f"{where}.{getattr(member, 'id', at)}")


ALL = [
    *texts(LUPUS.text, "condition"),
    *texts({key: question.text for key, question in LUPUS.questions.items()}, "questions"),
    *(found for key, study in LUPUS.studies.items() for found in texts(study.text, key)),
    *texts(dict(LUPUS.topics), "background"),
]


def test_there_are_texts_to_look_at() -> None:
    assert len(ALL) > 300
    assert len(LUPUS.topics) >= 12
    assert {len(topic.sources) > 0 for topic in LUPUS.topics.values()} == {True}


SAME = re.compile(r"\.(place|unit|country)$|\.also\.")
"""Names of places and units may be the same in both languages."""


def test_every_text_is_there_in_both_languages_and_was_translated() -> None:
    same = [where for where, text in ALL if text.in_("en") == text.in_("es") and not SAME.search(where)]
    assert [where for where in same if where not in {"questions.study_medicine.yes_no.no", "questions.surgery.yes_no.no",
            "questions.transplant.yes_no.no"}] == []  # fmt: skip


def test_spanish_questions_open_with_their_mark_and_english_ones_have_none() -> None:
    for key, question in LUPUS.questions.items():
        assert "?" in question.text.ask.in_("en"), key
        assert "¿" in question.text.ask.in_("es"), key
        assert not re.search("[¿¡]", question.text.ask.in_("en")), key


DIAGNOSES = re.compile(
    r"\b(hiv|vih|aids|sida|hepatitis|tubercul\w+|tb|cancer\w*|cáncer\w*|neoplas\w+|tumou?r\w*|leuk\w+|leuc\w+|linfoma\w*|"
    r"lymphoma\w*|embaraz\w+ actual|abort\w*)\b",
    re.IGNORECASE,
)


def sensitive_criteria(study: StudyId) -> list[Criterion]:
    sensitive = {key for key, question in LUPUS.questions.items() if question.text.sensitive}
    return [one for one in screening(LUPUS, [study]).studies[study].criteria.values() if sensitive & set(one.questions)]


@pytest.mark.parametrize("key", BOTH)
@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_and_notes_beside_private_answers_name_no_diagnosis(key: StudyId, language: Language) -> None:
    assert sensitive_criteria(key)
    for one in sensitive_criteria(key):
        for text in (one.text.label, one.text.note, one.text.later, one.text.changed):
            assert text is None or not DIAGNOSES.search(text.in_(language)), one.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_at_all_names_a_private_diagnosis(language: Language) -> None:
    for study in LUPUS.studies.values():
        for one in study.criteria.values():
            assert not DIAGNOSES.search(one.text.label.in_(language)), one.id


def test_titles_of_sections_name_nothing_private() -> None:
    for section in LUPUS.text.order:
        for language in LANGUAGES:
            title = section.section.in_(language)
            assert not DIAGNOSES.search(title)
            assert not re.search(r"pregnan|embaraz|infec|sex|contracep|anticoncep", title, re.IGNORECASE)


def test_every_private_question_says_why_it_is_asked_and_that_it_may_be_skipped() -> None:
    for key, question in LUPUS.questions.items():
        if question.text.sensitive:
            assert question.text.reason is not None, key
            assert re.search(r"ask everyone", question.text.reason.in_("en")), key
            assert re.search(r"preguntan? a todas las personas", question.text.reason.in_("es")), key
            assert "You may skip this" in question.text.reason.in_("en"), key
            assert "Puede omitir esta pregunta" in question.text.reason.in_("es"), key


TREATMENTS = {
    "en": r"medicines?|drugs?|tablets?|pills?|doses?|treatments?|steroids?|birth control|method|biops\w+|tests?|care|"
    r"mycophenolate|cyclophosphamide|rituximab|belimumab|prednisone|breastfeeding|drips?|pregnan\w+",
    "es": r"medic\w+|fármacos?|pastillas?|dosis|tratamientos?|corticoides?|anticonceptiv\w+|biopsias?|pruebas?|análisis|"
    r"atención|micofenolato|ciclofosfamida|rituximab|belimumab|prednisona|lactancia|infusi\w+|embaraz\w+",
}
ADVICE = {
    "en": re.compile(
        r"(?:^|[,;:] |\b(?:and|or|then|please|you (?:can|could|should|must|may|need to|have to)) )"
        r"(?:start|stop|quit|change|switch|raise|lower|increase|reduce|skip|pause|delay|wean|repeat|take|shorten|get)\b"
        rf"[^.;:?]{{0,40}}\b(?:{TREATMENTS['en']})\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"(?:(?<!que )\b(?:empiece|inicie|deje|suspenda|cambie|aumente|suba|reduzca|baje|tome|retrase|repita|acorte|"
        r"interrumpa|omita|pause|hágase|póngase)|"
        r"\b(?:debe|debería|puede|podría|conviene|tiene que|hay que) (?:empezar|iniciar|dejar|suspender|cambiar|aumentar|"
        r"subir|reducir|bajar|tomar|retrasar|repetir|acortar|interrumpir|omitir)(?! con\b))\b"
        rf"[^.;:?]{{0,40}}\b(?:{TREATMENTS['es']})\b",
        re.IGNORECASE,
    ),
}
SAFE = {
    "en": re.compile(r"\b(?:nobody|no one|never|not|don't|if you)\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:nadie|nunca|no)\b", re.IGNORECASE),
}


def advice(text: str, language: Language) -> list[str]:
    """Sentences that tell to do something about a treatment, but for those that say not to."""
    return [
        sentence
        for sentence in re.split(r"(?<=[.!?;])\s+", text)
        if ADVICE[language].search(sentence) and not SAFE[language].search(sentence)
    ]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Stop your mycophenolate two weeks before."),
        ("en", "Please delay your treatment."),
        ("en", "You could ask again, or take a new biopsy."),
        ("en", "You should lower the dose."),
        ("es", "Deje la ciclofosfamida antes de venir."),
        ("es", "Debe retrasar su tratamiento."),
        ("es", "Repita la prueba."),
    ],
)
def test_the_word_list_finds_advice_about_a_treatment(language: Language, sentence: str) -> None:
    assert advice(sentence, language) == [sentence]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Nobody should start, stop or change a medicine because of this."),
        ("en", "Do not stop your tablets."),
        ("es", "Nadie debe dejar un medicamento por esto."),
        ("es", "No cambie la dosis."),
    ],
)
def test_the_word_list_lets_the_safety_sentences_through(language: Language, sentence: str) -> None:
    assert advice(sentence, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_hints_at_starting_stopping_or_changing_a_treatment(language: Language) -> None:
    assert [(where, found) for where, text in ALL for found in advice(text.in_(language), language)] == []


@pytest.mark.parametrize("key", BOTH)
def test_what_time_may_change_never_tells_to_do_anything_about_it(key: StudyId) -> None:
    told = re.compile(
        r"\b(you should|you must|try to|make sure|wait until|stop|start|debe|debería|tiene que|(?<!no )espere|procure|intente)\b",
        re.IGNORECASE,
    )
    for one in LUPUS.studies[key].criteria.values():
        for language in LANGUAGES:
            later = one.text.later.in_(language) if one.text.later else ""
            kept = [sentence for sentence in re.split(r"(?<=\.)\s+", later) if not re.search(r"Nobody|Nadie", sentence)]
            assert not told.search(" ".join(kept)), one.id


INFORMAL = re.compile(
    r"\b(?:tú|ti|contigo|tu|tus|te|tienes|eres|estás|puedes|debes|quieres|sabes|has|hazlo|haz|dinos|cuéntanos|vosotros|"
    r"vosotras|vuestr\w+|os|sois|tenéis|podéis|habéis|vos|tenés|podés|sos|che)\b|"
    r"(?:^|[.!?:;¡¿»]\s+)(?:elige|escribe|mira|pulsa|toca|pregunta|vuelve|lee|habla|responde|pide|consulta|recuerda)\b",
    re.IGNORECASE,
)
"""Words of tú, vos and vosotros; and commands of tú at the beginning of a sentence, where no third person stands."""


@pytest.mark.parametrize(
    "sentence", ["¿Cuántos años tienes?", "Elige una respuesta.", "Gracias. Mira tu informe.", "¿Sos mayor?"]
)
def test_the_word_list_finds_informal_spanish(sentence: str) -> None:
    assert INFORMAL.search(sentence)


@pytest.mark.parametrize(
    "sentence", ["Elija una respuesta.", "El equipo mira el informe.", "¿Cuántos años tiene usted?"]
)
def test_the_word_list_lets_formal_spanish_through(sentence: str) -> None:
    assert not INFORMAL.search(sentence)


def test_spanish_speaks_formally_everywhere() -> None:
    assert [(where, found[0]) for where, text in ALL if (found := INFORMAL.search(text.in_("es")))] == []


JUDGING = re.compile(
    r"\b(?:ineligible|not eligible|inelegible|no apt[oa]|no elegible|rejected|rechazad[oa]|congratulations|great news|"
    r"felicidades|enhorabuena|miracle|milagr\w+|breakthrough|promising|prometedor\w*|cures? lupus|curan? el lupus)\b",
    re.IGNORECASE,
)


def test_no_text_judges_praises_or_promises() -> None:
    found = [(where, word[0]) for where, text in ALL for key in LANGUAGES if (word := JUDGING.search(text.in_(key)))]
    assert found == []


def test_the_background_says_that_three_patients_are_no_control_group_and_tells_of_the_controlled_trial() -> None:
    about = LUPUS.topics
    three, controlled = (about[TopicId(key)] for key in ("three_patient_study", "controlled_evidence"))
    for language in LANGUAGES:
        assert re.search(r"control group|grupo de control|grupo control", three.text.in_(language))
        assert "18" in controlled.text.in_(language)
    assert "lupus" in about[TopicId("als")].text.in_("en")
