"""Programs with their results and periods: what a person started, led or built.

A figure is a result only where the same sentence (or the next one, beginning with "The program ...") ties it to the
program. Aims, plans and forecasts are no results, and neither are national figures or those of a study.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from research.pages.dates import dates_in
from research.pages.late_regex import late_regex
from research.pages.model import PersonFound, Program
from research.pages.private_life import public_passages
from research.pages.result_figures import AMOUNT, figures_told
from research.pages.sentence_words import words_in
from research.pages.subjects import Subjects, subjects_of
from research.parse import fold, shorten

MAX_PROGRAMS = 12
_WHAT_CHARACTERS = 180


def _forms(stems: str, *irregular: str) -> tuple[str, ...]:
    """The past forms and the gerunds of verbs that are given by their stems."""
    return (*(stem + ending for stem in stems.split() for ending in ("ed", "ing")), *irregular)


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(words)})"


STARTED_WORDS = _forms(
    "launch start found co-found establish creat develop implement introduc spearhead initiat design open champion "
    "pioneer expand redesign transform deploy form complet facilitat restructur",
    *("build", "building", "built", "rolled out", "rolling out", "piloted", "piloting"),
)
_LED_WORDS = _forms(
    "direct guid manag coordinat head chair steer orchestrat execut secur achiev",
    *("led", "leading", "oversaw", "overseen", "overseeing", "drove", "driving", "co-led", "headed up", "heading up"),
)
_CHANGED_WORDS = _forms(
    "reduc decreas lower increas improv rais boost doubl tripl quadrupl sav generat shorten eliminat strengthen",
    *("cut", "cutting", "grew", "growing", "grown"),
)
STARTED, _LED, _CHANGED = _any_of(STARTED_WORDS), _any_of(_LED_WORDS), _any_of(_CHANGED_WORDS)
# One of these stands wherever one of the patterns below holds: to look for a word first is much faster.
_ACT_WORDS = frozenset(word.split()[0].split("-")[-1] for word in (*STARTED_WORDS, *_LED_WORDS, *_CHANGED_WORDS))
_HELPED_WORDS = frozenset({"helped", "helping"})
_UNDER_WORDS = frozenset({"under", "during", "throughout"})
_DID_WORDS = frozenset("accomplishment accomplishments achievement achievements successes initiatives projects".split())
_ACT = late_regex(
    rf"\b(?=\w\w)(?:(?:has|have|had)\s(?:\w{{3,12}}ly\s)?|(?:helped|helping)\s(?:to\s)?)?(?=ac|b[ou]|c[horu]|d[eior]|e[lsx]|f[ao]|g[eru]|hea|i[mn]|l[aeo]|ma|o[prv]|pi|qu|r[aeo]|s[aehpt]|tr)(?:(?P<started>{STARTED})"
    rf"|(?P<led>{_LED})|(?P<changed>{_CHANGED}))(?:\sand\s\w{{3,14}}(?:ed|ing))?\s"
    r"(?=(?:the|an?|its|their|his|her|our|several|all|two|three|four|five|six|many|more|new|multiple"
    r"|numerous|[A-Z“\"]|[a-z]{3,}\s))",
    re.IGNORECASE,
)
_HELPED = late_regex(
    r"\b(?:helped|helping)\s(?:to\s)?(?P<verb>launch|start|found|establish|create|develop|implement"
    r"|introduce|design|open|build|expand|lead|grow|"
    r"reduce|increase|improve|transform)\s(?=\w)",
    re.IGNORECASE,
)
_UNDER = late_regex(
    r"\bunder (?:(?:his|her|their|[A-Z][\w’'.-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,2}[’']s?|the)\s)(?:[\w-]{2,20}\s){0,3}"
    r"(?:leadership|direction|guidance|tenure|stewardship|oversight)(?: of [A-Z][\w’'. -]{2,40}?)?,?\s",
    re.IGNORECASE,
)
_TENURE = late_regex(
    r"\b(?:during|throughout) (?:his|her|their) (?:\w{2,20}[\s-]){0,3}?(?:tenure|time|term|years)(?: (?:as"
    r"|at|with|there)[^,;.]{0,80})?,\s",
    re.IGNORECASE,
)
_DID = late_regex(
    r"\b(?:accomplishments?|achievements?|successes|initiatives"
    r"|projects)\b[^.;:]{0,60}?(?:,?\s(?:including|include[sd]?|such as)|:)\s",
    re.IGNORECASE,
)
# What a program is called. The strong ones are programs wherever they stand; the others are when somebody starts them.
_STRONG_NOUN = (
    r"(?:program(?:me)?s?|initiatives?|campaigns?|projects?|expansions?|opening|launch|implementation"
    r"|redesign|partnerships?|collaboratives?|"
    r"transformation|turnaround|integrations?|merger|affiliation|certifications?|accreditations?"
    r"|designation|construction|renovation|rollout|"
    r"go-live|conversion|replacement|consolidation|modernization|walk|huddles?|rounds|rounding|residency program)"
)
_NOUN = (
    rf"(?:{_STRONG_NOUN}|efforts?|clinics?|centers?|units?|services?|service lines?|strateg(?:y|ies)"
    rf"|models?|systems?|platforms?|networks?|institute|"
    r"academy|council|protocols?|pathways?|process|plans?|hospitals?|emergency departments?|tower|facility"
    r"|facilities|laborator(?:y|ies)|curriculum|"
    r"fund|foundation|committee|task force|scorecard|dashboard|training|workshops?|summit|mobile unit"
    r"|practices?|unit|team|teams|line|"
    r"telehealth|telemedicine|records?|EHR|EMR|position|office|division|department|company|business"
    r"|collaboration|structure|tool|policy|policies|fellowship|residency)"
)
_STRONG_HEAD = late_regex(rf"\b(?=\w\w){_STRONG_NOUN}$", re.IGNORECASE)
_HEAD = late_regex(rf"\b(?=\w\w){_NOUN}$", re.IGNORECASE)
_MANY = late_regex(
    r"^(?:several|multiple|numerous|various|many|countless|different|new|innovative|strategic|other|all)\b",
    re.IGNORECASE,
)
_STUDY = late_regex(
    r"\b(?:residency|residencies|fellowship|internship|medical school|training|university|college|degree"
    r"|certificate|course|class|studies|studied)\b",
    re.IGNORECASE,
)
_NO_OBJECT = late_regex(
    r"^(?:an?\s|the\s|his\s|her\s|their\s)?(?:[\w-]{1,20}\s){0,3}?(?:team|teams|staff|career|role|position"
    r"|degree|training at|studies|department$|master|bachelor|"
    r"experience|education|MBA|MSN|BSN|fellowship at|program at the University|work|job|conference|panel"
    r"|book|article|company’s|charge|way|efforts? to (?:remain|become))\b",
    re.IGNORECASE,
)
# "responsible for leading", "experience in developing": duties and skills, not deeds. A gerund is a deed after
# these words only.
_DEED_BEFORE = late_regex(
    r"\b(?:includ(?:ed|ing|e|es)|accomplishments?|achievements?|credited with|instrumental in|helped"
    r"|known for|honou?red for|recogni[sz]ed for|success in|;|as well as)"
    r"\s?(?:[\w’'-]{1,20}\s){0,2}$",
    re.IGNORECASE,
)
_OF_A_THING = late_regex(
    r"\b(?:programs?|initiatives?|efforts?|campaigns?|projects?|hospitals?|systems?|clinics?"
    r"|centers?|departments?|teams?|units?|"
    r"organizations?|company|which|that|it|they|we|partnership)\s(?:(?:has|have|had|also|successfully)\s){0,2}$",
    re.IGNORECASE,
)
_DUTY_BEFORE = late_regex(
    r"\b(?:responsible for|responsibilit(?:y|ies) (?:for|include)|focus(?:es|ed|ing)? on|experience (?:in"
    r"|with)|expertise in|skilled in|charged with|tasked with|duties|"
    r"ensures?|passion(?:ate)? (?:for|about)|speciali[sz]\w{2,4} in|interests? in|will|to|background in"
    r"|leader in)\s(?:[\w’'-]{1,20}\s){0,3}$",
    re.IGNORECASE,
)
AIM = late_regex(
    r"\b(?:aims?|aiming|will|would|goal|goals|target(?:s|ed)?|hopes?|hoping|plans? to|planning|expect(?:s"
    r"|ed)?|projected|forecast|intend(?:s|ed)?|seeks?|"
    r"designed to|able to|could|can|should|may|might|strive[sd]?|intended|anticipate[sd]?|in order to"
    r"|looks? to|promise[sd]?|potential(?:ly)?|would have|by 20[3-9]\d)\b",
    re.IGNORECASE,
)
_NATIONAL = late_regex(
    r"\b(?:national(?:ly)? average|nationally|nationwide|across the (?:country|nation|united states)"
    r"|in the (?:united states|nation)|U\.S\.|american?s|"
    r"studies|study|survey(?:ed)?|research(?:ers)?|researchers|according to|CDC|CMS data|experts|statewide"
    r"|each year in|worldwide|state average|on average)\b",
    re.IGNORECASE,
)
_SOFT_RESULT = late_regex(
    r"\b(?:that|which|and|has|have)\s(?:has\s|have\s)?(?P<words>(?:reduced|decreased|lowered|increased"
    r"|improved|eliminated|doubled|tripled|cut|shortened|resulted in|led to)\s"
    r"[^,;.]{6,100})",
    re.IGNORECASE,
)
_MORE_THAN = late_regex(r"(?:by|to|from)\s(?:more|nearly|almost|over|about|up|at|an?|half)\b")
_YEAR_ONLY = late_regex(r"^(?:19|20)\d\d$")
_FOLLOWS = late_regex(
    r"^(?:The|This|That|These|Those|Its|It|Since (?:then|its|the|launching)|As a result|Within|In (?:its"
    r"|the) (?:first|past|last)|To date|So far|Today,? the)\b"
    r"(?:\s[\w-]{1,20}){0,4}?\s?(?:program(?:me)?|initiative|effort|campaign|project|clinic|center|model"
    r"|partnership|it|has|have|result|system|work|change|strategy|months?|years?|launch)?",
)
_END = late_regex(
    r"(?:;|(?<!\b(?-i:[A-Z]))\.)(?:\s|$)|,\s(?:and\s)?(?:which|who|where|while|as well as|he|she"
    r"|they|in|including|resulting"
    r"|[a-z]{2,12}ing|all|both|with)\b|,\sand\s|\sas well as\s|\s(?:that|which"
    r"|resulting|while|where|when|who|to (?:reduce|improve|increase|better|help|ensure|provide|promote|support))\b"
    r"|\s(?:in|since|from|by)\s(?:early |late )?(?:19|20)\d\d\b|\s(?:and|by)\s(?:has|have|led|launched"
    r"|reduced|increased|improved|oversaw|was|is|served|helped|created)\b",
    re.IGNORECASE,
)


def programs_of(person: PersonFound, others: Sequence[str] = ()) -> tuple[Program, ...]:
    """What the passages say that this person started, led or changed, with results where they are tied to it."""
    passages = public_passages(person.passages)
    found: list[Program] = []
    for number, sentence in enumerate(passages):
        following = passages[number + 1] if number + 1 < len(passages) else ""
        deeds = _deeds(sentence)
        if not deeds.any:
            continue
        for program in _in_sentence(sentence, deeds, subjects_of(sentence, person.name, others), following):
            if len(found) < MAX_PROGRAMS and not any(_same(program, other) for other in found):
                found.append(program)
    return tuple(found)


def _same(a: Program, b: Program) -> bool:
    return a.what.casefold() in b.what.casefold() or b.what.casefold() in a.what.casefold()


@dataclass(frozen=True, slots=True)
class _Deeds:
    """Where a sentence may tell of programs: under somebody's lead, in a list, and by verbs, in order."""

    under: re.Match[str] | None
    lists: Sequence[re.Match[str]]
    acts: Sequence[re.Match[str]]

    @property
    def any(self) -> bool:
        return bool(self.under or self.lists or self.acts)


