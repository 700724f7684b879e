"""Whether a post is one of leadership in a health-care organization: yes, no, or unsure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from research.pages.care_names import is_health, is_other_field
from research.pages.house_words import is_place
from research.pages.late_regex import late_regex
from research.pages.lexicon import LEADING, STRONG_HEALTH_WORDS
from research.pages.mention import Holder
from research.pages.other_house import INDEFINITE, gives_care, unnamed_house_of
from research.pages.other_news import is_of_other_news
from research.pages.page_owner import Owner
from research.pages.titles import PostSpan
from research.places import REGIONS

_AT_THE_DOOR = late_regex(r"(?:the )?(?:front (?:desk|office)|reception|check-?in|switchboard)", re.IGNORECASE)
"""Places where staff receive patients; alone they head nothing, as a department's name alone does."""
_SALES = late_regex(r"\b(?:investor relations|editor|editorial|product marketing|media contact|press)\b", re.IGNORECASE)
_CIVIC = late_regex(
    r"\b(?:city|town|village|county|fire|police|borough|township|school)\s(?:manager|commissioners?|administrator|chief|clerk|attorney|captain"
    r"|marshal|superintendent)\b|\bchief of police\b"
    r"|\bsuperintendent of (?:[\w.]{1,15} ){0,4}schools?\b|\bhuman services secretary\b"
    r"|\bathletics? director\b|\bdirector of athletics\b"
    r"|\b(?:permanent|cabinet|principal) secretary\b|\bpro tem(?:pore)?\b",
    re.IGNORECASE,
)
_OF_EVENT = late_regex(
    r"\bchair(?:man|woman|person)?\sof\s(?:(?:the|a|an|its|our|this|year[’']s)\s){0,2}(?:[\w’'-]{2,16}\s){0,3}"
    r"(?:gala|auction|tournament|fundraiser|campaign|luncheon|ball|walk|search committee)\b",
    re.IGNORECASE,
)
"""Who leads an event or a search for a house, and not the house."""
_PRIZE = late_regex(r"(?:the\s)?best\s", re.IGNORECASE)
"""How a prize begins that sounds like a post: "was voted best nurse manager"."""
_CARE_HOME = late_regex(r"\b(?:manor|homes?|village|villa|senior|living|lodge|terrace|haven|gardens)\b", re.IGNORECASE)
_HEALTH_TITLE = late_regex(
    r"\b(?:nurs\w+|matron|registered (?:owner|manager|provider)|(?:nominated|responsible) individual"
    r"|medical|clinical|patient|physician|hospital|health|healthcare|care|surg\w+|pharmacy"
    r"|cno|cmo|cmio|cnio|medicine|hospice"
    r"|emergency services|radiology|oncology|cardio\w+|anesthesi\w+|pediatrics?|psychiatry|ob/gyn|"
    r"obstetrics|pathology)\b",
    re.IGNORECASE,
)
_DESCRIBED = late_regex(
    r"\A[^.;]{0,40}?(?:,|\bis|–|—)\s(?:an?|the|one of|part of|which is an?|which runs|which operates)\s([^.;]{4,140})"
)
_MAKES = late_regex(
    r"\A\s(?:builds|develops|makes|sells|designs|creates|markets|manufactures|distributes|supplies)\s([^.;]{4,140})"
)
_PROVIDES = late_regex(
    r"\s(?:provides|offers|delivers)\s(?:[\w,&-]{2,20}\s){0,5}?(?:primary care|behavioral health|health ?care services"
    r"|medical care|hospice|home health|nursing care|inpatient|outpatient|dental care|mental health services)\b"
    r"(?![^.;]{0,40}\b(?:software|solutions?|staffing|technolog|platform|to hospitals|for hospitals))"
)
_CHARITY = late_regex(r"\b(?:Foundation|Alliance|Society|Association|Coalition|Network|Fund|Federation)$")
_CLINICIANS = late_regex(r"\b(?:clinicians|physicians|nurses|doctors|patients)\b", re.IGNORECASE)
_OTHER_TRADE = late_regex(
    r"\b(?:biotech\w*|biopharma\w*|pharmaceuticals?|software|startup|start-up|technology (?:company|"
    r"firm|provider|leader)|tech company|(?<!joint )ventures?"
    r"|investment|private equity|consulting|consultancy|staffing|recruit\w+|law firm|manufacturer|"
    r"supplier|vendor|developer of"
    r"|device|platform|artificial intelligence|search firm|marketing|bank|retailer|real estate|housing|school district"
    r"|clinical-stage|medicines company|life sciences? company|analytics company)\b",
    re.IGNORECASE,
)
_OWN_NOUN = late_regex(
    r"\s(?:(?:urgent|acute|primary|home|memory|senior) care|hospitals?|clinics?|health (?:system|center|plan)"
    r"|medical (?:center|group)"
    r"|(?:[a-z-]{3,12}\s){0,2}(?:long[- ]term[- ]care|nursing|care|retirement|rest|convalescent)[- ]"
    r"(?:home|facility|cent(?:er|re)|community|residence)s?)\b"
)
_OTHER_NOUN = late_regex(
    r"(?:\s[a-z]{3,12})?\s(?:church|university|school|county|college|bank|newspaper)\b", re.IGNORECASE
)
_CLINICAL_TITLE = late_regex(
    r"\b(?:chief (?:medical|nursing|nurse|clinical)|medical director|director of nursing|nursing|cno|"
    r"cmo|cmio|physician|patient care|clinical (?:manager|director|lead|services|operations))\b",
    re.IGNORECASE,
)
_CARE = late_regex(
    r"\b(?:hospitals?|health (?:system|network|center|plan|insurer|department|district|service|care|"
    r"maintenance)\w*|healthcare (?:system|network|provider|organization)"
    r"|medical (?:center|group|practice|clinic)|clinics?|hospice|nursing home|senior living|assisted "
    r"living|retirement community|home care|in-home|personal care|long-term care"
    r"|skilled nursing|continuing care|addiction|recovery|provider of (?:\w+ "
    r"){0,4}care|care provider|physician\w*|patients)\b",
    re.IGNORECASE,
)
_VENDOR = late_regex(
    r"\b[Tt]h(?:e|is) (?:[a-z-]{3,15} )?(?:(?:digital )?health(?:care)?[- ](?:IT|tech|technology|information technology"
    r"|software|data|analytics)|(?:electronic )?(?:health|medical)[- ]records?|EHR|software|biotech\w{0,8}"
    r"|pharma\w{0,12}"
    r"|(?:medical )?devices?) (?:firm|company|vendor|maker|giant|developer|provider|startup|start-up|seller)\b"
)
"""How a text speaks again of whom it is about where that is a supplier of health care: "the health IT firm"."""
_INSURER = late_regex(r"\b[Tt]he (?:[a-z-]{3,15} )?(?:health )?insurer\b")
_CARE_AGAIN = late_regex(
    r"\b[Tt]he (?:\d+-bed )?(?:[Hh]ospital|[Hh]ealth [Ss]ystem|[Mm]edical [Cc]enter|nursing home|hospice|clinic"
    r"|health department|care home|long-term[- ]care (?:home|facility)|skilled nursing facility"
    r"|ambulance (?:service|corps|squad))\b(?! (?:in|at|for) )"
)
_STAFFING = late_regex(
    r"\b(?:health ?care|medical|allied(?: health)?|locum tenens|travel nurse) staffing"
    r"(?! (?:ratio|level|plan|standard|shortage|cris[ei]s|committee|office|coordinator|manager|director|need)s?\b)",
    re.IGNORECASE,
)
_GIVES_CARE = late_regex(r"\b(?:hospitals?|clinics?|hospice|(?:medical|health) (?:center|system)s?)\b", re.IGNORECASE)
_OWN_PATIENTS = late_regex(r"\b[Oo]ur (?:patients|residents|hospitals?|clinics?)\b")
_VENDOR_NAME = late_regex(r"\bHealth(?:care)? (?:IT|Tech|Technolog(?:y|ies)|Informatics|Software|Analytics|Data)\b")
_ACADEMIC_CARE = late_regex(
    r"\b(?:president|chancellor|officer)(?:\s(?:of|for)|,)\s(?:the\s)?(?:academic\s)?"
    r"(?:health|medical|clinical)\s(?:affairs|sciences|system|enterprise)\b",
    re.IGNORECASE,
)
"""Who leads the health care of a university: "vice chancellor for health affairs"."""
_OF_UNIVERSITY = late_regex(r"\bUniversity\b.{0,60}\b(?:Clinical|Medical|Neurosciences?)\b")
_CHIEF_OF_CARE = late_regex(r"(?:chief|vice chief) (?:medical|nursing|clinical) officer\b", re.IGNORECASE)
_NURSES = late_regex(r"\b(?:nurs(?:e|es|ing)|matron|midwifery)\b", re.IGNORECASE)
_PUBLIC_HEALTH = late_regex(
    r"\b(?:director of (?:public health|health|mental health|behavioral health)|(?:public )?health director"
    r"|(?:public )?health administrator|medical director|medical officer of health"
    r"|health and human services (?:[a-z]{5,9} ){0,2}director"
    r"|health (?:officer|commissioner))\b",
    re.IGNORECASE,
)
"""Who leads the health department of a county that the title alone names."""
_GOVERNMENT = late_regex(r"(?:The )?(?:City|Town|Township|County|State|Commonwealth) of [A-Z]")
_GOVERNING = late_regex(
    r"\s(?:Board\sof\s(?:County\s)?(?:Commissioners|Supervisors)|Commission(?:ers)?|Council|Legislature)$"
)
"""With what the name of those who govern a county ends."""
_HEALTH_OF_PLACE = late_regex(
    r"\b(?:health (?:department|agency|district|director|board)|department of (?:public )?health|board of health)\b",
    re.IGNORECASE,
)
_POST_ALONE = late_regex(
    r"(?:(?:interim|acting|new|first|next|permanent|deputy|assistant|executive|associate|medical) ){0,3}"
    r"(?:director|administrator|chief executive(?: officer)?|ceo)",
    re.IGNORECASE,
)
"""A post without a department: of a county it can be any, and is of the one that the news is about."""
_BEDS = late_regex(r"\b[Tt]he \d{2,4}-bed (?:hospital|medical center|health system)\b")
"""How a text speaks again of the one house that it is about."""
NEAR = 200
"""Characters in which a text names whom it is about."""
SEVERAL = 2
"""Places that tell a trade for sure."""
NEWS = 350
"""Characters of a text that tell what its news is about."""
DENSE = 0.025
"""Share of health words above which a text is about health care; ordinary news stays below 0.02 (measured on both)."""
MENTIONS = 20
"""Places of a name in a text that are looked at for a description."""
_NO_POST = frozenset({"executive", "leader", "lead", "executive team", "leadership team"})
"""What tells no post by itself: somebody's trade, or the group that a heading speaks of."""
_TOWN = "City of "
"""How a town's government is named, and a house of care now and then."""
_OF_TOWN = late_regex(r"\b(?:the city|the town|city (?:council|manager|hall)|mayor|municipal)\b", re.IGNORECASE)
_WELL_BEING = late_regex(r"\bwell-?being\b", re.IGNORECASE)
"""What a body of any field may be named for: it is of care where the page is."""
OFTEN = 4
"""Times that a page about health care names an organization that it is about."""
_UNIT = late_regex(r"\b(?:Lab|Laboratory|Laboratories|Unit|Ward|ICU|NICU|PICU|Center|Centre)$")
"""Where a clinician leads a part of the house that a page is about: "Director, Genetics Laboratory"."""
_BOARD_OF = late_regex(
    r"(?<=\w)(?: (?:National|Corporate|Governing))? [Bb]oard of (?:[Dd]irectors|[Tt]rustees|[Gg]overnors)$"
)
_GENERIC = late_regex(
    r"\A(?:the |our |this |its |both |all |these |those )?(?:two |three |four |five )?(?:non-?profit |community |"
    r"local |new )?(?:hospital|health system|health center|medical center|clinic|system|organization|"
    r"organisation|company|trust|foundation"
    r"|(?:(?:retirement|assisted|independent|senior|skilled|nursing|living|care|and) ){1,7}community"
    r"|board|agency|practice|group|network|center|association|society|facility|department|institute|college)s?",
    re.IGNORECASE,
)


