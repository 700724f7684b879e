"""`python -m research organization`: what public sources say of a hospital, system, payer or agency."""

from __future__ import annotations

import argparse

from research.commands import asking
from research.types import Query


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments to its own parser."""
    asking.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Research the organization. Raises: InputError for arguments that cannot be used."""
    query = Query(
        kind="organization",
        name=asking.plain_name(args.name, "name"),
        state=asking.plain_state(args.state),
        city=asking.plain_name(args.city, "city") if args.city else "",
        identifiers=asking.identifiers(args.identifier),
        website=asking.plain_website(args.website),
        urls=asking.plain_addresses(args.url),
        include_pay=args.include_pay,
    )
    return asking.run(query, args)
