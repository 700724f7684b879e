"""What is never read out of a page: families, homes, health, faith, age, politics and hobbies of people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from research.pages.personal_matters import tells_personal_matters, without_work

_PRIVATE = re.compile(
    r"\b(?:married|marries|wife|husband|spouse|fianc[ée]e?|partner of \d+ years|widow(?:er|ed)?|divorced|"
    r"(?:his|her|their|two|three|four|five|six|seven|young|grown|adult|of \d{1,2}) (?:children(?![’'])|kids|sons?|"
    r"daughters?|grandchild(?:ren)?|grandkids|parents|mother|father|family|siblings?|brothers?|sisters?)|"
    r"(?:father|mother|parent|grandmother|grandfather|grandparent|proud (?:dad|mom)) (?:of|to)|"
    r"family (?:of|live|enjoy)|"
    r"(?:spare|free|leisure|spending) time|(?:when|while) not (?:at )?work(?:ing)?|outside (?:of )?work|hobb(?:y|ies)|"
    r"(?:lives|live|living|resides|residing|reside|born|grew up) (?:in|on|at|near|with|to)|raised (?:in|on|by)|"
    r"home (?:in|near|with)|"
    r"(?:enjoys?|loves?)(?: to)? (?:spend|travel|hik|cook|read|play|golf|garden|outdoor|run|fish|bik|cycl|ski|camp|"
    r"music|watch|time|the outdoors|being)\w{0,5}|avid|(?:outdoors|sports)man|"
    r"(?:her|his|their|local|baptist|methodist|lutheran|presbyterian|catholic|episcopal|community) church|parishioner|"
    r"catholic faith|faith in|bible|deacon|synagogue|mosque|worship|church choir|cancer survivor|survivor of|"
    r"diagnosed with|recovering from|"
    r"fight against (?:cancer|leukemia|illness)|(?:her|his|my) (?:pregnancy|illness|cancer|stroke|faith|religion)|"
    r"i (?:had|have) (?:cancer|multiple sclerosis|a stroke)|alcoholic|lifelong catholic|"
    r"as a (?:gay|lesbian|muslim|jewish|christian|catholic|mormon)|"
    r"years? old|aged? \d{2}|birthday|dogs|puppy|puppies|horses|golden retriever|democrat|republican|voter)\b",
    re.IGNORECASE,
)
# Words above that are ordinary in the names and the work of health-care places.
_PUBLIC = re.compile(
    r"\b(?:(?:mother|father|family) (?:medicine|practice|baby|health)|home (?:health|care)|church (?:hill|health)"
    r"|family of (?:hospitals|companies|services|care)|(?:sav|improv|chang|touch|better|enrich|transform)\w{0,3}"
    r"(?: \w{2,12}){0,2} lives|(?:the|our|many|people[’']s|patients?[’']s?) lives|independent living|assisted living"
    r"|senior living)\b",
    re.IGNORECASE,
)


def is_private(sentence: str) -> bool:
    """Whether the sentence tells of family, home, health, faith, age, politics or hobbies."""
    plain = without_work(_PUBLIC.sub(" ", sentence))
    return bool(_PRIVATE.search(plain)) or tells_personal_matters(plain)


def public_part(sentence: str) -> str:
    """The sentence up to the clause that is private; "" when little is left."""
    private = _PRIVATE.search(_PUBLIC.sub(lambda match: "_" * len(match.group(0)), sentence))
    if not private:
        return sentence
    cut = max(sentence.rfind(mark, 0, private.start()) for mark in (", ", " and ", "; ", ". "))
    kept = sentence[:cut].rstrip(" ,;") if cut > 0 else ""
    return kept if len(kept.split()) >= 6 else ""


_SPOKEN = re.compile(r"[“\"][^“”\"]{30,3000}(?:[”\"]|$)")
_SPEAKS = re.compile(
    r"\b(?:sa(?:ys?|id)|stat(?:es?|ed)|add(?:s|ed)|not(?:es?|ed)|explain(?:s|ed)|comment(?:s|ed)|wrote|writes|that)$",
    re.IGNORECASE,
)
_SPEECH_END = re.compile(r"[,.?!]$")


def without_speech(sentence: str) -> str:
    """The sentence with quoted speech blanked out, letter for letter; a quoted title or award stays."""

    def blank(match: re.Match[str]) -> str:
        inner = match.group(0).strip('“”"')
        before = sentence[: match.start()].rstrip()
        led = not before or before[-1] in ',:—–-”"' or bool(_SPEAKS.search(before))
        spoken = led and (len(inner.split()) >= 9 or (len(inner.split()) >= 5 and _SPEECH_END.search(inner.strip())))
        return " " * len(match.group(0)) if spoken else match.group(0)

    return _SPOKEN.sub(blank, sentence)


def public_passages(passages: Iterable[str]) -> list[str]:
    """The passages that may be read, quoted speech blanked out."""
    return [part for passage in passages if (part := _public_words(passage))]


@lru_cache(maxsize=512)  # each reader of a career asks for the same passages
def _public_words(passage: str) -> str:
    return without_speech(public_part(" ".join(passage.split())))
