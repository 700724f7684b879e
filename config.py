"""Settings: what they are, where they come from, and what makes a start unsafe.

    settings = from_environment(os.environ)
    problems = check(settings)

Every setting is a line of `Settings` with what it is for; its variable is GROUNDWORK_ and the name in capitals.
`docs/settings.md` is written from them. Nothing else of the application reads the environment.
"""

from __future__ import annotations

import difflib
import importlib.util
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import MISSING, Field, dataclass, field, fields
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PREFIX = "GROUNDWORK_"
ROOT = Path(__file__).resolve().parent
OWN_DATA = ROOT / "instance"

JOBS = ("embedded", "worker", "celery", "inline")
MAIL = ("off", "smtp", "folder", "memory")
MODEL_SHAPES = ("openai", "anthropic")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")

SHORTEST_KEY = 32
"""Characters of a secret key: 32 random hexadecimal digits are 128 bits."""

FEWEST_CHARACTERS = 8
"""Different characters of a secret key: 32 random hexadecimal digits have about 14, never so few as this."""

MOST = {
    "workers": 10,
    "proxies": 8,
    "smtp_port": 65_535,
    "upload_mb": 200,
    "session_days": 366,
    "demo": 1,
    "own_mail_nearby": 1,
    "model_nearby": 1,
    "model_seconds": 120,
}
"""Largest values: more threads than this outnumber the database's connections, the others are slips."""

KNOWN_KEYS = frozenset({"dev", "development", "secret", "changeme", "change-me", "groundwork"})


class BadSetting(Exception):
    """A variable holds what its setting cannot be; the sentence says which and what would do."""


def setting(default: Any, about: str, *, secret: bool = False) -> Any:
    """A setting with its default and what it is for. A secret one is never printed."""
    return field(default=default, repr=not secret, metadata={"about": about, "secret": secret})


@dataclass(frozen=True, kw_only=True)
class Settings:
    """All settings. The classes below differ in their defaults and in what `check` asks of them."""

    environment = "development"

    data: Path = setting(  # noqa: RUF009 (a path cannot be changed)
        OWN_DATA, "folder for the database, the secret key, stored documents and backups"
    )
    database_url: str = setting("", "`postgresql://user:password@host/name`; empty: SQLite in `DATA`", secret=True)
    secret_key: str = setting("", "signs cookies and forms; empty: made once and kept in the data folder", secret=True)
    address: str = setting("http://127.0.0.1:5000", "where browsers reach this site; links in mails begin with it")
    proxies: int = setting(0, "how many proxies of yours stand in front and add `X-Forwarded-For` and `-Proto`")
    jobs: str = setting("embedded", f"who does background work: {', '.join(JOBS[:3])} (`inline` is for tests)")
    workers: int = setting(2, "threads that do background work in a process")
    broker_url: str = setting("", "for `celery`: the queue, such as `redis://host/0`", secret=True)
    mail: str = setting("off", "how mail to users leaves: off, smtp, or folder (files in the data folder)")
    mail_sender: str = setting("", "address that mail to users comes from")
    smtp_host: str = setting("", "mail server")
    smtp_port: int = setting(587, "its port; 465 is encrypted from the start, others by STARTTLS")
    smtp_user: str = setting("", "name to sign in to it; empty: without")
    smtp_password: str = setting("", "password to sign in to it", secret=True)
    own_mail_nearby: int = setting(
        0, "1: mail servers that users set up for their own letters may lie on this machine or network"
    )
    model_url: str = setting(
        "", "where a language model answers, such as `https://host/v1`; empty: none, see docs/model.md"
    )
    model_shape: str = setting("openai", f"how it is asked: {' or '.join(MODEL_SHAPES)}")
    model_name: str = setting("", "its name there")
    model_key: str = setting("", "key for it", secret=True)
    model_nearby: int = setting(0, "1: it may run on this very machine, as `http://127.0.0.1:port/v1`")
    model_seconds: int = setting(30, "it may take so many seconds in all")
    contact: str = setting("", "how a site's owner reaches you (`mailto:...`); stands in every request to a source")
    hospitals: str = setting("", "a file of the CMS hospital directory, read instead of asking the source")
    replay: str = setting("", "folder of recorded answers; research then asks it instead of the network")
    replay_ms: int = setting(0, "a recorded answer comes after so many milliseconds at most, as a live one would")
    demo: int = setting(0, "1: this is the demonstration, and the page to sign in says with what; never on a server")
    research_seconds: int = setting(90, "a research run asks its sources for so long at most")
    sources_off: frozenset[str] = setting(frozenset(), "sources that research leaves out, with commas")
    sources_on: frozenset[str] = setting(frozenset(), "sources that research asks though they are off by default")
    source_keys: frozenset[str] = setting(
        frozenset(), "keys that sources need or can use, as `NAME=value` with commas; see docs/sources.md", secret=True
    )
    idle_hours: int = setting(12, "a sign-in ends after so many hours without a page")
    session_days: int = setting(30, "and after so many days at the latest")
    upload_mb: int = setting(20, "largest upload, in megabytes")
    log_level: str = setting("INFO", f"what is logged: {', '.join(LOG_LEVELS)}")

    @property
    def database(self) -> str:
        """The database's URL, also where none is set."""
        return self.database_url or f"sqlite:///{(self.data / 'groundwork.sqlite3').as_posix()}"

    @property
    def cache(self) -> Path:
        """The folder where fetched documents are kept, so that a source is asked once for what it said."""
        return self.data / "documents"

    @property
    def keys_of_sources(self) -> dict[str, str]:
        """What sources need or can use, by name."""
        pairs = (pair.partition("=") for pair in self.source_keys)
        return {name.strip(): value.strip() for name, _, value in pairs}

    @property
    def https(self) -> bool:
        """Whether browsers reach the site by https."""
        return self.address.startswith("https://")

    @property
    def upgrades_by_itself(self) -> bool:
        """Whether a start brings the database's tables up to date, or refuses and waits for somebody to do it."""
        return self.environment != "production"


