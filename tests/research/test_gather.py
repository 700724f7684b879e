from __future__ import annotations

import threading

from research import gather as gathering
from research.connector import Drift
from research.errors import NotRecorded, RateLimited, SourceError, Unreadable
from research.gather import Event, Known, gather, questions
from research.types import Identifier, Request
from tests.research.cast import ALICE, LARKSPUR, FakeConnector, FakeFetcher, claim, document, house, record, source

ONE = "https://register.example/1"
TWO = "https://register.example/2"


def known_nothing(_claims):
    return Known()


def run(connectors, fetcher=None, query=ALICE, deadline_s=5.0, learn=known_nothing, **more):
    return gather(query, connectors, fetcher or FakeFetcher(), deadline_s=deadline_s, learn=learn, **more)


def alice_is_cno(document, query):
    yield claim(
        record("Alice Larkin", document.source), "role", "Chief Nursing Officer", organization="Larkspur Health"
    )


def test_a_source_that_says_something_is_found_with_its_claims_and_documents():
    (outcome,) = run([FakeConnector(source(), reads=alice_is_cno)])
    assert outcome.status == "found"
    assert {c.value for c in outcome.claims} == {"Chief Nursing Officer"}
    assert outcome.requests == 2
    assert len(outcome.documents) == 2


def test_a_persons_organization_is_asked_for_beside_the_person():
    connector = FakeConnector(source())
    run([connector])
    assert [(q.kind, q.name) for q in connector.asked] == [
        ("person", "Alice B. Larkin"),
        ("organization", "Larkspur Health"),
    ]
    assert questions(LARKSPUR) == (LARKSPUR,)


def test_a_source_for_organizations_is_not_asked_for_people():
    connector = FakeConnector(source(subjects=frozenset({"organization"})))
    run([connector])
    assert [q.kind for q in connector.asked] == ["organization"]


def test_one_source_that_breaks_does_not_cost_the_others():
    def breaks(document, query):
        raise ZeroDivisionError("a fault of the reader")

    outcomes = run([FakeConnector(source("broken"), reads=breaks), FakeConnector(source("good"), reads=alice_is_cno)])
    assert [(o.source, o.status, o.fault) for o in outcomes] == [
        ("broken", "failed", "reader-error"),
        ("good", "found", ""),
    ]
    assert "ZeroDivisionError" in outcomes[0].message


def test_what_was_read_before_a_fault_is_kept_and_the_fault_is_told():
    def half(document, query):
        yield from alice_is_cno(document, query)
        raise Unreadable("the second half is garbage")

    (outcome,) = run([FakeConnector(source(), reads=half)])
    assert outcome.status == "found"
    assert outcome.claims
    assert outcome.warnings == ("the second half is garbage",)


def test_drift_is_a_warning_and_not_a_failure():
    def drifting(document, query):
        yield Drift("unread fields: ['new']")
        yield from alice_is_cno(document, query)

    (outcome,) = run([FakeConnector(source(), reads=drifting)])
    assert (outcome.status, outcome.warnings) == ("found", ("unread fields: ['new']",))


def test_a_page_that_fails_does_not_cost_the_next_page():
    connector = FakeConnector(source(), starts=lambda q: (Request(ONE), Request(TWO)), reads=alice_is_cno)
    (outcome,) = run([connector], FakeFetcher({ONE: SourceError("gone", fault="not-found")}))
    assert outcome.status == "found"


def test_a_source_that_asks_us_to_wait_is_not_asked_again():
    fetcher = FakeFetcher({ONE: RateLimited("wait a minute", retry_after_s=60)})
    connector = FakeConnector(
        source(subjects=frozenset({"person"})), starts=lambda q: (Request(ONE), Request(TWO)), reads=alice_is_cno
    )
    (outcome,) = run([connector], fetcher)
    assert (outcome.status, outcome.fault) == ("failed", "rate-limited")
    assert len(fetcher.requests) == 1


def test_the_budget_bounds_a_source_that_always_has_a_next_page():
    def endless(document, query):
        yield Request(f"https://register.example/{int(document.url.rpartition('/')[2]) + 1}")

    fetcher = FakeFetcher()
    (outcome,) = run([FakeConnector(source(budget=4, subjects=frozenset({"person"})), reads=endless)], fetcher)
    assert len(fetcher.requests) == 4
    assert "stopped after 4 requests" in outcome.warnings[0]


def test_the_same_request_is_asked_once():
    fetcher = FakeFetcher()
    run([FakeConnector(source(subjects=frozenset({"person"})), reads=lambda d, q: [Request(ONE)])], fetcher)
    assert len(fetcher.requests) == 1


