"""What is never read out of a page: families, homes, health, faith, age, politics and hobbies of people.

The same words are ordinary in health care ("family medicine", "patients diagnosed with", "a parent company", "Sisters
of Mercy"): what is said of patients, places and programs is taken out before the private words are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from research.pages.late_regex import late_regex
from research.pages.lexicon import ADVERBS, AUXILIARIES, VERBS
from research.pages.personal_matters import tells_personal_matters, without_work
from research.pages.sentence_words import words_in

_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|of \d{1,2})"
_KIN = (
    r"(?:sons?|daughters?|step-?(?:sons?|daughters?|children)|grand(?:children|child|kids|sons?|daughters?|parents)"
    r"|parents|mother|father|siblings?|brothers?|sisters?|uncle|aunt|cousins?|nephews?|nieces?|in-laws)"
    r"(?! (?:of (?:the )?[A-Z]|hospitals?|facilit\w{1,5}|organizations?|compan(?:y|ies)|institutions?|clinics?)\b)"
)
_FAMILY = (
    r"married|wife|husband|fianc[ée]e?|partner of \d+ years|(?:life|domestic) partner|widow(?:er|ed)?|divorced"
    r"|(?:his|her|their|my) spouse"
    rf"|(?:his|her|my|their|{_COUNT}|grown|adult|young|oldest|youngest|eldest|infant|late) (?:adult |grown "
    rf"|young |own )?{_KIN}"
    rf"|(?:his|her|my|their|{_COUNT}|grown|adult) (?:adult |grown |young |small |little |own "
    rf"|beautiful )?(?:children|kids)(?![’'])"
    r"|family of (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})|(?:his|her|my|their|young"
    r"|growing) (?:own |young |growing |entire |whole |immediate )?family|family man"
    r"|(?:father|mother|dad|mom|parents?|grandmother|grandfather|grandparents?) (?:of"
    r"|to) (?:the )?(?:\w{2,12} ){0,2}?"
    rf"(?:{_COUNT}|twins|triplets|children|kids|sons?|daughters?|boys?|girls?)"
    r"|(?:proud|devoted|loving) (?:mother|father|mom|dad|parents?|grand\w{3,8}|wife|husband)"
    r"|(?:is|as|being) an? (?:mother|father|mom|dad|grandmother|grandfather|parent)(?! (?:compan"
    r"|organi[sz]ation|corporation|system))"
    r"|(?:family|personal) reasons"
)
_HOME = (
    r"lives (?:in|on|at|near|with|outside)|(?:i|they|family|couple|he and \w{2,15}|she and \w{2,15}|currently"
    r"|now|and) live "
    r"(?:in|on|at|near|with|outside)|(?:living|resid(?:es|ing|e)) (?:in|on|at|near|with|outside)"
    r"|(?:born|grew up|growing up|raised) (?:in|on|at|near|outside|and raised|by (?:his|her|their|an?|two))"
    r"|(?:his|her|my) (?:own )?home (?:in|near|with|on)|mak(?:es?|ing) (?:his|her|their|my) home"
    r"|home with (?:his|her|my)"
    r"|(?:his|her|my) (?:childhood|home ?town|hometown)|(?:a|is|and|lifelong) (?:\w{2,12} )?native of"
    r"|lifelong resident"
)
_LEISURE = (
    r"(?:spare|free|leisure) time|(?:when|while) (?:he’s |she’s |he's |she's |he is |she is )?not (?:at "
    r"|busy )?work(?:ing)?"
    r"|outside (?:of )?(?:the office|work)|away from (?:the office|work)|hobb(?:y|ies)|(?:outdoors"
    r"|sports)(?:man|woman)"
    r"|time (?:outdoors|with (?:his|her|their|my|family|friends|loved|grand\w{3,8}))"
    r"|(?:enjoys?|loves?|likes)(?: to)? (?:spend\w{0,3} time|travel\w{0,4}|hik\w{1,3}|cook\w{0,3}|bak(?:e|ing)"
    r"|read(?:ing)?|play\w{0,3}"
    r"|golf\w{0,3}|garden\w{0,3}|the outdoors|outdoors?|run(?:ning)?(?! (?:an?|the|our|its)\b)|fish\w{0,3}"
    r"|bik\w{1,3}|cycl\w{1,3}"
    r"|ski(?:ing)?|camp(?:ing)?|music|watch\w{0,3}|time|being (?:outdoors|outside|with|an? (?:mom|dad|wife|husband))"
    r"|kayak\w{0,3}|yoga|knit\w{0,4}|swim\w{0,4}|sail\w{0,3}|hunt\w{0,3}|boat\w{0,3}|danc\w{1,3}|paint\w{0,3}|sports)"
    r"|avid (?!supporter|advocate|proponent|champion|promoter|mentor|learner|researcher)\w{1,20}"
    r"|marathon runner|runs (?:half[- ])?marathons|triathletes?"
    r"|(?:his|her|their|my|two|three|four|rescue|pet|beloved) (?:rescue |beloved |golden |labrador )?"
    r"(?:dogs?|cats?|horses?|puppy|puppies|pets?|retrievers?)"
)
_ILL = (
    r"(?:cancer|leukemia|lymphoma|illness|stroke|depression|addiction|alcoholism|diabetes|disease|injury"
    r"|heart attack)"
)
_HEALTH = (
    r"(?:is|as|herself|himself|myself|and|,) an? (?:[\w-]{2,15} ){0,3}survivor(?! (?:services?|support"
    r"|programs?|clinics?|care)\b)"
    r"|cancer survivor(?! (?:services?|support|programs?|clinics?|care)\b)|survivor of"
    rf"|diagnosed with|recovering (?:from (?:surgery|an?|his|her|{_ILL})|alcoholic|addict)|an alcoholic"
    rf"|(?:his|her|my)(?: own)? (?:(?:breast|prostate|lung|colon|skin|brain|serious|chronic"
    rf"|recent) )?(?:pregnancy|disabilit(?:y|ies)|diagnosis|{_ILL})"
    r"(?! (?:programs?|cent(?:er|re)s?|teams?|research|institute|services?|units?|work|clinics?|practice|care"
    r"|patients?|treatment"
    r"|counsel\w{2,5}|prevention|screening|management|education|registry|awareness|survivorship|board"
    r"|foundation|society)\b)"
    r"|(?:his|her|my)(?: own)? (?:\w{3,9} )?(?:fight|battle|struggle) (?:against|with)|(?:he|she|i) battled"
    rf"|i (?:had|have|survived) (?:an? |breast |\w{{4,10}} )?(?:{_ILL}|multiple sclerosis)|(?:she|i) (?:is|was"
    rf"|am|became) pregnant"
    r"|(?:on|her|his|my) (?:maternity|paternity|medical|sick|family) leave|(?:health|medical) reasons"
    r"|in (?:long-term )?recovery (?:from|since|myself)"
)
_FAITH = (
    r"(?:his|her|their|my|baptist|methodist|lutheran|presbyterian|catholic|episcopal|christian) church"
    r"|(?:active in|attends?|members? of|elder (?:of|at)|trustee of|volunteers? at|serves? (?:at|in)) "
    r"(?:the |a |an )?(?:local |[A-Z][\w.’'-]{0,15} ){0,5}(?:church|parish|synagogue|mosque"
    r"|congregation)(?! (?:hill|health|hospital))"
    r"|parishioner|(?:his|her|my|catholic|christian|jewish|muslim) faith(?![- ](?:based|tradition|communit))"
    r"|bible(?! (?:college|institute|university|school|seminary))|deacon(?! (?:hospital|health|medical|foundation))"
    r"|worships?|church choir|(?:his|her|my) religion|(?:lifelong|devout|practicing|born-again) (?:catholic"
    r"|christian|muslim|jew)"
    r"|as an? (?:gay|lesbian|muslim|jewish|christian|catholic|mormon|hindu)(?! (?:hospital|health|system"
    r"|organization|university))"
    r"|ordained|pray(?:s|ed|ing)?"
)
_AGE = (
    r"(?:he|she|who|i) (?:is|was|am|turned|turns)(?: only| just| now)? (?:\d{2}"
    r"|\w{3,8}(?:-\w{3,5})?) years? old|at \d\d years? old"
    r"|the [2-8]\d-year-old(?! (?:hospital|building|facility|organization|clinic|system|center|company"
    r"|institution|health|campus"
    r"|program|tower|structure|patient|boy|girl|child|man|woman))"
    r"|[2-8]\d-year-old (?:native|executive|physician|doctor|nurse|leader|administrator|surgeon|banker|attorney)"
    r"|aged? \d{2}(?! (?:and|or|to)\b|[-–+])|\(aged? \d{2}\)|at (?:the )?age (?:of )?(?:only |just )?\d{2}"
    r"|(?:he|she|who) (?:just |recently )?(?:turned|turns) (?:[2-8]\d|thirty|forty|fifty|sixty|seventy)"
    r"|(?:(?:his|her|my)(?: \w{3,12})?|[2-8]\d(?:th|st|nd|rd)) birthday"
    r"|(?-i:[A-Z][a-z]{1,20}|[JS]r\.|III?), [2-8]\d,(?! \d)"
)
_POLITICS = (
    r"democrat(?!-| and chronicle|ic)|(?<!the )republican(?!s? (?:river|city))|registered voter"
    r"|(?:his|her) (?:political party|politics)"
)
_FAMILY_WORDS = """
    married wife husband fiance fiancé fiancee fiancée partner widow widower widowed divorced spouse son sons
    daughter daughters stepson stepsons stepdaughter stepdaughters stepchildren step grandchildren
    grandchild grandkids grandson grandsons granddaughter granddaughters grandparents grandparent parents
    parent mother father sibling siblings brother brothers sister sisters uncle aunt cousin cousins nephew
    nephews niece nieces laws children kids family mom dad grandmother grandfather reasons"""
_HOME_WORDS = (
    "lives live living resides residing reside born grew growing raised home town hometown childhood native resident"
)
_LEISURE_WORDS = """
    time work working office hobby hobbies outdoorsman outdoorswoman sportsman sportswoman enjoy enjoys love
    loves likes avid marathon marathons triathlete triathletes dog dogs cat cats horse horses puppy puppies
    pet pets retriever retrievers"""
_HEALTH_WORDS = """
    survivor diagnosed recovering alcoholic pregnancy disability disabilities diagnosis cancer leukemia lymphoma
    illness stroke depression addiction alcoholism diabetes disease injury attack fight battle struggle
    battled sclerosis pregnant leave reasons recovery"""
_FAITH_WORDS = """church parish synagogue mosque congregation parishioner faith bible deacon worship worships religion
    catholic christian muslim jew jewish gay lesbian mormon hindu ordained pray prays prayed praying"""
_AGE_WORDS = f"year years old age aged turned turns birthday {' '.join(map(str, range(20, 90)))}"
_POLITICS_WORDS = """democrat republican voter party politics"""
# With each pattern the words of which one stands wherever it holds: to look for a word first is much faster.
_PRIVATE = tuple(
    (frozenset(words.split()), late_regex(rf"(?<!\w)(?=\w)(?:{pattern})(?!\w)", re.IGNORECASE))
    for words, pattern in (
        (_FAMILY_WORDS, _FAMILY),
        (_HOME_WORDS, _HOME),
        (_LEISURE_WORDS, _LEISURE),
        (_HEALTH_WORDS, _HEALTH),
        (_FAITH_WORDS, _FAITH),
        (_AGE_WORDS, _AGE),
        (_POLITICS_WORDS, _POLITICS),
    )
)
_SAID_OF_OTHERS = (
    r"(?:patients?|residents?|people|persons|individuals|children|clients?|members|veterans|caregivers|mothers"
    r"|moms|women"
    r"|men|parents|those|employees|staff|nurses|physicians|youths?|adults|seniors|workers|populations?"
    r"|families|americans"
    r"|community|communities|infants|babies|newborns|students|survivors|neighbors|anyone|someone|everyone"
    r"|newly|a person)"
)
# Words above that are ordinary in the names and the work of health-care places.
_PUBLIC = late_regex(
    r"\b(?=\$|m[aeio]|f[aiou]|h[ao]|c[ahlo]|s[aeiotpu]|i[mn]|t[ehor]|b[aei]|e[mnsv]|o[uw]|p[aehlo]|w[ho]"
    r"|a(?:[dfmns]| p)|re|ve|yo|n[eu]|do|gi|lo)"
    r"(?:(?:mother|father|family)[ -](?:medicine|practice|baby|health|physicians?|doctors?|nurse|caregivers?"
    r"|birth\w{0,5}"
    r"|cent(?:er|ered|re)|planning|resource|support|services|medical|care)|home (?:health|care)|church (?:hill"
    r"|health)"
    r"|family of (?:hospitals|companies|services|care)|sister (?:hospitals?|facilit\w{1,5}|organizations?"
    r"|compan\w{1,4})"
    r"|(?:sav|improv|chang|touch|better|enrich|transform|impact)\w{0,3}"
    r"(?: \w{2,12}){0,2} lives|(?:the|our|many|people[’']s|patients?[’']s?|whose|their) lives"
    r"|independent living|assisted living"
    r"|senior living|(?:where|which) (?:they|we|people|patients|residents|you) live"
    rf"|{_SAID_OF_OTHERS}(?: (?:[\w’'-]{{2,15}}+ ){{0,3}}?(?:live|lives|living|reside|residing|diagnosed|born"
    rf"|recovering)|,? (?:[\w’'-]{{2,15}}+ ){{0,4}}?(?:and|or|with|in|at|for|from|to"
    rf"|of) their (?:\w{{2,12}} ){{0,2}}?"
    r"(?:family|children|kids|parents|spouses?|homes?|faith|illness|disease|cancer|diagnosis)"
    rf"| (?:[\w’'-]{{2,15}}+ ){{0,3}}?(?:aged?|over|under|older than) \d{{2}})"
    r"|(?:million|billion|thousand|\$[\d.,]{1,12}|funds?|money|dollars|donations?|gifts?)(?: (?:was|were"
    r"|has been|have been|that"
    r"|it|he|she|they)){0,2} raised|(?:house|place)s? of worship|(?:owned|sponsored|founded|affiliated"
    r"|supported|established) "
    r"(?:by|with) (?:the )?(?:[\w’'-]{2,20} ){1,4}church|therapy (?:dogs?|cats?|horses?|pets?|animals?)"
    r"|(?:full|part|real|first|same|long|half)[ -]time|team work)\b",
    re.IGNORECASE,
)


def is_private(sentence: str) -> bool:
    """Whether the sentence tells of family, home, health, faith, age, politics or hobbies."""
    return _first_private(sentence) is not None


@lru_cache(maxsize=512)  # a sentence is asked for by each reader, and by each claim that quotes it
def _first_private(sentence: str) -> int | None:
    """Where private words stand, None where there are none; the sentence's end where its words together tell it."""
    words = words_in(sentence)
    patterns = [pattern for needed, pattern in _PRIVATE if not needed.isdisjoint(words) and pattern.search(sentence)]
    told = tells_personal_matters(sentence)
    if not patterns and not told:
        return None
    plain = _PUBLIC.sub(lambda match: "_" * len(match.group(0)), sentence)
    places = [match.start() for pattern in patterns if (match := pattern.search(plain))]
    if places:
        return min(places)
    return len(sentence) if told and tells_personal_matters(without_work(_PUBLIC.sub(" ", sentence))) else None


