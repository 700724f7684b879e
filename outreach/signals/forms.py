"""The form by which one says how often somebody is looked up again."""

from __future__ import annotations

from flask_wtf import FlaskForm

from outreach.accounts.fields import choice
from outreach.organizations.fields import Version
from outreach.signals.watch_rules import EVERY_WORDS


class WatchForm(FlaskForm):
    """How often."""

    version = Version()
    every = choice("Look again", list(EVERY_WORDS.items()))