def _deeds(sentence: str) -> _Deeds:
    words = words_in(sentence)
    acts = [] if _ACT_WORDS.isdisjoint(words) else list(_ACT.finditer(sentence))
    if not _HELPED_WORDS.isdisjoint(words):
        acts = sorted((*acts, *_HELPED.finditer(sentence)), key=lambda match: match.start())
    under = None if _UNDER_WORDS.isdisjoint(words) else _UNDER.search(sentence) or _TENURE.search(sentence)
    return _Deeds(under, [] if _DID_WORDS.isdisjoint(words) else list(_DID.finditer(sentence)), acts)


def _in_sentence(sentence: str, deeds: _Deeds, subjects: Subjects, following: str) -> Iterator[Program]:
    under = deeds.under
    if under and subjects.ours_at(under.end()) and (program := _under(sentence, under)):
        yield program
        return
    for match in deeds.lists:
        if subjects.ours_at(match.start()):
            yield from _listed(sentence, match.end())
            return
    last = -1
    for match in deeds.acts:
        if match.start() < last or not subjects.ours_at(match.start()) or not _is_deed(sentence, match):
            continue
        program = _act(sentence, match, following)
        if program:
            told = sentence.find(program.result, match.end()) if program.result else -1
            last = max(match.end() + len(program.what) // 2, told + len(program.result))
            yield program


def _is_deed(sentence: str, match: re.Match[str]) -> bool:
    """Whether the verb tells what was done, not what somebody is there for, hopes for or is good at."""
    before = sentence[: match.start()]
    if _OF_A_THING.search(before[-40:]) or _DUTY_BEFORE.search(before[-70:]) or AIM.search(before[-30:]):
        return False
    first = match.group(0).split()[0].lower()
    return not first.endswith("ing") or bool(_DEED_BEFORE.search(before[-60:]))


def _act(sentence: str, match: re.Match[str], following: str) -> Program | None:
    groups = match.groupdict()
    thing = object_of(sentence[match.end() :])
    if len(thing.split()) < 2 or _NO_OBJECT.match(thing):
        return None
    what = clean(sentence[match.start() : match.end()] + thing)
    if groups.get("changed"):
        # "reduced falls by 30 percent" is itself the result; without a figure it is praise.
        result = result_of(sentence, match.start())
        return (
            Program(what, result, period_of(sentence), shorten(sentence))
            if re.search(r"\d|half|doubl|tripl", result)
            else None
        )
    result, quote = result_of(sentence, match.end()), sentence
    if not result and following and _FOLLOWS.match(following):
        result = result_of(following, 0)
        quote = f"{sentence} {following}" if result else sentence
    if not is_program(thing, match.group(0), led=bool(groups.get("led")), has_result=bool(result)):
        return None
    return Program(what, result, period_of(sentence), shorten(quote))


def is_program(thing: str, verb: str, *, led: bool, has_result: bool) -> bool:
    """Whether the thing that was started or led is a program by its head noun, and a certain one."""
    head = re.split(
        r"\s(?:of|for|with|at|in|to|on|by|from|across|between|into|within|through|among|called|named"
        r"|known)\s|,\s|\s[(–—-]",
        thing,
        maxsplit=1,
    )[0]
    if _STUDY.search(thing) and (led or re.match(r"complet", verb, re.IGNORECASE)):
        return False
    if has_result and _HEAD.search(head):
        return True
    named = bool(re.match(r"(?:the|an?|its|their|his|her|our|two|three|four|five|six|seven|\d)\s|[A-Z‘“]", thing))
    if not named or _MANY.match(thing):
        return False
    return bool((_STRONG_HEAD if led else _HEAD).search(head))


def object_of(tail: str) -> str:
    """What a verb was done to: the words behind it up to the next clause, at most 180 characters."""
    window = tail[: 2 * _WHAT_CHARACTERS]
    end = _END.search(window)
    thing = window[: end.start()] if end else window
    return shorten(thing.strip(' ,.“”"'), _WHAT_CHARACTERS)


def clean(what: str) -> str:
    """The words folded, without auxiliaries before and marks around."""
    return re.sub(r"^(?:has|have|had)\s(?:\w{3,12}ly\s)?", "", fold(what)).strip(' ,.;“”"')


def result_of(sentence: str, start: int) -> str:
    """The figure that the words tie to what stands before it; "" for aims, forecasts, and figures of others."""
    for begin, end in figures_told(sentence, start):
        words = sentence[begin:end]
        before = sentence[max(begin - 60, 0) : begin]
        amount = re.search(AMOUNT, re.sub(r"^\D{0,40}?(?:in|since|by|until|from|to)\s(?:19|20)\d\d", "", words))
        if (
            amount is None
            or _YEAR_ONLY.match(amount.group(0))
            or AIM.search(before + words)
            or _NATIONAL.search(sentence)
        ):
            continue
        if re.match(r"(?:by|to|from)\s[a-z]{2,20}\s", words) and not _MORE_THAN.match(words):
            continue  # "to create $2 million of housing" is what it was for
        if re.match(r"(?:by|to|over|from|more than|nearly)\b", words, re.IGNORECASE) and not re.search(
            r"%|percent|\$|million|fold|half|double", words
        ):
            continue
        return fold(re.sub(r"^(?:and|which|that)\s", "", words)).strip(" ,.;")
    soft = _SOFT_RESULT.search(sentence, start)
    if soft and not AIM.search(sentence[max(soft.start() - 60, 0) : soft.end()]) and not _NATIONAL.search(sentence):
        return fold(soft["words"]).strip(" ,.;")
    return ""


def _under(sentence: str, match: re.Match[str]) -> Program | None:
    """ "Under her leadership, the hospital opened a clinic": what happened is the program."""
    told = sentence[match.end() :] if match.start() < len(sentence) // 2 else sentence[: match.start()]
    told = told.strip(" ,.")
    if len(told.split()) < 4 or AIM.search(told):
        return None
    result = result_of(told, 0)
    deed = _ACT.search(told) or re.search(r"\b(?P<led>achieved|received|earned|attained|won|added)\s", told)
    started = bool(
        deed and is_program(object_of(told[deed.end() :]), deed.group(0), led=False, has_result=bool(result))
    )
    if not started and not re.search(r"\d|half|doubl|tripl", result):
        return None
    return Program(shorten(clean(told), _WHAT_CHARACTERS), result, period_of(sentence), shorten(sentence))


def _listed(sentence: str, start: int) -> Iterator[Program]:
    """ "... many accomplishments, including design of X, execution of Y that reduced Z": each is one."""
    for piece in re.split(
        r",\s(?:and\s|as well as\s)?|;\s(?:and\s)?|\sas well as\s|\sand\s(?=[a-z]{2,14}(?:ing|tion|ment)\s)",
        sentence[start : start + 900],
    ):
        what = object_of(piece)
        if len(what.split()) >= 3 and re.match(
            r"(?:the |an? )?(?:[\w-]{2,15}\s)?(?:\w{2,15}ing|\w{2,15}tion|launch|design|development"
            r"|establishment|growth|opening|expansion)\b",
            what,
        ):
            if AIM.search(piece) or re.match(
                r"(?:while|being|including|accounting|nursing|marketing|billing|nutrition|information)\b", what
            ):
                continue
            yield Program(clean(what), result_of(piece, 0), "", shorten(sentence))


def period_of(sentence: str) -> str:
    """The words of the sentence's own dates: "in 2019", "2017"; "" when it has none or several that differ."""
    found = dates_in(sentence)
    return found[0].quote if len({item.date for item in found}) == 1 else ""
