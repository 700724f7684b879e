"""Reading names of people: `parse_name` takes one as a source gives it (credentials, capitals, "Last, First").

A split is a proposal to show, never a reason to greet somebody by a guess.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

# Degrees, licenses, certifications and fellowships as they stand behind names in United States health care,
# letters only, upper case. Compared without dots, blanks and case. Sources: the credential lists of ANCC, AONL, ACHE,
# AHIMA, HFMA, AMA and the registers' own `credential` fields.
CREDENTIALS = frozenset(
    """
    MD DO MBBS MBCHB MBBCH MDCM DDS DMD DPM DVM OD DC ND PHARMD PHARMB RPH BPHARM PHD EDD DRPH SCD DSC DNP DNSC DNS
    DHA DHSC DPT DBA DBH DMIN DNAP DMSC JD LLM LLB ESQ EDS PSYD AUD OTD SLPD THD MDIV MBA EMBA MHA MHSA MPH MPA MPP
    MPS MSN MSNED MNED MN MS MSC MA MED MHSC MSHA MSHS MSHSA MSHCM MSHI MSPH MSW MSIT MSOL MSL MSM MSA MIS MFA MAED
    MAOL MBE MHCI MHL MHM MHAMBA HCM MMM MRC MSPT MPT MOT MSCE MSCI MSEE MBAHCM MHCA MPM MSNL MSNA MSCN MSCJ MST MTS
    MACC MAC MPAS MSPAS MHS MCHS MSEMS MSED MLIS MLS MSF MJ MHR MHRM MSHRM BS BSC BA BSN BBA BSW BFA BSHA BSRT BSBA
    BHS BAS ADN ASN AAS AS BSED BSPHARM BPS BSRN RN RNC RNCOB RNBC RNFA LPN LVN CNA APRN ARNP NP CNP FNP FNPC FNPBC
    AGACNP AGNP ACNP ACNPBC ANP ANPBC PNP CPNP PMHNP PMHNPBC WHNP NNP CRNP CNM CNS CRNA DCNP PA PAC RPA RRT RCP RT
    CRT RTR RTT RDMS RDCS RVT CNMT ARRT RD RDN LD LDN OT OTR OTRL COTA PT PTA SLP CCCSLP CCCA ATC LAT LCSW LMSW LISW
    LICSW LSW LPC LMHC LMFT LCPC LCDC CADC CRADC LMT EMT EMTP NREMT NRP PARAMEDIC MT MTASCP MLT CLS SCT FACHE CAE
    FACMPE CMPE CPA CIA CMA CFA CFP CFE CHFP FHFMA CHC CHPC CHIE CHRC CCEP CPC COC CCS CCSP RHIA RHIT CHDA CDIP
    CPHIMS FHIMSS CAHIMS CHCIO CDHE CISSP CISM CISA CRISC PMP PMIACP CSM CSPO CSSBB CSSGB LSSBB LSSGB LSSMBB SSBB
    SSGB CPHQ CPPS CPHRM CPXP CPPM CPPHR FASHRM ARM DFASHRM HACP CJCP CIC FAPIC CPEN CEN CCRN CCRNK CNOR CNORE CMSRN
    CNML CENP NE NEBC NEABC CNE CNL NPD NPDBC NHA LNHA LHRM CHRM SHRMSCP SHRMCP SPHR PHR SPHRI GPHR CEBS CHHR CCP
    CHESP FAHRMM CMRP CHFM CHSP CHEP CEM CFRE CFRM ACFRE FAHP APR CPRC CDE CDCES BCADM BCPS BCOP BCACP BCNSP BCCCP
    BCMAS BCPP BCGP BCIDP FASHP FWSPA FABC FAPHA FCCP FACC FACS FACP FACOG FACEP FAAFP FAAP FAAN FAANP FAEN FAONL
    FAACVPR FCCM FAHA FASCO FACR FACN FACPE FACPM FASN FAPA DFAPA FAAHPM FHM SFHM FRCP FRCS FRCPC FRCSC FRCPCH FIDSA
    FACNM FACMI FAMIA FAANA FNAP ANEF FADLN FCN FNLA FAASM FSCAI FHRS FASE FACHDM FAIHQ FNAHQ FNHCE FAAOS FAAPMR
    FAANS FACOS FACOEP FACOI FAAO FCAP CPE CAQ OCN AOCN AOCNP BMTCN CHPN CHPLN ACHPN COHN COHNS CWOCN CWON CWCN WCC
    CRRN CBN CNN CDN CPAN CAPA ONC SCRN CNRN CVRN CPON NCSN CARN CCM ACM ACMRN CRNI VABC CLC IBCLC LCCE CPN TCRN
    CFRN NVRN CCTC CPTC RAC CCRC CCRA CRA CHES MCHES CPH REHS RS CIP CRCR CRCE CHAM CHAA CHRI CPAM CPAR FABM ABPP LP
    LCP NCC BCBA BCBAD CTRS CCLS CDP CMDCP CALA CDAL HFA ASCP CG HTL SBB PBT CSSD CNSC CSG CSP CIH CHMM CET CSPDT
    CRCST CHL CIS DABR DABMP DABFM ABFM ABIM ABHPM CMD CPMSM CPCS NREMTP CNRP FPC CCEMTP CHSE CPNPPC CPNPAC NCCPAP
    RPSGT RST CNIM REEGT RTRM RTMR RTCT OCS GCS NCS SCS WCS CSCS CLSSBB CLSSGB CLSSMBB MBB FRSPH FRSA FFPH FACHCA
    CASP CHCE CHPCA COSC HCSD HCSO RCFE RACCT QCP CLNC ALNC CNLCP CCHP OFM OP SJ OSB CSJ RSM OSF SSM CSFN CSC SC
    PBVM OLVM SP USN USA USAF RET
    OAM OBE CBE DBE KBE VSM AVSM PVSM FCPS MCPS DNB MMED MRCP MRCS MRCGP MRCPCH MRCOG FRCOG FRCA FRCEM FRACP FRACS
    AO PSM CVO MVO LVO CMG FRANZCP FRACGP FACHSM FCICM FANZCA MCH MBCHBAO FNB
    """.split()
)

_SUFFIXES = {
    "jr": "Jr.",
    "sr": "Sr.",
    "ii": "II",
    "iii": "III",
    "lll": "III",
    "iv": "IV",
    "v": "V",
    "2nd": "II",
    "3rd": "III",
}
_PREFIXES = frozenset(
    """
    dr mr mrs ms miss mx prof professor sir dame rev reverend fr father sister brother hon honorable rabbi
    deacon col colonel capt captain maj major gen general lt lieutenant cmdr commander adm admiral msgr
    """.split()
)
_PARTICLES = frozenset(
    "de del della der den di da dos das du la le van von vander bin ibn al el st st. ter ten mac".split()
)
_NICKNAME = re.compile(r"""["“”(‘]([^"“”()‘’]{1,30})["“”)’]""")
_PLAIN = re.compile(r"[A-Z](?:\.|[a-z]{1,30})?")
_LONGEST_CREDENTIAL = 30
_DOTTED = re.compile(r"\b(?:[A-Za-z]{1,5}\.){2,6}")
_MAX_NAME = 200
_MIXED_CASE = {
    flat.upper(): flat
    for flat in (
        "PhD",
        "PharmD",
        "EdD",
        "DrPH",
        "PsyD",
        "ScD",
        "DSc",
        "DHSc",
        "DNSc",
        "Esq",
        "MEd",
        "MSc",
        "MSEd",
        "EdS",
        "MPhil",
    )
}


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in parts. `display` is the name without credentials and prefix, as a person would write it."""

    given: str
    middle: str
    family: str
    suffix: str = ""
    nickname: str = ""
    prefix: str = ""
    credentials: tuple[str, ...] = ()

    @property
    def display(self) -> str:
        """Given, middle, family and suffix: "Carl W. Lentz III"."""
        return " ".join(part for part in (self.given, self.middle, self.family, self.suffix) if part)


def fold_letters(text: str) -> str:
    """Lower case without accents, for comparing; letters of other scripts stay."""
    if text.isascii():
        return text.lower()
    text = (
        text.replace("ł", "l")
        .replace("Ł", "L")
        .replace("ø", "o")
        .replace("Ø", "O")
        .replace("đ", "d")
        .replace("ß", "ss")
    )
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().replace("’", "'")


def is_credential(text: str) -> bool:
    """Whether the words are a degree, license or fellowship as behind a name: "M.D.", "NEA-BC", "MBA/HCM"."""
    return len(text) <= _LONGEST_CREDENTIAL and _is_credential(text)


@lru_cache(maxsize=4096)
def _is_credential(text: str) -> bool:
    flat = re.sub(r"[^A-Z]", "", text.upper())
    if not flat:
        return False
    if flat in CREDENTIALS:
        return True
    parts = [part for part in re.split(r"[-/ ]", text) if part]
    return len(parts) > 1 and all(
        re.sub(r"[^A-Z]", "", part.upper()) in CREDENTIALS | {"BC", "C", "R", "L"} for part in parts
    )


def _shouted(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and all(c.isupper() for c in letters)


def _name_case(word: str) -> str:
    """A word of an ALL-CAPS name as people write it: McDONALD -> McDonald, O'BRIEN -> O'Brien, VAN stays for review."""
    if len(word.strip(".")) == 1 or word.strip(".").upper() in ("II", "III", "IV"):
        return word
    pieces = re.split(r"([-'’])", word.lower())
    cased = "".join(piece if piece in "-'’" else piece[:1].upper() + piece[1:] for piece in pieces)
    return re.sub(r"^Mc([a-z])(?=[a-z]{2})", lambda m: "Mc" + m.group(1).upper(), cased)


def _take_credentials(text: str) -> tuple[str, list[str]]:
    """The name before its credentials, and these. "Ann Roe, MSN, RN" and "ANN ROE MD FACHE" alike."""
    pieces = [piece.strip() for piece in text.split(",")]
    found: list[str] = []
    kept: list[str] = []
    for position, piece in enumerate(pieces):
        if position and (is_credential(piece) or (found and _is_credential_run(piece))):
            found.append(piece)
        elif position and _is_credential_run(piece):
            found.extend(piece.split())
        elif piece:
            kept.append(piece)
    name = ", ".join(kept)
    words = name.split()
    tail: list[str] = []
    while len(words) > 2 and _ends_as_credential(words[-1], shouted=_shouted(name)):
        tail.insert(0, words.pop().strip(","))
    if tail:
        name = " ".join(words).rstrip(",")
    return name, tail + found


def _credential_case(credential: str) -> str:
    """A credential as people write it: EDD -> EdD; one with dots keeps them."""
    bare = credential.strip(" .") if credential.count(".") <= 1 else credential.strip()
    return _MIXED_CASE.get(bare, bare)


def _is_credential_run(piece: str) -> bool:
    words = piece.split()
    return 0 < len(words) <= 8 and all(is_credential(word) for word in words)


def _ends_as_credential(word: str, *, shouted: bool) -> bool:
    bare = word.strip(".,")
    if bare.lower() in _SUFFIXES:
        return False
    if not is_credential(bare):
        return False
    # In a name that is all capitals a short last word may be a surname ("MA", "DO"): two letters only with dots,
    # or the few that are no surnames.
    if shouted and len(bare) <= 2:
        return bare in ("MD", "RN", "JD", "DO", "NP", "PA") and bare != "MA"
    return bare.upper() == bare or bool(_DOTTED.fullmatch(word)) or bare in _MIXED_CASE.values()


def _natural_order(name: str) -> str:
    """ "Roe, Ann B." -> "Ann B. Roe"; a suffix behind the comma stays a suffix."""
    if name.count(",") != 1:
        return name
    family, rest = (part.strip() for part in name.split(","))
    if not rest or rest.strip(".").lower() in _SUFFIXES:
        return name
    words = rest.split()
    suffix = words.pop() if len(words) > 1 and words[-1].strip(".").lower() in _SUFFIXES else ""
    return " ".join([*words, family, suffix]).strip()


@lru_cache(maxsize=4096)
def parse_name(text: str) -> PersonName:
    """Split a name. Of hopeless input (empty, a sentence) everything is kept in `family`; nothing is raised."""
    text = " ".join(text[:_MAX_NAME].replace("\ufffd", " ").split())
    nickname = ""
    match = _NICKNAME.search(text)
    if match:
        nickname = match.group(1).strip()
        text = " ".join((text[: match.start()] + " " + text[match.end() :]).split()).replace(" ,", ",")
        if is_credential(nickname):
            nickname = ""
    name, credentials = _take_credentials(text)
    words = _natural_order(name).replace(",", " ").split()
    prefixes: list[str] = []
    while len(words) > 1 and words[0].strip(".").lower() in _PREFIXES:
        prefixes.append(words.pop(0))
    if len(words) > 2 and words[0].strip(".").lower() == "sr":
        prefixes.append(words.pop(0))  # at the front it is "Sister", never "Senior"
    suffix = ""
    while len(words) > 1 and words[-1].strip(".").lower() in _SUFFIXES and not (len(words) == 2 and words[-1] == "V"):
        suffix = _SUFFIXES[words.pop().strip(".").lower()]
    if _shouted(" ".join(words)):
        words = [_name_case(word) for word in words]
    given, middle, family = _split(words)
    clean = tuple(dict.fromkeys(_credential_case(c) for c in credentials if c.strip(" .")))
    return PersonName(given, middle, family, suffix, nickname, " ".join(prefixes), clean)


@cache
def _special() -> frozenset[str]:
    """The words that nameparser reads in a way of their own: titles, particles, suffixes, conjunctions."""
    from nameparser.config import CONSTANTS

    lists = (
        *(CONSTANTS.titles, CONSTANTS.first_name_titles, CONSTANTS.prefixes, CONSTANTS.non_first_name_prefixes),
        *(CONSTANTS.bound_first_names, CONSTANTS.conjunctions, CONSTANTS.suffix_acronyms),
        *(CONSTANTS.suffix_acronyms_ambiguous, CONSTANTS.suffix_not_acronyms),
    )
    return frozenset(str(word).lower() for words in lists for word in words)


def _is_plain(word: str) -> bool:
    """Whether the word is only a name or an initial, whose place alone tells what it is: most are, and it is fast."""
    return bool(_PLAIN.fullmatch(word)) and word.rstrip(".").lower() not in _special()


def _split(words: list[str]) -> tuple[str, str, str]:
    """Given, middle and family name. nameparser knows particles and double surnames; one word is a surname."""
    from nameparser import HumanName  # its lists take long to load, and a start reads no name

    if len(words) < 2:
        return "", "", " ".join(words)
    if all(map(_is_plain, words)):
        return words[0], " ".join(words[1:-1]), words[-1]
    parsed = HumanName(" ".join(words))
    given, middle, family = str(parsed.first), str(parsed.middle), str(parsed.last)
    leftover = {w.strip(".,").lower() for w in words} - {
        w.strip(".,").lower() for part in (given, middle, family) for w in part.split()
    }
    if leftover or not given or not family:
        # nameparser took a word for a title or suffix ("Dean", "King"): people are called so.
        start = len(words) - 1
        while start > 1 and words[start - 1].lower() in _PARTICLES:
            start -= 1
        return words[0], " ".join(words[1:start]), " ".join(words[start:])
    return given, middle, family
