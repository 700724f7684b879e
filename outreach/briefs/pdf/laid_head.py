"""The head of a brief: when and where, the name, the post, how to say the name; at the right the dossier's code."""

from __future__ import annotations

from dataclasses import dataclass

from outreach.briefs.model import Head
from outreach.briefs.pdf import grid, looks, qr_code
from outreach.briefs.pdf.grid import Paper
from outreach.briefs.pdf.pen import Pen
from outreach.briefs.pdf.qr_code import Code
from outreach.briefs.pdf.setter import Lines, Setter
from outreach.pdf import setting
from outreach.pdf.links import linkable

CAPTION = "Full dossier"
_PICTURE = "QR code that leads to the full dossier, for those who are signed in"
_CODE_TOP = 2.0
"""Below the margin; the tops of the first line's capitals stand level with it."""
_CAPITALS = 0.66
"""How high capitals are, of their size."""
_CAPTION_BASELINE = 9.6
"""Below the code, which needs white around it."""
_EVENT, _NAME, _ROLE, _SAY = 2, 8, 6, 4
"""The most lines of each. The head is never left out, so it is bounded; no name that somebody bears has more."""
_ABOVE = {"P": 0.9, "H1": 1.5}
"""Points above a line of the head, by its element."""


@dataclass(frozen=True, slots=True)
class LaidHead:
    """See the module. `lines`: (element, lines), the name as H1."""

    lines: tuple[tuple[str, Lines], ...]
    code: Code | None
    address: str
    name: str
    paper: Paper

    @property
    def height(self) -> float:
        """From the margin to the end of the last line or of the code's caption."""
        words = self._first_top - self.paper.top
        words += sum(part.height for _tag, part in self.lines)
        words += sum(_ABOVE[tag] for tag, _part in self.lines[1:])
        return max(words, _CODE_TOP + grid.QR_SIDE + _CAPTION_BASELINE + 1.8 if self.code else 0.0)

    @property
    def _first_top(self) -> float:
        if not self.lines or not self.lines[0][1].lines:
            return self.paper.top
        first = self.lines[0][1].lines[0]
        return self.paper.top + _CODE_TOP + _CAPITALS * first.size - first.drop

    def draw(self, pen: Pen) -> None:
        """Draws it at the margins."""
        top = self._first_top
        for number, (tag, part) in enumerate(self.lines):
            top += _ABOVE[tag] if number else 0.0
            with pen.element(tag):
                pen.lines(part.lines, self.paper.side, top)
            top += part.height
        if self.code:
            self._draw_code(pen, self.code)

    def _draw_code(self, pen: Pen, code: Code) -> None:
        side = grid.QR_SIDE
        x, top = self.paper.right_edge - side, self.paper.top + _CODE_TOP
        caption = setting.line(CAPTION, looks.CAPTION)
        spoken = f"The full dossier of {self.name}, for those who are signed in"
        with pen.element("P"), pen.link(self.address, x, top, side, side + _CAPTION_BASELINE + 2.0, spoken):
            with pen.figure(_PICTURE, x, top, side, side):
                pen.say(qr_code.path(code, x, pen.height - top - side, side))
            pen.at(caption, x + (side - caption.width) / 2, top + side + _CAPTION_BASELINE)


def laid_head(head: Head, setter: Setter, paper: Paper) -> LaidHead:
    """A head set to the paper's width, beside its code where there is one."""
    code = qr_code.code(linkable(head.dossier_address))
    width = paper.full_width - (grid.QR_SIDE + grid.QR_BESIDE if code else 0.0)
    lines = (
        ("P", setter.words(head.event_line, looks.EVENT, width).first(_EVENT)),
        ("H1", _name(head.name, setter, width).first(_NAME)),
        ("P", setter.text(head.role_line, looks.ROLE, looks.ROLE, width).first(_ROLE)),
        ("P", setter.words(head.say_line, looks.SAY, width).first(_SAY)),
    )
    return LaidHead(
        lines=tuple((tag, part) for tag, part in lines if part.lines),
        code=code,
        address=linkable(head.dossier_address),
        name=head.name,
        paper=paper,
    )


def _name(name: str, setter: Setter, width: float) -> Lines:
    """A name at the largest size at which it stands on one line, or at the smallest on several of one length."""
    for look in looks.NAMES:
        made = setter.words(name, look, width)
        if len(made.lines) <= 1:
            return made
    return setter.balanced(name, looks.NAMES[-1], width)
