"""Whether a sentence says that somebody holds a post, has held it, or neither: denied, rumored, offered, declined.

A second look at what the readers of titles found, over the whole sentence: a post that is no fact must not become one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from research.pages.inventions import is_invented
from research.pages.late_regex import late_regex
from research.parse import fold

Standing = Literal["held", "ended", "not held"]

_REACH = 90
"""Characters of the sentence that are looked at on either side of the name and the title."""
_WIDE = 160
_PLACES = 20
"""Places of a name, and of a title, in one sentence that are compared."""

_IF = late_regex(
    r"\b(?:if|whether|unless|rumou?rs?|speculation|speculated|falsely|wrongly|mistakenly|contrary to reports"
    r"|(?:nobody|no one|few) (?:believe[sd]?|thinks?|thought|expect(?:s|ed)?)|imagine|suppose|erroneously|incorrectly"
    r"|(?:den(?:y|ies|ied)|doubt(?:s|ed)?) (?:reports? )?that"
    r"|hoax|satire|fictional)\b",
    re.IGNORECASE,
)
"""Before the name or title in the same clause."""
_MISSTATED = late_regex(
    r"\b(?:earlier|previous) (?:version|report|story|article|edition)s?\b[^.;]{0,60}"
    r"\b(?:said|stated|reported|identified|listed|called|described|misstated|named)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""A correction, which quotes what was wrong."""
