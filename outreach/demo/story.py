"""What happened in the demonstration's workspace: research that finished, failed, was stopped and is to run; answers,
corrections, programs, texts of the user's own; people joined and told apart."""

from __future__ import annotations

from dataclasses import replace

from outreach.db import WorkspaceSession
from outreach.demo import articles, cast, events, guides, ledger, letters, projects, signals
from outreach.demo.stage import Stage, candidates, facts, researched, subject_named
from outreach.dossiers import fact_changes, given, program_changes
from outreach.dossiers import operations as research
from outreach.dossiers.fact_changes import Correction, OwnFact
from outreach.dossiers.models import ResearchRun
from outreach.dossiers.program_changes import HandPassage, Told
from outreach.dossiers.program_queries import claims_of_fact
from outreach.dossiers.subjects import Subject
from outreach.organizations import operations as organizations
from outreach.organizations.operations import EnteredFigure
from outreach.people import merging
from outreach.people import operations as people
from outreach.people.merging import Wanted
from outreach.people.models import Person

NOT_A_SOURCE = "register_of_invented_things"
"""What the settings of the failed run named, which no source is called."""


def tell(stage: Stage) -> None:
    """All of it, in the order in which it happened."""
    _long_ago(stage)
    _about_marisol(stage)
    _about_serife(stage)
    _about_organizations(stage)
    _that_failed_and_stopped(stage)
    _join_and_tell_apart(stage)
    projects.begin(stage)
    letters.write(stage)
    guides.prepare(stage)
    ledger.fill(stage)
    articles.write(stage)
    signals.watch(stage)
    events.hold(stage)
    _to_run(stage)


def _long_ago(stage: Stage) -> None:
    """A dossier that has grown old: posts and figures in it want to be confirmed."""
    researched(stage, cast.INGRID, 400, without=("trade_press",))


def _about_marisol(stage: Stage) -> None:
    """A dossier that is ready: two runs, a text and a page of the user's own, a program, a fact noted by hand."""
    number = stage.people[cast.MARISOL.details.name]
    researched(stage, cast.MARISOL, 120, without=("itunes_podcasts", "federal_register", "trade_press"))
    run_id = _read_own(stage)
    stage.run(run_id, stage.ago(30))
    researched(stage, cast.MARISOL, 2)
    with stage.database.session_for(stage.workspace_id) as session:
        subject = Subject(number, stage.houses[cast.HARROW_LAKE])
        _record_programs(session, stage, subject)
        known = "She said so on the walk to the parking ramp on October 3."
        own = OwnFact("board_seat", "Lake Country Food Shelf", known, starts="2025")
        fact_changes.add_own(session, subject, own, stage.by(1.5))
        for fact in facts(session, number, "education")[:1]:
            why = "Her own page says: with honors. Checked with her assistant."
            fact_changes.correct(session, fact, Correction(f"{fact.value} (with honors)", why, fact.organization_name),
                                 stage.by(1))  # fmt: skip
        for fact in facts(session, number, "program"):
            if "Quiet Nights" in fact.value_words:
                why = "Her assistant says that the figure was for one floor only."
                fact_changes.withdraw(session, fact, why, stage.by(0.5))


def _read_own(stage: Stage) -> int:
    with stage.database.session_for(stage.workspace_id) as session:
        subject = subject_named(session, stage, cast.MARISOL)
        agenda = cast.AGENDA.encode()
        sent = given.uploaded("fall-meeting-agenda.txt", agenda, len(agenda), 1_000_000)
        texts = (given.pasted(cast.PANEL, "Notes of the spring panel"), sent)
        run = research.read_given(
            session, subject, stage.plan(), stage.user_id, stage.ago(30), documents=texts, urls=(cast.ARTICLE,)
        )
        return run.id