def test_a_source_that_hangs_ends_as_a_timeout_and_the_others_are_handed_in():
    outcomes = run(
        [
            FakeConnector(source("hangs"), starts=lambda q: [Request(TWO)]),
            FakeConnector(source("good"), reads=alice_is_cno),
        ],
        FakeFetcher({TWO: 60}),
        deadline_s=0.3,
    )
    assert [(o.source, o.status) for o in outcomes] == [("hangs", "failed"), ("good", "found")]
    assert outcomes[0].fault == "timeout"


def test_a_source_that_wants_a_number_waits_for_the_source_that_gives_it():
    def gives_ccn(document, query):
        yield from house("Larkspur Health", "directory", ccn="999001") if query.kind == "organization" else ()

    def learn(claims):
        found = [c for c in claims if c.predicate == "organization_identifier"]
        return Known(identifiers=tuple(Identifier("ccn", str(c.value)) for c in found))

    waiting = FakeConnector(source("by_number", wants=frozenset({"ccn"}), subjects=frozenset({"organization"})))
    giving = FakeConnector(source("directory", gives=frozenset({"ccn"})), reads=gives_ccn)
    run([waiting, giving], query=LARKSPUR, learn=learn)
    assert waiting.asked[0].identifier("ccn") == "999001"


def test_a_source_whose_number_nobody_gives_may_still_try():
    lonely = FakeConnector(source("by_number", wants=frozenset({"ccn"})), starts=lambda q: ())
    (outcome,) = run([lonely])
    assert lonely.asked
    assert (outcome.status, outcome.message) == ("skipped", "needs a CCN, which is not known")


def test_sources_that_wait_for_one_another_do_not_wait_for_ever():
    first = FakeConnector(source("first", wants=frozenset({"ein"}), gives=frozenset({"ccn"})), starts=lambda q: ())
    second = FakeConnector(source("second", wants=frozenset({"ccn"}), gives=frozenset({"ein"})), starts=lambda q: ())
    outcomes = run([first, second])
    assert [o.status for o in outcomes] == ["skipped", "skipped"]


def test_a_replay_that_has_no_recording_is_no_failure():
    (outcome,) = run([FakeConnector(source())], FakeFetcher({ONE: NotRecorded("not recorded in this replay")}))
    assert (outcome.status, outcome.fault) == ("skipped", "not-recorded")


def test_documents_at_hand_are_read_instead_of_asking():

    fetcher = FakeFetcher(held=(document("a return on the shelf"),))
    (outcome,) = run([FakeConnector(source(subjects=frozenset({"person"})), reads=alice_is_cno)], fetcher)
    assert outcome.status == "found"
    assert fetcher.requests == []


def test_the_users_own_documents_are_read_like_any_other():

    (outcome,) = run(
        [FakeConnector(source(), starts=lambda q: (), reads=alice_is_cno)], given={"register": (document("pasted"),)}
    )
    assert outcome.status == "found"


def test_each_source_is_shown_starting_and_finishing():
    events: list[Event] = []
    run([FakeConnector(source(), reads=alice_is_cno)], show=events.append)
    assert [e.kind for e in events if e.kind != "read"] == ["started", "finished"]
    assert events[-1].outcome is not None


def test_outcomes_come_in_the_order_of_the_connectors():
    names = ["c", "a", "b"]
    outcomes = run([FakeConnector(source(f"source_{name}"), reads=alice_is_cno) for name in names])
    assert [o.source for o in outcomes] == [f"source_{name}" for name in names]


def test_stopping_by_hand_keeps_what_came_in():
    def interrupts(event):
        if event.kind == "finished" and event.outcome.status == "found" and not stopped:
            stopped.append(True)
            raise KeyboardInterrupt

    stopped: list[bool] = []
    outcomes = run(
        [
            FakeConnector(source("hangs"), starts=lambda q: [Request(TWO)]),
            FakeConnector(source("good"), reads=alice_is_cno),
        ],
        FakeFetcher({TWO: 60}),
        show=interrupts,
    )
    assert [(o.source, o.status) for o in outcomes] == [("hangs", "failed"), ("good", "found")]
    assert "you stopped" in outcomes[0].message


def test_a_run_that_is_stopped_from_elsewhere_hands_in_what_it_has():
    asked = []

    def stopped():
        asked.append(True)
        return len(asked) > 2

    outcomes = run(
        [
            FakeConnector(source("hangs"), starts=lambda q: [Request(TWO)]),
            FakeConnector(source("good"), reads=alice_is_cno),
            FakeConnector(source("waits", wants=frozenset({"ccn"}))),
            FakeConnector(source("gives", gives=frozenset({"ccn"})), starts=lambda q: [Request(TWO)]),
        ],
        FakeFetcher({TWO: 60}),
        deadline_s=30,
        stopped=stopped,
    )
    assert [(o.source, o.status, o.fault) for o in outcomes] == [
        ("hangs", "failed", "stopped"),
        ("good", "found", ""),
        ("waits", "skipped", "stopped"),
        ("gives", "failed", "stopped"),
    ]


