"""`flask --app wsgi lint FILE`: checks a draft, or a batch of drafts, from the command line. Needs no database."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from outreach.asklint.types import Finding, Message
    from outreach.lint_input import Line

NOTHING_TO_FIX, SOMETHING_TO_FIX, BAD_INPUT = 0, 1, 2
"""Exit codes; findings that are only worth a second look leave the code at 0."""

_WORDS = {"block": "Must fix", "warn": "Look again", "note": "Good to know"}
_PRINTED_CHARACTERS = 90


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--kind", default="interview-request", show_default=True, help="What the message is for.")
@click.option("--dossier", type=click.Path(path_type=Path), help="What is confirmed of the reader, as JSON.")
@click.option("--today", default="", help="The day it leaves, like 2026-05-04: for rules about dates.")
@click.option("--batch", type=click.Path(path_type=Path), help="A list of drafts, one JSON object a line.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each draft.")
def lint(file: Path | None, kind: str, dossier: Path | None, today: str, batch: Path | None, as_json: bool) -> None:  # noqa: FBT001 (the command line)
    """Check the draft in FILE before it leaves.

    Exit codes: 0 nothing must be fixed, 1 something must be fixed, 2 the input cannot be used.
    """
    from outreach.lint_input import BadInput

    try:
        if batch and file:
            raise BadInput("Name either a file with a draft or a list of drafts with --batch, not both.")
        code = _lint_batch(batch, as_json) if batch else _lint_file(file, kind, dossier, today, as_json)
    except BadInput as error:
        from research.characters import harmless

        click.echo(harmless(str(error)), err=True)
        code = BAD_INPUT
    raise click.exceptions.Exit(code)


def _lint_file(file: Path | None, kind: str, dossier: Path | None, today: str, as_json: bool) -> int:  # noqa: FBT001 (a form of output)
    from outreach.asklint import Circumstances, Known, Message
    from outreach.lint_input import BadInput, day_of, kind_of, read_dossier, read_draft

    if file is None:
        raise BadInput("Name a file with a draft, or a list of drafts with --batch.")
    known = read_dossier(dossier) if dossier else Known()
    message = Message(kind_of(kind), read_draft(file), known, Circumstances(today=day_of(today)))
    return _told(file.name, message, as_json)


def _lint_batch(path: Path, as_json: bool) -> int:  # noqa: FBT001 (a form of output)
    from outreach.lint_input import BadInput, batch_lines

    worst, lines = NOTHING_TO_FIX, 0
    for line in batch_lines(path):
        lines += 1
        code = _told(line.id, line.message, as_json) if line.message else _told_broken(line, as_json)
        worst = max(worst, code)
        sys.stdout.flush()
    if not lines:
        raise BadInput(f"{path.name} is empty: there is nothing to check.")
    return worst


def _told(name: object, message: Message, as_json: bool) -> int:  # noqa: FBT001 (a form of output)
    """Prints what was found in a message; returns the exit code for it."""
    from outreach.asklint import Severity, check

    findings = check(message)
    if as_json:
        click.echo(json.dumps({"id": name, "findings": [_plain(finding) for finding in findings]}, ensure_ascii=True))
    else:
        _print(str(name), message, findings)
    return SOMETHING_TO_FIX if any(one.severity is Severity.BLOCK for one in findings) else NOTHING_TO_FIX


def _told_broken(line: Line, as_json: bool) -> int:  # noqa: FBT001 (a form of output)
    from research.characters import harmless

    error = harmless(line.error)
    if as_json:
        click.echo(json.dumps({"id": line.id, "line": line.number, "findings": [], "error": error}))
    click.echo(error, err=True)
    return BAD_INPUT


def _plain(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "message": finding.message,
    }


def _print(name: str, message: Message, findings: Sequence[Finding]) -> None:
    """Findings for reading: gravest first, each with its line, the words, what to do and why."""
    from outreach.asklint.praise import good_things
    from outreach.asklint.reading import Reading
    from outreach.asklint.registry import all_rules
    from research.characters import harmless

    counts = [(words, sum(1 for one in findings if one.severity.value == key)) for key, words in _WORDS.items()]
    said = ", ".join(f"{words.lower()}: {count}" for words, count in counts if count) or "nothing to fix"
    shown = [f"{name}: {said}"]
    for finding in sorted(findings, key=lambda one: list(_WORDS).index(one.severity.value)):
        line = message.text.count("\n", 0, finding.start) + 1
        words = " ".join(finding.text.split())
        words = words if len(words) <= _PRINTED_CHARACTERS else words[: _PRINTED_CHARACTERS - 1] + "…"
        shown += ["", f"{_WORDS[finding.severity.value]}, line {line}: “{words}” ({finding.rule})"]
        shown += [f"  {finding.message}", f"  Why: {all_rules()[finding.rule].why}"]
    good = good_things(Reading(message), findings)
    shown += ["", f"Good: {' '.join(good)}"] if good else []
    click.echo("\n".join(harmless(line) for line in shown))