def is_generic(organization: str) -> bool:
    """Whether the words only point to an organization named elsewhere: "the Trust", "our hospital", "Nevada"."""
    plain = organization.strip(" ,")
    return bool(INDEFINITE.match(organization) or _GENERIC.fullmatch(plain)) or plain.casefold() in REGIONS


def judge(post: PostSpan, organization: str, owner: Owner, text: str, holder: Holder) -> bool | None:
    """Whether the holder leads in health care. None: the words do not tell.

    Former holders, clinicians, staff, public officers and professors lead nothing here.
    """
    if holder.status == "former" or post.kind not in LEADING:
        return False
    if _leads_nothing(post, owner) or (not holder.stated and is_of_other_news(post, organization, text)):
        return False
    if post.title.lower() in _NO_POST and not holder.stated:
        return None
    unnamed = "" if organization or holder.seated else unnamed_house_of(post)
    if unnamed:
        return True if gives_care(unnamed) else None
    if holder.seated:  # where the holder works besides does not matter for a seat on the page's board
        organization = owner.name
    field = field_of(organization, owner, text) if organization else None
    if field is False and (
        _leads_care_there(post, organization)
        or (not holder.stated and _leads_told_care(post, organization, owner, text))
    ):
        return True
    if field is not None:
        return field
    if post.head == "administrator" and post.title.lower() == "administrator" and _CARE_HOME.search(organization):
        return True  # so those of nursing homes are called
    if post.head == "superintendent" and not _HEALTH_TITLE.search(post.title):
        return None  # of schools, unless the words say otherwise
    if holder.stated and organization and not holder.seated:
        unit = holder.clinical and owner.health >= DENSE and _UNIT.search(organization) is not None
        return True if unit or _CLINICAL_TITLE.search(post.title) else None
    if holder.of_care and not organization:
        return True
    # Doctors sit on boards of every trade, also where a page has no word of health.
    clinical = holder.clinical and bool(organization or owner.health or post.kind != "board")
    if _HEALTH_TITLE.search(post.title) or clinical:
        return True
    if owner.clinical or (owner.health >= DENSE and (organization or holder.near_care)):
        return True
    return None


