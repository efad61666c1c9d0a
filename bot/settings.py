"""The settings: read once from the environment and `.env`; a wrong value is refused by name, never shown."""

from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

SHORTEST_SECRET = 32


class SettingsError(Exception):
    """The settings cannot be used; the message names each setting and what to do, and no value."""


class Settings(BaseSettings):
    """Everything that can be set; nothing has to be."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8080
    criteria: Path | None = None
    """A folder of definitions in place of the shipped ones."""
    data: Path = Path("data")
    """Where the key file is kept."""
    secret_key: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    """Seals the tickets; earlier keys after the present one, so that their tickets still open."""
    operator: str = ""
    privacy_contact: str = ""
    help_contact: str = ""
    public_url: str = ""
    log_level: Annotated[str, Field(pattern="^(DEBUG|INFO|WARNING|ERROR)$")] = "INFO"

    @field_validator("secret_key", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
        if any(len(key.get_secret_value()) < SHORTEST_SECRET for key in value):
            raise ValueError(
                f"each key needs {SHORTEST_SECRET} characters or more; make one with: openssl rand -hex 32"
            )
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
    def _named_in_public(self) -> "Settings":
        if self.public_url:
            missing = [name for name in ("operator", "privacy_contact", "help_contact") if not getattr(self, name)]
            if missing:
                names = ", ".join(name.upper() for name in missing)
                raise ValueError(f"with PUBLIC_URL, these are needed, too, since the notice shows them: {names}")
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
