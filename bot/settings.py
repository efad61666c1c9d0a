"""The settings: read once from the environment and `.env`; a wrong value is refused by name, never shown."""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.conversation.languages import DEFAULT
from bot.conversation.ticket import OLDEST
from bot.funnel.cells import Detail
from bot.funnel.counting import channel_numbers
from bot.funnel.plan import Plan
from bot.plain import PlainError
from criteria.languages import LANGUAGES, Language

SHORTEST_SECRET = 32
POSTGRES = "postgresql+asyncpg"
SQLITE = "sqlite+aiosqlite"
DEMONSTRATION_FILE = "demonstration.db"
MOST_CHANNELS = 30
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
HERE = (IPv4Network("127.0.0.1"), IPv6Network("::1"))
"""This machine itself."""


class SettingsError(PlainError):
    """The settings cannot be used; the message names each setting and what to do, and no value."""


def _known_language(value: str) -> Language:
    if value not in LANGUAGES:
        raise ValueError(f"use one of the languages that the program has: {', '.join(LANGUAGES)}")
    return value


class Settings(BaseSettings):
    """Everything that can be set; nothing has to be."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8080
    criteria: Path | None = None
    """A folder of definitions in place of the shipped ones."""
    data: Path = Path("data")
    """Where the key file and the funnel's database are kept."""
    secret_key: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    """Seals the tickets; earlier keys after the present one, so that their tickets still open."""
    operator: str = ""
    privacy_contact: str = ""
    help_contact: str = ""
    public_url: str = ""
    trusted_proxies: Annotated[tuple[IPv4Network | IPv6Network, ...], NoDecode] = HERE
    """The addresses or networks of reverse proxies that are believed when they name a client."""
    web_hours: Annotated[int, Field(ge=1, le=OLDEST)] = 72
    """For so many hours from its start, the addresses of a web conversation open."""
    telegram_bot_token: SecretStr | None = None
    """From BotFather; without it there is no Telegram."""
    telegram_webhook_secret: SecretStr | None = None
    """With it and PUBLIC_URL, Telegram delivers to us; without it, we ask Telegram."""
    telegram_api_url: str = ""
    """Another Bot API server than Telegram's own."""
    database_url: SecretStr | None = None
    """Where the funnel is kept; a SQLite file in the data folder unless it is set."""
    funnel_weeks: Annotated[int, Field(ge=1, le=52)] = 4
    funnel_epsilon: Annotated[Decimal, Field(ge=Decimal("0.5"), le=2, max_digits=4)] = Decimal(1)
    funnel_detail: Detail = Detail.QUESTIONS
    funnel_per_source: Annotated[int, Field(ge=1, le=16_384)] = 300
    """The most sessions of one network address that are counted in a period."""
    channels: Annotated[tuple[str, ...], NoDecode] = ()
    """The names of the recruitment channels that are counted; none, and no channel is."""
    coordinator_ids: Annotated[tuple[int, ...], NoDecode] = ()
    """The Telegram ids of the coordinators."""
    default_language: Annotated[Language, AfterValidator(_known_language)] = DEFAULT
    """In which somebody is greeted whose browser or Telegram tells no language."""
    log_level: str = "INFO"

    @field_validator("trusted_proxies", mode="wrap")
    @classmethod
    def _networks(
        cls, value: object, handler: Callable[[object], tuple[IPv4Network | IPv6Network, ...]]
    ) -> tuple[IPv4Network | IPv6Network, ...]:
        try:
            return handler(value)
        except ValidationError:
            raise ValueError("write addresses or networks, like 127.0.0.1,172.16.0.0/12") from None

    @field_validator("host")
    @classmethod
    def _without_brackets(cls, value: str) -> str:
        return value.strip("[]")

    @field_validator("log_level")
    @classmethod
    def _known_level(cls, value: str) -> str:
        if value.strip().upper() not in LEVELS:
            raise ValueError(f"it is one of {', '.join(LEVELS)}")
        return value.strip().upper()

    @field_validator("secret_key", "channels", "coordinator_ids", "trusted_proxies", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("*", mode="before")
    @classmethod
    def _readable(cls, value: object) -> object:
        if isinstance(value, str):
            try:
                value.encode()
            except UnicodeEncodeError:
                raise ValueError("it is not UTF-8: write it again") from None
        return value

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
        if any(len(key.get_secret_value()) < SHORTEST_SECRET for key in value):
            raise ValueError(
                f"each key needs {SHORTEST_SECRET} characters or more; make one with: openssl rand -hex 32"
            )
        return value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        kind, separator, rest = value.get_secret_value().partition("://")
        kind = {"postgresql": POSTGRES, "postgres": POSTGRES, "sqlite": SQLITE}.get(kind, kind)
        if not separator or kind not in {POSTGRES, SQLITE} or not re.fullmatch(r"\S+", rest):
            raise ValueError(
                "it begins with postgresql+asyncpg:// (like postgresql+asyncpg://user:password@host/name) or sqlite+aiosqlite:///"
            )
        return SecretStr(f"{kind}://{rest}")

    @field_validator("channels")
    @classmethod
    def _told_apart(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if any(not re.fullmatch(r"[a-z0-9-]{1,32}", name) for name in value):
            raise ValueError("a channel's name has 1 to 32 small letters, digits and hyphens, like poster-ward-3")
        if len(value) > MOST_CHANNELS or len(set(value)) < len(value):
            raise ValueError(f"at most {MOST_CHANNELS} channels, each named once")
        numbers = channel_numbers(value)
        if len({*numbers.values(), 0}) <= len(numbers):
            raise ValueError("two of the names happen to look the same inside a ticket; change one a little")
        return value

    @field_validator("public_url")
    @classmethod
    def _https(cls, value: str) -> str:
        if value and not value.startswith("https://"):
            raise ValueError("it begins with https://")
        if value.removeprefix("https://").rstrip("/").count("/"):
            raise ValueError("it is the address of a host without a path, like https://studies.example.org")
        return value.rstrip("/")

    @model_validator(mode="after")
    def _webhook(self) -> "Settings":
        if self.telegram_webhook_secret and not (self.telegram_bot_token and self.public_url):
            raise ValueError("with TELEGRAM_WEBHOOK_SECRET, TELEGRAM_BOT_TOKEN and PUBLIC_URL are needed, too")
        if self.telegram_webhook_secret and not self.secret_key:
            raise ValueError("with TELEGRAM_WEBHOOK_SECRET, SECRET_KEY is needed, too: every replica uses the same")
        return self

    @property
    def webhook_secret(self) -> str:
        """What Telegram sends with each update; empty without a webhook."""
        return self.telegram_webhook_secret.get_secret_value() if self.telegram_webhook_secret else ""

    @model_validator(mode="after")
    def _shared_key(self) -> "Settings":
        if self.database.startswith(POSTGRES) and not self.secret_key:
            raise ValueError("with DATABASE_URL for PostgreSQL, SECRET_KEY is needed, too: every replica uses the same")
        return self

    @property
    def database(self) -> str:
        """Where the funnel is kept, with its password; never to be shown."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"{SQLITE}:///{(self.data / 'funnel.db').absolute()}"

    @property
    def demonstration_file(self) -> Path:
        """Where the demonstration's invented people are kept."""
        return (self.data / DEMONSTRATION_FILE).absolute()

    def plan(self, *, demonstration: bool = False) -> Plan:
        """Where the funnel, or its demonstration, is kept and how it is counted."""
        database = f"{SQLITE}:///{self.demonstration_file}" if demonstration else self.database
        epsilon = Fraction(self.funnel_epsilon)
        return Plan(
            database,
            self.channels,
            self.funnel_weeks,
            self.funnel_detail,
            epsilon,
            self.funnel_per_source,
            demonstration,
        )

    @model_validator(mode="after")
    def _named_in_public(self) -> "Settings":
        if self.public_url or self.telegram_bot_token:
            missing = [name for name in ("operator", "privacy_contact", "help_contact") if not getattr(self, name)]
            if missing:
                names = ", ".join(name.upper() for name in missing)
                raise ValueError(
                    f"with PUBLIC_URL or a token, these are needed, too, since the notice shows them: {names}"
                )
        return self


def read() -> Settings:
    """The settings as they are now; raises SettingsError."""
    try:
        return Settings()
    except ValidationError as errors:
        told = []
        for error in errors.errors(include_url=False, include_input=False, include_context=False):
            name = ".".join(str(part) for part in error["loc"][:1]).upper()
            told.append(
                f"{name}: {error['msg'].removeprefix('Value error, ')}"
                if name
                else error["msg"].removeprefix("Value error, ")
            )
        raise SettingsError("; ".join(told)) from None
    except UnicodeDecodeError:
        raise SettingsError("the file .env is not UTF-8: save it with the encoding UTF-8") from None
    except OSError as error:
        raise SettingsError(f"the file .env cannot be read ({error.strerror}): change its permissions") from None
