"""Tells the user on the next page what just happened, with the address that takes it back."""

from __future__ import annotations

from typing import Literal

from flask import flash, session

Tone = Literal["good", "warn", "bad"]

MOST_KEPT = 5
"""Sentences that wait for a next page. Browsers drop a cookie over 4 kB, and the sign-in lies in the same one."""


GONE_ALREADY = "That was removed already, perhaps in another window."
"""Said to a second press where nothing is left that tells what it was. The answer is the same as for what never was."""


def tell(words: str, undo: str = "", tone: Tone = "good") -> None:
    """Show one sentence at the top of the next page, with an Undo button if `undo` is an address that takes a POST.

    The sentence is kept in the session cookie until then: a person's name may stand in it, a letter's text may not.
    """
    flash({"words": words, "undo": undo}, tone)  # type: ignore[arg-type]  # flask keeps any JSON value
    session["_flashes"] = session["_flashes"][-MOST_KEPT:]
