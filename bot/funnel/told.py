"""What the funnel has to say: lines for the log and for commands, none of which holds a count, a slot or a cell."""

import logging
from typing import Final

from bot.funnel.books import Finding, Trouble
from bot.funnel.counter import News, Notice
from bot.funnel.database import Reason, StoreError
from bot.funnel.release import UnreadableError
from bot.funnel.schema import SchemaTooNewError
from bot.plain import PlainError

LOG = logging.getLogger(__name__)

TOLD: Final = {
    Reason.LOCKED: "its database is locked",
    Reason.READ_ONLY: "its database is read-only",
    Reason.FULL: "its database's disk is full",
    Reason.DAMAGED: "its database is damaged; move its file away, and a new one is made",
    Reason.MISSING: "its database has no tables",
    Reason.AWAY: "its database cannot be reached or opened",
    Notice.SCHEMA_TOO_NEW: "its database belongs to a newer version of this program",
    Notice.CLOCK: "this machine's clock shows a time before 2025; nothing is counted until it is set right",
    Notice.FAILED: "something that was not foreseen",
}


class FunnelError(UnreadableError, PlainError):
    """The funnel cannot be kept or read; the message is one line that says what to do."""


class told:  # noqa: N801 - reads as a statement
    """Turn what the database says into a line that says what to do."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _trace: object) -> None:
        match fault:
            case StoreError(reason=reason):
                raise FunnelError(f"the funnel cannot be used: {TOLD[reason]}") from None
            case SchemaTooNewError():
                raise FunnelError("the funnel's database belongs to a newer version of this program") from None


def report(news: News) -> None:
    """Log what the counter has to tell; none of it holds a count, a slot or a cell."""
    match news:
        case Finding(study, Trouble.DAMAGED):
            LOG.warning(
                "the funnel's open tally of %s was damaged and has been set aside; counting goes on anew", study
            )
        case Finding(study, Trouble.FOREIGN):
            LOG.warning(
                "the funnel's open tally of %s is sealed with another key and is left untouched: "
                "add the earlier SECRET_KEY behind the present one, or give the tally up with `release --give-up %s`",
                study,
                study,
            )
        case Finding(study, Trouble.EARLY):
            LOG.warning(
                "the funnel counts nothing of %s until its next period, since this one was released before its end: "
                "is this machine's clock right? If it was wrong before, `release --mend TODAY` mends what it has done",
                study,
            )
        case Notice.RESUMED:
            LOG.warning("the funnel's database answers again; what waited has been merged")
        case Reason() | Notice():
            LOG.warning("the funnel waits, and chats go on: %s", TOLD[news])
