"""`python -m research extract`: what one page or text, or a list of them, says about people; nothing is fetched."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from research.errors import InputError, ResearchError, Unreadable
from research.pages import extract
from research.pages.content import MAX_BODY_BYTES
from research.pages.model import Award, Degree, Extract, PersonFound, Post, Program, Saying
from research.types import PartialDate

HELP = "Read people, posts and programs out of a saved page, text, feed or PDF."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments to its own parser."""
    parser.description = HELP
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", type=Path, help="the file to read; its content tells what it is")
    what.add_argument("--batch", type=Path, metavar="LIST", help="a list of files, one `path<TAB>url` a line")
    parser.add_argument("--url", default="", help="the address where the file came from")
    parser.add_argument("--json", action="store_true", help="print JSON, one object an item")


def run(args: argparse.Namespace) -> int:
    """Print what the files say. Returns 0, or 2 when the one file, or the list itself, cannot be read."""
    try:
        if args.batch:
            return _batch(args.batch)
        result = read_file(args.file, args.url)
    except ResearchError as error:
        print(f"research extract: {error}", file=sys.stderr)  # noqa: T201 - the command's own error
        return 2
    _print(json.dumps(to_dict(result), ensure_ascii=False) if args.json else harmless(as_text(result)))
    return 0


def harmless(text: str) -> str:
    """Text from a page without characters that steer a terminal."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)


def _batch(path: Path) -> int:
    failed, total = 0, 0
    for file, url in _listed(path):
        total += 1
        try:
            answer = to_dict(read_file(file, url))
        except ResearchError as error:
            failed += 1
            print(f"research extract: {error}", file=sys.stderr)  # noqa: T201
            answer = {"error": str(error), "people": []}
        _print(json.dumps(answer, ensure_ascii=False))
    if failed:
        print(f"research extract: {failed} of {total} files could not be read.", file=sys.stderr)  # noqa: T201
    return 0


def _listed(path: Path) -> Iterator[tuple[Path, str]]:
    for line in _bytes_of(path).decode("utf-8", "replace").splitlines():
        if line.strip():
            file, _, url = line.partition("\t")
            yield Path(file.strip()), url.strip()


def read_file(path: Path, url: str = "") -> Extract:
    """What the file says. Raises: InputError when there is no such file, Unreadable when it cannot be understood."""
    try:
        return extract(_bytes_of(path), url=url)
    except Unreadable as error:
        raise Unreadable(f"{path}: {error}", fault=error.fault) from error


def _bytes_of(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise InputError(f"{path}: this is no file that can be read.")
        if path.stat().st_size > MAX_BODY_BYTES:
            raise InputError(f"{path}: the file is larger than {MAX_BODY_BYTES:,} bytes.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{path}: there is no such file.") from error
    except IsADirectoryError as error:
        raise InputError(f"{path}: this is a folder, not a file.") from error
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: the file cannot be read ({getattr(error, 'strerror', None) or error}).") from error


def to_dict(result: Extract) -> dict[str, Any]:
    """The extract as JSON values: dates as text, None where nothing is stated."""
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
    return answer


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


def _print(line: str) -> None:
    # Written as bytes, so that a terminal or pipe without UTF-8 costs no answer.
    sys.stdout.flush()
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(line + "\n")
        return
    stream.write((line + "\n").encode("utf-8", "replace"))
    stream.flush()
