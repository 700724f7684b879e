from __future__ import annotations

from flask import Flask, get_flashed_messages

from outreach.notices import tell


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
