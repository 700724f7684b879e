from __future__ import annotations

import pytest

from outreach.articles.word_in import body as bodies
from outreach.articles.word_in.body import Body
from outreach.articles.word_in.container import Refused
from outreach.articles.word_in.markup import walk
from outreach.articles.word_in.numbering import Lists
from tests.outreach.articles.word_in.word_files import (
    cell,
    deleted,
    inserted,
    mark,
    old_run,
    paragraph,
    row,
    run,
    said,
    table,
    whole,
)


def body_of(*blocks: str) -> Body:
    found = Body("text", Lists())
    walk([whole("document", f"<w:body>{''.join(blocks)}</w:body>").encode()], found)
    return found


def states(*blocks: str) -> tuple[list[str], list[str]]:
    """The paragraphs of the accepted and of the rejected text."""
    found = body_of(*blocks).main
    return found.accepted.paragraphs, found.rejected.paragraphs


def marks(*blocks: str) -> list[tuple[str, str, str]]:
    return [(found.kind, found.what, "".join(found.pieces)) for found in body_of(*blocks).found]


def same(*blocks: str) -> list[str]:
    accepted, rejected = states(*blocks)
    assert accepted == rejected
    return accepted


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


# --- letters


def test_signs_that_are_elements_become_letters():
    signs = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/></w:r>"
    )
    assert same(paragraph(signs, properties='<w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs>')) == [
        "a\tb\nc\N{NON-BREAKING HYPHEN}d\N{SOFT HYPHEN}"
    ]


def test_a_symbol_is_read_by_its_font():
    assert same(paragraph('<w:r><w:sym w:font="Symbol" w:char="F062"/></w:r>')) == ["β"]


def test_spaces_count_at_the_ends_only_where_they_are_kept():
    assert same(paragraph(run("a "), "<w:r><w:t> b\n c </w:t></w:r>", run("d"))) == ["a b  cd"]


def test_text_outside_of_text_elements_is_none():
    assert same("<w:p>loose<w:r>words<w:t>kept</w:t></w:r></w:p>") == ["kept"]


# --- what wraps text


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:customXml>{}</w:customXml>",
        "<w:sdt><w:sdtPr><w:placeholder/><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr="PAGE">{}</w:fldSimple>',
        '<w:dir w:val="rtl">{}</w:dir>',
        "<w:r><w:ruby><w:rt><w:r><w:t>reading</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
    ],
)
def test_changes_are_found_in_what_wraps_text(wrapped: str):
    inside = wrapped.replace("{}", run("a") + inserted("b") + deleted("c"))
    assert states(paragraph(inside)) == (["ab"], ["ac"])
    assert marks(paragraph(inside)) == [("insertion", "words", "b"), ("deletion", "words", "c")]


def test_content_controls_around_paragraphs_rows_and_cells_are_read_through():
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    rows = control(row(cell(said("a")), control(cell(said("b")))))
    assert same(control(said("x")), table(rows), said("end")) == ["x", "a", "b", "end"]


def test_of_two_forms_of_the_same_content_one_is_read():
    box = f"<w:txbxContent>{paragraph(run('in the box '), inserted('new'))}</w:txbxContent>"
    choices = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = body_of(paragraph(run("before"), choices, run(" after")))
    assert found.main.accepted.paragraphs == ["before after"]
    assert [(story.place, story.accepted.paragraphs) for story in found.stories[1:]] == [
        ("text box", ["in the box new"])
    ]
    assert len(found.found) == 1


def test_the_second_form_is_read_where_there_is_no_first():
    inner = f"<mc:AlternateContent><mc:Fallback>{run('b')}</mc:Fallback></mc:AlternateContent>"
    outer = f"<mc:AlternateContent><mc:Choice>{inner}</mc:Choice><mc:Fallback>{run('c')}</mc:Fallback>"
    assert same(paragraph(run("a"), outer, "</mc:AlternateContent>")) == ["ab"]


