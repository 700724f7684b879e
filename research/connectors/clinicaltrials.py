"""ClinicalTrials.gov: studies with their officials. JSON API v2, no key, U.S. government data.

That a study is registered says nothing of its success. Contacts (telephone, mail) are never read.
Documentation: https://clinicaltrials.gov/data-api/api, read 2026-11; robots.txt asks for one request a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from research.connector import Check, Drift
from research.connectors._asked_person import asked_name, check_status, date_in, may_be_meant, quoted_term
from research.errors import Unreadable
from research.name_matching import compare
from research.parse import Row, cite, cite_field, object_of
from research.types import Claim, Document, Param, PartialDate, Query, Record, Request, Scalar, Source

SOURCE = Source(
    key="clinicaltrials",
    title="ClinicalTrials.gov",
    home="https://clinicaltrials.gov",
    terms="https://clinicaltrials.gov/about-site/terms-conditions",
    access="api",
    hosts=("clinicaltrials.gov",),
    subjects=frozenset({"person"}),
    covers=frozenset({"name", "affiliation", "trial", "role"}),
    trust=0.9,
    keep_for=timedelta(days=14),
    min_interval_s=1.0,
    budget=3,
    terms_note="Cite the study's page; registration is no proof of success.",
    attribution="ClinicalTrials.gov, U.S. National Library of Medicine",
)
CHECK = Check(Query("person", "Vikram Patel", organization="Harvard Medical School"), frozenset({"trial"}))

_API = "https://clinicaltrials.gov/api/v2/studies"
_PAGE_SIZE = 50
_MOST_PAGES = 3
_FIELDS = ("NCTId", "BriefTitle", "OverallStatus", "StartDate", "CompletionDate", "LastUpdatePostDate",
           "LeadSponsorName", "LeadSponsorClass", "ResponsibleParty", "OverallOfficial", "InterventionType",
           "HasResults")  # fmt: skip
# A title at registration is no post of today: told as a post only when the entry was changed so lately.
_FRESH = timedelta(days=2 * 365)
_ROLES = {
    "PRINCIPAL_INVESTIGATOR": "principal investigator",
    "SUB_INVESTIGATOR": "sub-investigator",
    "STUDY_CHAIR": "study chair",
    "STUDY_DIRECTOR": "study director",
    "SPONSOR_INVESTIGATOR": "sponsor-investigator",
}
# Companies fill the official's name with a department.
_NO_PERSON = re.compile(
    r"\b(?:clinical|trials?|study|studies|management|director|medical|monitor|contact|center|call|department|team|"
    r"group|development|research|operations|information|responsible|inc|llc|gmbh|pharma\w{0,12})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody named as leading a study. `written` is the name with degrees, as it stands in the answer."""

    name: str
    written: str
    affiliation: str
    role: str
    title: str = ""


def start(query: Query) -> Iterable[Request]:
    """Studies in which the words of the name stand in the field of an official or of the responsible party."""
    if query.kind != "person":
        return
    name = asked_name(query)
    family, given = quoted_term(name.family), quoted_term(name.given)
    if not family or not given:
        return
    # Two words in one field, not one phrase: "Raymond F Anton" has an initial between.
    words = f'("{given}" AND "{family}")'
    term = f"AREA[OverallOfficialName]{words} OR AREA[ResponsiblePartyInvestigatorFullName]{words}"
    yield _request(term, "", 1)


def _request(term: str, token: str, page: int) -> Request:
    params: list[tuple[str, Param]] = [
        ("query.term", term),
        ("fields", ",".join(_FIELDS)),
        ("pageSize", _PAGE_SIZE),
        ("sort", "StartDate:desc"),
    ]
    if token:
        params.append(("pageToken", token))
    return Request(_API, tuple(params), carry=(("term", term), ("token", token), ("page", str(page))))


def read(document: Document, query: Query) -> Iterable[Claim | Request | Drift]:
    """For each study the official or responsible investigator who can be meant; one record a person and study."""
    # Refusals (400) are plain text.
    check_status(document)
    answer = object_of(document)
    if "studies" in answer:
        # A page may be empty and still not be the last.
        for study in answer.rows("studies"):
            yield from _study(document, study, query)
        yield from _next_page(document, answer.text("nextPageToken"))
    elif "protocolSection" in answer:
        yield from _study(document, answer, query)
    else:
        raise Unreadable("ClinicalTrials.gov answered without studies", source=SOURCE.key)


