"""`flask --app wsgi lint`: what it prints and which code it ends with."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from outreach.lint_commands import lint

DOSSIER = {
    "person": "Ruth Ames",
    "credentials": ["MD"],
    "title": "Chief Operating Officer",
    "organization": "Lakeshore",
    "facts": ["Her Night Owl program halved delirium on two surgical floors."],
}
GOOD = (
    "Subject: Interview request: Night Owl\n\nDear Dr. Ames,\n\n"
    "I am writing an article for our chapter newsletter on quiet nights. Night Owl halved delirium on two surgical "
    "floors, and I would like to tell readers how the first floor was won.\n\n"
    "May I interview you for 20 minutes, by phone, between May 11 and June 5? If a colleague is the better person, I "
    "would be glad to be redirected. You will have five questions beforehand.\n\nSincerely,\nJo Park"
)
BAD = "Dear Mr. Ames,\n\nYou are an amazing leader.\nI need your answer today.\n\nJo Park"


@pytest.fixture
def run(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "bad.txt").write_text(BAD)
    (tmp_path / "ames.json").write_text(json.dumps(DOSSIER))

    def invoke(*arguments: str) -> Result:
        named = [str(tmp_path / one) if one.endswith((".txt", ".json", ".jsonl")) else one for one in arguments]
        return CliRunner().invoke(lint, named)

    return invoke


def test_a_good_letter_ends_with_nothing_to_fix_and_what_is_good(run):
    done = run("good.txt", "--dossier", "ames.json")
    assert done.exit_code == 0
    assert "Must fix" not in done.output
    assert "Good: One ask, with a length, a form and a window." in done.output


def test_findings_are_told_with_line_words_advice_and_reason(run):
    done = run("bad.txt", "--dossier", "ames.json")
    assert done.exit_code == 1
    assert "Must fix, line 1: “Dear Mr. Ames,” (salutation)" in done.output
    assert "Write “Dear Dr. Ames,”." in done.output
    assert "Look again, line 4:" in done.output
    assert "  Why: " in done.output


def test_json_has_offsets_into_the_text(run):
    done = run("bad.txt", "--dossier", "ames.json", "--json")
    findings = json.loads(done.stdout)["findings"]
    assert {"rule", "severity", "start", "end", "text", "message"} == set(findings[0])
    assert all(BAD[one["start"] : one["end"]] == one["text"] for one in findings)


def test_a_batch_gives_a_line_for_each_draft_also_for_a_broken_one(run, tmp_path):
    drafts = [
        {"id": "a", "kind": "interview-request", "text": GOOD, "dossier": DOSSIER},
        {"id": "b", "text": BAD, "dossier": DOSSIER},
    ]
    (tmp_path / "list.jsonl").write_text("\n".join([json.dumps(drafts[0]), "{", json.dumps(drafts[1])]))
    done = run("--batch", "list.jsonl", "--json")
    answers = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert done.exit_code == 2
    assert [answer["id"] for answer in answers] == ["a", None, "b"]
    assert answers[1]["error"] == "Line 2 is not JSON; the other lines were checked."
    assert "Line 2 is not JSON" in done.stderr
    assert "salutation" in {one["rule"] for one in answers[2]["findings"]}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Name a file with a draft"),
        (("none.txt",), "cannot be read"),
        (("good.txt", "--kind", "sonnet"), "The kinds are: interview-request"),
        (("good.txt", "--dossier", "bad.txt"), "it is not JSON"),
        (("good.txt", "--today", "soon"), "write it like 2026-05-04"),
        (("--batch", "empty.jsonl"), "is empty"),
    ],
)
def test_input_that_cannot_be_used_gets_one_line(run, tmp_path, arguments, words):
    (tmp_path / "empty.jsonl").write_text("")
    done = run(*arguments)
    assert done.exit_code == 2
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_what_a_text_hides_does_not_reach_the_terminal(run, tmp_path):
    (tmp_path / "odd.txt").write_text("Dear \x1b[31mX,\n\nYou are amazing \x1b]0;owned\x07 and inspiring.\n\nJo Park")
    done = run("odd.txt")
    assert "\x1b" not in done.output


def test_a_file_and_a_list_at_once_are_refused(run, tmp_path):
    (tmp_path / "list.jsonl").write_text(json.dumps({"id": 1, "text": GOOD}))
    done = run("good.txt", "--batch", "list.jsonl")
    assert done.exit_code == 2
    assert "not both" in done.output


def test_a_line_with_what_is_no_json_number_is_answered_in_json(run, tmp_path):
    (tmp_path / "list.jsonl").write_text('{"id": NaN, "text": "Dear Dr. Ames"}\n')
    done = run("--batch", "list.jsonl", "--json")
    assert json.loads(done.stdout)["error"].startswith("Line 1 is not JSON")
