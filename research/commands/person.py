"""`python -m research person`: what public sources say of a leader and the leader's organization."""

from __future__ import annotations

import argparse

from research.commands import asking
from research.types import Query


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments to its own parser."""
    asking.add_arguments(parser)
    parser.add_argument("--organization", default="", metavar="ORG", help="where the person works")
    parser.add_argument("--role", default="", help="the post, as far as you know it")


def run(args: argparse.Namespace) -> int:
    """Research the person. Raises: InputError for arguments that cannot be used."""
    query = Query(
        kind="person",
        name=asking.plain_name(args.name, "name"),
        organization=asking.plain_name(args.organization, "organization") if args.organization else "",
        role=asking.plain_name(args.role, "role") if args.role else "",
        state=asking.plain_state(args.state),
        city=asking.plain_name(args.city, "city") if args.city else "",
        identifiers=asking.identifiers(args.identifier),
        website=asking.plain_website(args.website),
        urls=asking.plain_addresses(args.url),
        include_pay=args.include_pay,
    )
    return asking.run(query, args)
