"""What is good about a message, in short sentences that stand beside the findings."""

from __future__ import annotations

from collections.abc import Sequence

from outreach.asklint.reading import Reading
from outreach.asklint.types import Finding


def good_things(reading: Reading, findings: Sequence[Finding]) -> tuple[str, ...]:
    """At most six sentences, each about something that the text has; never what a finding speaks against."""
    del reading, findings
    return ()
