"""From a run that is over to signals: each change once, with its passage, and nothing that is no news."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from outreach.db import Database, WorkspaceSession
from outreach.dossiers.models import Claim, Fact, FactClaim
from outreach.organizations.models import Organization
from outreach.people.models import Person
from outreach.signals import reading
from outreach.signals.models import Signal, Watch
from tests import factories, ledger_factories
from tests.factories import NOON
from tests.outreach.signals import told_runs
from tests.outreach.signals.told_runs import make_award, make_over, make_said

DAY = timedelta(days=1)
HOUSE = "Harrow Lake Regional Hospital"


@pytest.fixture
def workspace(each_database: Database) -> int:
    return factories.make_workspace(each_database)


@pytest.fixture
def session(each_database: Database, workspace: int) -> Iterator[WorkspaceSession]:
    with each_database.session_for(workspace) as session:
        yield session


@pytest.fixture
def house(session: WorkspaceSession) -> Organization:
    return factories.make_organization(session, name=HOUSE)


@pytest.fixture
def ines(session: WorkspaceSession, house: Organization) -> Person:
    person = factories.make_person(session, name="Inés Okafor-Lindqvist")
    factories.make_position(session, person, house, title="Chief Nursing Officer")
    return person


@pytest.fixture
def watch(session: WorkspaceSession, ines: Person) -> Watch:
    return ledger_factories.make_watch(session, ines)


def read(session: WorkspaceSession, row: Watch, now=NOON) -> list[Signal]:
    session.flush()
    session.expire_all()
    return reading.read_watch(session, row.id, now)


def make_news(session: WorkspaceSession, house: Organization, words: str, **claim) -> Fact:
    fact = factories.make_fact(session, organization_id=house.id, predicate="news", value=words, value_words=words,
                               starts="", dated="2026-11-16")  # fmt: skip
    make_said(session, fact, quote=words[:300] or "…", **claim)
    return fact


def test_a_change_is_one_sentence_with_its_passage(session: WorkspaceSession, ines: Person, watch: Watch):
    told_runs.long_before(session, ines)
    award = make_award(session, ines)
    run = make_over(session, ines, NOON, told_runs.new(award))
    [row] = read(session, watch)
    claim = session.scalars(select(Claim).join(FactClaim).where(FactClaim.fact_id == award.id)).one()
    assert row.sentence == "Inés Okafor-Lindqvist received an award: Rural Care Award."
    assert (row.quote, row.url, row.happened) == (claim.quote, claim.cited_url, "2026-10-30")
    assert (row.kind, row.state, row.is_quiet, row.fact_id, row.run_id) == ("award", "new", False, award.id, run.id)
    assert row.source_title.startswith("Lake Country Ledger")
    session.expire_all()
    assert session.get_one(Watch, watch.id).read_run_id == run.id


def test_the_first_run_makes_none(session: WorkspaceSession, ines: Person, watch: Watch):
    make_over(session, ines, NOON, told_runs.new(make_award(session, ines)))
    assert read(session, watch) == []


def test_a_run_in_which_nothing_answered_is_no_first_run(session: WorkspaceSession, ines: Person, watch: Watch):
    told_runs.long_before(session, ines, answered=())
    make_over(session, ines, NOON, told_runs.new(make_award(session, ines)))
    assert read(session, watch) == []


def test_the_same_is_told_once_in_any_spelling(session: WorkspaceSession, ines: Person, watch: Watch):
    told_runs.long_before(session, ines)
    make_over(session, ines, NOON, told_runs.new(make_award(session, ines)))
    assert len(read(session, watch)) == 1
    assert read(session, watch) == [], "a run is read once"
    again = make_award(session, ines, "RURAL CARE  award")
    make_over(session, ines, NOON + DAY, told_runs.new(again))
    assert read(session, watch, NOON + DAY) == []
    watch.read_run_id = None
    assert read(session, watch, NOON + DAY) == [], "nor from the beginning"


def test_a_new_source_tells_only_what_is_fresh(session: WorkspaceSession, ines: Person, watch: Watch):
    told_runs.long_before(session, ines, answered=("openalex",))
    old = make_award(session, ines, "Prize of the Lakes", dated="2026-02")
    fresh = make_award(session, ines)
    make_over(session, ines, NOON, told_runs.new(old, fresh), answered=("openalex", told_runs.SOURCE))
    assert [row.fact_id for row in read(session, watch)] == [fresh.id]


def test_an_older_fact_found_late_is_kept_quietly(session: WorkspaceSession, ines: Person, watch: Watch):
    told_runs.long_before(session, ines)
    make_over(session, ines, NOON, told_runs.new(make_award(session, ines, dated="2024")))
    assert [row.is_quiet for row in read(session, watch)] == [True]


def test_what_was_said_before_in_other_spelling_is_none(session: WorkspaceSession, ines: Person, watch: Watch):
    told_runs.long_before(session, ines)
    before = make_award(session, ines, "The Rural-Care award", state="gone")
    after = make_award(session, ines)
    found = told_runs.new(after)
    make_over(session, ines, NOON, found, before=[told_runs.as_said(before)])
    assert read(session, watch) == []


def test_what_the_user_wrote_or_brought_is_no_news(session: WorkspaceSession, ines: Person, watch: Watch):
    told_runs.long_before(session, ines)
    mine = factories.make_fact(session, person_id=ines.id, predicate="award", dated="2026-10")
    make_said(session, mine, origin="document")
    noted = make_award(session, ines, "Prize that I noted", is_own_note=True)
    withdrawn = make_award(session, ines, "Prize of another", state="withdrawn")
    make_over(session, ines, NOON, told_runs.new(mine, noted, withdrawn))
    assert read(session, watch) == []


def test_what_the_user_denied_is_not_told_as_an_end(session: WorkspaceSession, ines: Person, watch: Watch):
    told_runs.long_before(session, ines)
    post = factories.make_fact(session, person_id=ines.id, predicate="role", value="Deputy mayor",
                               value_words="Deputy mayor", dated="2026", state="gone")  # fmt: skip
    claim = make_said(session, post)
    factories.make_verdict(session, person_id=ines.id, source_key=claim.source_key, record_id=claim.record_id)
    make_over(session, ines, NOON, told_runs.gone(post))
    assert read(session, watch) == []


def make_gone_post(session: WorkspaceSession, ines: Person) -> tuple[Fact, Claim]:
    post = factories.make_fact(session, person_id=ines.id, predicate="role", value="Director of Nursing", dated="2021",
                               value_words="Director of Nursing, Saint Brendan", state="gone")  # fmt: skip
    return post, make_said(session, post)


def test_a_post_that_its_page_says_no_more_is_told(session: WorkspaceSession, ines: Person, watch: Watch):
    told_runs.long_before(session, ines)
    post, claim = make_gone_post(session, ines)
    make_over(session, ines, NOON, told_runs.gone(post))
    [row] = read(session, watch)
    assert row.sentence.startswith("The sources say no longer that Inés Okafor-Lindqvist is Director of Nursing")
    assert (row.kind, row.fact_id, row.quote) == ("role", None, claim.quote)


def test_a_page_that_has_gone_or_did_not_answer_tells_nothing(session: WorkspaceSession, ines: Person, watch: Watch):
    told_runs.long_before(session, ines)
    post, claim = make_gone_post(session, ines)
    make_over(session, ines, NOON, told_runs.gone(post), answered=("openalex",))
    claim.document.dead_since = NOON
    make_over(session, ines, NOON + DAY, told_runs.gone(post))
    assert read(session, watch, NOON + DAY) == []


def test_a_run_that_asks_again_in_a_moment_is_not_read_yet(session: WorkspaceSession, ines: Person, watch: Watch):
    told_runs.long_before(session, ines)
    run = make_over(session, ines, NOON, told_runs.new(make_award(session, ines)))
    factories.make_run_source(session, run, source_key="wikidata", state="later", retry_at=NOON + DAY)
    assert read(session, watch, NOON + timedelta(minutes=5)) == []
    assert len(read(session, watch, NOON + timedelta(hours=1))) == 1


def test_runs_are_read_in_their_order_and_a_standstill_holds_up_none(
    session: WorkspaceSession, ines: Person, watch: Watch
):
    told_runs.long_before(session, ines)
    factories.make_run(session, person_id=ines.id, created_at=NOON - timedelta(hours=2))
    make_over(session, ines, NOON, told_runs.new(make_award(session, ines)))
    assert read(session, watch) == [], "the one before goes on still"
    assert len(read(session, watch, NOON + 2 * DAY)) == 1


def test_trouble_is_told_with_its_organization(
    session: WorkspaceSession, ines: Person, watch: Watch, house: Organization
):
    told_runs.long_before(session, ines, organization_id=house.id)
    layoffs = make_news(session, house, "Harrow Lake announces 120 layoffs")
    unsure = make_news(session, house, "Hospitals in the county weigh layoffs")
    other = make_news(session, house, "Harrow Lake opens a unit")
    make_over(session, ines, NOON, told_runs.new(layoffs, unsure, other), organization_id=house.id)
    rows = {row.fact_id: row for row in read(session, watch)}
    assert rows[layoffs.id].sentence == f"News tells of layoffs at {HOUSE}: Harrow Lake announces 120 layoffs."
    told = {number: (row.kind, row.is_quiet, row.organization_id) for number, row in rows.items()}
    assert told == {
        layoffs.id: ("trouble", False, house.id), unsure.id: ("trouble", True, house.id),
        other.id: ("house", False, house.id),
    }  # fmt: skip


def test_news_of_a_house_is_told_of_one_of_its_people(
    session: WorkspaceSession, ines: Person, watch: Watch, house: Organization
):
    colleague = factories.make_person(session)
    factories.make_position(session, colleague, house)
    other = ledger_factories.make_watch(session, colleague)
    make_over(session, None, NOON - 30 * DAY, organization_id=house.id)
    make_over(session, None, NOON, told_runs.new(make_news(session, house, "Harrow Lake opens a unit")),
              organization_id=house.id)  # fmt: skip
    assert len(read(session, watch)) == 1
    assert read(session, other) == []


def test_two_of_a_kind_put_aside_make_the_next_quiet(session: WorkspaceSession, ines: Person, watch: Watch):
    told_runs.long_before(session, ines)
    first, second, third = (make_award(session, ines, f"Prize of lake {number}") for number in "abc")
    for days, award in enumerate((first, second, third)):
        make_over(session, ines, NOON + days * DAY, told_runs.new(award))
        [row] = read(session, watch, NOON + days * DAY)
        assert row.is_quiet == (award is third)
        row.state, row.judged_at = "not_relevant", NOON + days * DAY


def test_who_is_off_or_deleted_is_not_read(session: WorkspaceSession, ines: Person, watch: Watch):
    told_runs.long_before(session, ines)
    make_over(session, ines, NOON, told_runs.new(make_award(session, ines)))
    watch.is_on = False
    assert read(session, watch) == []
    watch.is_on, ines.deleted_at = True, NOON
    assert read(session, watch) == []


def test_hostile_text_is_kept_as_it_is_and_cut(session: WorkspaceSession, ines: Person, watch: Watch):
    told_runs.long_before(session, ines)
    words = "<script>alert(1)</script> \u202egpj.exe " + "x" * 1_000_000
    award = factories.make_fact(session, person_id=ines.id, predicate="award", value="odd", value_words=words,
                                dated="2026-10")  # fmt: skip
    make_said(session, award, quote="<script>alert(1)</script>", cited_url="javascript:alert(1)")
    make_over(session, ines, NOON, told_runs.new(award))
    [row] = read(session, watch)
    assert len(row.sentence) <= 500
    assert row.quote == "<script>alert(1)</script>"
    assert row.url == ""


def test_all_workspaces_are_read_each_for_itself(each_database: Database, workspace: int):
    numbers = [workspace, factories.make_workspace(each_database)]
    for number in numbers:
        with each_database.session_for(number) as session:
            person = factories.make_person(session)
            ledger_factories.make_watch(session, person)
            told_runs.long_before(session, person)
            make_over(session, person, NOON, told_runs.new(make_award(session, person)))
    assert reading.read_all(each_database, NOON) == 2
    assert reading.read_all(each_database, NOON) == 0
    for number in numbers:
        with each_database.reader_for(number) as session:
            assert session.scalar(select(func.count(Signal.id))) == 1
