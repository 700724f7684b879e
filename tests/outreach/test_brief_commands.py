"""`flask --app wsgi brief`: what it writes, what it says, and which code it ends with."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from outreach.brief_commands import brief
from tests.brief_dossiers import saved


@pytest.fixture
def run(tmp_path):
    saved(tmp_path)

    def invoke(*arguments: str) -> Result:
        named = [str(tmp_path / one) if one.endswith((".json", ".pdf")) else one for one in arguments]
        return CliRunner().invoke(brief, named)

    return invoke


def test_a_brief_is_written_from_a_file_without_an_application(run, tmp_path):
    done = run("--from", "dossier.json", "--paper", "a4", "-o", "brief.pdf")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "brief.pdf: 1 page, " in done.output
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.pdf", "dossier.json"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "brief.pdf"), "Name what to print"),
        (("--from", "dossier.json", "--person", "4", "-o", "brief.pdf"), "not --from and --person"),
        (("--from", "none.json", "-o", "brief.pdf"), "there is no such file"),
        (("--from", "dossier.json", "-o", "no/such/folder/brief.pdf"), "could not be written"),
        (("--from", "dossier.json", "-o", "/"), "that is a folder"),
        (("--from", "dossier.json", "-o", "x" * 300), "could not be written"),
        (("--from", "dossier.json"), "Missing option"),
        (("--from", "dossier.json", "--paper", "a5", "-o", "brief.pdf"), "'a5' is not one of"),
        (("--person", "four", "-o", "brief.pdf"), "not a valid integer"),
    ],
)
def test_bad_input_is_told_in_a_sentence_and_nothing_is_written(run, tmp_path, arguments, said):
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.output
    assert [path.name for path in tmp_path.iterdir()] == ["dossier.json"]
