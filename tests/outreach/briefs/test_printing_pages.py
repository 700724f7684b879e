"""What was printed through its pages: found again, printed again, told where it is gone, deleted."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from outreach.briefs.models import PrintedFile, Printing
from outreach.dossiers import uses
from outreach.dossiers.models import FactUse
from outreach.people.models import Person
from tests.factories import NOON
from tests.outreach.briefs.conftest import make_cast

PNG = b"\x89PNG\r\n\x1a\n"
FORM = {"run_sheet": "y", "briefs": "y", "cards": "y", "paper": "letter"}


@pytest.fixture
def inside(app, alice):
    database = app.extensions["database"]
    return lambda: database.session_for(1)


@pytest.fixture
def path(alice, inside) -> str:
    """The address of a pack that was printed."""
    with inside() as session:
        pack = f"/events/{make_cast(session).event.id}/pack"
    alice.get(pack)
    return alice.post(pack, FORM).headers["Location"].removesuffix("/file")


def test_it_is_found_again_and_its_pages_are_looked_at(alice, path):
    assert "Prairie Lakes Health Leaders Forum" in alice.get("/briefs").text
    page = alice.get(f"{path}?page=2").text
    assert "page 2 of 4" in page
    assert "SHA-256 of the file" in page
    assert alice.get(f"{path}/page.png?page=2").data.startswith(PNG)
    assert alice.get(f"{path}/page.png?page=5").status_code == 404


def test_before_anything_was_printed_the_list_says_what_it_is_for(alice):
    assert "Nothing printed yet." in alice.get("/briefs").text


def test_a_damaged_file_is_told_and_not_handed_out(alice, inside, path):
    with inside() as session:
        session.scalar(select(PrintedFile)).body = b"%PDF-else"
    for address in (path, f"{path}/file", f"{path}/page.png"):
        answer = alice.get(address)
        assert "This file is not as it was printed" in answer.text
        assert b"%PDF" not in answer.data
    assert alice.get(f"{path}/file").status_code == 422


def test_the_file_of_somebody_forgotten_is_gone_and_says_so(alice, inside, path):
    with inside() as session:
        session.delete(session.scalar(select(Person).where(Person.name == "Bo Thistlewood")))
    assert "somebody in it is no longer kept here" in alice.get(path).text
    assert alice.get(f"{path}/file").status_code == 422


def test_a_fact_that_changed_asks_for_a_look(alice, inside, path):
    with inside() as session:
        use = session.scalar(select(FactUse).where(FactUse.used_in == "brief"))
        uses.mark(session, [use.fact_id], "It was corrected.", NOON)
    assert "It was corrected." in alice.get(path).text
    alice.post(f"{path}/looked-at")
    assert "It was corrected." not in alice.get(path).text


def test_deleting_asks_first_and_is_for_good(alice, inside, path):
    assert "deleted for good" in alice.get(f"{path}/delete/ask").text
    back = alice.post(f"{path}/delete").headers["Location"]
    assert "Deleted: Pack: Prairie Lakes Health Leaders Forum." in alice.get(back).text
    assert alice.get(path).status_code == 404
    assert alice.post(f"{path}/delete").status_code == 404
    with inside() as session:
        assert session.scalar(select(Printing)) is None
