"""A poster for a study: one A4 page that needs nothing else, with the approved words, the link and its square code."""

from base64 import b64encode

from bot.conversation.wording import Wording
from bot.faces.html import environment
from bot.faces.web.square import link, square_of
from criteria.approval import is_approved
from criteria.condition import Condition, StudyDefinition
from criteria.fingerprint import wording_fingerprint
from criteria.languages import Language


def poster(
    wording: Wording, condition: Condition, study: StudyDefinition, language: Language, base: str, channel: str
) -> str:
    """The poster as HTML. Without an approval of this very wording it says that it is a demonstration."""
    address = link(base, study, channel)

    def say(name: str, **arguments: str) -> str:
        return wording.say(language, f"web-poster-{name}", **arguments)

    approval = study.text.approval if is_approved(condition, study.id) else None
    return (
        environment("bot.faces.web")
        .get_template("poster.html")
        .render(
            language=language,
            title=say("title", condition=condition.text.title.in_(language)),
            study=study.text.title.in_(language),
            about=condition.text.about.in_(language),
            summary=study.text.summary.in_(language),
            how=say("how"),
            voluntary=say("voluntary"),
            address=link(base, study).partition("://")[2],
            square=b64encode(square_of(address)).decode(),
            picture=say("picture"),
            demonstration="" if approval else wording.say(language, "demonstration"),
            foot=say(
                "foot",
                study=study.id,
                committee=approval.committee.in_(language) if approval else "—",
                reference=approval.reference if approval else "—",
                fingerprint=wording_fingerprint(condition, study.id),
            ),
        )
    )
