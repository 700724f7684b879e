"""The form of a proposal: each sentence as it stands and as it would read, with whether it is accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flask_wtf import FlaskForm
from wtforms import BooleanField, FieldList, Form, FormField

from outreach.accounts.fields import AtMost, Text
from outreach.drafts.forms import Letter
from outreach.drafts.proposals import Change
from outreach.model.wording import LONGEST

MOST_LINES = 100
"""Sentences of a proposal: a letter has twenty."""

_LONGEST_SENTENCE = 5_000


class LineForm(Form):
    """One proposed sentence, as it stood and as it would read."""

    take = BooleanField("Put this in")
    was = Letter("As it stands", [AtMost(_LONGEST_SENTENCE)])
    text = Text("Proposed", [AtMost(LONGEST)])
    facts = Text("Its facts", [AtMost(200)])


class ProposalForm(FlaskForm):
    """All sentences of a proposal. What is in it is looked at once more before it is put in."""

    lines = FieldList(FormField(LineForm), max_entries=MOST_LINES)

    def sent(self) -> Iterator[tuple[Change, bool]]:
        """The changes that came along, and whether each was ticked; none of a line with an empty field."""
        for line in self.lines:
            was, text, facts = (line.form[name].data or "" for name in ("was", "text", "facts"))
            if was and text:
                numbers = tuple(map(int, re.findall(r"\d{1,3}", facts)))
                yield Change(was, text, numbers), bool(line.form.take.data)
