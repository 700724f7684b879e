"""Every module has its test at the mirrored path: research/pages/dates.py in tests/research/pages/test_dates.py."""

from __future__ import annotations

from pathlib import Path

from tests import source_tree

WITHOUT_A_TEST = {
    "outreach/briefs/pdf/laid.py": "by briefs/pdf/test_brief_page.py and test_files.py, on the page",
    "outreach/briefs/pdf/laid_blocks.py": "by briefs/pdf/test_brief_page.py and test_files.py, on the page",
    "outreach/briefs/pdf/laid_card.py": "by briefs/pdf/test_brief_page.py and test_files.py, on the page",
    "outreach/briefs/pdf/laid_chart.py": "by briefs/pdf/test_chart_places.py and test_files.py, on the page",
    "outreach/briefs/pdf/laid_head.py": "by briefs/pdf/test_brief_page.py and test_files.py, on the page",
    "outreach/briefs/pdf/laid_sources.py": "by briefs/pdf/test_fitting.py and test_files.py, on the page",
    "outreach/briefs/pdf/pen.py": "by briefs/pdf/test_files.py, on the page",
    "outreach/pdf/writing.py": "by pdf/test_tagged_canvas.py, which reads back what it wrote",
    "outreach/events/agenda_documents.py": "by events/test_agenda_pages.py, through the pages",
    "outreach/events/agenda_forms.py": "by events/test_agenda_pages.py, through the pages",
    "outreach/events/agendas.py": "by events/test_agenda_pages.py, through the pages",
    "outreach/events/card_rows.py": "by events/test_meeting_pages.py, on the form",
    "outreach/events/event_parts.py": "by events/test_meeting_pages.py, on the pages of people",
    "outreach/events/forms.py": "by events/test_event_pages.py, through the pages",
    "outreach/events/jobs.py": "by events/test_agenda_pages.py, which runs them",
    "outreach/events/matches.py": "by events/test_speaker_pages.py, through the pages",
    "outreach/events/meeting_forms.py": "by events/test_meeting_pages.py, through the pages",
    "outreach/events/meeting_lines.py": "by events/test_meeting_pages.py, on the pages",
    "outreach/events/meetings.py": "by events/test_meeting_pages.py, through the pages",
    "outreach/events/merging.py": "by people/test_merging.py, which asks it of every room",
    "outreach/events/operations.py": "by events/test_event_pages.py, through the pages",
    "outreach/events/program_card.py": "by events/test_agenda_pages.py, on the pages",
    "outreach/events/program_queries.py": "by events/test_session_pages.py, on the pages",
    "outreach/events/queries.py": "by events/test_event_pages.py, on the pages",
    "outreach/events/views.py": "joins the room; test_app.py",
    "outreach/briefs/brief_parts.py": "by briefs/test_pack_pages.py and test_brief_pages.py, on the pages",
    "outreach/briefs/forms.py": "by briefs/test_pack_pages.py, through the pages",
    "outreach/briefs/gathered_between.py": "by briefs/test_gathering.py",
    "outreach/briefs/gathered_facts.py": "by briefs/test_gathering.py",
    "outreach/briefs/gathered_house.py": "by briefs/test_gathering.py",
    "outreach/briefs/gathered_person.py": "by briefs/test_gathering.py",
    "outreach/briefs/gathered_questions.py": "by briefs/test_gathering.py",
    "outreach/briefs/here.py": "by briefs/test_pack_pages.py, through the pages",
    "outreach/briefs/merging.py": "by people/test_merging.py, which asks it of every room",
    "outreach/briefs/previews.py": "by briefs/test_pack_pages.py and test_printing_pages.py, through the pages",
    "outreach/briefs/printing_files.py": "by briefs/test_pack_pages.py and test_printing_pages.py, through the pages",
    "outreach/briefs/views.py": "joins the room; test_app.py",
    "outreach/articles/article_parts.py": "by articles/test_article_pages.py and test_outline_pages.py, on the pages",
    "outreach/articles/forms.py": "by articles/test_editor_pages.py and test_outline_pages.py, through the pages",
    "outreach/articles/putting_in_pages.py": "by articles/test_editor_pages.py, through the pages",
    "outreach/articles/resting.py": "by articles/test_editor_pages.py and test_article_pages.py, on the pages",
    "outreach/followups/forms.py": "by followups/test_sequence_pages.py, through the pages",
    "outreach/followups/queries.py": "by followups/test_sequence_pages.py and test_sequence_waiting.py",
    "outreach/followups/sequence_parts.py": "by followups/test_sequence_pages.py, on the pages",
    "outreach/followups/rhythm_forms.py": "by followups/test_rhythm_pages.py and test_pace_pages.py, through the pages",
    "outreach/followups/rhythm_parts.py": "by followups/test_rhythm_pages.py and test_pace_pages.py, on the pages",
    "outreach/followups/rhythm_plan.py": "by followups/test_rhythms.py and test_pace.py",
    "outreach/followups/views.py": "joins the room; test_app.py",
    "outreach/articles/answer_jobs.py": "by articles/test_public_pages.py, which runs it",
    "outreach/articles/answers_noted.py": "by articles/test_decisions.py, in the ledger",
    "outreach/articles/article_reading.py": "by articles/test_article_registry.py, in the examples of every rule",
    "outreach/articles/article_rule.py": "values; by articles/test_article_registry.py",
    "outreach/articles/article_rules/figures.py": "by articles/test_article_registry.py, its examples",
    "outreach/articles/article_rules/privacy.py": "by articles/test_article_registry.py, its examples",
    "outreach/articles/article_rules/quoting.py": "by articles/test_article_registry.py, its examples",
    "outreach/articles/article_rules/tone.py": "by articles/test_article_registry.py, its examples",
    "outreach/articles/article_rules/whole.py": "by articles/test_article_registry.py, its examples",
    "outreach/articles/merging.py": "by people/test_merging.py, which asks it of every room",
    "outreach/articles/opened.py": "by articles/test_public_pages.py, through the pages",
    "outreach/articles/public_words.py": "by articles/test_public_pages.py, on the pages",
    "outreach/articles/effect.py": "by articles/test_publication_pages.py and test_after_writing.py",
    "outreach/articles/manuscripts.py": "by articles/test_submission_pages.py, through the pages",
    "outreach/articles/publication_forms.py": "by articles/test_publication_pages.py, through the pages",
    "outreach/articles/published.py": "by articles/test_publication_pages.py, through the pages",
    "outreach/articles/submission.py": "by articles/test_submission_pages.py, through the pages",
    "outreach/articles/submission_forms.py": "by articles/test_submission_pages.py, through the pages",
    "outreach/articles/venue_list.py": "by articles/test_submission_pages.py, on the page",
    "outreach/articles/call_notes.py": "by articles/test_received_pages.py, through the pages",
    "outreach/articles/received.py": "by articles/test_received_pages.py, through the pages",
    "outreach/articles/received_files.py": "by articles/test_received_pages.py, through the pages",
    "outreach/articles/received_forms.py": "by articles/test_received_pages.py, through the pages",
    "outreach/articles/received_guesses.py": "by articles/test_received_pages.py, through the pages",
    "outreach/articles/received_recording.py": "by articles/test_received_pages.py, through the pages",
    "outreach/articles/suggestion_answers.py": "by articles/test_suggestion_pages.py, through the pages",
    "outreach/articles/suggestion_forms.py": "by articles/test_suggestion_pages.py, through the pages",
    "outreach/articles/suggestion_places.py": "by articles/test_suggestions.py and test_suggestion_pages.py",
    "outreach/articles/suggestion_parts.py": "by articles/test_suggestion_pages.py, on the page of an article",
    "outreach/articles/views.py": "joins the room; test_app.py",
    "outreach/events/agenda_in/calendar_lines.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/delimited.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/drafts.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/front_matter.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/grids.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/ics.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/linked_events.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/model.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/names.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/page_lines.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/pasted.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/people_below.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/program.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/program_lines.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/refusals.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/schedule_xml.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/sheets.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/table_rows.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/tables.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/whens.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/events/agenda_in/words.py": "by events/agenda_in/test_reader.py, in whole programs",
    "outreach/exchange/feeds.py": "by exchange/test_feed_pages.py, through the pages",
    "outreach/exchange/views.py": "joins the room; test_app.py",
    "outreach/briefs/floor_cards.py": "by briefs/test_floor_pages.py, on the page",
    "outreach/briefs/floor_parts.py": "by briefs/test_floor_pages.py, on the page of an event",
    "outreach/events/after.py": "by events/test_after_pages.py, through the pages",
    "outreach/events/after_forms.py": "by events/test_after_pages.py, through the pages",
    "outreach/events/after_parts.py": "by events/test_after_pages.py, on the page of an event and the first page",
    "outreach/events/after_returning.py": "by events/test_after_pages.py, through the pages",
    "outreach/events/after_thanks.py": "by events/test_after_pages.py, through the pages",
    "outreach/today/jobs.py": "by today/test_digests.py, which runs them",
    "outreach/waiting.py": "values; by today/test_gathering.py",
    "outreach/accounts/browser.py": "by accounts/test_sign_in.py and test_settings_pages.py, through the pages",
    "outreach/accounts/fields.py": "by accounts/test_forms.py, in the forms",
    "outreach/accounts/member_pages.py": "by accounts/test_settings_pages.py, through the pages",
    "outreach/accounts/members.py": "by accounts/test_settings_pages.py and test_door.py, through the pages",
    "outreach/accounts/queries.py": "by accounts/test_settings_pages.py, through the pages",
    "outreach/accounts/sender_forms.py": "by accounts/test_sender_pages.py, through the pages",
    "outreach/accounts/views.py": "joins the room; test_app.py",
    "outreach/accounts/words.py": "by accounts/test_sign_in.py, on the pages",
    "outreach/demo/articles.py": "by demo/test_build.py",
    "outreach/demo/events.py": "by demo/test_build.py",
    "outreach/demo/programs.py": "by demo/test_build.py and journeys/test_event.py, which bring them",
    "outreach/demo/cast.py": "who and what is invented; by demo/test_build.py",
    "outreach/demo/commands.py": "by demo/test_build.py and test_start.py",
    "outreach/demo/crowd.py": "by demo/test_build.py",
    "outreach/demo/guides.py": "by demo/test_build.py",
    "outreach/demo/ledger.py": "by demo/test_build.py",
    "outreach/demo/letters.py": "by demo/test_build.py",
    "outreach/demo/projects.py": "by demo/test_build.py",
    "outreach/demo/signals.py": "by demo/test_build.py",
    "outreach/demo/stage.py": "by demo/test_build.py",
    "outreach/demo/story.py": "by demo/test_build.py",
    "outreach/articles/mail_in/answer.py": "values without behavior; test_reading.py fills them",
    "outreach/articles/mail_in/kind_words.py": "lists of words; by articles/mail_in/test_kinds.py",
    "outreach/articles/mail_in/leaning_patterns.py": "expressions; by articles/mail_in/test_leaning.py",
    "outreach/articles/mail_in/signature_words.py": "lists of words; by articles/mail_in/test_signatures.py",
    "outreach/asklint/career/asks.py": "frames as values; by asklint/career/test_tables.py and test_judgment.py",
    "outreach/dossiers/forms.py": "by dossiers/test_given_pages.py and test_run_pages.py, in the pages",
    "outreach/dossiers/question_cards.py": "by dossiers/test_run_pages.py, on the page",
    "outreach/dossiers/queries.py": "by dossiers/test_operations.py and the tests of the pages",
    "outreach/dossiers/run_page.py": "by dossiers/test_run_pages.py, on the page",
    "outreach/dossiers/views.py": "joins the room; test_app.py",
    "outreach/dossiers/dossier_forms.py": "by dossiers/test_fact_pages.py and test_program_pages.py, through the pages",
    "outreach/dossiers/dossier_parts.py": "by dossiers/test_readiness_pages.py and test_fact_pages.py, on the pages",
    "outreach/dossiers/fact_history.py": "by dossiers/test_fact_change_pages.py, on the page of a fact",
    "outreach/dossiers/program_changes.py": "by dossiers/test_program_pages.py, through the pages",
    "outreach/dossiers/program_queries.py": "by dossiers/test_program_pages.py and test_readiness.py, on the pages",
    "outreach/drafts/cited_pages.py": "by drafts/test_editor.py, through the pages",
    "outreach/drafts/draft_parts.py": "by drafts/test_list_pages.py, on the pages of people and projects",
    "outreach/drafts/leaving_parts.py": "by drafts/test_departure_pages.py, on the page of a draft",
    "outreach/drafts/forms.py": "by drafts/test_editor.py, through the pages",
    "outreach/drafts/reason_pages.py": "by drafts/test_editor.py, through the pages",
    "outreach/drafts/version_pages.py": "by drafts/test_editor.py, through the pages",
    "outreach/drafts/views.py": "joins the room; test_app.py",
    "outreach/drafts/beginning.py": "by drafts/test_new_pages.py, through the pages",
    "outreach/drafts/letter_forms.py": "by drafts/test_new_pages.py, through the pages",
    "outreach/drafts/merging.py": "by people/test_merging.py, which asks it of every room",
    "outreach/drafts/proposal_forms.py": "by drafts/test_proposal_pages.py, through the pages",
    "outreach/drafts/letter_values.py": "values without behavior; test_compose.py fills them",
    "outreach/articles/approval_parts.py": "by articles/test_request_pages.py and test_desk_pages.py, on the pages",
    "outreach/articles/asking_letters.py": "by articles/test_request_pages.py, through the pages",
    "outreach/articles/checked.py": "by articles/test_request_pages.py, through the pages",
    "outreach/articles/conditions.py": "by articles/test_desk_pages.py, through the pages",
    "outreach/articles/desk.py": "by articles/test_desk_pages.py and test_waiting.py",
    "outreach/articles/ending.py": "by articles/test_desk_pages.py and test_reviewers.py",
    "outreach/articles/given.py": "by articles/test_request_pages.py, through the pages",
    "outreach/articles/record.py": "by articles/test_desk_pages.py, through the pages",
    "outreach/articles/request_forms.py": "by articles/test_request_pages.py and test_desk_pages.py, through the pages",
    "outreach/articles/requests.py": "by articles/test_request_pages.py, through the pages",
    "outreach/articles/reviewer_pages.py": "by articles/test_desk_pages.py, through the pages",
    "outreach/interviews/appointment_forms.py": "by interviews/test_appointment_pages.py and test_talk_pages.py",
    "outreach/interviews/appointments.py": "by interviews/test_appointment_pages.py, through the pages",
    "outreach/interviews/consent.py": "by interviews/test_talk_pages.py, through the pages",
    "outreach/interviews/note_forms.py": "by interviews/test_note_pages.py and test_debrief_pages.py, in the pages",
    "outreach/interviews/searching.py": "by interviews/test_note_pages.py, which finds a talk by its notes",
    "outreach/interviews/talk_notes.py": "by interviews/test_note_pages.py and test_thanks.py",
    "outreach/interviews/talk_queries.py": "by interviews/test_talk_pages.py, test_waiting.py and test_thanks.py",
    "outreach/interviews/forms.py": "by interviews/test_guide_pages.py and test_question_pages.py, through the pages",
    "outreach/interviews/merging.py": "by people/test_merging.py, which asks it of every room",
    "outreach/interviews/queries.py": "by interviews/test_operations.py and the tests of the pages",
    "outreach/interviews/views.py": "joins the room; test_app.py",
    "outreach/relationships/forms.py": "by relationships/test_touch_pages.py and test_promise_pages.py, on the pages",
    "outreach/relationships/policy.py": "numbers with their reasons; by relationships/test_rules.py",
    "outreach/relationships/advice_forms.py": "by relationships/test_advice_pages.py, through the pages",
    "outreach/relationships/learning_forms.py": "by relationships/test_learning_pages.py, through the pages",
    "outreach/relationships/learning_parts.py": "by relationships/test_learning_pages.py, on the page of a person",
    "outreach/relationships/pause_parts.py": "by relationships/test_pause_pages.py, on the pages of people and letters",
    "outreach/relationships/review_forms.py": "by relationships/test_review_pages.py, through the pages",
    "outreach/relationships/views.py": "joins the room; test_app.py",
    "outreach/relationships/blueprint.py": "by relationships/test_pause_pages.py and test_advice_pages.py",
    "outreach/signals/forms.py": "by signals/test_watch_pages.py, through the page",
    "outreach/signals/merging.py": "by people/test_merging.py, which asks it of every room",
    "outreach/signals/queries.py": "by signals/test_signal_pages.py, test_digest.py and test_waiting.py",
    "outreach/signals/views.py": "joins the room; test_app.py",
    "outreach/mail/memory.py": "a list of messages, for tests",
    "outreach/migrations/env.py": "run by every test of migrations/test_versions.py",
    "outreach/organizations/fields.py": "by organizations/test_views.py, in the forms",
    "outreach/organizations/forms.py": "by organizations/test_views.py, through the pages",
    "outreach/projects/forms.py": "by projects/test_project_pages.py and test_venue_pages.py, through the pages",
    "outreach/projects/views.py": "joins the room; test_app.py",
    "outreach/people/contact_pages.py": "by people/test_views.py, through the pages",
    "outreach/people/forms.py": "by people/test_views.py, through the pages",
    "outreach/people/list_pages.py": "by people/test_views.py, through the pages",
    "outreach/people/person_page.py": "by people/test_views.py, through the pages",
    "outreach/people/post_pages.py": "by people/test_views.py, through the pages",
    "outreach/time_zones.py": "a list of names; by people/test_rules.py",
    "outreach/today/forms.py": "by today/test_views.py, through the pages",
    "outreach/request_session.py": "by test_app.py, one commit a request",
    "outreach/briefs/material.py": "values without behavior; briefs/test_build.py fills them",
    "outreach/briefs/model.py": "values without behavior; briefs/test_build.py fills them",
    "research/connector.py": "a protocol; connectors/test_cases.py holds every connector to it",
    "research/errors.py": "classes with nothing in them but their names",
    "research/pages/lexicon.py": "lists of words",
    "research/pages/model.py": "values without behavior",
}
"""Module -> why it has no test file of its own."""