@dataclass(frozen=True, kw_only=True)
class Development(Settings):
    """One's own machine: the database in the data folder, a key made by itself, no mail."""


@dataclass(frozen=True, kw_only=True)
class Testing(Settings):
    """Tests: jobs run when the test says so, mail stays in memory. `data` has to be the test's own folder."""

    environment = "testing"
    secret_key: str = setting("a key for tests only, as long as one has to be", "", secret=True)
    jobs: str = setting("inline", "")
    mail: str = setting("memory", "")


@dataclass(frozen=True, kw_only=True)
class Production(Settings):
    """A server for a team, reached from other machines: see `check` for what it must have."""

    environment = "production"


KINDS: dict[str, type[Settings]] = {kind.environment: kind for kind in (Development, Testing, Production)}


def from_environment(environ: Mapping[str, str]) -> Settings:
    """The settings that these variables say; what they leave out has its default.

    GROUNDWORK_ENVIRONMENT chooses among development (the default), testing and production.

    Raises: BadSetting with every variable that cannot be read, one sentence each.
    """
    chosen = environ.get(f"{PREFIX}ENVIRONMENT", "").strip().lower() or Development.environment
    if chosen not in KINDS:
        raise BadSetting(f"{PREFIX}ENVIRONMENT is {chosen!r}; it can be {', '.join(KINDS)}.")
    values, problems = {}, _misspelled(environ)
    for one in fields(KINDS[chosen]):
        text = environ.get(variable(one), "").strip()
        if not text:
            continue
        try:
            values[one.name] = _read(one, text)
        except ValueError as error:
            problems.append(f"{variable(one)} {error}.")
    if problems:
        raise BadSetting(" ".join(problems))
    return KINDS[chosen](**values)


def _misspelled(environ: Mapping[str, str]) -> list[str]:
    """Variables that are no setting and look like one: what was meant to be safe would silently not be."""
    known = {variable(one) for one in fields(Settings)} | {f"{PREFIX}ENVIRONMENT"}
    ours = sorted(name for name in environ if name.startswith(PREFIX) and name not in known)
    near = ((name, difflib.get_close_matches(name, known, n=1, cutoff=0.9)) for name in ours)
    return [f"{name} is no setting; {meant[0]} is." for name, meant in near if meant]


def variable(one: Field[Any]) -> str:
    """The environment variable of a setting."""
    return PREFIX + one.name.upper()


def _read(one: Field[Any], text: str) -> Any:
    """Raises: ValueError in words that go on from the variable's name."""
    if one.type == "int":
        if not (text.isascii() and text.isdigit() and len(text) <= 9):
            raise ValueError("has to be a whole number")
        return int(text)
    if one.type == "Path":
        return Path(text).expanduser().resolve()
    if one.type == "frozenset[str]":
        return frozenset(part.strip() for part in text.split(",") if part.strip())
    if not text.isprintable():
        raise ValueError("holds characters that cannot be printed")
    return text


# --- what makes a start unsafe ------------------------------------------------------------------------------------


