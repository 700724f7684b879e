"""Whether a sentence tells of something invented: fiction, a fake, a prank, a dream. What is said there is no fact."""

from __future__ import annotations

import re

from research.pages.late_regex import late_regex

REACH = 140
"""Characters before a name that are looked at for what its clause hangs on."""
_BEHIND = 90

_FALSE = (
    r"(?:fake[ds]?|forged|false|bogus|hacked|hijacked|spoof(?:ed|ing)?|phishing|parody|satirical|satire|doctored|deep-?fake"
    r"|fabricated|counterfeit|phon(?:e)?y|sham|scam|hoax|prank|fraudulent|fictional|fictitious|imaginary|made-up|invented"
    r"|non-?existent|mock|joke|spurious|forger(?:y|ies)|impost[eo]r|April Fools?[’']?s?(?: Day)?[’']?)"
)
_CARRIER = (
    r"(?:e-?mails?|letters?|posts?|posting|accounts?|messages?|websites?|sites?|pages?|videos?|recordings?|releases?|statements?"
    r"|articles?|reports?|stor(?:y|ies)|tweets?|memos?|profiles?|calls?|callers?|texts?|flyers?|headlines?|announcements?"
    r"|photos?|images?|clips?|news|notices?|papers?|documents?|ads?|advertisements?|badges?"
    r"|biograph(?:y|ies)|columns?|items?|version|invoices?|r[eé]sum[eé]s?|certificates?)"
)
_LIARS = (
    r"(?:scammers?|hackers?|vandals?|pranksters?|impost[eo]rs?|fraudsters?|trolls?|impersonators?|swindlers?|forgers?"
    r"|con (?:artists?|m[ae]n)|satirists?|conspiracy theorists?|chat-?bots?|language models?)"
)
_TELLS = (
    r"(?:sa(?:id|ys)|sa(?:id|ys) that|wrote|writes|writing|claim(?:s|ed|ing)?|announc(?:es|ed|ing)|nam(?:es|ed|ing)"
    r"|show(?:s|ed|ing|n)?|list(?:s|ed|ing)?|stat(?:es|ed|ing)|declar(?:es|ed|ing)|report(?:s|ed|ing)?|call(?:s|ed|ing)"
    r"|describ(?:es|ed|ing)|identif(?:ies|ied|ying)|sign(?:s|ed|ing)?|purport(?:s|ed|ing|edly)?|quot(?:es|ed|ing)"
    r"|congratulat(?:es|ed|ing)|introduc(?:es|ed|ing)|present(?:s|ed|ing)?|credit(?:s|ed|ing)?|tells?|told"
    r"|mention(?:s|ed|ing)?|post(?:s|ed|ing)?|featur(?:es|ed|ing)|appoint(?:s|ed|ing)?|mak(?:es|ing)|made)"
)
_HOLDS = r"(?:ha[ds]|from|by|in|bore|bear(?:s|ing)|with|of|about|that|which|where)"
_REST = r"(?P<rest>(?:(?!,[”\"])[^.;]){0,80})$"
_FAKE = late_regex(
    rf"\b{_FALSE}(?=(?s:.{{0,{REACH}}}+)\Z)\s(?:[\w’'-]{{1,20}}\s){{0,2}}{_CARRIER}\b"
    rf"(?P<gap>[^.;”\"]{{0,60}}?(?<![,”\"])\s(?:{_TELLS}|{_HOLDS})\b)?{_REST}",
    re.IGNORECASE,
)
_LIED = late_regex(
    rf"\b{_LIARS}\b(?=(?s:.{{0,{REACH}}}+)\Z)(?P<gap>[^.;”\"]{{0,60}}?(?<![,”\"])\s{_TELLS}\b){_REST}", re.IGNORECASE
)
"""A false carrier of news, or a liar, that the clause of the name hangs on."""
_FALSE_THAT = late_regex(
    rf"\b{_FALSE}\s(?:claims?|reports?|news|rumou?rs?|stor(?:y|ies)|notion|idea|belief|impression)\sthat\b[^.;]{{0,60}}$",
    re.IGNORECASE,
)
_SPEAKER = late_regex(r"[,”\"]\s(?:said|says|according to|added|notes|noted|warn(?:s|ed)|told)\b")
"""Somebody real speaks behind it: "The fake e-mail cost millions, said Ann Poe"."""
_MADE_UP = late_regex(
    r"\b(?:mak(?:es?|ing) up|made up|hallucinat(?:es|ed|ing)|fabricat(?:es|ed|ing)|invent(?:s|ed|ing)"
    r"|dream(?:s|ed|t|ing)|pretend(?:s|ed|ing)?|imagin(?:es?|ed|ing)|fantasi[sz](?:es|ed|ing)|pictur(?:es?|ed|ing)"
    r"|jok(?:es|ed|ing))\b(?=\s(?:(?:[\w’'-]{1,20}\s){0,4}that\b|[\w.’'-]{1,30}(?:\s[\w.’'-]{1,30}){0,3}\s?$|$))"
    r"[^.;,”\"]{0,60}$",
    re.IGNORECASE,
)
"""A verb of inventing whose object is what is told: "the program made up that Ann Poe", "Picture Ann Poe as"."""
_FICTION = late_regex(
    r"(?:\A|[.;—–:]\s|[,”\"]\s)\W{0,2}(?:in|on|for|as|throughout|within|according to)\s"
    r"(?:an?|the|his|her|their|its|this|that|one|our|my|another)?\s?(?:(?!(?:best|worst)-case)[\w’'-]{1,20}\s){0,4}"
    r"(?:novel|novella|film|movie|(?:television |tv |drama |comedy |comic |medical |hit |streaming |book )series|sitcom"
    r"|stage play|screenplay|short story|thriller|soap opera|comic|comic book|video game|musical|script|dream|nightmare"
    r"|daydream|fantasy|(?<!case )scenario|thought experiment|alternate (?:history|reality)|role-?play|skit"
    r"|sketch|parody|satire)"
    r"(?:\s(?:by|called|titled|from)\s[^,.;]{1,60}|\s[“\"‘][^”\"’]{1,60}[”\"’])?(?:,|(?<=,[”\"’]))\s[^.;]{0,80}$",
    re.IGNORECASE,
)
"""A work of fiction or a dream in which what follows happens: "In the novel, Ann Poe"."""
_WORK = late_regex(
    r"(?<!documentary )\b(?:novel|novella|film|movie|sitcom|screenplay|thriller|soap opera|comic|musical|skit|plot)\b"
    r"(?:\s[“\"‘][^”\"’]{1,60}[”\"’])?,?\s"
    r"(?:(?:that|which)\s)?(?:follows|stars|features|centers on|tells of|is about|introduces|has|opens with"
    r"|ends with)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_PLAYED = late_regex(
    r"\b(?:plays|played|playing|portrays|portrayed|portraying|impersonates|impersonated|impersonating"
    r"|stars as|starred as|starring as|cast as|dressed up as|(?:the|a) characters?(?: of| named| called)?"
    r"|(?:the |a )?(?:fictional|imaginary|fictitious|made-up|invented|mythical))"
    r",?\s$",
    re.IGNORECASE,
)
"""Right before the name: it is a role."""
_SAMPLE = late_regex(
    r"\b(?:sample|example|template|placeholder|dummy)\s(?:biograph(?:y|ies)|bios?|profiles?|letters?|text|entry|entries"
    r"|press release|release|page|card|signature|announcement)\b[^.;”\"]{0,60}$",
    re.IGNORECASE,
)
_PRETENDED = late_regex(
    r"(?:would-be|self-styled|self-proclaimed|self-declared|self-appointed|so-called|wannabe|aspiring|purported|supposed"
    r"|alleged|imaginary|fictional|fictitious|fake|bogus|phony|sham|mock|pretend|make-believe|imagined)"
    r"\W{0,2}\s?(?:[\w’'&-]{1,20}\s){0,2}$",
    re.IGNORECASE,
)
"""Right before the title: the post is not theirs."""
_OF_NOTHING = late_regex(
    r"\A[^.;,]{0,50}\b(?:(?:fictional|fictitious|imaginary|make-believe|non-?existent)\s"
    r"|(?:in|from|of) (?:the|a|an|her|his) (?:(?:[\w’'-]{1,20}\s){0,2}(?:novel|film|movie|sitcom|screenplay|thriller"
    r"|soap opera|comic book|video game)|dream|nightmare)\b|for (?:a|one|the) day\b)",
    re.IGNORECASE,
)
"""Right behind the name and the title: the house, or the whole story, is invented, or the post is one in play."""


