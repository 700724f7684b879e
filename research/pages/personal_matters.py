"""Sentences that are about somebody's own life: said of he, she or a name, so that a field of work is not meant.

"She battled breast cancer" is private, "her program for breast cancer" is her work.
"""

from __future__ import annotations

import re

from research.pages.late_regex import late_regex
from research.pages.sentence_words import words_in

_KIN = (
    r"(?:sons?|daughters?|child|children|kids|father|mother|dad|mom|parents?|grandfather|grandmother|grandparents?"
    r"|grand(?:son|daughter|child)(?:ren|s)?|brothers?|sisters?|siblings?|twins?|triplets|uncles?|aunts?|cousins?"
    r"|nephews?|nieces?|in-laws|(?:step|half-?)(?:mother|father|son|daughter|brother|sister)s?|family|relatives?"
    r"|boyfriend|girlfriend|teenagers?|toddlers?|babies|baby|fianc[ée]e?|spouse|husband|wife)"
)
_FAITHS = (
    r"(?:catholic|christian|muslim|jew|jewish|hindu|buddhist|sikh|mormon|methodist|baptist|lutheran|presbyterian"
    r"|episcopalian|evangelical|atheist|agnostic|quaker)"
)
_ILLNESS = (
    r"(?:(?:breast |prostate |lung |colon |skin )?cancer|leukemia|lymphoma|melanoma|diabetes|depression|anxiety"
    r"|epilepsy|asthma|autism|adhd|dyslexia|parkinson[’']?s?"
    r"|alzheimer[’']?s?|dementia|multiple sclerosis|lupus|arthritis"
    r"|covid(?:-19)?|coronavirus|(?:a |an )?(?:heart attack|stroke|miscarriage|brain tumor|aneurysm)|migraines?|ptsd"
    r"|addiction|alcoholism|hiv|hepatitis)"
)
# What is said of "he", "she" or "I", and of "his", "her" or "my": one pattern each, so that a sentence is read once.
_OF_ONE = late_regex(
    r"\b(?:he|she|i) (?:"
    r"(?:turn(?:s|ed)|is|was) \d{2}\b(?! (?:percent|miles|of))"
    r"|(?:is|was|am) (?:an? )?(?:\w{1,12} )?(?:(?:grandfather|grandmother|grandparent|stepmother|stepfather|stepparent"
    r"|cousin|aunt|uncle|nephew|niece|widow|widower|newlywed|twin|father|mother|dad|mom)\b(?! (?:medicine|baby))"
    r"|(?:immigrant|refugee|gay|lesbian|bisexual|transgender|queer|conservative|liberal|progressive|libertarian"
    r"|socialist)\b(?! (?:arts|services?|programs?|cent|health|care))|" + _FAITHS + r"\s?(?:[.,;]|$|who\b|and\b))"
    r"|(?:has|have|had|adopted|raised|is raising|are raising) (?:an?|one|two|three|four|five|six|\d) (?:\w{1,12} )?"
    + _KIN
    + r"\b|(?:has |had |have |was |is )?(?:battl(?:ed|ing)|surviv(?:ed|ing)|beat|fought|fighting|contract(?:ed|ing)"
    r"|underwent|undergoing|suffer(?:s|ed|ing) from|been treated for|being treated for|tested positive for|living with"
    r"|lives with) (?:\w{1,12} ){0,2}(?:"
    + _ILLNESS
    + r"|surgery|transplant|chemotherapy|treatment)\b|(?:has|have|had|developed) (?:\w{1,12} )?"
    + _ILLNESS
    + r"(?: disease| syndrome)?\s?(?:[.,;]|$|and\b|in \d)"
    r"|(?:is|was|became|has been|had been) (?:pregnant|expecting|sober|disabled|blind|deaf|hospitalized|terminally ill"
    r"|in rehab|in recovery|in treatment)\b"
    r"|(?:uses?|used|needs?) an? (?:wheelchair|walker|cane|hearing aid|prosthe)"
    r"|(?:prays?|tithes?|converted to|worships?|attends? (?:mass|services|bible|temple))\b"
    r"|(?:voted (?:for|against)|supports?|endorsed|backs|backed|campaigned for) (?:senator|president|governor"
    r"|congress\w{0,5}|the (?:\w{1,15} )?(?:party|ticket|candidate)|(?-i:[A-Z])\w{1,20}(?:\.|[’']s campaign))"
    r"|(?:ran|is running|run) for (?:congress|the (?:house|senate)|senate|governor|mayor|office|city council|state)\b"
    r"|(?:is|was) (?:single|unmarried|widowed)\s?(?:[.,;]|$))",
    re.IGNORECASE,
)
_OWN = late_regex(
    r"\b(?:his|her|my) (?:"
    r"(?:(?:late|older|younger|elder|eldest|youngest|twin|only|own|adopted|beloved|two|three|four|five) ){0,2}"
    + _KIN
    + r"\b(?! (?:hospitals?|facilit|organi|compan|campus|practice|medicine))|partner,? (?-i:[A-Z])|(?:own )?"
    + _ILLNESS
    + r"\b(?! (?:program|service|clinic|cent|work|research|team|initiative))"
    r"|(?:medical|sick|maternity|paternity|parental) leave\b"
    r"|(?:home|house|condo|farm|ranch|apartment|mansion) (?:on|in|at|near)\b)",
    re.IGNORECASE,
)
# Whatever the subject: a word without which the pattern cannot match, and the pattern.
_WHOEVER = (
    (("-year-old",), (r"\b\d{2}-year-old (?:executive|man|woman|native|leader|nurse|physician|doctor|surgeon"
     r"|administrator|ceo|president|father|mother|veteran|chief)")),
    (("proud ", "loving ", "devoted "),
     r"\b(?:proud|loving|devoted) (?:aunt|uncle|parents?|father|mother|dad|mom|grandparents?|husband|wife)\b"),
    (("engaged to",), r"\bengaged to (?:be married|(?-i:[A-Z]))"),
    (("expecting",), r"\bexpecting (?:his|her|their|a|another) (?:\w{1,12} )?(?:child|baby|babies|son|daughter)"),
    (("the couple",), r"\bthe couple (?:has|have|lives?|had|wed)\b"),
    ((" leave",), r"\b(?:on|took) (?:medical|sick|maternity|paternity|parental) leave\b"),
    (("devout", "practicing", "lifelong", "observant", "born-again", "lapsed", "active "),
     r"\b(?:devout|practicing|lifelong|observant|born-again|lapsed|active) " + _FAITHS + r"\b"),
    (("member of",), (r"\bmember of (?:the )?(?-i:(?:[A-Z][\w.’']{0,20} ){1,4}"
     r"(?:Parish|Church|Temple|Synagogue|Mosque|Congregation))\b(?! health)")),
    (("native",),
     r"\b(?:is|was) an? (?:\w{1,12} )?native of\b|\ban? (?-i:[A-Z])[a-z]{2,20} native\b(?! american)"),
    (("descent", "migrated"), r"\bof \w{3,12} descent\b|\b(?:im|em)migrated (?:to|from)\b"),
    (("bought", "own", "purchased", "sold", "rent"), (r"\b(?:bought|owns?|purchased|sold|renting|rents) an? "
     r"(?:\w{1,12} )?(?:house|home|condo|mansion|ranch|farm|apartment|cabin)\b")),
    (("home address", "net worth"), r"\bhome address\b|\bnet worth\b"),
    (("openly", "came out", "identif"),
     r"\b(?:openly|came out as|identif(?:y|ies) as) (?:gay|lesbian|bisexual|transgender|queer|straight)"),
    (("donated", "contributed", "gave"), (r"\b(?:donated|contributed|gave)(?: \S{1,20}){0,2} to (?:the )?"
     r"(?:democratic|republican|\S{1,30} (?:campaign|party))\b")),
    (("pro-", "abortion"), r"\bpro-(?:choice|life)\b|\boppos(?:es|ed|ing) abortion\b"),
    (("not ",), r"\bwhen (?:he|she)(?: is|[’']s) not (?:at )?work"),
)  # fmt: skip
_MATTERS = tuple((needed, late_regex(pattern, re.IGNORECASE)) for needed, pattern in _WHOEVER)
# What stands wherever the patterns above and below hold: to look for it first is much faster.
_SUBJECTS, _OWNERS = frozenset({"he", "she", "i"}), frozenset({"his", "her", "my"})
_AGE_ALONE = late_regex(r", [2-9]\d, ")
_AGE_AFTER_NAME = late_regex(r"\b[A-Z][a-z’'-]{1,30}, [2-9]\d, ")
_OF_WORK = late_regex(
    r"\b(?:ag(?:ed?|es) \d{2} (?:and|or|to) (?:older|over|above|up|younger|under|\d{2})"
    r"|(?:republican|democratic) (?:river|republic)"
    r"|(?:babies|infants|children|newborns) (?:were |are )?born (?:in|at|here))\b",
    re.IGNORECASE,
)


def tells_personal_matters(sentence: str) -> bool:
    """Whether the sentence tells of somebody's age, kin, health, faith, home, origin, politics or fortune."""
    words = words_in(sentence)
    if not _SUBJECTS.isdisjoint(words) and _OF_ONE.search(sentence):
        return True
    if not _OWNERS.isdisjoint(words) and _OWN.search(sentence):
        return True
    if _AGE_ALONE.search(sentence) and _AGE_AFTER_NAME.search(sentence):
        return True
    low = sentence.lower()
    for needed, pattern in _MATTERS:
        for word in needed:  # a loop: a sentence has to pass all of them, and an inner generator takes twice the time
            if word in low:
                if pattern.search(sentence):
                    return True
                break
    return False


def without_work(sentence: str) -> str:
    """The sentence without words that are private elsewhere and here name patients: "aged 65 and older"."""
    return _OF_WORK.sub(" ", sentence)
