"""Where the law wants everybody's yes before a talk is recorded. A reminder and no legal advice: ask always. Pure.

The list is that of statutes which ask for the consent of all parties, of a call, of a conversation in person, or of
both, as the Reporters Committee for Freedom of the Press tells them state by state; each is named, so that it can be
looked up. Where a talk crosses a state line, the stricter law is the safe one.
"""

from __future__ import annotations

from dataclasses import dataclass

from research.places import STATES

SOURCE = "Reporters Committee for Freedom of the Press, Reporter’s Recording Guide"
SOURCE_ADDRESS = "https://www.rcfp.org/reporters-recording-guide/"

ALWAYS = "Ask always, and wait for a clear yes, wherever both of you are. This is a reminder and no legal advice."


@dataclass(frozen=True, slots=True)
class Law:
    """A statute, and what of it is not the same everywhere, as a sentence; "" for nothing."""

    statute: str
    remark: str = ""


EVERYBODY = {
    "CA": Law("Penal Code § 632"),
    "CT": Law("General Statutes § 52-570d", "It is about calls."),
    "DE": Law("11 Delaware Code § 1335", "Another statute there asks for one side only; the stricter one is safe."),
    "FL": Law("Florida Statutes § 934.03"),
    "IL": Law("720 ILCS 5/14-2", "It is about private talks that are recorded in secret."),
    "MD": Law("Courts and Judicial Proceedings § 10-402"),
    "MA": Law("General Laws chapter 272, § 99"),
    "MI": Law("Michigan Compiled Laws § 750.539c", "Courts have let those who take part record; ask all the same."),
    "MT": Law("Montana Code § 45-8-213"),
    "NV": Law("Nevada Revised Statutes § 200.620", "It is about calls."),
    "NH": Law("Revised Statutes § 570-A:2"),
    "OR": Law("Oregon Revised Statutes § 165.540", "It is about talks in person."),
    "PA": Law("18 Pennsylvania Consolidated Statutes § 5703"),
    "WA": Law("Revised Code of Washington § 9.73.030"),
}
"""Two letters of a state -> the statute that asks for everybody's yes."""

STATE_CHOICES = (("", "Not known"), *sorted(STATES.items(), key=lambda pair: pair[1]))
"""Where somebody sits during a talk: two letters and name."""


def reminder(state: str) -> str:
    """What to bear in mind where they sit; for a state that is not known, that it may be one of these."""
    law = EVERYBODY.get(state)
    if law is not None:
        return (
            f"{STATES[state]} wants the yes of everybody in the talk before it is recorded ({law.statute})."
            f"{' ' + law.remark if law.remark else ''} {ALWAYS}"
        )
    if state in STATES:
        return (
            f"{STATES[state]} is not on the list of states that want everybody’s yes; the state where you sit may be, "
            f"and then its law is the safe one. {ALWAYS}"
        )
    names = sorted(STATES[one] for one in EVERYBODY)
    return f"Some states want everybody’s yes before a talk is recorded: {', '.join(names)}. {ALWAYS}"
