"""What the README and the guides say is what the code does."""

from __future__ import annotations

import importlib.util
import json
import re
import shlex
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import start
from research import __main__ as program
from research import parse, registry
from research.connectors import _fields
from research.types import Query, Source
from research.vocabulary import PREDICATES
from tests import source_tree
from tests.research.connectors import test_cases as golden
from tests.research.connectors.conftest import made_document

README = (source_tree.REPOSITORY / "README.md").read_text("utf-8")
GUIDE = (source_tree.REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
SOURCES_PAGE = source_tree.REPOSITORY / "docs" / "sources.md"
SOURCES = [connector.SOURCE for connector in registry.all_connectors().values()]


# --- the README ---------------------------------------------------------------------------------------------------


def settings_read_by_the_code() -> set[str]:
    """The settings of sources, and every GROUNDWORK_... that the engine looks up."""
    of_sources = {name for source in SOURCES for name in source.needs | source.optional}
    engine = "\n".join(
        (source_tree.REPOSITORY / path).read_text("utf-8") for path in source_tree.files(".py", below="research")
    )
    looked_up = re.findall(r"""environ(?:\.get\(|\[)"(\w+)\"""", engine)
    return of_sources | set(looked_up)


def test_every_setting_is_in_the_readme() -> None:
    assert sorted(name for name in settings_read_by_the_code() if f"`{name}`" not in README) == []


def test_the_readme_names_no_setting_that_nothing_reads() -> None:
    named = set(re.findall(r"^\| `([A-Z][A-Z_]+)`", README, re.MULTILINE))
    assert named - settings_read_by_the_code() - {"GROUNDWORK_SHARED", "GROUNDWORK_REQUIRE"} == set()


def test_every_command_is_in_the_readme() -> None:
    assert [name for name in program._COMMANDS if f"python -m research {name}" not in README] == []


@pytest.mark.parametrize("status", [program.DONE, program.NOTHING_FOUND, program.UNUSABLE_INPUT, program.SOURCE_FAILED])
def test_every_exit_status_is_in_the_readme(status: int) -> None:
    assert f"| {status} |" in README


def local_links(page: Path) -> list[Path]:
    """What a page of ours links to inside the repository."""
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", (source_tree.REPOSITORY / page).read_text("utf-8"))
    return [page.parent / target for target in targets]


def test_links_inside_the_repository_lead_somewhere() -> None:
    linked = {target for page in source_tree.files(".md") for target in local_links(page)}
    assert [str(target) for target in sorted(linked) if not (source_tree.REPOSITORY / target).exists()] == []


def commands_shown() -> list[list[str]]:
    """What the tour and the README tell to type after `python -m research`, as far as it needs no network."""
    shown = (start.TOUR + README).replace("\\\n", " ")
    words = [shlex.split(line) for line in re.findall(r"python -m research (.+)", shown)]
    return [line for line in words if "docs/example-release.txt" in line and "--save" not in line]


def test_the_commands_to_try_work_in_the_folder_of_the_repository(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(source_tree.REPOSITORY)
    assert {words[0] for words in commands_shown()} == {"person", "extract"}
    for words in commands_shown():
        assert program.main(words) == 0, words
        assert "chief operating officer, harbor point medical center" in capsys.readouterr().out.casefold()


# --- the page of sources ------------------------------------------------------------------------------------------


def page_of_sources(sources: list[Source]) -> str:
    """docs/sources.md, from what each connector says of its source."""
    lines = [
        "# Sources",
        "",
        "What Groundwork asks, on which terms, and the credit that each asks for. Written from the connectors by",
        "`python3 start.py test tests/shape --accept`.",
        "",
        "| source | about | asked | settings | terms | credit |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        "| "
        + " | ".join(
            (
                f"[{source.title}]({source.home})",
                " and ".join(sorted(source.subjects, reverse=True)),
                "by default" if source.default_on else f"with `--only {source.key}`",
                ", ".join([*sorted(source.needs), *(f"{name} (optional)" for name in sorted(source.optional))]),
                " ".join(
                    part for part in (source.terms_note, f"[Terms]({source.terms})" if source.terms else "") if part
                ),
                source.attribution,
            )
        )
        + " |"
        for source in sources
    ]
    return "\n".join(lines) + "\n"


def test_the_page_of_sources_says_what_the_connectors_say(accept: bool) -> None:
    page = page_of_sources(SOURCES)
    if accept:
        SOURCES_PAGE.write_text(page, "utf-8")
    assert page == SOURCES_PAGE.read_text("utf-8"), "python3 start.py test tests/shape --accept writes it anew"


# --- the worked example of CONTRIBUTING.md ------------------------------------------------------------------------


def test_the_guide_lists_every_predicate_and_no_other() -> None:
    listed = GUIDE.partition("<!-- predicates: begin -->")[2].partition("<!-- predicates: end -->")[0]
    of_person, _, of_organization = listed.partition("- of an organization:")
    for subject, part in (("person", of_person), ("organization", of_organization)):
        names = {name for name, predicate in PREDICATES.items() if predicate.subject == subject}
        assert set(re.findall(r"`(\w+)`", part)) == names


def test_what_the_guide_offers_for_reading_is_there() -> None:
    table = GUIDE.partition("What there is to read and to cite with")[2].partition("A claim's predicate")[0]
    offered = set(re.findall(r"`(\w+)\(", table))
    assert offered
    assert sorted(name for name in offered if not hasattr(parse, name) and not hasattr(_fields, name)) == []
    methods = set(re.findall(r"`row\.(\w+)\(", table))
    assert sorted(name for name in methods if not hasattr(parse.Row, name)) == []


def test_files_that_the_readme_reads_are_there() -> None:
    named = re.findall(r"--file (\S+)", README.replace("--file ...", ""))
    assert named
    assert [name for name in named if not (source_tree.REPOSITORY / name).exists()] == []


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files of the example by their last name, written as a reader would."""
    folder = tmp_path_factory.mktemp("example")
    written = {}
    for name, text in re.findall(r"^`([\w/.-]+)`\n\n```\w+\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        written[path.name] = path
    return written


@pytest.fixture(scope="module")
def example_connector(example: dict[str, Path]) -> ModuleType:
    where = importlib.util.spec_from_file_location("riverbend_boards", example["riverbend_boards.py"])
    assert where
    assert where.loader
    module = importlib.util.module_from_spec(where)
    where.loader.exec_module(module)
    return module


def test_the_example_reads_its_case_as_the_guide_says(example: dict[str, Path], example_connector: ModuleType) -> None:
    folder = example["query.json"].parent
    query: Query = golden.query_of(folder)
    documents: list[Any] = golden.documents_of(folder, made_document)
    expected = json.loads(example["expected.json"].read_text("utf-8"))
    assert golden.written(example_connector, query, documents) == expected


def test_the_example_keeps_the_promises_of_a_connector(example: dict[str, Path], example_connector: ModuleType) -> None:
    folder = example["query.json"].parent
    query, source = golden.query_of(folder), example_connector.SOURCE
    assert source.key == folder.parent.name == example["riverbend_boards.py"].stem
    for document in golden.documents_of(folder, made_document):
        for item in golden.outcome_of(example_connector, query, [document])[0]:
            golden.assert_keeps_the_promises(item, source, document)
    for garbage in golden.GARBAGE.values():
        golden.survives(example_connector, made_document(source.key, garbage), query)