def leads_nurses(posts: Iterable[PostSpan]) -> bool:
    """Whether a post without a house of its own is over nurses: "Chief Nurse", "Director of Nursing"."""
    return any(post.kind in LEADING and not post.organization and _NURSES.search(post.title) for post in posts)


def _leads_care_there(post: PostSpan, organization: str) -> bool:
    """Whether a title leads the health care of a house of another field: a university's, a county's."""
    if _ACADEMIC_CARE.search(post.title):
        return True
    if _OF_UNIVERSITY.search(organization):
        return _CHIEF_OF_CARE.match(post.title) is not None
    place = is_place(organization) or _GOVERNMENT.match(organization) is not None
    return place and _PUBLIC_HEALTH.search(post.title) is not None


def _leads_told_care(post: PostSpan, organization: str, owner: Owner, text: str) -> bool:
    """Whether the news is of a county's health department, and the post, told without one, is its."""
    if (
        owner.health < DENSE
        or not is_place(_GOVERNING.sub("", organization))
        or _POST_ALONE.fullmatch(post.title) is None
    ):
        return False
    return _HEALTH_OF_PLACE.search(text[:NEWS]) is not None


def _leads_nothing(post: PostSpan, owner: Owner) -> bool:
    """Whether the title itself is of no leader here: an editor's, a town's, a seller's."""
    if owner.editorial and post.kind == "board":
        return True
    if _PRIZE.match(post.title) or _OF_EVENT.match(post.title) or _names_other_trade(post):
        return True
    if _AT_THE_DOOR.fullmatch(post.title):
        return True
    return bool(_CIVIC.search(post.title)) or (post.kind == "manager" and bool(_SALES.search(post.title)))


