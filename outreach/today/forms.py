"""The form that puts something off."""

from __future__ import annotations

from flask_wtf import FlaskForm

from outreach.accounts.fields import AtMost, OneLine, Text


class LaterForm(FlaskForm):
    """To another day. Which button was pressed (`to`) is read by the view."""

    day = Text("Another day", [OneLine(), AtMost(40)], description="Year, month and day, such as 2026-11-30.")