TESTED_TOGETHER = {
    "connectors": "by golden cases, which connectors/test_cases.py asks for of each",
    "rules": "rules of the check of messages, by their own examples, in asklint/test_rules.py",
    "versions": "steps of the tables; migrations/test_versions.py runs them all",
}
"""Folder -> what tests each module in it."""

OF_SEVERAL_MODULES: dict[str, str] = {
    "tests/outreach/asklint/career/test_tables.py": "the tables of job talk, which are data",
    "tests/outreach/asklint/test_rules.py": "every rule of the check, by its good and bad examples",
    "tests/research/test_regexes.py": "every regular expression of the engine, for its worst input",
    "tests/outreach/test_regexes.py": "every regular expression of the application, for its worst input",
    "tests/research/connectors/test_cases.py": "every connector, by its golden cases",
    "tests/outreach/migrations/test_versions.py": "every step of the tables, one after the other",
    "tests/outreach/migrations/test_owned_rows.py": "constraints and workspaces of each owned table, by one row",
    "tests/outreach/styleguide/test_components.py": "the components of the templates",
    "tests/outreach/styleguide/test_scripts.py": "the scripts, in a browser",
    "tests/outreach/test_first_user.py": "the first user of the tests themselves",
    "tests/outreach/test_sweep.py": "every address and form of the live application",
    "tests/research/test_secrets.py": "http, asking, cache and answers together, by what becomes of a key",
    "tests/research/test_address_guard.py": "address, wire and http together, by a table of addresses",
}
"""Test -> what it tests, where that is no single module."""

