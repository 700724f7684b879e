"""Reads a part that holds text (document, footnotes, header, comments): its stories, its marks, its anchors. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from outreach.articles.word_in.container import Refused
from outreach.articles.word_in.marking import KINDS, TOO_TANGLED, Marking
from outreach.articles.word_in.markup import Attributes, told
from outreach.articles.word_in.numbering import Item, Lists
from outreach.articles.word_in.story import Anchor, Found, Story
from outreach.articles.word_in.symbols import symbol

MOST_PARAGRAPHS = 100_000
MOST_FIELDS_DEEP = 50
"""Fields within one another."""

MOST_COMMENTS = 5_000
MOST_CHARACTERS = 10_000_000
"""Of all text together, text within several marks counted with each: some forty books."""

TOO_LONG = (
    f"This file has more than {MOST_PARAGRAPHS:,} paragraphs, {MOST_CHARACTERS:,} letters or {MOST_COMMENTS:,} "
    "comments, which no article has. It was not read. Copy the article into a new document and upload that one."
)
_LETTERS = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "w:softHyphen": "\N{SOFT HYPHEN}",
}  # fmt: skip
_FORMATS = {
    "w:rPrChange": "words", "w:pPrChange": "paragraph", "w:sectPrChange": "section", "w:tblPrChange": "table",
    "w:tblPrExChange": "table", "w:tblGridChange": "table", "w:trPrChange": "table row", "w:tcPrChange": "table cell",
    "w:numberingChange": "numbering", "w:cellMerge": "table cell",
    "w:customXmlInsRangeStart": "content control", "w:customXmlDelRangeStart": "content control",
    "w:customXmlMoveFromRangeStart": "content control", "w:customXmlMoveToRangeStart": "content control",
}  # fmt: skip
_OBJECTS = {"w:drawing": "picture", "w:pict": "picture", "w:object": "embedded object", "m:oMath": "formula"}
_STORIES = {
    "w:footnote": "footnote", "w:endnote": "endnote", "w:comment": "comment", "w:txbxContent": "text box",
}  # fmt: skip
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_ON_PROPERTIES = {
    "w:rPr": "paragraph mark", "w:trPr": "table row", "w:tcPr": "table cell", "w:numPr": "numbering",
    "m:ctrlPr": "formula", "m:rPr": "formula",
}  # fmt: skip
"""Where a mark has no content of its own -> what it marks."""

_SKIPPED = frozenset({"w:rt", "w:sdtPr", "w:sdtEndPr", "w:tabs", "w:ffData", "w:glossaryDocument"})


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is being read: its list after and before the changes, and the marks on its end."""

    now: Item = field(default_factory=Item)
    then: Item | None = None
    marks: list[tuple[str, Attributes, str]] = field(default_factory=list)
    formats: int = 0
    is_drop_cap: bool = False
    """A large first letter: a paragraph of its own in the file, and none on the page."""


@dataclass(slots=True)
class _Frame:
    """A story that is being read."""

    story: Story
    paragraphs: list[_Paragraph] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)
    """For each open field whether its instruction is being read, which is no text."""