# --- fields


def test_of_a_field_the_result_is_text_and_the_instruction_is_not():
    instruction = "<w:r><w:instrText>REF x</w:instrText></w:r>"
    nested = field("begin") + instruction + field("separate") + run("hidden") + field("end")
    whole_field = field("begin") + run("IF ") + nested + field("separate") + run("shown") + field("end")
    assert same(paragraph(run("a "), whole_field, run(" z"))) == ["a shown z"]


def test_a_deleted_field_is_a_deletion():
    inside = field("begin") + "<w:r><w:delInstrText>REF x</w:delInstrText></w:r>" + field("separate")
    gone = mark("del", inside + old_run("Figure 3") + field("end"))
    assert states(paragraph(run("See "), gone)) == (["See "], ["See Figure 3"])


def test_an_instruction_without_its_end_hides_no_second_paragraph():
    assert same(paragraph(field("begin"), run("code")), said("text")) == ["", "text"]


def test_fields_deeper_than_any_are_refused():
    with pytest.raises(Refused):
        body_of(paragraph(field("begin") * 60))


# --- marks


def test_a_deletion_in_the_insertion_of_somebody_else_is_in_neither_text():
    both = mark("ins", run("a ") + mark("del", old_run("b "), "Ben Okoro") + run("c"))
    assert states(paragraph(both)) == (["a c"], [""])
    assert marks(paragraph(both)) == [("insertion", "words", "a b c"), ("deletion", "words", "b ")]


def test_the_mark_decides_and_not_the_kind_of_text_in_it():
    assert states(paragraph(mark("del", run("a")), mark("ins", old_run("b")), old_run("c"))) == (["bc"], ["ac"])


def test_a_paragraph_inserted_and_deleted_again_ends_in_neither_text():
    end = f"<w:rPr>{mark('ins')}{mark('del')}</w:rPr>"
    assert same(f"<w:p><w:pPr>{end}</w:pPr>{run('a ')}</w:p>", said("b")) == ["a b"]


def test_former_properties_hold_no_changes():
    former = f'<w:rPrChange w:id="1" w:author="A"><w:rPr>{mark("ins")}</w:rPr></w:rPrChange>'
    text = f"<w:p><w:pPr><w:rPr>{former}</w:rPr></w:pPr>{run('a')}</w:p>"
    assert marks(text) == [("formatting", "paragraph", "")]


@pytest.mark.parametrize(
    ("properties", "what", "text"),
    [
        ('<w:pPrChange w:id="1" w:author="A"><w:pPr/></w:pPrChange>', "paragraph", "a"),
        ('<w:sectPr><w:sectPrChange w:id="1" w:author="A"><w:sectPr/></w:sectPrChange></w:sectPr>', "section", ""),
        (f'<w:numPr><w:numId w:val="1"/>{mark("ins")}</w:numPr>', "numbering", ""),
        ('<w:numPr><w:numberingChange w:id="1" w:author="A" w:original="1."/></w:numPr>', "numbering", ""),
    ],
)
def test_changes_of_look_are_listed_without_changing_words(properties: str, what: str, text: str):
    assert marks(paragraph(run("a"), properties=properties)) == [("formatting", what, text)]
    assert same(paragraph(run("a"), properties=properties)) == ["a"]


def test_a_change_of_look_of_words_tells_the_words():
    look = '<w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange></w:rPr><w:t>bold</w:t></w:r>'
    assert marks(paragraph(look, run("plain"))) == [("formatting", "words", "bold")]


def test_a_content_control_that_came_or_went_changes_no_words():
    ranges = mark("customXmlInsRangeStart") + '<w:customXmlInsRangeEnd w:id="1"/>'
    assert marks(ranges, said("a")) == [("formatting", "content control", "")]


