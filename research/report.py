"""A dossier as a page of text: sections of lines, each with the words it rests on and the numbers of its sources.

One outline serves the terminal and Markdown. Nothing is said here that is not a fact of the dossier, a gap, or a
record that waits for a decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from research.dossier import CitedSource, Dossier
from research.fact_words import fact_text, standing_note, when_words
from research.gaps import in_a_sentence
from research.organization_ties import related_organizations
from research.present_post import current_post
from research.types import Candidate, Fact, Judgement, Outcome
from research.vocabulary import PREDICATES

_MOST = 5
_THINGS_TO_KNOW = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One statement. `quote`: the source's words. `sources`: the numbers behind it. `note`: its standing."""

    text: str
    quote: str = ""
    sources: tuple[int, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines; `empty` is said when there are none."""

    heading: str
    lines: tuple[Line, ...]
    empty: str = ""


def outline(dossier: Dossier, titles: Mapping[str, str] | None = None) -> tuple[Section, ...]:
    """The dossier's sections in reading order. `titles`: what sources are called, by key; else the key is shown."""
    sections = [Section("Who", tuple(_who(dossier)))]
    if dossier.query.kind == "person":
        sections += [
            Section(
                "Three things to know", tuple(_things_to_know(dossier)), "Nothing yet that two people could talk about."
            ),
            Section("Programs worth asking about", tuple(_own_programs(dossier)), "No program of theirs was found."),
            Section("Programs of the organization", tuple(_house_programs(dossier)), ""),
            Section("In their own words", _lines(dossier, "person", ("said",)), "No words of theirs were found."),
            Section("Path", tuple(_path(dossier)), "No earlier posts, degrees or awards were found."),
            Section("Writing, research and talks", _lines(dossier, "person", _WORK), ""),
        ]
    if dossier.query.kind == "organization" or dossier.query.organization:
        sections.append(
            Section("The organization", tuple(_snapshot(dossier)), "No public facts about the organization were found.")
        )
    sections += [
        Section("Not settled", tuple(_unsettled(dossier)), "Nothing is open."),
        Section("Looked for and missing", tuple(_missing(dossier)), "Nothing."),
        Section("How the sources fared", tuple(_fared(dossier, titles or {})), ""),
    ]
    return tuple(section for section in sections if section.lines or section.empty)


def printed_sources(
    sections: Sequence[Section], sources: Sequence[CitedSource]
) -> tuple[tuple[Section, ...], tuple[CitedSource, ...]]:
    """The sections and the sources that their lines name, numbered from 1 in the order in which they are met.

    A dossier cites more than a page of it shows; the numbers of the page have no holes.
    """
    known = {source.number: source for source in sources}
    met = dict.fromkeys(
        number for section in sections for line in section.lines for number in line.sources if number in known
    )
    numbers = {old: new for new, old in enumerate(met, start=1)}
    shown = tuple(
        replace(section, lines=tuple(
            replace(line, sources=tuple(sorted(numbers[n] for n in line.sources if n in numbers)))
            for line in section.lines
        ))
        for section in sections
    )  # fmt: skip
    return shown, tuple(replace(known[old], number=new) for old, new in numbers.items())


def shown_quote(line: Line, before: str) -> str:
    """The words to print under a line: none when the line itself says them, the new end when the last had the rest."""
    quote = line.quote
    if not line.sources or _letters(quote) in _letters(line.text) or quote == before:
        return ""
    if len(before) > _SAME_START and quote[:_SAME_START] == before[:_SAME_START]:
        return "… " + quote[-_SAME_START:].partition(" ")[2]
    return quote


_SAME_START = 70


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


_WORK = ("publication", "trial", "grant", "talk", "public_service", "topic")


def _line(dossier: Dossier, fact: Fact, label: str = "") -> Line:
    numbers = tuple(sorted({dossier.number_of(claim) for claim in fact.claims} - {0}))
    best = max(fact.claims, key=lambda claim: claim.citation.confidence)
    text = fact_text(fact)
    return Line(f"{label}: {text}" if label else text, best.citation.quote, numbers, standing_note(fact))


def _lines(dossier: Dossier, subject: str, predicates: Sequence[str], most: int = _MOST) -> tuple[Line, ...]:
    facts = dossier.about(subject, *predicates)
    lines = [
        _line(dossier, fact, PREDICATES[fact.predicate].label if len(predicates) > 1 else "") for fact in facts[:most]
    ]
    if len(facts) > most:
        lines.append(Line(f"and {len(facts) - most} more (in the JSON)"))
    return tuple(lines)


def _who(dossier: Dossier) -> Iterator[Line]:
    if dossier.query.kind == "organization":
        names = [str(fact.value) for fact in dossier.about("organization", "organization_name")]
        where = [str(fact.value) for fact in dossier.about("organization", "location")]
        yield Line(dossier.query.name + (f", {where[0]}" if where else ""))
        others = [name for name in dict.fromkeys(names) if name.casefold() != dossier.query.name.casefold()]
        if others:
            yield Line("In registers: " + "; ".join(others[:4]))
        for fact in dossier.about("organization", "organization_identifier")[:6]:
            what = f" ({fact.details['names']})" if fact.details.get("names") else ""
            yield _line(dossier, fact, f"{str(fact.details.get('scheme', 'number')).upper()}{what}")
        return
    credentials = [str(fact.value) for fact in dossier.about("person", "credential")]
    yield Line(", ".join([dossier.query.name, *dict.fromkeys(credentials)]))
    post = current_post(dossier)
    if post:
        yield _line(dossier, post)
        return
    seat = _seat_at_home(dossier)
    if seat:
        yield _line(dossier, seat, PREDICATES[seat.predicate].label)
        return
    yield Line("No present post of theirs is confirmed.")
    wanted = dossier.query.organization
    posts = dossier.about("person", "role", "former_role")
    last = next((f for f in posts if wanted and related_organizations(wanted, f.organization)), None)
    last = last or next(iter(posts), None)
    if last:
        yield _line(dossier, last, "Last known")


def _seat_at_home(dossier: Dossier) -> Fact | None:
    """The seat that the person holds now on the board of the asked organization."""
    wanted, today = dossier.query.organization, dossier.built_at.date()
    for fact in dossier.about("person", "board_seat"):
        over = fact.status == "former" or bool(fact.end and fact.end.last_day() < today)
        if wanted and not over and related_organizations(wanted, fact.organization):
            return fact
    return None


def _score_thing(fact: Fact) -> tuple[int, int, float]:
    order = {"program": 6, "award": 5, "publication": 4, "talk": 4, "grant": 4, "public_service": 4, "said": 3,
             "former_role": 2, "board_seat": 2, "trial": 2, "education": 1}  # fmt: skip
    return order.get(fact.predicate, 0) + bool(fact.details.get("result")), len(fact.claims), fact.confidence


def _things_to_know(dossier: Dossier) -> Iterator[Line]:
    """The strongest fact of three different kinds: what they did, said, received, wrote; where they come from."""
    kinds: set[str] = set()
    for fact in sorted(dossier.about("person"), key=_score_thing, reverse=True):
        if _score_thing(fact)[0] and fact.predicate not in kinds and fact.standing != "disputed":
            kinds.add(fact.predicate)
            yield _line(dossier, fact, PREDICATES[fact.predicate].label)
        if len(kinds) == _THINGS_TO_KNOW:
            return


def _own_programs(dossier: Dossier) -> Iterator[Line]:
    for fact in sorted(dossier.about("person", "program"), key=_score_thing, reverse=True)[:_MOST]:
        yield _line(dossier, fact)


def _house_programs(dossier: Dossier) -> Iterator[Line]:
    """What the house and others in it did, beside the leader's own; a colleague's only with a date or a result."""
    own = {str(fact.value).casefold() for fact in dossier.about("person", "program")}
    house = [
        fact
        for fact in dossier.about("organization", "organization_program")
        if str(fact.value).casefold() not in own and _is_worth_telling(fact)
    ]
    for fact in sorted(house, key=_score_thing, reverse=True)[: max(0, _MOST - len(own))]:
        yield _line(dossier, fact)


def _is_worth_telling(fact: Fact) -> bool:
    """Whether a program of the house has a date or a result, which it needs where it is somebody else's deed."""
    return not fact.details.get("person") or bool(fact.details.get("result") or when_words(fact))


def _path(dossier: Dossier) -> Iterator[Line]:
    post = current_post(dossier)
    others = [f for f in dossier.about("person", "role", "board_seat") if f is not post]
    for fact in others[:_MOST]:
        yield _line(dossier, fact, PREDICATES[fact.predicate].label)
    for predicate in ("former_role", "education", "award", "membership", "affiliation", "specialty"):
        for fact in dossier.about("person", predicate)[:_MOST]:
            yield _line(dossier, fact, PREDICATES[predicate].label)


_SNAPSHOT = (
    "organization_kind", "ownership", "overall_rating", "quality_measure", "emergency_services", "birthing_friendly",
    "beds", "employees", "discharges", "revenue", "expenses", "net_income", "assets", "community_benefit", "mission",
    "founded", "parent", "unit", "owner", "officer", "officer_change", "characteristic",
    "organization_award", "news", "filing", "organization_website",
)  # fmt: skip


def _snapshot(dossier: Dossier) -> Iterator[Line]:
    if dossier.query.kind == "person":
        yield from _which_house(dossier)
    else:
        for fact in dossier.about("organization", "organization_program")[:3]:
            yield _line(dossier, fact, "Program")
    for predicate in _SNAPSHOT:
        facts = sorted(dossier.about("organization", predicate), key=_rank)
        shown = facts[: 3 if predicate not in ("officer", "officer_change") else _MOST]
        for fact in shown:
            yield _line(dossier, fact, PREDICATES[predicate].label)
        if len(facts) > len(shown):
            label = PREDICATES[predicate].label
            yield Line(f"{label}: and {len(facts) - len(shown)} more (in the JSON)")


def _which_house(dossier: Dossier) -> Iterator[Line]:
    """Which entries the facts are of: the asked name may be a system's, and the register's that of one hospital."""
    seen: dict[str, Line] = {}
    for fact in dossier.about("organization", "organization_identifier"):
        claim = fact.claims[0]
        scheme = str(fact.details.get("scheme", "number")).upper()
        if scheme in ("CCN", "EIN", "CIK") and claim.record.key not in seen:
            seen[claim.record.key] = replace(
                _line(dossier, fact), text=f"Facts are of: {claim.record.label} ({scheme} {fact.value})"
            )
    yield from seen.values()


_RANKS = (
    ("chief executive", "ceo"), ("president",), ("chair",), ("chief operating", "coo"), ("chief financial", "cfo"),
    ("chief medical", "cmo"), ("chief nurs", "cno"), ("chief",), ("vice president", "vp"), ("secretary", "treasurer"),
)  # fmt: skip


def _rank(fact: Fact) -> tuple[bool, int]:
    """Officers who are in office first, the highest first; everything else stays in its order."""
    if fact.predicate != "officer":
        return False, 0
    title = str(fact.details.get("title", "")).casefold()
    vice = "vice" in title or "vp" in title
    found = (n for n, words in enumerate(_RANKS) if any(word in title for word in words) and not (n == 1 and vice))
    return fact.status == "former", next(found, len(_RANKS))


def _unsettled(dossier: Dossier) -> Iterator[Line]:
    for question in dossier.questions:
        yield Line(question.text)
    for candidate in dossier.judged(Judgement.UNSURE)[: 2 * _MOST]:
        yield Line(_candidate_text(candidate))
    more = len(dossier.judged(Judgement.UNSURE)) - 2 * _MOST
    if more > 0:
        yield Line(f"and {more} more records (in the JSON)")


def _candidate_text(candidate: Candidate) -> str:
    """The record with what it says, where it stands, and why it is open: enough to tell who is meant."""
    telling = [claim for claim in candidate.claims if claim.predicate in _TELLING]
    telling.sort(key=lambda claim: _TELLING.index(claim.predicate))
    record = candidate.record
    parts = [f"{record.key}: {record.label}"]
    if telling:
        first = telling[0]
        place = f", {first.organization}" if first.organization else ""
        parts.append(f" - {first.value}{place}")
    parts.append(f", in {unquote(record.url)}")
    words = next((c.citation.quote for c in [*telling, *candidate.claims] if c.citation.quote != record.label), "")
    if words and words.isprintable() and words[:1] not in '"{[':  # a register's raw fields tell people nothing
        parts.append(f": “{words.strip('“”')}”")
    return "".join(parts) + f" ({'; '.join(reason.detail for reason in candidate.reasons)})"


_TELLING = (
    "role", "affiliation", "former_role", "board_seat", "organization_kind", "location", "specialty", "publication",
    "trial", "grant", "award", "program", "education", "said", "mention",
)  # fmt: skip
"""What tells one bearer of a name from another, the most telling first."""


_GAP_KINDS = {
    "not_found": "Sought and not found",
    "failed": "The sources that could tell failed or broke off; try again later",
    "not_looked": "Not looked for, since no source that could tell was asked",
}


def _missing(dossier: Dossier) -> Iterator[Line]:
    for subject in ("person", "organization"):
        whose = {"person": dossier.query.name, "organization": dossier.query.organization or dossier.query.name}[
            subject
        ]
        for kind, words in _GAP_KINDS.items():
            labels = [in_a_sentence(PREDICATES[g.predicate].label) for g in dossier.gaps
                      if g.subject == subject and g.kind == kind]  # fmt: skip
            if labels:
                yield Line(f"{whose}: {words}: {', '.join(labels)}")


_UNREACHED = frozenset({"dns", "connect"})
_NO_LOSS = _UNREACHED | {"not-found", "not-recorded"}
"""Faults of single pages that need no line of their own where the source has answered otherwise."""


def _fared(dossier: Dossier, titles: Mapping[str, str]) -> Iterator[Line]:
    def called(outcomes: Iterable[Outcome]) -> str:
        return "; ".join(titles.get(outcome.source, outcome.source) for outcome in outcomes)

    found = [outcome for outcome in dossier.outcomes if outcome.status == "found"]
    if found:
        yield Line("Found something: " + called(found))
    nothing = [outcome for outcome in dossier.outcomes if outcome.status == "nothing"]
    if nothing:
        yield Line("Answered, with nothing: " + called(nothing))
    failed = [outcome for outcome in dossier.outcomes if outcome.status == "failed"]
    unreached = [outcome for outcome in failed if outcome.fault in _UNREACHED]
    if unreached:
        hint = " (is this computer online?)" if len(unreached) == len(failed) and not found else ""
        yield Line(f"Could not be reached{hint}: " + called(unreached))
    for outcome in failed:
        if outcome.fault not in _UNREACHED:
            yield Line(f"{called([outcome])}: {outcome.message}")
    for outcome in (*found, *failed):
        yield from _partly(outcome, called([outcome]))
    for message, outcomes in _skipped(dossier).items():
        yield Line(f"Not asked ({message}): " + called(outcomes))


def _partly(outcome: Outcome, title: str) -> Iterator[Line]:
    """What of a source could not be read, though the rest was; new columns are the maintainers' business."""
    if outcome.fault and outcome.fault not in _NO_LOSS:
        told = [warning for warning in outcome.warnings if not warning.startswith("unread fields")]
        yield from (Line(f"{title}, in part: {warning}") for warning in told[:_MOST])
        if len(told) > _MOST:
            yield Line(f"{title}: and {len(told) - _MOST} more parts could not be read (in the JSON)")


def _skipped(dossier: Dossier) -> dict[str, list[Outcome]]:
    by_message: dict[str, list[Outcome]] = {}
    for outcome in dossier.outcomes:
        if outcome.status == "skipped":
            by_message.setdefault(outcome.message, []).append(outcome)
    return by_message