def test_asking_whether_the_run_is_stopped_may_fail():
    def broken():
        raise ValueError("nobody knows")

    (outcome,) = run([FakeConnector(source(), reads=alice_is_cno)], stopped=broken)
    assert outcome.status == "found"


def test_a_fault_in_judging_or_showing_does_not_lose_the_run():
    def broken(anything):
        raise ValueError("cannot judge this")

    (outcome,) = run([FakeConnector(source(), reads=alice_is_cno)], learn=broken, show=broken)
    assert outcome.status == "found"


def test_a_reader_that_gives_anything_else_is_broken():
    (outcome,) = run([FakeConnector(source(), reads=lambda d, q: ["a sentence"])])
    assert (outcome.status, outcome.fault) == ("failed", "reader-error")


def test_a_source_tries_with_the_name_when_the_one_that_gives_the_number_hangs():
    waiting = FakeConnector(source("by_number", wants=frozenset({"ccn"})), reads=alice_is_cno)
    hangs = FakeConnector(source("hangs", gives=frozenset({"ccn"})), starts=lambda q: [Request(TWO)])
    outcomes = run([waiting, hangs], FakeFetcher({TWO: 60}), deadline_s=0.5)
    assert [o.status for o in outcomes] == ["found", "failed"]


def test_many_hanging_sources_do_not_hold_up_the_end():
    judged = []

    def learn(claims):
        judged.append(len(claims))
        return Known()

    connectors = [FakeConnector(source(f"hangs_{n}"), starts=lambda q: [Request(TWO)]) for n in range(20)]
    outcomes = run(connectors, FakeFetcher({TWO: 60}), deadline_s=0.3, learn=learn)
    assert {o.fault for o in outcomes} == {"timeout"}
    assert judged == []


def test_every_page_that_fails_is_told_and_not_only_the_first():
    def refuses(page, query):
        if "bad" in page.url:
            raise Unreadable(f"{page.url}: no text")
        yield from alice_is_cno(page, query)

    mine = [document("x", url=f"note:{name}") for name in ("good", "bad-1", "bad-2")]
    connector = FakeConnector(source("given_pages"), starts=lambda q: (), reads=refuses)
    (outcome,) = run([connector], given={"given_pages": mine})
    assert outcome.warnings == ("note:bad-1: no text", "note:bad-2: no text")
    (outcome,) = run([connector], given={"given_pages": mine[1:]})
    assert (outcome.status, outcome.message, outcome.warnings) == (
        "failed",
        "note:bad-1: no text",
        ("note:bad-2: no text",),
    )


def test_files_left_unread_at_the_deadline_are_counted_and_no_longer_read():
    read, release = [], threading.Event()
    before = set(threading.enumerate())

    def slow(page, query):
        read.append(page.url)
        if len(read) > 1:
            release.wait(60)
        yield from alice_is_cno(page, query)

    mine = [document("x", url=f"note:{number}") for number in range(50)]
    connector = FakeConnector(source("given_pages"), starts=lambda q: (), reads=slow)
    (outcome,) = run([connector], deadline_s=0.5, given={"given_pages": mine})
    assert "49 of 50 files: had not answered when the time of 0.5 s was over" in outcome.warnings[-1]
    release.set()
    for thread in set(threading.enumerate()) - before:
        thread.join(60)
    assert len(read) == 2


def test_a_system_without_threads_to_spare_costs_a_source_and_not_the_run(monkeypatch):
    def refuses(thread):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuses)
    (outcome,) = run([FakeConnector(source(), reads=alice_is_cno)])
    assert (outcome.status, outcome.message) == ("failed", "could not be asked: the system allows no more threads")


def test_an_answer_that_never_stops_saying_things_is_cut_and_the_cut_is_told(monkeypatch):
    monkeypatch.setattr(gathering, "MOST_CLAIMS", 20)

    def goes_on(document, query):
        for number in range(50):
            yield claim(record("Alice Larkin", document.source), "mention", f"item {number}")

    (outcome,) = run([FakeConnector(source(), reads=goes_on, starts=lambda query: (Request(ONE),))])
    assert len(outcome.claims) == 20 * len(outcome.documents)
    assert (outcome.status, outcome.fault) == ("found", "too-large")
    assert "the rest was left out" in outcome.warnings[0]