def check(settings: Settings) -> list[str]:
    """Every problem of these settings as a sentence; empty when the application may start."""
    problems = [*_problems_of_words(settings), *_problems_of_mail(settings), *_problems_of_model(settings)]
    if settings.environment == "production":
        problems += _problems_of_production(settings)
    return problems


def _problems_of_words(settings: Settings) -> list[str]:
    problems = []
    for name, allowed in (("jobs", JOBS), ("mail", MAIL), ("log_level", LOG_LEVELS)):
        value = getattr(settings, name)
        if value not in allowed:
            problems.append(f"{PREFIX}{name.upper()} is {value!r}; it can be {', '.join(allowed)}.")
    if settings.jobs == "inline" and settings.environment != "testing":
        problems.append(f"{PREFIX}JOBS is inline, which does background work in tests only: choose embedded or worker.")
    if settings.jobs == "celery" and not settings.broker_url:
        problems.append(f"{PREFIX}JOBS is celery and {PREFIX}BROKER_URL is empty: say where the queue is.")
    if settings.jobs == "celery" and importlib.util.find_spec("celery") is None:
        problems.append(f"{PREFIX}JOBS is celery, which is not installed: `pip install celery[redis]`.")
    counts = ("workers", "idle_hours", "session_days", "upload_mb", "smtp_port", "research_seconds", "model_seconds")
    problems += [f"{PREFIX}{name.upper()} has to be 1 or more." for name in counts if getattr(settings, name) < 1]
    problems += [
        f"{PREFIX}{name.upper()} can be {most} at most."
        for name, most in MOST.items()
        if getattr(settings, name) > most
    ]
    if settings.broker_url and not settings.broker_url.startswith(("redis://", "rediss://", "redis+socket://")):
        problems.append(f"{PREFIX}BROKER_URL has to begin with redis:// or rediss://.")
    if settings.contact and not _is_contact(settings.contact):
        problems.append(f"{PREFIX}CONTACT has to be mailto:you@example.org or the https:// address of a page.")
    if not _is_address(settings.address):
        problems.append(f"{PREFIX}ADDRESS is no address of a site, such as https://groundwork.example.org.")
    elif urlsplit(settings.address).path not in ("", "/") or urlsplit(settings.address).query:
        problems.append(f"{PREFIX}ADDRESS has to end with the host: Groundwork answers at the top of its site only.")
    if any(not value for value in settings.keys_of_sources.values()):
        problems.append(f"{PREFIX}SOURCE_KEYS has to be pairs such as OPENALEX_API_KEY=abc123, with commas.")
    url = settings.database_url
    if url and not url.startswith(("postgresql://", "postgresql+psycopg://", "sqlite:////", "sqlite:///")):
        problems.append(f"{PREFIX}DATABASE_URL has to begin with postgresql:// or sqlite:///.")
    if url.startswith("postgresql") and importlib.util.find_spec("psycopg") is None:
        problems.append(
            f"{PREFIX}DATABASE_URL is PostgreSQL, whose driver is not installed: `pip install psycopg[binary]`."
        )
    if url.startswith("sqlite") and url.partition("///")[2] in ("", "/", ":memory:"):
        problems.append(f"{PREFIX}DATABASE_URL names no file; leave it empty for one in the data folder.")
    return problems + _problems_of_paths(settings)


def _problems_of_paths(settings: Settings) -> list[str]:
    problems = []
    if settings.replay and not (Path(settings.replay) / "index.jsonl").is_file():
        problems.append(f"{PREFIX}REPLAY names what does not exist, or is no folder of recordings with an index.jsonl.")
    if settings.hospitals and not Path(settings.hospitals).is_file():
        problems.append(f"{PREFIX}HOSPITALS names what does not exist, or is no file.")
    return problems


def _is_contact(text: str) -> bool:
    if text.startswith("mailto:"):
        return "@" in text and " " not in text
    return text.startswith("https://") and _is_address(text)


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        port_is_fine = parts.port is None or parts.port > 0
        return parts.scheme in ("http", "https") and bool(parts.hostname) and port_is_fine and " " not in text
    except ValueError:
        return False


def _problems_of_mail(settings: Settings) -> list[str]:
    problems = []
    if settings.mail in ("smtp", "folder") and "@" not in settings.mail_sender:
        problems.append(f"{PREFIX}MAIL is {settings.mail} and {PREFIX}MAIL_SENDER is no address: mail needs a sender.")
    if settings.mail == "smtp" and not settings.smtp_host:
        problems.append(f"{PREFIX}MAIL is smtp and {PREFIX}SMTP_HOST is empty: say which server takes the mail.")
    if settings.mail == "memory" and settings.environment != "testing":
        problems.append(f"{PREFIX}MAIL is memory, which loses all mail but in tests: choose off, smtp or folder.")
    return problems


