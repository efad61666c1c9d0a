"""Links that name neither illness nor number, the square code, prefetches, studies kept off a face, and posters."""

import re
import shutil
from pathlib import Path

import pytest
from studies import LUPUS
from typer.testing import CliRunner
from webchat import A, B, Visitor

from bot.commands.main import cli
from bot.faces.web.square import link, square_of
from criteria.catalogue import SHIPPED, DefinitionError, load
from criteria.condition import StudyId

pytest_plugins = ["web_fixtures"]
CODES = {key: study.code for key, study in LUPUS.studies.items()}


@pytest.mark.parametrize("study", [A, B])
@pytest.mark.parametrize("end", ["", "/"])
async def test_a_short_code_opens_its_study_and_tells_nothing(visitor: Visitor, study: str, end: str) -> None:
    code = CODES[StudyId(study)]
    assert re.fullmatch(r"[2-9b-df-hj-km-np-tv-xz]{4}", code)
    page = await visitor.open(f"/s/{code}{end}?lang=en")
    assert study in page.text
    assert (await visitor.press("data-forward")).question == "lupus_kidney"
    assert study in (await visitor.open(f"/s/{study}{end}?lang=en")).text


@pytest.mark.parametrize("end", ["", "/"])
async def test_an_illness_opens_with_or_without_a_slash(visitor: Visitor, end: str) -> None:
    page = await visitor.open(f"/i/{LUPUS.id}{end}?lang=en")
    assert {one["data-choice"] for one in page.all("button", "data-choice")} >= {A, B}


async def test_the_square_code_holds_the_link_and_no_ticket(visitor: Visitor) -> None:
    await visitor.begin(f"/s/{A}?lang=en")
    page = await visitor.answer_all()
    (picture,) = [one["src"] for one in page.all("img") if one["src"].startswith("/q/")]
    assert picture == f"/q/{CODES[StudyId(A)]}.svg"
    drawn = await visitor.client.get(picture)
    assert drawn.headers["content-type"] == "image/svg+xml"
    assert drawn.content == square_of(f"http://chat/s/{CODES[StudyId(A)]}")
    assert (await visitor.client.get("/q/nothing.svg")).status_code == 404


async def test_a_page_with_a_ticket_is_not_fetched_before_somebody_asks(visitor: Visitor) -> None:
    page = await visitor.begin(f"/s/{A}?lang=en")
    path = page.response.url.path
    for header, value in (("sec-purpose", "prefetch;prerender"), ("sec-purpose", "prefetch"), ("purpose", "prefetch")):
        assert (await visitor.client.get(path, headers={header: value})).status_code == 403
    assert (await visitor.client.get(path)).status_code == 200


async def test_the_accessibility_statement_can_be_read_in_both_languages(visitor: Visitor) -> None:
    for language in ("en", "es"):
        page = await visitor.open(f"/accessibility?lang={language}")
        assert "EN 301 549" in page.text
        assert page.all("html")[0]["lang"] == language


def test_a_study_may_be_kept_off_a_face_and_a_code_stands_once(tmp_path: Path) -> None:
    folder = shutil.copytree(SHIPPED / "lupus_nephritis", tmp_path / "lupus_nephritis")
    file = folder / f"{A}.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("approval: null", "approval: null\ncode: k7q2\nfaces: [web]"), "utf-8")
    catalogue = load(folder)
    assert catalogue.find("K7Q2") is not None
    assert list(catalogue.on("web").conditions[LUPUS.id].studies) == [A, B]
    assert list(catalogue.on("telegram").conditions[LUPUS.id].studies) == [B]
    other = folder / f"{B}.yaml"
    other.write_text(other.read_text("utf-8").replace("approval: null", "approval: null\ncode: k7q2"), "utf-8")
    with pytest.raises(DefinitionError, match="its short code `k7q2` is also that of"):
        load(folder)


def test_a_poster_has_the_link_its_channel_the_words_and_the_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (
        *(("PUBLIC_URL", "https://studies.example.org"), ("OPERATOR", "A"), ("PRIVACY_CONTACT", "B")),
        *(("HELP_CONTACT", "C"), ("CHANNELS", "clinic"), ("SECRET_KEY", "k" * 32)),
    ):
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, ["poster", A, "--channel", "clinic", "--out", "out"])
    assert done.exit_code == 0, done.output
    study = LUPUS.studies[StudyId(A)]
    for language in ("en", "es"):
        page = (tmp_path / "out" / f"{A}-poster-{language}.html").read_text("utf-8")
        assert study.text.title.in_(language) in page
        assert f"studies.example.org/s/{study.code}" in page
        assert 'class="mark"' in page
    assert link("https://x.org/", study, "clinic") == f"https://x.org/s/{study.code}?c=clinic"
    assert CliRunner().invoke(cli, ["poster", A, "--channel", "nowhere"]).exit_code == 1
