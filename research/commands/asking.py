"""What `person` and `organization` share: the arguments, the sources to ask, the run, and showing what came."""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from research import registry
from research.address import parse_url
from research.cache import FolderCache, MemoryCache
from research.commands.display import Progress, print_dossier
from research.commands.output import print_json, print_text
from research.connector import Connector
from research.connectors import given_pages
from research.dossier import Dossier, assemble
from research.dossier_file import check_writable, load, update
from research.dossier_json import to_dict
from research.errors import InputError, Refused, Unreadable
from research.files import read_bytes, shown_name
from research.gather import STOPPED, Fetcher
from research.http import Client, Policy
from research.identifiers import SCHEMES, checked
from research.investigation import Investigation, described_sources, investigate
from research.markdown import to_markdown
from research.pages.content import content_of
from research.pages.pdf_text import pdf_pages
from research.places import state_code
from research.replay import Replay
from research.types import Document, Identifier, Query, Request, utc_now

LONGEST_NAME = 200
MOST_FILES = 200
LARGEST_FILE = 20_000_000
LARGEST_TOTAL = 100_000_000
"""Bytes of all files together: more would not be read within a run's time."""
MOST_URLS = given_pages.SOURCE.budget
LONGEST_RECORD = 300
DEFAULT_DEADLINE_S = 30.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of a research run, for a person and an organization alike."""
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--state", default="", help="the US state, two letters or its name")
    parser.add_argument("--city", default="", help="the town")
    parser.add_argument("--website", default="", help="the organization's web site")
    parser.add_argument(
        "--identifier",
        action="append",
        default=[],
        metavar="SCHEME:NUMBER",
        help="a known number of the one asked for, such as ccn:100001, ein:..., npi:..., orcid:... (repeatable)",
    )
    parser.add_argument("--url", action="append", default=[], metavar="URL", help="a page to read as well (repeatable)")
    parser.add_argument(
        "--file", action="append", default=[], metavar="FILE", help="a text, page or PDF of yours to read (repeatable)"
    )
    parser.add_argument(
        "--text", action="append", default=[], metavar="TEXT", help="pasted text; - reads standard input"
    )
    parser.add_argument(
        "--replay", type=Path, metavar="DIR", help="answer from a folder of recordings, not the network"
    )
    parser.add_argument("--only", action="append", default=[], metavar="SOURCE", help="ask these sources only")
    parser.add_argument("--without", action="append", default=[], metavar="SOURCE", help="leave these sources out")
    parser.add_argument(
        "--deadline", type=float, default=DEFAULT_DEADLINE_S, metavar="S", help="seconds for the whole run"
    )
    parser.add_argument(
        "--same",
        action="append",
        default=[],
        metavar="RECORD",
        help="this is the one meant: a record, file or address that the dossier asks about",
    )
    parser.add_argument(
        "--not", dest="other", action="append", default=[], metavar="RECORD", help="this is not the one meant"
    )
    parser.add_argument("--save", type=Path, metavar="FILE", help="keep the dossier (and your decisions) in this file")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keep what was fetched in this folder")
    parser.add_argument("--include-pay", action="store_true", help="also read the pay of officers from public returns")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="print the dossier as one JSON object")
    shape.add_argument("--markdown", action="store_true", help="print the dossier as Markdown")


def plain_name(text: str, what: str) -> str:
    """A name as typed, white space folded. Raises: InputError for what cannot be a name."""
    if any(0xD800 <= ord(c) <= 0xDFFF for c in text):
        raise InputError(f"The {what} holds characters that are no text; type it again.")
    if any(unicodedata.category(c) == "Cc" and c not in "\t\n\r" for c in text):
        raise InputError(f"The {what} holds control characters; type it again.")
    folded = " ".join(text.split())
    if not any(c.isalnum() for c in folded):
        raise InputError(f"The {what} is empty: type it, in quotes if it has blanks.")
    if len(folded) > LONGEST_NAME:
        raise InputError(f"The {what} has {len(folded):,} characters; the longest that makes sense is {LONGEST_NAME}.")
    return folded


def plain_state(text: str) -> str:
    """The state's two letters, or "". Raises: InputError for a state that is none."""
    if not text.strip():
        return ""
    letters = state_code(text.strip()) if len(text) < 60 else ""
    if not letters:
        raise InputError(f"{text.strip()[:40]!r} is no US state; give its two letters, such as FL.")
    return letters