def _names_other_trade(post: PostSpan) -> bool:
    """Whether a title ends with the name of a house of another field: "vice president of Quill Software"."""
    _, of, house = post.title.rpartition(" of ")
    named = bool(of) and not post.organization and post.title[:1].islower() and len(house.split()) > 1
    return named and house.istitle() and is_other_field(house)


def field_of(organization: str, owner: Owner, text: str) -> bool | None:
    """Whether an organization is one of health care, by its description, its name, or a longer form of the name."""
    full = _BOARD_OF.sub("", organization)
    full = owner.short.get(full, full)
    if is_other_field(full):
        return full.startswith(_TOWN) and owner.health >= DENSE and _is_no_town(full, text)
    if _VENDOR_NAME.search(full) or (_leads(full, text) and _VENDOR.search(text)) or _lends_staff(full, owner, text):
        return False
    described = _described(full, text)
    if described is None:
        described = next((_described(short, text) for short, of in owner.short.items() if of == full), None)
    if described is not None:
        return described
    if is_health(full) or (full == owner.name and (_words_tell_care(owner.purpose) or _is_charity(owner))):
        return True
    if any(
        other != full and other.startswith(full + " ") and is_health(other)
        for other in owner.organizations | {owner.name}
    ):
        return True
    if is_other_field(owner.name) and owner.name.startswith(full + " "):
        return False
    if _matches_acronym(full, owner) or _spelled_out(full, text):
        return True
    if owner.health >= DENSE and (text.count(full) >= OFTEN or _leads(full, text)) and not is_health(owner.name):
        return True
    if owner.health >= DENSE and (owner.name.startswith(full) or _WELL_BEING.search(full)):
        return True
    alone = full in text[:NEAR] and _BEDS.search(text) is not None and owner.organizations <= {full}
    return True if alone or (_leads(full, text) and _is_called_care(owner, text)) else None