_CLAUSE_ENDS = late_regex(r"[.;”\"]|\b(?:said|says|according)\b")
_HAD = late_regex(r"(?:\A|\s)Had\s\Z")
_ASKED = late_regex(
    r"\b(?:offer(?:s|ed|ing)?|consider(?:s|ed|ing)?|nominat(?:es|ed|ing)|interview(?:s|ed|ing)?|vett(?:ed|ing)|wants?"
    r"|wanted|urges?|urged|petition(?:s|ed)? for|recommend(?:s|ed)?|propos(?:es|ed)|floated|shortlisted|courted"
    r"|reject(?:s|ed)?|block(?:s|ed)?|oppos(?:es|ed))\s(?:Dr\.?\s|Mr\.?\s|Mrs\.?\s|Ms\.?\s)?$"
)
"""Verbs of which the name is the object, and the post is only in view."""
_SOUGHT = late_regex(
    r"\b(?:seeks?|seeking|sought|look(?:s|ing|ed)? for|search(?:es|ing|ed)? for|search for|recruit(?:s|ing)? for"
    r"|hir(?:es?|ing)|advertis(?:es|ed|ing)(?: for)?|opening for|vacancy for|wanted:|need(?:s|ed)?)\s"
    r"(?:an?|another|our (?:next|new)|its (?:next|new)|their (?:next|new)|the next|a new)\s(?:[\w’'-]{1,20}\s){0,3}$",
    re.IGNORECASE,
)
"""Right before a title: the post is to be filled."""
_FOR_IT = late_regex(r"\s(?:for|as|to (?:be|become|serve)|(?:the|a) (?:job|post|position|role|title))\b")
_BETWEEN = late_regex(
    r"\b(?=\w\w)(?:den(?:y|ies|ied)|declin(?:es|ed|ing)|refus(?:es|ed|ing)|reject(?:s|ed|ing)|turn(?:s|ed"
    r"|ing) down|withdr[ae]w\w{0,3}"
    r"|(?:is|are|was|were|has|had|did|does|will|would)(?:n[’']t| not| never)|never|could|(?-i:may)|might"
    r"|would(?: have)? be\w{0,4}"
    r"|tipped|touted|mooted|almost certainly|short-?listed|long seen"
    r"|rumou?red|reportedly|allegedly|supposedly|purported\w{0,2}|in talks|in the running|consider(?:ed"
    r"|ing)|expected to be"
    r"|candidate|finalist|contender|front-?runner|nominee|hopeful|appl(?:y|ies|ied)|wants?|wanted"
    r"|hop(?:es|ed|ing)|aspir\w{1,4}"
    r"|seeks?|sought|dream\w{0,3}|passed over|claim(?:s|ed)? to|pos(?:es|ed|ing) as|pretend\w{0,3}"
    r"|impersonat\w{1,3}|su(?:es|ed)"
    r"|wife|husband|spouse|daughter|son|widow|brother|sister|on behalf of|plays|played|portray\w{1,3}|petition\w{0,3}"
    r"|interview(?:ed|s|ing)?|(?:was|been|is) offered|lost (?:the )?(?:race|bid|election)|fail(?:s|ed) to)\b",
    re.IGNORECASE,
)
"""Between the name and the title."""
_UNDONE = late_regex(
    r"\A[^.;]{0,90}?\b(?:(?:was|were|been|is|are) (?:rejected|withdrawn|rescinded|denied|reversed|blocked"
    r"|revoked|annulled"
    r"|false|untrue|wrong|incorrect)|(?:which|that|and|but) (?:s?he |they )?(?:declined|refused"
    r"|turned (?:it |that )?down|rejected)"
    r"(?! (?:to|a|the|an|any|his|her)\b)|(?:said|says) (?:that )?(?:this|that|it) (?:is|was) (?:wrong"
    r"|false|untrue|not))\b",
    re.IGNORECASE,
)
"""Behind the name and the title."""
_NOMINAL = late_regex(
    r"\A[^.;]{0,90}?\b(?:in (?:name|title) only|only (?:in name|in title|on paper)|on paper(?: only)?|in all but name"
    r"|in waiting)\b",
    re.IGNORECASE,
)
_TAKEN_BACK = late_regex(
    r"(?:(?:That|This|It|The (?:claim|statement|report|story|news|post|announcement|title)s?) (?:is|was|were|are)"
    r"(?: (?:simply|just|of course|entirely|completely|also))?"
    r" (?:not true|untrue|false|wrong|incorrect|a (?:joke|hoax|lie|prank|mistake|parody|dream)"
    r"|an (?:error|invention|April Fools)|made up|fake|satire|fiction)\W{0,2}(?=\Z|[,;.!”\"])"
    r"|(?:None|Nothing|Not a word) of (?:it|this|that) (?:is|was) true|Not so\b)",
)
"""The next sentence, where it takes back what was said."""
_NO_LONGER = late_regex(r"\b(?:no longer|not [^.;,]{0,40}any ?more)\b", re.IGNORECASE)
"""Between the name and the title of a post that was held."""
_QUESTION = late_regex(r"\A[“\"]?(?:Is|Was|Will|Could|Should|Might|Can|Would|Who)\b[^.]{0,300}\?[”\"]?\Z")

