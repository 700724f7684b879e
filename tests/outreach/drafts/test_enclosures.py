"""Files that a later room sends along with a letter."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from outreach.drafts import enclosures
from outreach.drafts.enclosures import Enclosure
from outreach.errors import NotFound
from outreach.mail.personal import Letter, mailbox


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """What was made, in its order; two files hang on each letter."""
    found: list[str] = []

    def make(name: str):
        return lambda: (found.append(name), name.encode())[1]

    monkeypatch.setattr(enclosures, "_tellers", {})
    for _ in range(2):  # loaded twice it is one teller
        enclosures.made_by(
            "a room",
            lambda _session, draft: [Enclosure(f"{draft.id}-{end}", "text/plain", make(end)) for end in ("a", "b")],
        )
    return found


def test_files_are_made_when_they_are_asked_for_and_not_before(made) -> None:
    draft = SimpleNamespace(id=5)
    assert [one.name for one in enclosures.of_letter(None, draft)] == ["5-a", "5-b"]
    assert made == []
    assert enclosures.numbered(None, draft, 2).make() == b"b"
    for number in (0, 3):
        with pytest.raises(NotFound):
            enclosures.numbered(None, draft, number)


def test_a_mail_takes_all_of_them_along(made) -> None:
    alice = mailbox("Alice Ferreira", "alice@harborpoint.example.org")
    mail = enclosures.attached(None, SimpleNamespace(id=5), Letter(alice, None, "", "", ""))
    assert [(one.name, one.content) for one in mail.attachments] == [("5-a", b"a"), ("5-b", b"b")]
    assert made == ["a", "b"]