def _is_charity(owner: Owner) -> bool:
    """Whether the page's house is a body for a cause that its own description says clinicians to be part of."""
    told = _CHARITY.search(owner.name) is not None and _CLINICIANS.search(owner.purpose) is not None
    return told and _OTHER_TRADE.search(owner.purpose) is None


def _lends_staff(name: str, owner: Owner, text: str) -> bool:
    """Whether the page's house supplies others with staff: its people's work is told again and again as staffing."""
    if "staffing" not in text or not owner.name.startswith(name) or _GIVES_CARE.search(owner.name):
        return False
    return len(_STAFFING.findall(text)) >= SEVERAL and _OWN_PATIENTS.search(text) is None


def _is_no_town(name: str, text: str) -> bool:
    """Whether a sentence that names a house tells of its patients, and nothing in the text speaks of a town."""
    return (
        _OF_TOWN.search(text) is None and re.search(rf"{re.escape(name)}[^.]{{0,300}}\bpatients?\b", text) is not None
    )


def _is_called_care(owner: Owner, text: str) -> bool:
    """Whether a text speaks again of whom it is about as of an insurer or, naming no house of care, "the hospital"."""
    if _INSURER.search(text):
        return True
    return not any(map(is_health, owner.organizations)) and _CARE_AGAIN.search(text) is not None


def _leads(name: str, text: str) -> bool:
    """Whether a text begins with the name and comes back to it."""
    return name in text[:NEAR] and text.count(name) > 1


def _described(name: str, text: str) -> bool | None:
    """What the words after an organization's name say of it: "X, a community hospital", "Y, a software company"."""
    short = name.split(",")[0]
    at = text.find(short)
    for _ in range(MENTIONS):
        if at < 0 or not short:
            return None
        after = at + len(short)
        at = text.find(short, after)
        if _OWN_NOUN.match(text, after):
            return True
        if _OTHER_NOUN.match(text, after):
            return False
        if _PROVIDES.match(text, after):
            return True
        behind = text[after : after + 220]
        match = _DESCRIBED.match(behind) or _MAKES.match(behind)
        if match is None:
            continue
        told = _words_tell_care(match.group(1))
        if told is not None:
            return told
    return None


def _words_tell_care(words: str) -> bool | None:
    """Whether words that describe a house tell of care, or of another trade; None where they tell neither."""
    trade, care = _OTHER_TRADE.search(words), _CARE.search(words)
    if trade and (not care or trade.start() < care.start()):
        return False
    if care:
        return True
    strong = not trade and not STRONG_HEALTH_WORDS.isdisjoint(re.findall(r"[a-z']+", words.lower()))
    return True if strong else None


def _matches_acronym(name: str, owner: Owner) -> bool:
    if not (name.isupper() and 2 <= len(name) <= 6):
        return False
    for other in owner.organizations:
        letters = "".join(word[0] for word in re.findall(r"[A-Z][\w’']*", other))
        if letters == name and is_health(other):
            return True
    return False


_SMALL = {"O": "|of", "A": "|and", "F": "|for", "T": "|the"}
"""Small words that have a letter in some acronyms: "EHAO", the Elm Hospital Association of Oakvale."""


def _spelled_out(name: str, text: str) -> bool:
    """Whether a text writes the letters of an acronym out as an organization of health care."""
    if not (name.isupper() and name.isalpha() and 3 <= len(name) <= 6):
        return False
    words = r"\s(?:(?:and|of|for|the|&)\s){0,2}".join(
        rf"(?:{letter}[a-z’']{{1,20}}{_SMALL.get(letter, '') if 0 < at < len(name) - 1 else ''})"
        for at, letter in enumerate(name)
    )
    found = re.search(rf"\b{words}\b", text[:20_000])
    return found is not None and is_health(found.group())