_GONE_BEFORE = late_regex(
    r"\b(?:former|ex|late|retired|one-?time|then|ousted|fired|dismissed|disgraced|deposed|erstwhile"
    r"|terminated|departed)"
    r"[\s-](?:[A-Z][\w’'.&-]{0,30}\s){0,5}$"
)
_SENT_AWAY = late_regex(
    r"\b(?:fir(?:es|ed|ing)|oust(?:s|ed|ing)|dismiss(?:es|ed|ing)|terminat(?:es|ed|ing)|remov(?:es|ed"
    r"|ing)|sack(?:s|ed)"
    r"|parted ways with|forc(?:es|ed) out|let go(?: of)?|laid off|(?:resignation|departure|death|passing"
    r"|loss|firing|ouster"
    r"|dismissal|removal) of|mourn(?:s|ed|ing)?)\s(?:(?:its|their|the|then|longtime|embattled|Dr\.?"
    r"|[A-Z][\w’'.&-]{0,30})\s){0,6}$",
)
_WENT = late_regex(
    r"\A(?:(?!\b(?:said|says|after|when|before|that|because|since|following|whose|if"
    r"|replac(?:es?|ing)|succeed(?:s|ing)?|predecessor|tak(?:es?|ing) over (?:from|for))\b)[^.;“\"]){0,90}?"
    r"\b(?:died|resigned|retired|stepped down|passed away|quit|departed|has left|is out"
    r"|(?:was|were|been|being|got) (?:(?:later|then|suddenly|abruptly|placed on leave and later"
    r"|forced to resign and) )?"
    r"(?:fired|dismissed|terminated|ousted|removed|sacked|let go|laid off|forced out|relieved|replaced)"
    r"|placed on leave and (?:later |then )?(?:fired|dismissed|terminated|removed))\b(?! (?:colonel"
    r"|general|nurse|teacher)|(?<=retired)(?! (?:last|this|next|from|after|before|when|since|early|late|effective"
    r"|during|with|under) ) [a-z]{3,20} [A-Z][a-z])"
)
_WENT_WORDS = (
    *("died", "signed", "tired", "stepped", "passed", "quit", "departed", "left", "is out", "fired", "dismissed"),
    *("terminated", "ousted", "removed", "sacked", "let go", "laid off", "forced out", "relieved", "replaced"),
)
"""One of these stands in what _WENT holds, and most words behind a post have none of them."""
_LEAVES_LATER = late_regex(
    r"\A[^.;]{0,40}?\b(?:effective (?!immediately|at once)|as of|at the end of|next|later this|in the coming)"
)
"""Behind a notice that was given: the post is held until then."""
_LEFT_BETWEEN = late_regex(
    r"\b(?:used to (?:be|serve|work)|lost (?:his|her|their) (?:job|post|position|seat)|left (?:his|her"
    r"|their|the) (?:job|post|position|role)"
    r"|(?:was|been) (?:removed|terminated|fired|dismissed|ousted|relieved|replaced)|resigned|stepped down"
    r"|retired|emerit\w{1,2})\b",
    re.IGNORECASE,
)
_EMERITUS = late_regex(r"\bemerit(?:us|a|i)\b", re.IGNORECASE)


_PASSED_ON = late_regex(
    r"\b(?:replaced|succeeded)\s(?:on an (?:interim|acting) basis\s|temporarily\s)?by\s(?:(?:Dr|Mr|Mrs|Ms)\.?\s)?$"
)
"""What stands between a title and who has taken it: "the chief nurse, has resigned and been replaced by"."""


def standing_of(sentence: str, name: str, title: str, following: str = "") -> Standing:
    """What the sentence says of the post: `held` unless its words, or those of the `following` one, say otherwise.

    `name` is the person's whole name; the surname is enough in the sentence. Where name or title are not in the
    sentence, `held`: then the page's layout has tied them, not its words.
    """
    text, wanted = fold(sentence), fold(title)
    if _TAKEN_BACK.match(fold(following)):
        return "not held"
    if _EMERITUS.search(wanted) and " and " not in wanted:
        return "ended"
    found = _nearest(text, fold(name), wanted)
    if found is None:
        return "held"
    whole, at = found
    (first, first_end), (second, second_end) = sorted([(at, at + len(wanted)), whole])
    between = text[first_end:second] if second > first_end else ""
    if len(between) > _WIDE:
        return "held"
    if at == first and _PASSED_ON.search(between):
        return "held"
    before, behind = text[max(0, first - _REACH) : first], text[max(first_end, second_end) :][:_WIDE]
    if is_of_predecessor(text, name, title) or is_invented(text, first, max(first_end, second_end), at):
        return "not held"
    if _is_not_held(text, before, between, behind, name_first=whole[0] == first):
        return "not held"
    between = _TOLD_OF_OTHER.sub("", between) if ", who " in between else between
    return "ended" if _is_ended(before, between, behind, text[max(0, at - _REACH) : at]) else "held"


