"""What several pages of accounts say in the same words."""

from __future__ import annotations

from datetime import timedelta

from flask_wtf import FlaskForm


def too_often(wait: timedelta) -> str:
    """That somebody guessed too often, and how long to wait."""
    minutes = max(1, -(-int(wait.total_seconds()) // 60))
    return f"That was tried too often. Wait {minutes} minute{'s' if minutes > 1 else ''}, then try again."


def status_of(form: FlaskForm) -> int:
    """The status of a page with this form: 422 when it says what is wrong."""
    return 422 if form.errors else 200