def _next_page(document: Document, token: str) -> Iterator[Request]:
    carried = document.request.carried
    page = int(carried("page") or _MOST_PAGES)
    if token and token != carried("token") and carried("term") and page < _MOST_PAGES:
        yield _request(carried("term"), token, page + 1)


def _study(document: Document, study: Row, query: Query) -> Iterator[Claim]:
    protocol = study.row("protocolSection")
    identification = protocol.row("identificationModule")
    number, title = identification.text("nctId"), identification.text("briefTitle")
    if not re.fullmatch(r"NCT\d{8}", number) or not title:
        return
    state, sponsors = protocol.row("statusModule"), protocol.row("sponsorCollaboratorsModule")
    sponsor = sponsors.row("leadSponsor")
    interventions = protocol.row("armsInterventionsModule").rows("interventions")
    details: dict[str, Scalar] = {
        "nct": number,
        "overall_status": state.text("overallStatus"),
        # A sponsor of class INDIV is a person: no organization stands behind the study.
        "sponsor": "" if sponsor.text("class") == "INDIV" else sponsor.text("name"),
        "interventions": "; ".join(sorted({item.text("type") for item in interventions} - {""})),
        "has_results": "yes" if study.take("hasResults") is True else "",
    }
    begin, end = (_date(state.row(key)) for key in ("startDateStruct", "completionDateStruct"))
    updated = _date(state.row("lastUpdatePostDateStruct"))
    url = f"https://clinicaltrials.gov/study/{number}"
    citation = cite_field(document, "briefTitle", title, 0.95, after=number, url=url, title=title, published=updated)
    officials = _officials(protocol.row("contactsLocationsModule"), sponsors.row("responsibleParty"))
    for place, official in enumerate(officials, start=1):
        if not _is_person(official.name) or not may_be_meant(query, official.name):
            continue
        record = Record(SOURCE.key, f"{number}-{place}", official.name, url, "person")
        yield from _person(document, record, official, begin, updated)
        shown = {key: value for key, value in (details | {"role": official.role}).items() if value}
        yield Claim(record, "trial", title, citation, begin, end, organization=official.affiliation, details=shown)


def _date(struct: Row) -> PartialDate | None:
    return date_in(struct.take("date"))


def _officials(contacts: Row, party: Row) -> list[Official]:
    """The overall officials, then the responsible investigator unless one of them."""
    found = []
    for row in contacts.rows("overallOfficials"):
        written, role = row.text("name"), row.text("role")
        found.append(Official(_bare(written), written, row.text("affiliation"), _ROLES.get(role, role.lower())))
    written, affiliation = party.text("investigatorFullName"), party.text("investigatorAffiliation")
    kind, known = party.text("type"), {official.name for official in found}
    # Where the sponsor is a person, the affiliation is that person again: "Roe, Jane".
    if compare(_bare(written), affiliation).verdict in ("equal", "compatible"):
        affiliation = ""
    if _bare(written) not in known:
        role = _ROLES.get(kind, kind.lower().replace("_", " "))
        found.append(Official(_bare(written), written, affiliation, role, party.text("investigatorTitle")))
    return found


def _bare(written: str) -> str:
    """The name without degrees: "Raymond F Anton, MD" is cut at its first comma."""
    return written.split(",", 1)[0].strip()


def _is_person(name: str) -> bool:
    return 2 <= len(name.split()) <= 6 and not _NO_PERSON.search(name) and not any(map(str.isdigit, name))


def _person(
    document: Document, record: Record, official: Official, begin: PartialDate | None, updated: PartialDate | None
) -> Iterator[Claim]:
    yield Claim(record, "name", official.written, cite(document, official.written, url=record.url))
    if not official.affiliation:
        return
    # True when the study was registered, and again when its entry was last changed.
    citation = cite(document, official.affiliation, 0.85, url=record.url, published=updated)
    since = begin if not begin or not updated or begin <= updated else None
    yield Claim(
        record, "affiliation", official.affiliation, citation, start=since, end=updated,
        organization=official.affiliation, details={"title": official.title} if official.title else {},
    )  # fmt: skip
    if official.title and updated and document.retrieved_at.date() - updated.last_day() <= _FRESH:
        citation = cite(document, official.title, 0.85, url=record.url, published=updated)
        yield Claim(record, "role", official.title, citation, organization=official.affiliation)
