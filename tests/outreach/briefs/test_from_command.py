"""What the command line asks for: a dossier's file, somebody who is kept, an event."""

from __future__ import annotations

import pytest

from outreach.briefs import from_command
from outreach.briefs.from_command import CannotMake, Where
from outreach.db import Database
from outreach.people import operations
from outreach.people.models import Person
from tests import factories
from tests.brief_dossiers import HOUSE, dossier, saved
from tests.factories import NOON
from tests.outreach.briefs.conftest import make_cast


@pytest.fixture
def kept(database, user) -> tuple[Where, int, int]:
    """Where somebody is kept, with their number and that of the event."""
    number = factories.make_workspace(database, user=user)
    with database.session_for(number) as session:
        cast = make_cast(session)
        return Where(database, NOON, "https://groundwork.example"), cast.leader.id, cast.event.id


def test_a_file_makes_one_page_and_the_same_bytes_each_time(tmp_path) -> None:
    first, again = (from_command.brief_of_file(saved(tmp_path), "letter") for _ in range(2))
    assert first.body == again.body
    assert first.body.startswith(b"%PDF-")
    assert first.words.startswith("1 page, ")
    assert from_command.brief_of_file(saved(tmp_path), "a4").body != first.body


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "there is no such file"),
        ("no json", "is no saved dossier: it is not JSON"),
        ('{"format": 99}', "one of another version"),
        ('{"format": 1}', "is missing"),
    ],
)
def test_what_is_no_dossier_is_refused_in_words(tmp_path, text: str | None, said: str) -> None:
    path = tmp_path / "dossier.json"
    if text is not None:
        path.write_text(text)
    with pytest.raises(CannotMake, match=said):
        from_command.brief_of_file(path, "letter")


def test_a_dossier_about_an_organization_is_refused_in_words(tmp_path) -> None:
    path = saved(tmp_path, dossier(kind="organization", name=HOUSE, organization=""))
    with pytest.raises(CannotMake, match=r"No brief was made\. This dossier is about an organization"):
        from_command.brief_of_file(path, "letter")


def test_somebody_who_is_kept_and_an_event_are_printed_from_the_only_workspace(kept) -> None:
    where, person, event = kept
    assert from_command.brief_of_person(where, person, "letter").body.startswith(b"%PDF-")
    assert from_command.pack_of_event(where, event, "a4").words.startswith("the whole pack, ")


def test_numbers_that_nobody_has_are_told(kept, database) -> None:
    where, person, _ = kept
    for number in (person + 999, 0, -1, 2**70):
        with pytest.raises(CannotMake, match="nobody with the number"):
            from_command.brief_of_person(where, number, "letter")
        with pytest.raises(CannotMake, match="no event with the number"):
            from_command.pack_of_event(where, number, "letter")
    with database.session_for(1) as session:
        operations.remove(session, session.get_one(Person, person), NOON)
    with pytest.raises(CannotMake, match="nobody with the number"):
        from_command.brief_of_person(where, person, "letter")


def test_of_several_workspaces_one_is_named(kept, database) -> None:
    where, person, _ = kept
    factories.make_workspace(database, name="Another")
    with pytest.raises(CannotMake, match="There are several workspaces; name one with --workspace: "):
        from_command.brief_of_person(where, person, "letter")
    with pytest.raises(CannotMake, match="There is no workspace 99"):
        from_command.brief_of_person(Where(database, NOON, "", 99), person, "letter")
    assert from_command.brief_of_person(Where(database, NOON, "", 1), person, "letter").body


def test_without_a_database_the_way_from_a_file_is_named(tmp_path) -> None:
    empty = Database(f"sqlite:///{tmp_path / 'none.sqlite3'}")
    with pytest.raises(CannotMake, match="With --from a saved dossier is enough"):
        from_command.brief_of_person(Where(empty, NOON), 1, "letter")
    empty.close()
