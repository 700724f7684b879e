"""Whether what somebody says is about a private life: the own body, illness, age, family, vote or worship.

Health is the daily work of those who speak here: "our cancer program" is work, "my cancer" is not.
"""

from __future__ import annotations

import re

from research.pages.late_regex import late_regex

_ILLS = (
    r"(?:cancer|leukemia|lymphoma|melanoma|tumou?r|diabetes|depression|anxiety|epilepsy|asthma|autism|adhd|dyslexia"
    r"|parkinson[’']?s|alzheimer[’']?s|dementia|(?:multiple )?sclerosis|lupus|arthritis|covid(?:-19)?|stroke|aneurysm"
    r"|miscarriages?|migraines?|ptsd|addiction|alcoholism|hiv|hepatitis|heart (?:attack|failure|disease|condition)"
    r"|illness|disease|disability|diagnosis|injury|injuries|infertility|sobriety|drinking|relapse)"
)
_TREATED = (
    r"(?:surger(?:y|ies)|operation|bypass|transplant|(?:hip|knee|valve|shoulder) replacement|mastectomy|hysterectomy"
    r"|chemo(?:therapy)?|radiation|biopsy|rehab|pregnanc(?:y|ies)|c-section|pacemaker|prosthe\w{3,6}|wheelchair)"
)
_WORK = (
    r"(?!\s(?:programs?|cent(?:er|re)s?|teams?|research|institute|services?|units?|work|clinics?"
    r"|practice|care|patients?"
    r"|treatments?|prevention|screening|management|education|registry|awareness|department|rates?|outcomes?|volumes?"
    r"|suites?|initiative|network|line|surgeons?|physicians?|doctors?|specialists?|procedures?|cases?"
    r"|deaths|mortality|risks?|rooms?|schedule|staff|nurses|nursing|model|campaign|capacity|wait)\b)"
)
_KIN = (
    r"(?:sons?|daughters?|child|children|kids|fathers?|mothers?|dads?|moms?|parents?|grand\w{4,9}|brothers?|sisters?"
    r"|twins?|uncles?|aunts?|cousins?|nephews?|nieces?|husbands?|wife|spouse|family|in-laws|fianc[ée]e?|babies|baby)"
)
_SOMEBODYS = r"(?i:(?:my|our) (?:own |late |dear )?[a-z-]{3,14}[’']s|(?:my|his|her)(?: own)?) "
_PRIVATE = (
    late_regex(rf"\b{_SOMEBODYS}(?:[a-z-]{{3,12}} ){{0,2}}(?:{_ILLS}|{_TREATED})\b{_WORK}"),
    late_regex(
        rf"\b(?!(?:Children|Women|Men|Patient|People|America|State|Nation|Today|Here|It"
        rf"|That)s?[’'])[A-Z][a-z]{{1,20}}[’']s "
        rf"(?:own |recent )?(?:(?:breast|lung|colon|brain|prostate|heart|back|brain) )?(?:cancer"
        rf"|stroke|{_TREATED})\b{_WORK}"
    ),
    late_regex(
        r"\bour (?:own |late |two |three |four |first |oldest |youngest )?(?:sons?|daughters?|divorce|marriage|wedding"
        r"|parish|church|pastor|rabbi|priest|congregation|god|lord|savior)\b",
        re.IGNORECASE,
    ),
    late_regex(
        rf"\bmy (?:own |late |ex-|dear |two |three |four |first |oldest |youngest ){{0,2}}"
        rf"(?:{_KIN}|divorce|marriage|wedding|birthday|anniversary|mortgage|sobriety|vote|parish"
        rf"|church|pastor|rabbi|priest"
        rf"|congregation|god|lord|savior|faith in god)\b(?! (?:medicine|practice|health|cent|birth"
        rf"|physicians?|advisory))",
        re.IGNORECASE,
    ),
    late_regex(
        rf"\bI(?:[’'](?:ve|d|m))? (?:[a-z]{{2,10}} ){{0,3}}?(?:had|have|having|lived?|living|beat|survived"
        rf"|battl\w{{1,3}}|fought|fight|struggl\w{{1,3}}|recover\w{{0,3}}|underwent|suffer\w{{0,3}}|developed|got|lost"
        rf"|contracted|caught) (?:(?:with|from|against|to|through|an?|the|some|own|two|three|type|[a-z-]{{3,10}}) )"
        rf"{{0,3}}?(?:{_ILLS}|{_TREATED})\b{_WORK}"
    ),
    late_regex(
        r"\bI(?:[’']m| am| was| turn(?:ed)?)(?: (?:now|only|just|almost|nearly|over)){0,2}"
        r" (?:[2-9]\d|twenty|thirty|forty|fifty|sixty|seventy|eighty)\b(?! (?:percent|miles|beds|of"
        r"|people|strong|nurses"
        r"|days|minutes|hours|years (?:in|into|ahead|of|behind)))"
    ),
    late_regex(
        r"\b(?:I|[Ww]e)(?:[’'](?:ve|d|m|ll))? (?:[a-z]{2,10} ){0,2}?(?:vot(?:e|ed|ing) (?:for|against"
        r"|republican|democrat)"
        r"|pray(?:ed|ing)?|worship\w{0,4}|tithe|(?:go|went|goes|going) to (?:mass|church|temple"
        r"|synagogue|mosque|confession)"
        r"|(?:got|was|were|am|are|been) (?:divorced|married|widowed|pregnant|sober|baptized|hospitalized|diagnosed"
        r"|raised|born))\b|\bI (?:[a-z]{2,10} )?(?:married|divorced|drank|smoked?)\b",
        re.IGNORECASE,
    ),
    late_regex(
        r"\b(?:I|I[’']m|[Ww]e|We[’']re)(?: am| was| are"
        r"| were)? (?:an? )?(?:[a-z-]{3,10} ){0,2}(?i:republicans?|democrats?"
        r"|conservatives?|liberals?|socialists?|catholics?|christians?|muslims?|jews|jewish|baptists?"
        r"|methodists?|mormons?"
        r"|hindus?|buddhists?|atheists?|diabetic|alcoholic|addict|survivor|widow(?:er)?)\b"
    ),
    late_regex(r"\brecover(?:ing|ed|s)? (?:[a-z]{3,10} )?from (?:his|her|my|an?) (?!\w{0,12} (?:loss|storm|flood))"),
    late_regex(r"\b(?:Jesus|Allah|God bless|God[’']s|the Lord|holy spirit)\b", re.IGNORECASE),
)


def tells_own_life(words: str) -> bool:
    """Whether somebody's own words tell of a private life, the speaker's or another's."""
    return any(pattern.search(words) for pattern in _PRIVATE)
