"""Names that stand aside in a sentence: within a relative clause, an apposition or a phrase about somebody else.

"Jo Roe, who hired Ana Doe, is chief nurse" tells what Roe is. What follows on Doe's name is not said of her.
"""

from __future__ import annotations

from research.pages.late_regex import late_regex

REACH = 200
"""Characters before a name in which the clause that holds it may begin."""

KIN = (
    r"(?:wife|husband|spouse|partner|brother|sister|mother|father|son|daughter|cousin|nephew|niece|uncle|aunt|friend"
    r"|colleague|classmate|mentor|mentee|boss|assistant|prot[ée]g[ée]e?|predecessor|successor|(?:co-?)?(?:founder|author"
    r"|worker|owner))"
)
_PREPOSITION = r"(?:with|without|like|unlike|of|by|for|from|to|under|alongside|beside|besides|than|against|about)"
_NEAR = rf"(?:(?:(?:his|her|their|the|a|an|fellow|former|late|longtime|long-time|then)\s){{0,3}}{KIN}\s)?"
_HONORIFIC = r"(?:(?:Dr|Mr|Ms|Mrs|Prof)\.?\s)?"
_OBLIQUE = late_regex(rf"\b(?i:{_PREPOSITION})\s{_NEAR}{_HONORIFIC}$")
# No match is longer than 140 characters, so none is sought further than that from the end.
_RELATIVE = late_regex(
    rf"\b(?=w)(?=(?s:.{{0,140}}+)\Z)(?P<who>who|whom)\s(?P<told>(?:[^,;.“”\"]{{0,120}}\s)?){_HONORIFIC}$"
)
_TELLS = late_regex(
    r"\b(?:sa(?:ys?|id)|announc\w{2,3}|confirm\w{1,3}|not(?:es?|ed)|add(?:s|ed)|believes?|believed|thinks?|thought"
    r"|hop(?:es?|ed)|report(?:s|ed)|that|when|after|before|while|because|where|as|since|until)\s$"
)
"""Words behind which a name begins a clause of its own."""
_BESIDE = late_regex(
    rf"(?:[A-Z][\w’'.-]{{1,30}}|\b(?:nurse|doctor|physician|surgeon|man|woman|executive|leader)),\s"
    rf"(?:[^,;.“”\"]{{0,80}}\s)?{_PREPOSITION}\s{_NEAR}{_HONORIFIC}$"
)
"""Somebody's name or description, a comma, and a phrase that ends in the name: "Jo Roe, a friend of"."""
_WHOSE = late_regex(r"\bwhose\s[^,;.]{0,60}$")
_OWN = late_regex(r"\s{0,2}[,(]?\s{0,2}who(?:se)?\b")
_OWN_VERB = late_regex(
    r"\s?,?\s?\b(?:to|on|upon|for|as|being|becoming|having|serving|named|appointed|elected|promoted|hired|selected|chosen)\b"
)
_BACK_TO_MAIN = late_regex(
    r",\s(?:and\s)?(?:now\s|also\s|currently\s)?(?:is|was|has|had|will|serves?|served|became|becomes|joins?|joined|holds"
    r"|held|leads?|led|chairs?|received|won|earned|launched|founded|started)\b"
)


def stands_aside(sentence: str, start: int, end: int) -> bool:
    """Whether the name at these places lies in a clause or phrase about somebody else, who does what follows.

    A name with "who" behind it has a clause of its own: what that one says is its.
    """
    if _OWN.match(sentence, end):
        return False
    before = sentence[max(0, start - REACH) : start]
    if _in_relative(sentence, start):
        return True
    return bool(_BESIDE.search(before)) and sentence[end : end + 1] in {",", ")"}


def is_no_subject(sentence: str, start: int, end: int, told: str) -> bool:
    """Whether the words `told`, from the name's end to a post, cannot have the name as their subject.

    So where it stands aside, where a preposition rules it ("The nurse hired by Ana Doe is chief nurse"), and where a
    verb follows on somebody's own relative clause ("with Ana Doe, who left, is chief nurse").
    """
    if stands_aside(sentence, start, end):
        return True
    if is_of_whose(sentence, start, told):
        return True
    if not _OBLIQUE.search(sentence[max(0, start - REACH) : start]):
        return _OWN.match(told) is not None and _in_relative(sentence, start) and bool(_BACK_TO_MAIN.search(told))
    return bool(_BACK_TO_MAIN.search(told)) if _OWN.match(told) else not _OWN_VERB.match(told)


def is_of_whose(sentence: str, start: int, told: str) -> bool:
    """Whether a name is the subject of a "whose" and the words behind it have gone back to the one before it."""
    return bool(_WHOSE.search(sentence[max(0, start - REACH) : start]) and _BACK_TO_MAIN.search(told))


def _in_relative(sentence: str, start: int) -> bool:
    relative = _RELATIVE.search(sentence[max(0, start - REACH) : start])
    return relative is not None and not _TELLS.search(relative["told"])