def is_invented(text: str, start: int, end: int, title: int) -> bool:
    """Whether the clause of a name and a title tells of something invented.

    `start` is where the first of the two begins in the sentence, `end` where the second ends, `title` where the title
    begins.
    """
    before = _HONORIFIC.sub("", text[max(0, start - REACH) : start])
    frames = (_FALSE_THAT, _MADE_UP, _FICTION, _WORK, _PLAYED, _SAMPLE)
    if before and (_is_faked(before) or any(frame.search(before) for frame in frames)):
        return True
    if _PRETENDED.search(text[max(0, title - 40) : title]):
        return True
    return bool(_OF_NOTHING.match(text[end : end + _BEHIND]))


def _is_faked(before: str) -> bool:
    found = _FAKE.search(before) or _LIED.search(before)
    if found is None:
        return False
    told = found["gap"] is not None or _ACCORDING.search(before[: found.start()]) is not None
    return told and not _SPEAKER.search(found["rest"])


_HONORIFIC = late_regex(r"(?:(?<=\s)|\A)(?:Dr|Mr|Mrs|Ms|Prof)\.?\s{1,3}$")
_ACCORDING = late_regex(r"\b(?:according to|as per|in|on|from|by|via)\s(?:an?|the|one|some)?\s?$", re.IGNORECASE)