def identifiers(given: Sequence[str]) -> tuple[Identifier, ...]:
    """Numbers as the user gave them, "ccn:100001". Raises: InputError, saying how a number of the scheme looks."""
    found = []
    for text in given:
        scheme, colon, value = text.partition(":")
        if not colon or scheme.strip().lower() not in SCHEMES:
            known = ", ".join(sorted(SCHEMES))
            raise InputError(f"{text[:60]!r} is no identifier; it looks like ccn:100001. Schemes: {known}.")
        scheme = scheme.strip().lower()
        found.append(Identifier(scheme, checked(scheme, value.strip())))
    return tuple(found)


def listed(words: Sequence[str]) -> tuple[str, ...]:
    """Names of sources given one by one or with commas between. Raises: InputError when there is none among them."""
    names = tuple(part.strip() for word in words for part in word.split(",") if part.strip())
    if words and not names:
        raise InputError("No source is named; `python -m research sources` lists them.")
    return names


def settings() -> Mapping[str, str]:
    """The settings that sources may use, from the environment: API keys and the contact address."""
    names = {name for c in registry.all_connectors().values() for name in (*c.SOURCE.needs, *c.SOURCE.optional)}
    return {name: os.environ[name] for name in sorted(names) if os.environ.get(name)}


def plain_deadline(seconds: float) -> float:
    """The seconds that a run may take. Raises: InputError."""
    if not 0.1 <= seconds <= 3600:  # what is no number (nan) is not between two numbers either
        raise InputError("The deadline is a number of seconds between 0.1 and 3600.")
    return seconds


def plain_addresses(given: Sequence[str]) -> tuple[str, ...]:
    """The pages that the user names. Raises: InputError for what is no web address."""
    if len(given) > MOST_URLS:
        raise InputError(f"At most {MOST_URLS} addresses at once; {len(given):,} were given.")
    addresses = tuple(address.strip() for address in given)
    for address in addresses:
        try:
            parse_url(address)
        except Refused as error:
            raise InputError(f"{address[:80]!r} is no address that can be read: {error}") from error
    return addresses


def plain_website(text: str) -> str:
    """The organization's web site, as typed. Raises: InputError for what cannot be one."""
    site = text.strip()
    if site:
        plain_addresses([site if "//" in site else f"https://{site}"])
    return site


def run(query: Query, args: argparse.Namespace) -> int:
    """Research the query as the arguments say and show the dossier.

    Returns 0, 1 when nothing at all was found, or 130 when the user stopped the run (what had come is shown).
    Raises: InputError, before anything is asked; after the dossier was shown only when it cannot be saved.
    """
    deadline_s = plain_deadline(args.deadline)
    connectors = registry.choose(listed(args.only), listed(args.without), settings())
    if (args.file or args.text or args.url) and given_pages not in connectors:
        connectors = (*connectors, registry.all_connectors()[given_pages.SOURCE.key])
    if not connectors:
        raise InputError("No source is left to ask: --without names all that --only names.")
    given = {given_pages.SOURCE.key: documents(args.file, args.text)}
    verdicts = decisions(args, query)
    if args.save:
        check_writable(args.save)
    now = utc_now()
    fetcher: Fetcher = Replay(args.replay, now) if args.replay else client(args)
    with Progress(connectors, quiet=args.json or args.markdown) as progress:
        found = investigate(
            query,
            fetcher,
            now=now,
            connectors=connectors,
            deadline_s=deadline_s,
            given=given,
            verdicts=verdicts,
            show=progress.show,
        )
    return _handed_over(found, args, connectors, now)