def public_part(sentence: str) -> str:
    """The sentence up to the clause that is private, or from behind it where it opens; "" when little is left."""
    private = _first_private(sentence)
    if private is None:
        return sentence
    cuts = [match.start() for match in _CLAUSE.finditer(sentence, 0, private)]
    for cut in cuts[: -_CLAUSES - 1 : -1]:
        kept = sentence[:cut].rstrip(" ,;")
        if len(kept.split()) < _LEAST_WORDS:
            break
        if not is_private(kept):
            return kept
    for match in islice(_CLAUSE.finditer(sentence), _CLAUSES):
        rest = sentence[match.end() :]
        if len(rest.split()) < _LEAST_WORDS:
            break
        if _opens(rest) and not is_private(rest):
            return rest
    return ""


_CLAUSE = late_regex(r", (?:and )?|; | and |\. ")
_SUBJECT = late_regex(r"(?:(?:Dr|Mr|Ms|Mrs)\. )?(?:[A-Z][\w’'.-]{1,20} ){1,4}(?=[a-z])")
_CLAUSES = 8
"""Clauses that are tried from either end."""
_LEAST_WORDS = 6


def _opens(clause: str) -> bool:
    """Whether a clause goes on with its own subject and a verb, or with the verb of the one before."""
    subject = _SUBJECT.match(clause)
    words = clause[subject.end() if subject else 0 :].split(maxsplit=2)
    if words[0] in ("he", "she"):
        words = words[1:]
    return words[0] in VERBS or words[0] in AUXILIARIES or words[0] in ADVERBS


_SPOKEN = late_regex(r"[“\"][^“”\"]{30,3000}(?:[”\"]|$)")
_SPEAKS = late_regex(
    r"\b(?:sa(?:ys?|id)|stat(?:es?|ed)|add(?:s|ed)|not(?:es?|ed)|explain(?:s|ed)|comment(?:s|ed)|wrote|writes|that)$",
    re.IGNORECASE,
)
_SPEECH_END = late_regex(r"[,.?!]$")


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
    return list(_public_of(tuple(passages)))


@lru_cache(maxsize=64)  # six readers ask for those of one person
def _public_of(passages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for passage in passages if (part := _public_words(passage)))


@lru_cache(maxsize=512)  # each reader of a career asks for the same passages
def _public_words(passage: str) -> str:
    return without_speech(public_part(" ".join(passage.split())))
