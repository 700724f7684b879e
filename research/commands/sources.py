"""`python -m research sources`: which public sources there are, on what terms, and whether they still answer alike."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from research import registry
from research.commands.asking import client, settings
from research.connector import Connector
from research.gather import gather
from research.investigation import described_sources
from research.resolve import learn
from research.types import Query, Source

HELP = "List the sources with their state and terms; --check asks each live one for a known record."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments to its own parser."""
    parser.description = HELP
    parser.add_argument("--check", action="store_true", help="ask each source for a known record, over the network")
    parser.add_argument("--only", action="append", default=[], metavar="SOURCE", help="these sources only")
    parser.add_argument("--terms", action="store_true", help="print each source's terms and attribution")
    parser.add_argument("--deadline", type=float, default=60.0, metavar="S", help="seconds for each check")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(cache=None)


def state(source: Source, have: Mapping[str, str]) -> str:
    """ "on", "off", or which setting it lacks."""
    missing = sorted(need for need in source.needs if not have.get(need))
    if missing:
        return f"needs {', '.join(missing)}"
    return "on" if source.default_on else "off (name it with --only)"


def run(args: argparse.Namespace) -> int:
    """List or check the sources. Returns 0, or 1 when a check found drift or a failure."""
    have = settings()
    chosen = registry.choose(args.only, (), have) if args.only else tuple(registry.all_connectors().values())
    rows = [_row(connector.SOURCE, have) for connector in chosen]
    if args.check:
        for row, connector in zip(rows, chosen, strict=True):
            row["check"], row["told"] = _check(connector, args)
    if args.json:
        sys.stdout.write(json.dumps({"sources": rows}, ensure_ascii=False) + "\n")
    else:
        _print(rows, terms=args.terms, check=args.check)
    return 1 if any(row.get("check") in ("drift", "failed") for row in rows) else 0


def _row(source: Source, have: Mapping[str, str]) -> dict[str, Any]:
    return {
        "key": source.key,
        "title": source.title,
        "state": state(source, have),
        "subjects": sorted(source.subjects),
        "access": source.access,
        "home": source.home,
        "hosts": list(source.hosts),
        "terms": source.terms,
        "terms_note": source.terms_note,
        "attribution": source.attribution,
        "trust": source.trust,
        "keep_days": round(source.keep_for.total_seconds() / 86400, 2),
        "min_interval_s": source.min_interval_s,
        "requests_a_query": source.budget,
        "optional_settings": sorted(source.optional),
    }


def _check(connector: Connector, args: argparse.Namespace) -> tuple[str, str]:
    """Ask one live source for its known record: "same", "drift", "failed" or "not checked", and what was told."""
    expected = connector.CHECK.expects
    if not expected:
        return "not checked", "there is no known record for this source"
    missing = [need for need in connector.SOURCE.needs if not os.environ.get(need)]
    if missing:
        return "not checked", f"needs {', '.join(missing)}"
    begun = time.monotonic()
    query: Query = connector.CHECK.query
    sources = described_sources()
    outcome = gather(
        query,
        (connector,),
        client(args),
        deadline_s=args.deadline,
        learn=lambda claims: learn(query, claims, sources, {}),
    )[0]
    took = f"{time.monotonic() - begun:.1f} s"
    if outcome.status in ("failed", "skipped"):
        return "failed", f"{outcome.message} ({outcome.fault}, {took})"
    lacking = sorted(expected - {claim.predicate for claim in outcome.claims})
    if lacking:
        return "drift", f"the known record no longer gives {', '.join(lacking)} ({took})"
    if outcome.warnings:
        return "drift", "; ".join(outcome.warnings)
    return "same", f"{len(outcome.claims)} statements ({took})"


def _print(rows: list[dict[str, Any]], *, terms: bool, check: bool) -> None:
    table = Table(box=None, padding=(0, 1))
    for heading in ("source", "what", "state", *(("check",) if check else ()), *(("terms",) if terms else ())):
        table.add_column(heading, overflow="fold")
    for row in rows:
        cells = [row["key"], row["title"], row["state"]]
        if check:
            cells.append(f"{row['check']}: {row['told']}")
        if terms:
            told = " ".join(part for part in (row["terms"], row["terms_note"], row["attribution"]) if part)
            cells.append(told or "none known")
        table.add_row(*(Text(str(cell)) for cell in cells))
    Console(highlight=False).print(table)
