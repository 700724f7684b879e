"""Grounding: what a text says of the leader or the place, looked up in what is confirmed.

`rests_on(reading)` tells which sentences use which confirmed facts.
"""

from outreach.asklint.grounding.resting import Support, rests_on

__all__ = ["Support", "rests_on"]
