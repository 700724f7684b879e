from __future__ import annotations

import pytest

from outreach.articles.word_in import parts
from outreach.articles.word_in.container import Container, Refused
from outreach.articles.word_in.parts import Relation, main_part, related, relations, resolved, warnings
from tests.outreach.articles.word_in.word_files import parts_of, said, zipped
from tests.outreach.articles.word_in.word_files import relations as written


def opened(**changed: str) -> Container:
    return Container(zipped({**parts_of(said("a")), **changed}))


def test_the_text_is_where_the_file_says_and_else_where_it_usually_is():
    moved = {"_rels/.rels": written(("officeDocument", "/word/document7.xml")), "word/document7.xml": "<a/>"}
    assert main_part(opened(**moved)) == "word/document7.xml"
    assert main_part(opened(**{"_rels/.rels": written()})) == "word/document.xml"
    assert main_part(opened(**{"_rels/.rels": written(("officeDocument", "gone.xml"))})) == "word/document.xml"


@pytest.mark.parametrize(
    ("target", "sentence"),
    [("xl/workbook.xml", parts.SHEET), ("ppt/presentation.xml", parts.SLIDES), ("other/a.xml", parts.NO_TEXT)],
)
def test_a_file_without_the_text_of_a_document_is_refused(target: str, sentence: str):
    with pytest.raises(Refused) as told:
        main_part(Container(zipped({"_rels/.rels": written(("officeDocument", target)), "a.txt": "x"})))
    assert str(told.value) == sentence


def test_related_parts_are_those_that_are_there():
    files = {
        "word/_rels/document.xml.rels": written(("comments", "comments.xml"), ("header", "none.xml")),
        "word/comments.xml": "<a/>",
    }
    assert related(opened(**files), "word/document.xml") == {"comments": ["word/comments.xml"], "header": []}


def test_a_part_without_relations_points_nowhere():
    assert relations(opened(), "word/other.xml") == []
    assert relations(opened(), "") == [Relation("officeDocument", "word/document.xml", external=False)]


@pytest.mark.parametrize(
    ("target", "name"),
    [("comments.xml", "word/comments.xml"), ("/a.xml", "a.xml"), ("../a.xml", "a.xml"), ("../../../a", "a"),
     ("x\\b.xml", "word/x/b.xml")],
)  # fmt: skip
def test_a_target_is_told_from_the_part_that_names_it(target: str, name: str):
    assert resolved("word/document.xml", target) == name


def test_what_leads_elsewhere_is_told_and_left_alone():
    files = {
        "word/vbaProject.bin": "x",
        "word/embeddings/sheet.xlsx": "x",
        "word/_rels/settings.xml.rels": written(("attachedTemplate", "http://192.0.2.1/a.dotx"), external=True),
    }
    assert warnings(opened(**files)) == [parts.MACROS, parts.EMBEDDED, parts.LINKED]


def test_links_of_the_text_are_no_reason_to_warn():
    link = written(("hyperlink", "https://example.org/"), external=True)
    assert warnings(opened(**{"word/_rels/document.xml.rels": link})) == []