def _handed_over(found: Investigation, args: argparse.Namespace, connectors: Sequence[Connector], now: datetime) -> int:
    """Save the dossier where that is wanted, and show it in any case. Returns the exit code. Raises: InputError."""
    dossier, unsaved = found.dossier, None
    if args.save:
        try:
            dossier = update(args.save, lambda saved: _with_decisions(saved, found, args, connectors, now))
        except InputError as error:
            unsaved = error
    show(dossier, args)
    _tell_unknown_records(dossier, args)
    if unsaved:
        raise unsaved
    told = (words for outcome in dossier.outcomes for words in (outcome.message, *outcome.warnings))
    if any(STOPPED in words for words in told):
        return 130
    return 0 if dossier.facts else 1


def _tell_unknown_records(dossier: Dossier, args: argparse.Namespace) -> None:
    """One line on standard error for each decision about a record that no source gave: it may be mistyped."""
    records = {claim.record for outcome in dossier.outcomes for claim in outcome.claims}
    known = {name for record in records for name in (record.key, record.url)}
    kept = "The decision is kept for later runs" if args.save else "The decision changed nothing"
    for name in sorted(_new_decisions(args).keys() - known):
        words = f"No source gave a record {name[:80]}. {kept}; the names of records stand under “Not settled”."
        print(words, file=sys.stderr)  # noqa: T201 - beside the answer, which a program may read


def _with_decisions(
    saved: Dossier | None,
    found: Investigation,
    args: argparse.Namespace,
    connectors: Sequence[Connector],
    now: datetime,
) -> Dossier:
    """The dossier found, under the decisions that another run has saved meanwhile as well."""
    query = found.dossier.query
    decided = _kept(saved, args.save, query) | dict(found.dossier.verdicts) | _new_decisions(args)
    if decided == dict(found.dossier.verdicts):
        return found.dossier
    return assemble(query, found.outcomes, described_sources(connectors), now, decided)


def client(args: argparse.Namespace) -> Client:
    """The live fetcher, with the contact address and the cache that the user set. Raises: InputError."""
    try:
        policy = Policy(contact=os.environ.get("GROUNDWORK_CONTACT", ""))
    except ValueError as error:
        raise InputError(f"The setting GROUNDWORK_CONTACT cannot be used: {error}.") from error
    try:
        cache = FolderCache(args.cache) if args.cache else MemoryCache()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "this is no usable name"
        raise InputError(f"The folder {shown_name(args.cache)} cannot be used as a cache: {reason}.") from error
    return Client(policy, settings(), cache)


def decisions(args: argparse.Namespace, query: Query) -> Mapping[str, bool]:
    """The user's verdicts by record key: those kept in the saved dossier, and the new ones, which win.

    Raises: InputError when the file is another's dossier, which would be overwritten.
    """
    new = _new_decisions(args)
    saved = load(args.save) if args.save and _is_there(args.save) else None
    return _kept(saved, args.save, query) | new


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False  # whether it can be written is found out next


def _kept(saved: Dossier | None, path: Path, query: Query) -> dict[str, bool]:
    """The verdicts of a saved dossier. Raises: InputError when it is about somebody else."""
    if saved is None:
        return {}
    if (saved.query.kind, saved.query.name.casefold()) != (query.kind, query.name.casefold()):
        raise InputError(
            f"{shown_name(path)} is the dossier of {saved.query.name}; choose another file. Nothing was changed."
        )
    return dict(saved.verdicts)


def _new_decisions(args: argparse.Namespace) -> dict[str, bool]:
    same, other = ([_record_named(text, args) for text in texts] for texts in (args.same, args.other))
    both = sorted(set(same) & set(other))
    if both:
        raise InputError(f"{both[0][:60]!r} cannot be both the same and not the same.")
    for record in (*same, *other):
        if ":" not in record or not record.isprintable() or len(record) > LONGEST_RECORD:
            raise InputError(f"{record[:60]!r} names no record; it looks like source:number, as the dossier prints it.")
    return dict.fromkeys(same, True) | dict.fromkeys(other, False)


