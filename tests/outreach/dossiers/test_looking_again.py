"""A second look at a page changes only what it has shown."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outreach.dossiers.looking_again import Look, look, note, quotes_of, worth_a_look
from research.errors import RateLimited, Refused, Unavailable
from tests import factories
from tests.outreach.dossiers.invented_sources import NOW, Sources

URL = "https://harborpoint.example.org/news"


@pytest.mark.parametrize(
    ("said", "gone", "words"),
    [
        (Refused("no", fault="not-found"), True, ""),
        (Refused("no", fault="robots"), False, "it asks programs not to read it"),
        (RateLimited("no"), False, "it asks us to wait"),
        (Unavailable("no", fault="dns"), False, "could not be reached"),
    ],
)
def test_only_a_page_that_is_not_there_is_gone(said, gone, words):
    seen = look(Sources({"given_pages": said}), URL)
    assert seen.is_gone is gone
    assert seen.text is None
    assert words in seen.note


def test_a_page_that_answers_is_read():
    assert look(Sources({"given_pages": "Twelve beds."}), URL) == Look(text="Twelve beds.")


def test_the_first_time_a_page_was_gone_is_kept(workspace):
    with workspace.session() as session:
        document = factories.make_document(session)
        note(session, document, Look(is_gone=True), NOW)
        note(session, document, Look(is_gone=True), NOW.replace(year=2027))
        assert document.dead_since == NOW
        assert document.checked_at == NOW.replace(year=2027)


def test_a_look_that_failed_leaves_flags_as_they_were(workspace):
    with workspace.session() as session:
        document = factories.make_document(session, dead_since=NOW, changed_since=NOW)
        note(session, document, Look(note="We could not look."), NOW)
        assert (document.dead_since, document.changed_since, document.check_note) == (NOW, NOW, "We could not look.")


def test_all_cited_words_have_to_stand_there_still(workspace):
    with workspace.session() as session:
        document = factories.make_document(session)
        for quote in ("twelve beds", "short-stay unit"):
            factories.make_claim(session, document=document, quote=quote)
        assert sorted(quotes_of(session, document.id)) == ["short-stay unit", "twelve beds"]
        note(session, document, Look(text="A short-stay unit of twelve\nbeds."), NOW)
        assert document.changed_since is None
        note(session, document, Look(text="A short-stay unit."), NOW)
        assert document.changed_since == NOW


def test_a_run_looks_again_at_cited_pages_that_it_has_not_read_itself(workspace):
    with workspace.session() as session:
        run = factories.make_run(session, person_id=workspace.person_id)
        later = NOW + timedelta(days=30)
        cited, looked_at, read_anew, unused, own = (
            factories.make_document(session),
            factories.make_document(session, checked_at=later - timedelta(days=1)),
            factories.make_document(session, retrieved_at=later),
            factories.make_document(session),
            factories.make_own_document(session),
        )
        for document in (cited, looked_at, read_anew, own):
            claim = factories.make_claim(session, document=document, person_id=workspace.person_id)
            factories.make_fact_claim(session, factories.make_fact(session, person_id=workspace.person_id), claim)
        factories.make_claim(session, document=unused, person_id=workspace.person_id)
        assert worth_a_look(session, run, later) == [cited.id]
        assert worth_a_look(session, run, NOW) == []
