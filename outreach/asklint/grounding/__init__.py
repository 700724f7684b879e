"""Grounding: what a text says of the leader or the place, looked up in what is confirmed.

`rests_on(reading)` tells which sentences use which confirmed facts; `ungrounded(reading)` what nothing carries;
`contested_places(reading)` and `unreleased_places(reading)` what rests on facts that must not be used.
"""

from outreach.asklint.grounding.claims import ungrounded
from outreach.asklint.grounding.held_back import contested_places, unreleased_places
from outreach.asklint.grounding.line import Claim
from outreach.asklint.grounding.resting import Support, rests_on

__all__ = ["Claim", "Support", "contested_places", "rests_on", "ungrounded", "unreleased_places"]