def _record_named(text: str, args: argparse.Namespace) -> str:
    """The record as the dossier calls it, or the address of the file of this run that is named by its path or name."""
    path = text.removeprefix("file:")
    named = [name for name in args.file if path in (name, Path(name).name, _address(name).removeprefix("file:"))]
    return _address(named[0]) if len(set(named)) == 1 else text


def _address(name: str) -> str:
    """The address under which a file is cited."""
    return f"file:{quote(os.fsencode(Path(name).as_posix()))}"


def documents(files: Sequence[str], texts: Sequence[str]) -> tuple[Document, ...]:
    """The user's files and pasted texts as documents. Raises: InputError, naming the file, when none can be read."""
    if len(files) + len(texts) > MOST_FILES:
        raise InputError(f"At most {MOST_FILES} files and texts at once; {len(files) + len(texts):,} were given.")
    found, left = [], LARGEST_TOTAL
    for name in files:
        body = read_bytes(name, LARGEST_FILE)
        left -= len(body)
        if left < 0:
            raise InputError(
                f"The files have more than {LARGEST_TOTAL:,} bytes together, from {shown_name(name)} on; "
                f"give fewer, or only the pages that matter."
            )
        found.append(_document(_address(name), body))
    for number, body in enumerate(_pasted(texts), start=1):
        found.append(_document(f"note:pasted-text-{number}", body))
    _refuse_unreadable(found)
    return tuple(found)


def _pasted(texts: Sequence[str]) -> list[bytes]:
    """The texts in UTF-8, "-" standing for standard input, once. Raises: InputError when one is empty or too long."""
    if texts.count("-") > 1:
        raise InputError("Standard input can be read only once: give --text - once.")
    bodies = [_standard_input() if text == "-" else text.encode("utf-8", "replace") for text in texts]
    if not all(body.strip() for body in bodies):
        raise InputError("The pasted text is empty.")
    if sum(map(len, bodies)) > LARGEST_FILE:
        raise InputError(f"The pasted text is longer than {LARGEST_FILE:,} bytes.")
    return bodies


def _standard_input() -> bytes:
    try:
        stream = getattr(sys.stdin, "buffer", None)
        if stream is not None:
            return bytes(stream.read(LARGEST_FILE + 1))
        return str(sys.stdin.read(LARGEST_FILE + 1)).encode("utf-8", "replace")
    except (OSError, ValueError, AttributeError) as error:
        reason = getattr(error, "strerror", None) or "it is closed"
        raise InputError(f"Standard input could not be read: {reason}.") from error


def _refuse_unreadable(given: Sequence[Document]) -> None:
    """Say so before anything is asked when of all that was given nothing can be read. Raises: InputError."""
    told = []
    # PDFs last: one readable page of another kind spares opening them twice.
    for document in sorted(given, key=lambda document: document.media_type == "application/pdf"):
        try:
            if content_of(document.body, media_type=document.media_type).form == "pdf":
                pdf_pages(document.body)
        except Unreadable as error:
            told.append(f"{shown_name(given_pages.name_of(document))}: {error}")
        else:
            return
    if told:
        lead = "" if len(told) == 1 else f"None of the {len(told)} files can be read. "
        raise InputError(lead + " ".join(told[:3]) + (" ..." if len(told) > 3 else ""))


def _document(url: str, body: bytes) -> Document:
    media_type = "text/html" if b"<html" in body[:4000].lower() or b"<body" in body[:4000].lower() else ""
    return Document(
        source=given_pages.SOURCE.key,
        request=Request(url),
        url=url,
        status=200,
        media_type="application/pdf" if body[:1024].lstrip().startswith(b"%PDF") else media_type,
        charset="",
        retrieved_at=utc_now(),
        body=body,
        sha256=hashlib.sha256(body).hexdigest(),
    )


def show(dossier: Dossier, args: argparse.Namespace) -> None:
    """Print the dossier in the shape that was asked for."""
    titles = {key: source.title for key, source in described_sources().items()}
    if args.json:
        print_json(to_dict(dossier))
    elif args.markdown:
        print_text(to_markdown(dossier, titles))
    else:
        print_dossier(dossier, titles)
