"""`python -m research sources`: which public sources there are, on what terms, and whether they still answer alike."""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Mapping
from typing import Any

from rich.text import Text

from research import registry
from research.characters import harmless_values
from research.commands.asking import client, listed, plain_deadline, settings
from research.commands.output import plain, print_json
from research.commands.terminal import console, print_wrapped
from research.connector import Connector
from research.gather import gather
from research.investigation import described_sources
from research.learning import learn
from research.types import Query, Source


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments to its own parser."""
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
    plain_deadline(args.deadline)
    only = listed(args.only)
    chosen = registry.choose(only, (), have) if only else tuple(registry.all_connectors().values())
    rows = [_row(connector.SOURCE, have) for connector in chosen]
    if args.check:
        for row, connector in zip(rows, chosen, strict=True):
            row["check"], row["told"] = _check(connector, args)
    if args.json:
        print_json(harmless_values({"sources": rows}))
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
    """A line a source: its key, as `--only` takes it, its state and its title; below it what else was asked for."""
    on = console()
    widest = max((len(row["key"]) for row in rows), default=0)
    states = max((len(row["state"]) for row in rows), default=0)
    for row in rows:
        head = Text(f"{row['key']:<{widest}}  ", style="bold").append(f"{row['state']:<{states}}  ", style="cyan")
        print_wrapped(on, head.append(row["title"], style="default"), hanging=4)
        if check:
            print_wrapped(on, Text(plain(f"{row['check']}: {row['told']}")), 4)
        if terms:
            for words in (row["terms_note"], row["attribution"] and f"Credit: {row['attribution']}"):
                if words:
                    print_wrapped(on, Text(plain(words)), 4)
            on.print(Text(f"    Terms: {row['terms'] or 'none known'}"), soft_wrap=True)
            on.print()
