"""Search: what is found, by which words, in which order, and that nothing has to remember to keep the index."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, text

from outreach import search
from outreach.folding import fold
from outreach.people.models import Person
from outreach.search import SearchEntry, words_of
from tests.factories import (
    NOON,
    make_document,
    make_fact,
    make_note,
    make_organization,
    make_person,
    make_position,
    make_program,
    make_workspace,
)


def titles(session, question, **named):
    return [found.title for found in search.search(session, question, **named)]


@pytest.fixture
def workspace(each_database):
    return make_workspace(each_database)


def test_marks_on_letters_are_blind_both_ways(each_database, workspace):
    with each_database.session_for(workspace) as session:
        make_person(session, name="Zofia Łukasik")
        make_person(session, name="Ada Lukasik")
        for question in ("lukasik", "Łukasik", "ŁUKASIK", "łukasik"):
            assert sorted(titles(session, question)) == ["Ada Lukasik", "Zofia Łukasik"]


@pytest.mark.parametrize("question", ["kasik", "uka", "zof", "zofia luk", "luk zof"])
def test_a_part_of_a_name_is_enough(each_database, workspace, question):
    with each_database.session_for(workspace) as session:
        make_person(session, name="Zofia Łukasik")
        make_person(session, name="Benedikt Moreau")
        assert titles(session, question) == ["Zofia Łukasik"]


def test_names_that_begin_with_the_question_stand_first(each_database, workspace):
    with each_database.session_for(workspace) as session:
        make_person(session, name="Tamar Quist")
        make_person(session, name="Agnes Marlowe")
        make_person(session, name="Mar Ortega")
        make_person(session, name="Marit Solberg")
        assert titles(session, "mar") == ["Mar Ortega", "Marit Solberg", "Agnes Marlowe", "Tamar Quist"]


def test_every_kind_is_found_and_may_be_chosen(each_database, workspace):
    with each_database.session_for(workspace) as session:
        leader = make_person(session, name="Inés Okafor")
        make_organization(session, name="Quillfeather Hospital")
        make_note(session, leader, text="Spoke about quillfeather at the dinner")
        make_fact(session, person=leader, value="Quillfeather prize", value_words="Quillfeather prize")
        make_program(session, person=leader, name="Quillfeather rounds")
        make_document(session, title="Quillfeather in the news")
        found = search.search(session, "quillfeather")
        assert {one.kind for one in found} == {"organization", "note", "fact", "program", "source"}
        assert {one.kind for one in search.search(session, "quillfeather", kinds=("fact",))} == {"fact"}


def test_a_present_post_finds_its_holder_until_it_is_over(each_database, workspace):
    with each_database.session_for(workspace) as session:
        leader = make_person(session, name="Inés Okafor")
        post = make_position(session, leader, title="Chief nursing officer", organization_name="Brightwater")
        session.expire(leader)
        post.note = "seen again"
        session.flush()
        assert search.search(session, "nursing brightwater")[0].beside == "Chief nursing officer, Brightwater"
        post.is_current = False
        session.flush()
        assert titles(session, "nursing") == []


def test_a_post_that_goes_over_to_another_leader_finds_that_one_alone(each_database, workspace):
    with each_database.session_for(workspace) as session:
        before = make_person(session, name="Inés Okafor")
        after = make_person(session, name="Tomás Lindqvist")
        post = make_position(session, before, title="Chief nursing officer", organization_name="Brightwater")
        session.expire_all()
        assert len(before.positions) == 1
        post.person = after
        session.flush()
        session.expire_all()
        assert titles(session, "nursing brightwater") == ["Tomás Lindqvist"]


def test_a_note_leaves_the_entry_of_its_person_as_it_is(each_database, workspace):
    with each_database.session_for(workspace) as session:
        leader = make_person(session, name="Inés Okafor")
        of_leader = select(SearchEntry.id).where(SearchEntry.kind == "person", SearchEntry.ref_id == leader.id)
        entry = session.scalar(of_leader)
        make_note(session, leader, text="Spoke about night shifts.")
        assert session.scalar(of_leader) == entry
        assert titles(session, "night shifts") == ["Spoke about night shifts."]


def test_a_change_is_found_and_what_it_was_is_not(each_database, workspace):
    with each_database.session_for(workspace) as session:
        leader = make_person(session, name="Inés Okafor")
        leader.name, leader.search_key = "Inés Lindqvist", "ines lindqvist"
        session.flush()
        assert titles(session, "okafor") == []
        assert titles(session, "lindqvist") == ["Inés Lindqvist"]


def test_what_is_removed_takes_all_about_it_and_brings_it_back(each_database, workspace):
    with each_database.session_for(workspace) as session:
        leader = make_person(session, name="Inés Okafor")
        make_note(session, leader, text="Likes the okafor method")
        leader.deleted_at = NOON
        session.flush()
        assert titles(session, "okafor") == []
        leader.deleted_at = None
        session.flush()
        assert len(titles(session, "okafor")) == 2


def test_rows_that_the_database_removes_leave_no_words_behind(each_database, workspace):
    with each_database.session_for(workspace) as session:
        leader = make_person(session, name="Inés Okafor")
        make_note(session, leader, text="Likes the okafor method")
        session.execute(delete(Person).where(Person.id == leader.id))
        assert titles(session, "okafor") == []


def test_nothing_of_another_workspace_is_found(each_database, workspace):
    other = make_workspace(each_database)
    with each_database.session_for(other) as session:
        make_person(session, name="Zofia Łukasik")
    with each_database.session_for(workspace) as session:
        assert titles(session, "lukasik") == []
        assert titles(session, "l") == []


def test_a_change_that_is_rolled_back_is_not_found(each_database, workspace):
    with each_database.session_for(workspace) as session:
        make_person(session, name="Zofia Łukasik")
        session.rollback()
    with each_database.reader_for(workspace) as session:
        assert titles(session, "lukasik") == []


@pytest.mark.parametrize(
    "question",
    [
        '"', "'", "a'b", "* OR *", "NOT x", "x:y", "()", "a AND", "NEAR(a b)", "-- ;", "\\", "%", "_", "\x00", "'':*",
        "a & | !", "\ud800", "🏥", "x" * 100_000, "a " * 50_000, "١٢", "ⅷ", "ʻ", "नमस्ते", "{a}:b", "^a", "+", "",
    ],
)  # fmt: skip
def test_signs_in_a_question_mean_nothing(each_database, workspace, question):
    with each_database.session_for(workspace) as session:
        make_person(session, name="Zofia Łukasik")
        assert titles(session, question) in ([], ["Zofia Łukasik"])


def test_names_in_other_scripts_are_found_by_their_own_letters(each_database, workspace):
    with each_database.session_for(workspace) as session:
        make_person(session, name="Ольга Петренко")
        make_person(session, name="नमिता शर्मा")
        assert titles(session, "петрен") == ["Ольга Петренко"]
        assert titles(session, "शर्मा") == ["नमिता शर्मा"]


def test_an_index_is_written_anew(each_database, workspace):
    with each_database.session_for(workspace) as session:
        values = {"workspace_id": workspace, "name": "Zofia Łukasik", "sort_key": "lukasik zofia",
                  "search_key": "zofia lukasik", "created_at": NOON, "updated_at": NOON}  # fmt: skip
        session.execute(insert(Person), [values])
        assert titles(session, "lukasik") == []
        assert search.rebuild(session) == 1
        assert titles(session, "lukasik") == ["Zofia Łukasik"]


def test_the_words_of_sqlite_stay_whole(sqlite_url, database):
    if not database.is_sqlite:
        pytest.skip("FTS5 is SQLite's")
    with database.session_for(make_workspace(database)) as session:
        leader = make_person(session, name="Inés Okafor")
        for name in ("Inés Lindqvist", "Inés Obi"):
            leader.name = name
            session.flush()
        session.connection().execute(text("INSERT INTO search_index(search_index) VALUES('integrity-check')"))


@given(st.text(max_size=60), st.text(max_size=200))
def test_a_title_is_found_by_each_of_its_words(title, body):
    kept = words_of(title, body).split()
    assert kept == sorted(set(kept))
    assert all(word[:40] in kept for word in fold(title).split())


def test_a_long_text_is_kept_by_its_beginning():
    assert len(words_of("", " ".join(f"word{number}" for number in range(50_000))).split()) == 2_000


def test_only_kinds_that_have_words_are_taken():
    with pytest.raises(ValueError, match="no kind"):
        search.indexed(SearchEntry, "entry")(lambda _row: None)