class Body:
    """The handler of one part. After the walk: `stories`, `found`, `anchors`, `references`, `counts`, `ids`."""

    def __init__(self, place: str, lists: Lists) -> None:
        self.main = Story(place, lists)
        self.stories = [self.main]
        self.anchors: dict[str, Anchor] = {}
        self.references: dict[tuple[str, str], int] = {}
        self.counts: Counter[str] = Counter()
        self.comments: list[tuple[Attributes, Story, list[str]]] = []
        self._lists = lists
        self._names: list[str] = []
        self._skip = 0
        self._frames = [_Frame(self.main)]
        self._marking = Marking()
        self._letters: list[str] | None = None
        self._keeps_space = False
        self._choices: list[bool] = []
        self._characters = 0

    @property
    def found(self) -> list[Found]:
        """Every mark of the part in its order."""
        return self._marking.found

    @property
    def _story(self) -> Story:
        return self._frames[-1].story

    # --- what the stream tells

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if self._skip:
            self._skip += 1
            return
        self._names.append(name)
        action = self._STARTS.get(name)
        if action is not None:
            action(self, name, attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skip:
            self._skip -= 1
            return
        action = self._ENDS.get(name)
        if action is not None:
            action(self, name)
        self._names.pop()

    def text(self, data: str) -> None:
        """Text; it counts only inside of a text element."""
        if self._letters is not None and not self._skip:
            self._letters.append(data)

    # --- text

    def _begin_text(self, _: str, attributes: Attributes) -> None:
        self._letters = []
        self._keeps_space = told(attributes, "xml:space") == "preserve"

    def _end_text(self, _: str) -> None:
        text = "".join(self._letters or ()).replace("\r\n", " ").replace("\n", " ")
        self._letters = None
        self._write(text if self._keeps_space else text.strip(" \t\r"))

    def _letter(self, name: str, _: Attributes) -> None:
        if self._above() == "w:r":  # a tab also stands among the properties of a paragraph
            self._write(_LETTERS[name])

    def _symbol(self, _: str, attributes: Attributes) -> None:
        self._write(symbol(told(attributes, "w:font"), told(attributes, "w:char")))

    def _write(self, text: str) -> None:
        if not text or any(self._frames[-1].fields):
            return
        marking, story = self._marking, self._story
        story.add(text, inserted=marking.inserted, deleted=marking.deleted)
        number = marking.write(text)
        story.plain += not number
        self._characters += len(text) * (1 + number)
        if self._characters > MOST_CHARACTERS:
            raise Refused(TOO_LONG)

    def _object(self, name: str, _: Attributes) -> None:
        self._show(_OBJECTS[name])

    def _show(self, what: str) -> None:
        self.counts[what] += 1
        self._story.plain += not self._marking.show(what)

    # --- paragraphs

    def _begin_paragraph(self, _: str, attributes: Attributes) -> None:
        self._marking.paragraph += 1
        if self._marking.paragraph > MOST_PARAGRAPHS:
            raise Refused(TOO_LONG)
        self._frames[-1].paragraphs.append(_Paragraph(formats=self._marking.formats))
        self._story.begin_paragraph()
        if self.comments and len(self._frames) > 1 and (known := told(attributes, "w14:paraId")):
            self.comments[-1][2].append(known)

    def _end_paragraph(self, _: str) -> None:
        frame = self._frames[-1]
        if not frame.paragraphs:
            return
        paragraph, story, marking = frame.paragraphs.pop(), frame.story, self._marking
        marks = [self._paragraph_mark(*told) for told in paragraph.marks]
        story.end_paragraph(
            paragraph.now,
            paragraph.then or paragraph.now,
            inserted=paragraph.is_drop_cap or marking.inserted or any(mark.inserts for mark in marks),
            deleted=paragraph.is_drop_cap or marking.deleted or any(mark.deletes for mark in marks),
        )
        for mark in marks:
            mark.pieces.append("\n")
            mark.kept.extend("\n" if len(marks) == 1 else "")  # inserted and deleted again: it was never there
            mark.end = story.rejected.place()
        within = marking.end_paragraph(paragraph.formats)
        frame.fields = [False for _ in frame.fields]  # an instruction without its end hides no second paragraph
        story.plain += not (marks or within or story.in_tracked_row)

    def _paragraph_mark(self, name: str, attributes: Attributes, move: str) -> Found:
        kind = KINDS[name]
        move = move or self._marking.move_name(name) or self._marking.move_before(kind, self._story)
        return self._marking.point(kind, "paragraph mark", attributes, self._story, move)

    def _style(self, _: str, attributes: Attributes) -> None:
        self._list_detail("style", told(attributes, "w:val"))

    def _frame_of_letter(self, _: str, attributes: Attributes) -> None:
        if self._frames[-1].paragraphs and told(attributes, "w:dropCap") in ("drop", "margin"):
            self._frames[-1].paragraphs[-1].is_drop_cap = True

    def _list_id(self, _: str, attributes: Attributes) -> None:
        self._list_detail("list_id", told(attributes, "w:val"))

    def _level(self, _: str, attributes: Attributes) -> None:
        level = told(attributes, "w:val")
        self._list_detail("level", int(level) if level.isascii() and level.isdigit() and len(level) < 3 else 0)

    def _list_detail(self, name: str, value: Any) -> None:
        if not self._frames[-1].paragraphs or "w:pPr" not in self._names[-4:]:
            return
        paragraph = self._frames[-1].paragraphs[-1]
        is_old = "w:pPrChange" in self._names[-5:]
        item = (paragraph.then if is_old else paragraph.now) or Item()
        changed = replace(item, **{name: value})
        if is_old:
            paragraph.then = changed
        else:
            paragraph.now = changed

    def _field(self, _: str, attributes: Attributes) -> None:
        fields, kind = self._frames[-1].fields, told(attributes, "w:fldCharType")
        if kind == "begin":
            fields.append(True)
            if len(fields) > MOST_FIELDS_DEEP:
                raise Refused(TOO_TANGLED)
        elif kind == "separate" and fields:
            fields[-1] = False
        elif kind == "end" and fields:
            fields.pop()

    # --- marks

    def _begin_mark(self, name: str, attributes: Attributes) -> None:
        if self._above() in _ON_PROPERTIES:
            self._mark_properties(name, attributes)
        else:
            self._marking.begin(name, attributes, self._story)

    def _end_mark(self, _: str) -> None:
        if self._above() not in _ON_PROPERTIES:
            self._marking.end()

    def _mark_properties(self, name: str, attributes: Attributes) -> None:
        """A mark on a paragraph's end, a row, a cell, a number or a formula."""
        above, frame = self._above(), self._frames[-1]
        if above == "w:rPr":
            if self._above(2) == "w:pPr" and frame.paragraphs:
                frame.paragraphs[-1].marks.append((name, attributes, self._marking.move_name(name)))
            return
        if above == "w:trPr" and frame.story.rows:
            row = frame.story.rows[-1]
            row.inserted, row.deleted = row.inserted or name == "w:ins", row.deleted or name == "w:del"
        kind = "formatting" if above == "w:numPr" else KINDS[name]
        self._marking.point(kind, _ON_PROPERTIES[above], attributes, frame.story)

    def _format(self, name: str, attributes: Attributes) -> None:
        found = self._marking.point("formatting", _FORMATS[name], attributes, self._story)
        if name == "w:rPrChange" and self._above(2) == "w:pPr":
            found.what = "paragraph"
        elif name == "w:pPrChange" or (name == "w:rPrChange" and self._above(2) == "w:r"):
            self._marking.begin_format(found)
        if name == "w:pPrChange" and self._frames[-1].paragraphs:
            self._frames[-1].paragraphs[-1].then = Item()
        else:  # what was before is no text; only the list of a paragraph counts
            self._leave_out()

    def _end_run(self, _: str) -> None:
        self._marking.end_format_of_run()

    def _begin_move(self, name: str, attributes: Attributes) -> None:
        self._marking.begin_move(name, attributes)

    def _end_move(self, name: str, attributes: Attributes) -> None:
        self._marking.end_move(name, attributes)

    # --- tables

    def _begin_row(self, *_: object) -> None:
        self._story.begin_row()

    def _begin_cell(self, *_: object) -> None:
        story = self._story
        story.settle()
        if not story.in_tracked_row:
            story.plain += 1

    def _end_row(self, _: str) -> None:
        self._story.end_row()

    def _settle(self, *_: object) -> None:
        self._story.settle()

    def _begin_story(self, name: str, attributes: Attributes) -> None:
        if told(attributes, "w:type") in _SEPARATORS:
            self._leave_out()
            return
        story = Story(_STORIES[name], self._lists, told(attributes, "w:id"))
        if name == "w:comment":
            self.comments.append((attributes, story, []))
            if len(self.comments) > MOST_COMMENTS:
                raise Refused(TOO_LONG)
        if name == "w:txbxContent":
            self._show("text box")
        self.stories.append(story)
        self._frames.append(_Frame(story))
        self._marking.enter()

    def _end_story(self, _: str) -> None:
        if len(self._frames) > 1:
            self._frames.pop().story.settle()
            self._marking.leave()

    def _reference(self, name: str, attributes: Attributes) -> None:
        kind = name.removeprefix("w:").removesuffix("Reference")
        self._show(kind)
        self.references.setdefault((kind, told(attributes, "w:id")), self._marking.order)

    # --- comments

    def _begin_anchor(self, _: str, attributes: Attributes) -> None:
        self._anchor(told(attributes, "w:id")).is_open = True

    def _end_anchor(self, _: str, attributes: Attributes) -> None:
        anchor = self._anchor(told(attributes, "w:id"))
        if anchor.is_open and anchor.story is self._story:
            anchor.accepted = (anchor.accepted[0], anchor.story.accepted.place())
            anchor.rejected = (anchor.rejected[0], anchor.story.rejected.place())
        anchor.is_open = False

    def _anchor(self, number: str) -> Anchor:
        known = self.anchors.get(number)
        if known is None:
            story = self._story
            now, then = story.accepted.place(), story.rejected.place()
            known = self.anchors[number] = Anchor(story, self._marking.next_order(), (now, now), (then, then))
        return known

    def _left_out(self, name: str, _: Attributes) -> None:
        self.counts[name] += 1

    def _hidden(self, *_: object) -> None:
        if self._above() == "w:rPr" and self._above(2) == "w:r":
            self.counts["hidden"] += 1

    def _begin_choices(self, *_: object) -> None:
        self._choices.append(False)

    def _end_choices(self, _: str) -> None:
        self._choices.pop()

    def _choice(self, *_: object) -> None:
        """A form of some content; only the first is read."""
        if self._choices and self._choices[-1]:
            self._leave_out()
        elif self._choices:
            self._choices[-1] = True

    def _leave_out(self, *_: object) -> None:
        """Nothing of the element that just began is read."""
        self._names.pop()
        self._skip = 1

    def _above(self, steps: int = 1) -> str:
        return self._names[-1 - steps] if len(self._names) > steps else ""

    # --- element -> what reads it

    _STARTS: ClassVar[dict[str, Callable[[Any, str, Attributes], None]]] = {
        "w:p": _begin_paragraph, "w:t": _begin_text, "w:delText": _begin_text, "w:sym": _symbol,
        "w:framePr": _frame_of_letter, "w:pStyle": _style,
        "w:numId": _list_id, "w:ilvl": _level, "w:fldChar": _field,
        "w:tbl": _settle, "w:tr": _begin_row, "w:tc": _begin_cell,
        "w:moveFromRangeStart": _begin_move, "w:moveToRangeStart": _begin_move,
        "w:moveFromRangeEnd": _end_move, "w:moveToRangeEnd": _end_move,
        "w:footnoteReference": _reference, "w:endnoteReference": _reference,
        "w:commentRangeStart": _begin_anchor, "w:commentRangeEnd": _end_anchor,
        "w:commentReference": _end_anchor, "w:vanish": _hidden,
        "w:altChunk": _left_out, "w:subDoc": _left_out, "mc:AlternateContent": _begin_choices,
        **dict.fromkeys(_LETTERS, _letter), **dict.fromkeys(KINDS, _begin_mark),
        **dict.fromkeys(_FORMATS, _format), **dict.fromkeys(_OBJECTS, _object),
        **dict.fromkeys(_STORIES, _begin_story), **dict.fromkeys(_SKIPPED, _leave_out),
        "mc:Choice": _choice, "mc:Fallback": _choice,
    }  # fmt: skip
    _ENDS: ClassVar[dict[str, Callable[[Any, str], None]]] = {
        "w:p": _end_paragraph, "w:t": _end_text, "w:delText": _end_text, "w:r": _end_run,
        "w:tc": _settle, "w:tr": _end_row, "w:tbl": _settle, "w:body": _settle, "w:hdr": _settle,
        "w:ftr": _settle, "mc:AlternateContent": _end_choices,
        **dict.fromkeys(KINDS, _end_mark), **dict.fromkeys(_STORIES, _end_story),
    }  # fmt: skip
