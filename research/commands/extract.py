"""`python -m research extract`: what one page or text, or a list of them, says about people; nothing is fetched."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from research.characters import harmless_values
from research.commands import output
from research.commands.output import print_json, print_text
from research.errors import InputError, ResearchError, Unreadable
from research.files import read_bytes, shown_name
from research.pages import extract
from research.pages.content import MAX_BODY_BYTES
from research.pages.model import Award, Degree, Extract, PersonFound, Post, Program, Saying
from research.types import PartialDate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments to its own parser."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", type=Path, help="the file to read; its content tells what it is")
    what.add_argument("--batch", type=Path, metavar="LIST", help="a list of files, one `path<TAB>url` a line")
    parser.add_argument("--url", default="", help="the address where the file came from")
    parser.add_argument("--json", action="store_true", help="print JSON, one object an item")


def run(args: argparse.Namespace) -> int:
    """Print what the files say.

    Returns 0, or 2 when the one file, the list itself or all in it cannot be read, or when the address is none.
    """
    try:
        if args.batch:
            return _batch(args.batch)
        result = read_file(args.file, _plain_address(args.url) if args.url else "")
    except ResearchError as error:
        _complain(error)
        return 2
    if args.json:
        print_json(to_dict(result))
    else:
        print_text("\n".join(plain(line) for line in as_text(result).split("\n")))
    return 0


def _plain_address(url: str) -> str:
    # What asks the network takes half a second to load, and is needed for this check only.
    from research.commands.asking import plain_addresses

    return plain_addresses([url])[0]


def plain(line: str) -> str:
    """A line of text from a page made harmless on a terminal; its indent stays."""
    return line[: len(line) - len(line.lstrip(" "))] + output.plain(line)


def _complain(error: object) -> None:
    print(f"research extract: {output.plain(str(error))}", file=sys.stderr)  # noqa: T201 - the command's own error


def _batch(path: Path) -> int:
    # Pages are trees whose parts know each other: looking through them for what is left over, at the usual pace, takes
    # a tenth of the time and finds little before a page is done.
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    failed, total = 0, 0
    for file, url in _listed(path):
        total += 1
        answer, error = _answer(file, url)
        if error:
            failed += 1
            _complain(error)
        print_json(answer)
        sys.stdout.flush()
    if not total:
        raise InputError(f"{shown_name(path)} lists no files: it has a path on each line.")
    if failed:
        _complain(f"{failed} of {total} files could not be read.")
    return 2 if failed == total else 0


def _answer(file: str, url: str) -> tuple[dict[str, Any], str]:
    """What one file of a list says, or an object with the error, and the error."""
    try:
        return to_dict(read_file(file, url)), ""
    except ResearchError as error:
        told = str(error)
    except Exception as error:  # noqa: BLE001 - one file that our readers stumble over must not cost those after it
        told = f"{shown_name(file)} could not be read ({type(error).__name__})."
    return harmless_values({"error": told, "people": []}), told


def _listed(path: Path) -> Iterator[tuple[str, str]]:
    # Names of files are bytes on most systems: os.fsdecode keeps them, whatever they are. Only a line feed ends a line.
    for line in os.fsdecode(read_bytes(path, MAX_BODY_BYTES).removeprefix(b"\xef\xbb\xbf")).split("\n"):
        if line.strip():
            file, _, url = line.partition("\t")
            yield file.strip(), url.strip()


def read_file(path: Path | str, url: str = "") -> Extract:
    """What the file says. Raises: InputError when there is no such file, Unreadable when it cannot be understood."""
    try:
        return extract(read_bytes(path, MAX_BODY_BYTES), url=url)
    except Unreadable as error:
        raise Unreadable(f"{shown_name(path)}: {error}", fault=error.fault) from error


def to_dict(result: Extract) -> dict[str, Any]:
    """The extract as JSON values: dates as text, None where nothing is stated; the texts are harmless to show."""
    answer: dict[str, Any] = {
        "kind": result.kind,
        "headline": result.headline or None,
        "published": _date(result.published),
        "source_name": result.source_name or None,
        "people": [_person(person) for person in result.people],
        "programs": [_program(program) for program in result.programs],
    }
    if result.notes:
        answer["notes"] = list(result.notes)
    plain_answer: dict[str, Any] = harmless_values(answer)
    return plain_answer


def _person(person: PersonFound) -> dict[str, Any]:
    return {
        "name": person.name,
        "credentials": list(person.credentials),
        "title": person.title or None,
        "organization": person.organization or None,
        "since": _date(person.since),
        "status": person.status,
        "leader": person.leader,
        "also": [_post(post) for post in person.also],
        "previous": [_post(post) for post in person.previous],
        "education": [_degree(degree) for degree in person.education],
        "awards": [_award(award) for award in person.awards],
        "programs": [_program(program) for program in person.programs],
        "sayings": [_saying(saying) for saying in person.sayings],
        "quote": person.quote or None,
    }


def _post(post: Post) -> dict[str, Any]:
    return {
        "title": post.title,
        "organization": post.organization or None,
        "since": _date(post.since),
        "until": _date(post.until),
        "status": post.status,
        "quote": post.quote,
    }


def _degree(degree: Degree) -> dict[str, Any]:
    return {"degree": degree.degree or None, "school": degree.school or None, "quote": degree.quote}


def _award(award: Award) -> str:
    return award.name


def _program(program: Program) -> dict[str, Any]:
    return {
        "what": program.what,
        "result": program.result or None,
        "period": program.period or None,
        "quote": program.quote,
    }


def _saying(saying: Saying) -> dict[str, Any]:
    return {"words": saying.words, "quote": saying.quote}


def _date(value: PartialDate | None) -> str | None:
    return str(value) if value else None


def as_text(result: Extract) -> str:
    """The extract for people to read: a line a person, their career below."""
    head = [part for part in (result.headline, _date(result.published), result.source_name) if part]
    out = [" · ".join(head)] if head else []
    for person in result.people:
        name = ", ".join((person.name, *person.credentials))
        post = ", ".join(part for part in (person.title, person.organization) if part)
        mark = {True: "", False: " (no health-care leader)", None: " (not clear whether a leader)"}[person.leader]
        out.append(f"{name}: {post or 'no post stated'}{mark}")
        out += [f"  earlier: {', '.join(p for p in (post.title, post.organization) if p)}" for post in person.previous]
        out += [f"  education: {', '.join(p for p in (d.degree, d.school) if p)}" for d in person.education]
        out += [f"  award: {award.name}" for award in person.awards]
        out += [f"  program: {p.what}{': ' + p.result if p.result else ''}" for p in person.programs]
    if not result.people:
        out.append("Nobody is named with a post.")
    out += [f"program: {p.what}{': ' + p.result if p.result else ''}" for p in result.programs]
    return "\n".join([*out, *result.notes])