def _record_programs(session: WorkspaceSession, stage: Stage, subject: Subject) -> None:
    assert subject.person_id is not None
    told = {
        "Short-Stay": Told(
            "Short-Stay Unit", "People waited in hallways of the emergency department for a bed upstairs.",
            "Opened 24 beds for stays under two days, after a plan that night charge nurses drew.",
            "Boarding in the emergency department fell by 31 percent.", "the first six months", "2026-03", "2026-09",
            "Led the program and chaired its weekly round.",
            (("Barnaby Whitlock-Rey", "Directed patient flow"), ("The emergency department staff", "")),
        ),
        "Quiet Nights": Told(
            "Quiet Nights", "", "", "Noise complaints on inpatient floors fell by 38 percent.", "the first year",
            "2018", "2019", "Led it at Quillbrook Community Hospital.",
        ),
    }  # fmt: skip
    for fact in facts(session, subject.person_id, "program"):
        for name, one in told.items():
            if name in fact.value_words:
                program_changes.record(session, subject, one, claims_of_fact(session, fact), stage.by(1.4))
    by_hand = program_changes.record(session, subject, Told("Ask the night desk", action="A weekly question to each "
        "night desk, answered in writing within five days."), (), stage.by(1.2))  # fmt: skip
    passage = HandPassage("Newsletter of the alliance", "https://www.lakecountry.example/letter/41",
                          "Every night desk gets one question a week, and an answer.")  # fmt: skip
    program_changes.add_passage(session, by_hand, passage, stage.by(1.2))


def _about_serife(stage: Stage) -> None:
    """A dossier with questions: one answered "not her" (and can be undone), one taken back, one open."""
    number = stage.people[cast.SERIFE.details.name]
    run_id = researched(stage, cast.SERIFE, 3)
    with stage.database.session_for(stage.workspace_id) as session:
        run = session.get_one(ResearchRun, run_id)
        for place, candidate in enumerate(candidates(session, number, "unsure")):
            by = stage.by(2)
            verdict = research.answer(session, run, candidate, "not_same", by.user_id, by.now)
            if place:
                research.undo(session, run, verdict.id, stage.ago(1.9))
        told = Told("First Hour", "", "A bundle of four steps within the hour, called by the nurse.",
                    "Deaths from sepsis fell from 14 percent to 9 percent.", "two years", "2021", "2023",
                    "Led the program.")  # fmt: skip
        subject = Subject(number, stage.houses[cast.RIDGEMOOR])
        for fact in facts(session, number, "program")[:1]:
            program_changes.record(session, subject, told, claims_of_fact(session, fact), stage.by(1.8))


def _about_organizations(stage: Stage) -> None:
    """Figures noted by hand beside those that research finds, and a run about an organization alone."""
    report = "https://www.harrowlake.example/report/"
    with stage.database.session_for(stage.workspace_id) as session:
        for year, volunteers in ((2023, 118), (2024, 131), (2025, 140)):
            entered = EnteredFigure("volunteers", volunteers, str(year), "Report to the community", f"{report}{year}")
            organizations.add_figure(session, stage.houses[cast.HARROW_LAKE], entered, stage.ago(100))
        subject = Subject(None, stage.houses[cast.HARROW_LAKE])
        run_id = research.start(session, subject, stage.plan(), stage.user_id, stage.ago(30)).id
    stage.run(run_id, stage.ago(30))


def _that_failed_and_stopped(stage: Stage) -> None:
    with stage.database.session_for(stage.workspace_id) as session:
        subject = subject_named(session, stage, cast.ODDVAR)
        failed = research.start(session, subject, stage.plan(), stage.user_id, stage.ago(10)).id
        stopped = research.start(
            session, Subject(None, stage.houses[cast.RIDGEMOOR]), stage.plan(), stage.user_id, stage.ago(9)
        )
        research.stop(session, stopped, stage.ago(9))
    settings = replace(stage.settings, sources_on=frozenset({NOT_A_SOURCE}))
    replace(stage, settings=settings).run(failed, stage.ago(10))


def _join_and_tell_apart(stage: Stage) -> None:
    with stage.database.session_for(stage.workspace_id) as session:
        kept = session.get_one(Person, stage.people[cast.HOLLIS.details.name])
        merged = session.get_one(Person, stage.people[cast.HOLLIS_AGAIN.details.name])
        merging.merge(session, Wanted(kept.id, merged.id, kept.version, merged.version), stage.by(5))
        one, other = (stage.people[who.details.name] for who in (cast.MARLOWE, cast.OTHER_MARLOWE))
        merging.tell_apart(session, one, other, stage.by(4))
        person = session.get_one(Person, stage.people[cast.DELETED.details.name])
        people.remove(session, person, stage.ago(6))


def _to_run(stage: Stage) -> None:
    """A run that plays when the server starts."""
    with stage.database.session_for(stage.workspace_id) as session:
        subject = subject_named(session, stage, cast.TRAM)
        research.start(session, subject, stage.plan(), stage.user_id, stage.now)
