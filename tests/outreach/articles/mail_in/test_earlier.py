"""The messages below."""

from __future__ import annotations

from outreach.articles.mail_in.earlier import chain
from outreach.articles.mail_in.quoting import split


def test_a_chain_of_messages_is_told_newest_first() -> None:
    text = (
        "Yes.\n\nOn Mon, Mar 3, 2025 at 10:11 AM Jane Marsh <jane@n.example> wrote:\n\n> Fine with me.\n>\n"
        "> On Sun, Mar 2, 2025 at 9:00 AM Lee Park <lee@n.example> wrote:\n>\n>> May they?"
    )
    found = chain(split(text, ""), "Re: Text")
    assert [(each.from_name, each.from_address, each.text) for each in found] == [
        ("Jane Marsh", "jane@n.example", "Fine with me."),
        ("Lee Park", "lee@n.example", "May they?"),
    ]


def test_a_subject_of_a_forward_makes_the_first_message_below_a_forwarded_one() -> None:
    parts = split("FYI\n\nFrom: Jane\nSent: Monday\nTo: Lee\nSubject: Re: Text\n\nFine.", "")
    assert [each.forwarded for each in chain(parts, "FW: Text")] == [True]
    assert [each.forwarded for each in chain(parts, "Re: Text")] == [False]
