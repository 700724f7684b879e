"""What `person` and `organization` share: the arguments, the sources to ask, the run, and showing what came."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from research import registry
from research.cache import FolderCache, MemoryCache
from research.commands.display import Progress, print_dossier
from research.connectors import given_pages
from research.dossier import Dossier
from research.dossier_file import load, save, to_dict
from research.errors import InputError
from research.gather import Fetcher
from research.http import Client, Policy
from research.investigation import investigate
from research.places import state_code
from research.replay import Replay
from research.report import to_markdown
from research.types import Document, Identifier, Query, Request, utc_now

LONGEST_NAME = 200
MOST_FILES = 200
LARGEST_FILE = 20_000_000
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
    parser.add_argument("--same", action="append", default=[], metavar="RECORD", help="this record is the one meant")
    parser.add_argument("--not", dest="other", action="append", default=[], metavar="RECORD", help="this one is not")
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


_SCHEMES = frozenset({"ccn", "cik", "doi", "ein", "nih_profile", "npi", "openalex", "orcid", "pecos", "qid", "ror"})


def identifiers(given: Sequence[str]) -> tuple[Identifier, ...]:
    """Numbers as the user gave them, "ccn:100001". Raises: InputError."""
    found = []
    for text in given:
        scheme, _, value = text.partition(":")
        scheme, value = scheme.strip().lower(), value.strip()
        if scheme not in _SCHEMES or not re.fullmatch(r"[\w./-]{1,60}", value):
            known = ", ".join(sorted(_SCHEMES))
            raise InputError(f"{text[:60]!r} is no identifier; it looks like ccn:100001. Schemes: {known}.")
        found.append(Identifier(scheme, value))
    return tuple(found)


def listed(words: Sequence[str]) -> tuple[str, ...]:
    """Names given one by one or with commas between."""
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())


def settings() -> Mapping[str, str]:
    """The settings that sources may use, from the environment: API keys and the contact address."""
    names = {name for c in registry.all_connectors().values() for name in (*c.SOURCE.needs, *c.SOURCE.optional)}
    return {name: os.environ[name] for name in sorted(names) if os.environ.get(name)}


def run(query: Query, args: argparse.Namespace) -> int:
    """Research the query as the arguments say and show the dossier. Returns 0, or 1 when nothing at all was found."""
    if not 0.1 <= args.deadline <= 3600:
        raise InputError("The deadline is a number of seconds between 0.1 and 3600.")
    connectors = registry.choose(listed(args.only), listed(args.without), settings())
    if (args.file or args.text or args.url) and given_pages not in connectors:
        connectors = (*connectors, registry.all_connectors()[given_pages.SOURCE.key])
    given = {given_pages.SOURCE.key: documents(args.file, args.text)}
    verdicts = decisions(args, query)
    now = utc_now()
    fetcher: Fetcher = Replay(args.replay, now) if args.replay else client(args)
    with Progress(connectors, quiet=args.json or args.markdown) as progress:
        found = investigate(
            query,
            fetcher,
            now=now,
            connectors=connectors,
            deadline_s=args.deadline,
            given=given,
            verdicts=verdicts,
            show=progress.show,
        )
    if args.save:
        save(found.dossier, args.save)
    show(found.dossier, args)
    return 0 if found.dossier.facts else 1


def client(args: argparse.Namespace) -> Client:
    """The live fetcher, with the contact address and the cache that the user set."""
    try:
        policy = Policy(contact=os.environ.get("GROUNDWORK_CONTACT", ""))
    except ValueError as error:
        raise InputError(f"The setting GROUNDWORK_CONTACT cannot be used: {error}.") from error
    cache = FolderCache(args.cache) if args.cache else MemoryCache()
    return Client(policy, settings(), cache)


def decisions(args: argparse.Namespace, query: Query) -> Mapping[str, bool]:
    """The user's verdicts by record key: those kept in the saved dossier, and the new ones, which win.

    Raises: InputError when the file is another's dossier, which would be overwritten.
    """
    saved = load(args.save) if args.save and args.save.exists() else None
    if saved and (saved.query.kind, saved.query.name.casefold()) != (query.kind, query.name.casefold()):
        raise InputError(f"{args.save} is the dossier of {saved.query.name}; choose another file. Nothing was changed.")
    kept = dict(saved.verdicts) if saved else {}
    both = sorted(set(args.same) & set(args.other))
    if both:
        raise InputError(f"{both[0]} cannot be both the same and not the same.")
    for record in (*args.same, *args.other):
        if ":" not in record:
            raise InputError(f"{record[:60]!r} names no record; it looks like source:number, as the dossier prints it.")
    return kept | dict.fromkeys(args.same, True) | dict.fromkeys(args.other, False)


def documents(files: Sequence[str], texts: Sequence[str]) -> tuple[Document, ...]:
    """The user's files and pasted texts as documents. Raises: InputError, naming the file."""
    if len(files) + len(texts) > MOST_FILES:
        raise InputError(f"At most {MOST_FILES} files at once.")
    pasted = [sys.stdin.read(LARGEST_FILE) if text == "-" else text for text in texts]
    found = [_document(f"file:{quote(os.fsencode(Path(name).as_posix()))}", _body(name)) for name in files]
    found += [
        _document(f"note:pasted-text-{number}", text.encode("utf-8", "replace"))
        for number, text in enumerate(pasted, start=1)
        if text.strip()
    ]
    return tuple(found)


def _body(name: str) -> bytes:
    try:
        path = Path(name)
        if path.exists() and not path.is_file():
            raise InputError(f"{name[:120]!r} is no file that can be read.")
        if path.stat().st_size > LARGEST_FILE:
            raise InputError(f"{name}: larger than {LARGEST_FILE:,} bytes.")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no usable file name"
        raise InputError(f"{name[:120]!r} could not be read: {reason}.") from error


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
    if args.json:
        sys.stdout.write(json.dumps(to_dict(dossier), ensure_ascii=False) + "\n")
    elif args.markdown:
        sys.stdout.write(to_markdown(dossier))
    else:
        print_dossier(dossier)