PARTS = ("research", "outreach")
MODULES = [path for part in PARTS for path in source_tree.files(".py", below=part) if path.name != "__init__.py"]
TESTS = [
    path for part in PARTS for path in source_tree.files(".py", below=f"tests/{part}") if path.name.startswith("test_")
]


def mirrors(module: Path) -> list[Path]:
    """Where the test of a module belongs; for `_fields.py` either with its underscore or without."""
    names = dict.fromkeys((module.stem, module.stem.strip("_")))
    return [Path("tests") / module.parent / f"test_{name}.py" for name in names]


def is_tables(module: Path) -> bool:
    """Tables alone: migrations/test_versions.py and test_owned_rows.py hold them."""
    return module.name.endswith("models.py")


def test_a_module_has_its_test_at_the_mirrored_path() -> None:
    needed = [module for module in MODULES if not is_tables(module) and module.parent.name not in TESTED_TOGETHER]
    missing = {module.as_posix() for module in needed if not set(mirrors(module)) & set(TESTS)}
    assert sorted(missing - WITHOUT_A_TEST.keys()) == [], "modules without a test"
    assert sorted(WITHOUT_A_TEST.keys() - missing) == [], "these have a test now: take them off the list"


def test_a_test_has_its_module_at_the_mirrored_path() -> None:
    expected = {test for module in MODULES for test in mirrors(module)}
    strays = {test.as_posix() for test in TESTS if test not in expected}
    assert sorted(strays - OF_SEVERAL_MODULES.keys()) == []


def test_the_lists_name_only_what_is_there() -> None:
    named = [*WITHOUT_A_TEST, *OF_SEVERAL_MODULES]
    assert [path for path in named if not (source_tree.REPOSITORY / path).is_file()] == []


def test_test_folders_are_no_packages_since_they_would_hide_the_modules_they_mirror() -> None:
    assert [str(path) for path in source_tree.files(".py", below="tests") if path.name == "__init__.py"] == []