def _nearest(text: str, name: str, title: str) -> tuple[tuple[int, int], int] | None:
    """Where name and title stand nearest to each other: the name whole, else by its last word."""
    folded, wanted = text.casefold(), title.casefold()
    titles: list[int] = []
    at = folded.find(wanted) if wanted else -1
    while at >= 0 and len(titles) < _PLACES:
        titles.append(at)
        at = folded.find(wanted, at + len(wanted))
    for words in (name, name.split()[-1] if name.split() else ""):
        spans = list(islice(_whole_words(words, text), _PLACES)) if words and titles else []
        if spans:
            pairs = [(span, title) for span in spans for title in titles]
            return min(pairs, key=lambda pair: max(pair[1] - pair[0][1], pair[0][0] - pair[1]))
    return None


def _whole_words(words: str, text: str) -> Iterator[tuple[int, int]]:
    """The places of the words in the text, not within longer ones. A pattern for each name would take ten times as
    long to be made as to be used."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        within = _is_of_word(text[at - 1 : at]) or _is_of_word(text[end : end + 1])
        if not within:
            yield at, end
        at = text.find(words, at + 1 if within else end)


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _is_not_held(text: str, before: str, between: str, behind: str, *, name_first: bool) -> bool:
    if _QUESTION.match(text) or _is_only_if(before):
        return True
    if not name_first and _SOUGHT.search(before):
        return True
    if name_first and _ASKED.search(before) and _FOR_IT.match(between):
        return True
    if not name_first and re.search(r"\b(?:offer(?:s|ed)|denied)\b[^.;]{0,60}$", before) and " to " in between:
        return True
    between = _without_speech(between)
    return bool(_BETWEEN.search(between) or _UNDONE.match(behind) or _NOMINAL.match(behind))


_SUCCEEDS = late_regex(
    r"\b(?:succeed(?:s|ed|ing)?|replac(?:es|ed|ing)|follow(?:s|ed|ing)|t(?:akes|ook|aking) over (?:for|from)"
    r"|filling in for"
    r"|predecessor)[\s,][^;.]{2,90}?,?\s(?:who|whose)\b"
)

_BACK_TO_SUCCESSOR = late_regex(r",\s(?:as|to become|to be)\s(?:(?:the|its|their)\s)?(?:(?:new|next)\s)?$")
"""Where a sentence comes back to who takes over: "Roe succeeds Poe, who retired, as president"."""
_TOLD_OF_OTHER = late_regex(r"(?<=\w),\swho\s[^,;.]{2,90},(?=\s(?:as|to)\s)")
"""What is told between of another than the one before it: "Roe succeeds Poe, who retired, as"."""


def is_of_predecessor(sentence: str, name: str, words: str) -> bool:
    """Whether the words stand in what a sentence tells of the one before: "Roe succeeds Poe, who won the Elm Award"."""
    text, wanted = fold(sentence), fold(words).casefold()
    found = _SUCCEEDS.search(text)
    at = text.casefold().find(wanted, found.end()) if found and wanted else -1
    if not found or at < 0 or wanted in text[: found.end()].casefold():
        return False
    family = name.split()[-1] if name.split() else name
    if family in found.group():
        return False  # what is told of the one before is asked for
    told = text[found.end() : at]
    return family not in told and not re.search(r"[.;]", told) and _BACK_TO_SUCCESSOR.search(told) is None


def _is_only_if(before: str) -> bool:
    found = list(_IF.finditer(before))
    return bool(_HAD.search(before) or _MISSTATED.search(before)) or bool(
        found and not _CLAUSE_ENDS.search(before, found[-1].end())
    )


def _is_ended(before: str, between: str, behind: str, before_title: str) -> bool:
    if _GONE_BEFORE.search(before) or _SENT_AWAY.search(before) or _GONE_BEFORE.search(before_title):
        return True
    went = _WENT.match(behind) if any(map(behind.__contains__, _WENT_WORDS)) else None
    if went and _LEAVES_LATER.match(behind[went.end() :]):
        went = None
    return bool(_LEFT_BETWEEN.search(between) or _NO_LONGER.search(between) or went)


def _without_speech(text: str) -> str:
    return re.sub(r"[“\"][^”\"]{0,300}[”\"]", " ", text)
