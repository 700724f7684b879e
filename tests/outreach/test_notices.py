from __future__ import annotations

from flask import Flask, get_flashed_messages

from outreach.notices import MOST_KEPT, tell


def test_a_notice_waits_for_the_next_page_with_its_undo() -> None:
    app = Flask(__name__)
    app.secret_key = "for this test"
    with app.test_request_context():
        tell("Deleted the note.", undo="/notes/7/undo")
        tell("The server is slow.", tone="warn")
        assert get_flashed_messages(with_categories=True) == [
            ("good", {"words": "Deleted the note.", "undo": "/notes/7/undo"}),
            ("warn", {"words": "The server is slow.", "undo": ""}),
        ]


def test_notices_that_nobody_looks_at_do_not_fill_the_cookie() -> None:
    app = Flask(__name__)
    app.secret_key = "for this test"
    with app.test_request_context():
        for number in range(100):
            tell(f"Saved note {number}.")
        kept = [one["words"] for one in get_flashed_messages()]
    assert kept == [f"Saved note {number}." for number in range(100 - MOST_KEPT, 100)]