def _problems_of_model(settings: Settings) -> list[str]:
    if not settings.model_url:
        return []
    problems = []
    if settings.model_shape not in MODEL_SHAPES:
        allowed = " or ".join(MODEL_SHAPES)
        problems.append(f"{PREFIX}MODEL_SHAPE is {settings.model_shape!r}; it can be {allowed}.")
    if not settings.model_name:
        problems.append(f"{PREFIX}MODEL_URL is set and {PREFIX}MODEL_NAME is empty: say which model is to answer.")
    if not settings.model_key.isascii() or " " in settings.model_key:
        problems.append(f"{PREFIX}MODEL_KEY holds what no key does: blanks, or letters beyond A to Z.")
    return problems + _problems_of_model_url(settings)


def _problems_of_model_url(settings: Settings) -> list[str]:
    url = settings.model_url
    if not _is_address(url) or "@" in url or "?" in url or "#" in url:
        return [f"{PREFIX}MODEL_URL is no address such as https://host/v1, without a name, a ? or a # in it."]
    if _is_loopback(url):
        if settings.model_nearby:
            return []
        return [f"{PREFIX}MODEL_URL leads to this machine: set {PREFIX}MODEL_NEARBY to 1 if that is meant."]
    if not url.startswith("https://"):
        return [f"{PREFIX}MODEL_URL is http, where letters and key travel readable: use https."]
    return []


def _problems_of_production(settings: Settings) -> list[str]:
    problems = []
    if not settings.secret_key:
        problems.append(f"{PREFIX}SECRET_KEY is empty: set one of {SHORTEST_KEY} random characters or more.")
    elif len(settings.secret_key) < SHORTEST_KEY or settings.secret_key.casefold() in KNOWN_KEYS | {_testing_key()}:
        problems.append(f"{PREFIX}SECRET_KEY is short or known: set one of {SHORTEST_KEY} random characters or more.")
    elif len(set(settings.secret_key)) < FEWEST_CHARACTERS:
        problems.append(f"{PREFIX}SECRET_KEY repeats itself: set one of {SHORTEST_KEY} random characters or more.")
    if settings.replay:
        problems.append(f"{PREFIX}REPLAY is set: research would answer from recordings as if it had asked.")
    if settings.demo:
        problems.append(f"{PREFIX}DEMO is set: everybody knows the demonstration's password, so no server may be it.")
    if not settings.https and not _is_loopback(settings.address):
        problems.append(f"{PREFIX}ADDRESS is http, where passwords travel readable: put a proxy with https in front.")
    if settings.https and not settings.proxies:
        problems.append(
            f"{PREFIX}ADDRESS is https and {PREFIX}PROXIES is 0: this server speaks http, "
            "so say how many proxies stand in front."
        )
    return problems


def _testing_key() -> str:
    return Testing().secret_key.casefold()


def _is_loopback(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def secret_key_of(settings: Settings) -> str:
    """The key that is set, or else the one kept in the data folder, made now if there is none yet.

    The file is readable by its owner only. Raises: OSError when it cannot be kept.
    """
    if settings.secret_key:
        return settings.secret_key
    kept = settings.data / "secret-key"
    if not kept.exists():
        settings.data.mkdir(parents=True, exist_ok=True)
        made = settings.data / f"secret-key.{secrets.token_hex(8)}"
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32))
        _put_in_place(made, kept)
    return kept.read_text("ascii").strip()


def _put_in_place(made: Path, kept: Path) -> None:
    """A link is made whole or not at all, and never over another: two starts at once agree on one key.

    Memory sticks and some shares know no links; there the file is moved.
    """
    try:
        with suppress(FileExistsError):
            os.link(made, kept)
    except OSError:
        if not kept.exists():
            made.replace(kept)
    made.unlink(missing_ok=True)


def described() -> list[tuple[str, str, str]]:
    """Every setting as (variable, default in words, what it is for), for the documentation."""
    rows = [(f"{PREFIX}ENVIRONMENT", "development", "development, testing or production")]
    return rows + [(variable(one), _default_in_words(one), one.metadata["about"]) for one in fields(Settings)]


def _default_in_words(one: Field[Any]) -> str:
    if one.default is MISSING or one.default in ("", frozenset()):
        return ""
    return one.default.relative_to(ROOT).as_posix() if isinstance(one.default, Path) else str(one.default)