@pytest.mark.parametrize(
    ("inside", "what"),
    [("<w:r><w:drawing/></w:r>", "picture"), ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "formula"),
     ('<w:r><w:footnoteReference w:id="1"/></w:r>', "footnote"), ("<w:r><w:object/></w:r>", "embedded object")],
)  # fmt: skip
def test_what_is_no_text_is_named(inside: str, what: str):
    assert marks(paragraph(mark("ins", inside))) == [("insertion", what, "")]
    assert body_of(paragraph(inside)).counts[what] == 1


def test_marks_in_formulas_are_found():
    control = f"<m:oMath><m:r><m:ctrlPr>{mark('ins')}</m:ctrlPr><m:t>x</m:t></m:r></m:oMath>"
    assert marks(paragraph(control)) == [("insertion", "formula", "")]


def test_a_large_first_letter_belongs_to_its_word():
    letter = paragraph(run("W"), properties='<w:framePr w:dropCap="drop"/>')
    assert same(letter, said("e open.")) == ["We open."]


# --- tables


def test_an_inserted_row_is_there_only_when_accepted():
    new = row(cell(paragraph(inserted("c"), end="ins")), cell(paragraph(inserted("d"))), properties=mark("ins"))
    assert states(table(row(cell(said("a")), cell(said("b"))), new), said("z")) == (
        ["a", "b", "c", "d", "z"],
        ["a", "b", "z"],
    )


def test_marks_on_cells_are_found():
    cells = row(cell(said("a"), properties=mark("cellIns")), cell(said("b"), properties=mark("cellDel")))
    merged = row(cell(said("c"), properties=mark("cellMerge")))
    assert marks(table(cells, merged)) == [
        ("insertion", "table cell", ""), ("deletion", "table cell", ""), ("formatting", "table cell", ""),
    ]  # fmt: skip


def test_tables_in_tables_are_read_in_order():
    inner = table(row(cell(paragraph(run("b"), inserted("!")))))
    assert states(table(row(cell(said("a"), inner, said("c")), cell(said("d"))))) == (
        ["a", "b!", "c", "d"],
        ["a", "b", "c", "d"],
    )


def test_a_deleted_paragraph_before_a_table_leaves_no_line():
    assert states(paragraph(deleted("a"), end="del"), table(row(cell(said("b")))))[0] == ["b"]


# --- limits


def test_more_paragraphs_or_letters_than_any_article_has_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bodies, "MOST_PARAGRAPHS", 3)
    with pytest.raises(Refused, match="paragraphs"):
        body_of("<w:p/>" * 4)
    monkeypatch.setattr(bodies, "MOST_CHARACTERS", 10)
    with pytest.raises(Refused, match="letters"):
        body_of(said("x" * 11))


def test_more_comments_than_anybody_makes_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bodies, "MOST_COMMENTS", 2)
    with pytest.raises(Refused, match="comments"):
        body_of("<w:comment/>" * 3)


@pytest.mark.parametrize(
    "odd",
    [
        "<w:ins/>", "<w:r/>", "<w:t>x</w:t>", "<w:tr/>", "<w:tc/>", "<w:pPr><w:numPr/></w:pPr>", "<w:commentRangeEnd/>",
        "<w:moveFromRangeEnd/>", '<w:fldChar w:fldCharType="end"/>', "<w:trPr><w:ins/></w:trPr>", "<mc:Choice/>",
        "<w:txbxContent/>", "<w:p><w:p/></w:p>", "<w:rPrChange/>", "<w:pPrChange/>", "<w:rPr><w:ins/></w:rPr>",
        "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "<w:footnoteReference/>", "<w:numId/>",
    ],
)  # fmt: skip
def test_elements_in_odd_places_do_no_harm(odd: str):
    for blocks in (odd, f"<w:p>{odd}</w:p>"):
        accepted, rejected = states(said("begin"), blocks, said("end"))
        assert accepted[0] == rejected[0] == "begin"
        assert accepted[-1].endswith("end")
        assert rejected[-1].endswith("end")
