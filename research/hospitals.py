"""The directory of hospitals that CMS publishes, kept as a local index: search by name, town, state or CCN.

One file (Hospital General Information, about 1.5 MB) holds all of some 5,400 hospitals with a Medicare agreement, so
one download answers every question, and a name can be completed while it is typed. Pure: a text in, rows out.

The columns were renamed over the years (Provider ID, Hospital Name, City; now Facility ID, Facility Name, City/Town);
old and new ones are read, as are the lower-case names of the JSON service.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Self

from rapidfuzz import fuzz, process

from research.errors import Unreadable
from research.organizations import comparable, name_likeness, readable_name, title_case
from research.parse import shorten
from research.types import QUOTE_LIMIT, Place

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "ccn": ("facility_id", "provider_id", "provider_number"),
    "name": ("facility_name", "hospital_name"),
    "city": ("citytown", "city"),
    "state": ("state",),
    "kind": ("hospital_type",),
    "ownership": ("hospital_ownership",),
    "emergency": ("emergency_services",),
    "birthing_friendly": ("meets_criteria_for_birthing_friendly_designation",),
    "rating": ("hospital_overall_rating",),
} | {
    f"{group}_{verdict}": (f"count_of_{column}_measures_{name}",)
    for group, column in (("mortality", "mort"), ("safety", "safety"), ("readmission", "readm"))
    for verdict, name in (("better", "better"), ("no_different", "no_different"), ("worse", "worse"))
}
"""The columns read, by the name used here; each with the column's names through the years (see `column_key`)."""

_NOT_READ = frozenset(
    """
    address zip_code county_name countyparish phone_number telephone_number hospital_overall_rating_footnote
    meets_criteria_for_meaningful_use_of_ehrs
    """.split()
) | frozenset(
    pattern.format(group)
    for group in ("mort", "safety", "readm", "pt_exp", "te")
    for pattern in ("{}_group_measure_count", "count_of_facility_{}_measures", "{}_group_footnote")
) | frozenset(
    f"{group}_national_comparison{footnote}"
    for group in ("mortality", "safety_of_care", "readmission", "patient_experience", "effectiveness_of_care",
                  "timeliness_of_care", "efficient_use_of_medical_imaging")
    for footnote in ("", "_footnote")
)  # fmt: skip
"""Columns of this and of earlier years that are known and not wanted."""

_KNOWN = _NOT_READ | {name for names in COLUMNS.values() for name in names}

REQUIRED = ("ccn", "name", "state")
MEASURE_GROUPS = ("mortality", "safety", "readmission")
_COUNT_FIELDS = tuple(
    f"{group}_{verdict}" for group in MEASURE_GROUPS for verdict in ("better", "no_different", "worse")
)
_NO_COUNTS = ("",) * len(_COUNT_FIELDS)

_CCN = re.compile(r"[0-9]{2}[0-9A-Z]{4}")
_LIKE_ENOUGH = 80
"""Lowest score of rapidfuzz for a misspelled name to be offered, 0 to 100; 80 is about one slip in five letters."""

_WORTH_SHOWING = 0.6
"""Lowest `name_likeness` of a misspelled name: it must share more than "medical center"."""


@dataclass(frozen=True, slots=True)
class MeasureCounts:
    """In how many measures of one group a hospital is better than, no different from, or worse than the nation."""

    group: str
    better: int
    no_different: int
    worse: int

    @property
    def total(self) -> int:
        """Measures that were compared."""
        return self.better + self.no_different + self.worse

    def sentence(self) -> str:
        """The counts in words."""
        return (
            f"{self.group.capitalize()}: better than the national rate on {self.better} of {self.total} measures, "
            f"no different on {self.no_different}, worse on {self.worse}"
        )


@dataclass(frozen=True, slots=True)
class Hospital:
    """One row. Texts stand as CMS gives them (mostly capitals); None and "" are "CMS does not say"."""

    ccn: str
    """CMS certification number: six characters, text (leading zeros; "01014F" is one too)."""
    name: str
    city: str
    state: str
    kind: str = ""
    ownership: str = ""
    emergency: bool | None = None
    birthing_friendly: bool | None = None
    """True or None: an empty field is no "no"."""
    rating: int | None = None
    """1 to 5; None where CMS has too few measures to rate."""
    counts: tuple[str, ...] = ()
    """Nine cells: measures better, no different, worse for each of `MEASURE_GROUPS`; see `measures`."""
    row: str = ""
    """The row's own text, for quoting; "" when it did not come from a CSV file."""

    @property
    def measures(self) -> tuple[MeasureCounts, ...]:
        """The comparisons that CMS gives; a group with "Not Available" in it is left out."""
        found = []
        for number, group in enumerate(MEASURE_GROUPS):
            better, same, worse = (_count(text) for text in (*self.counts, *_NO_COUNTS)[number * 3 : number * 3 + 3])
            if better is not None and same is not None and worse is not None and better + same + worse:
                found.append(MeasureCounts(group, better, same, worse))
        return tuple(found)

    @property
    def title(self) -> str:
        """The name for reading: "LARKSPUR HOSPITAL, THE" -> "The Larkspur Hospital"."""
        return readable_name(self.name)

    @property
    def place(self) -> Place:
        """Town and state for reading."""
        return Place(title_case(self.city), self.state)


def column_key(heading: str) -> str:
    """A column's heading as the JSON service names it: "City/Town" -> "citytown"."""
    return re.sub(r"\s{1,20}", "_", re.sub(r"[^a-z0-9_ ]", "", heading.strip().casefold()).strip())


def _count(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None


def hospital_of(cells: Mapping[str, str], row: str = "") -> Hospital | None:
    """The hospital that cells by the names of `COLUMNS` describe; None without a proper CCN, a name or a state."""
    ccn, name, state = (cells.get(key, "").strip() for key in REQUIRED)
    ccn = ccn.upper()
    if not _CCN.fullmatch(ccn) or not name or not re.fullmatch(r"[A-Z]{2}", state):
        return None
    rating = _count(cells.get("rating", ""))
    return Hospital(
        ccn=ccn,
        name=" ".join(name.split()),
        city=" ".join(cells.get("city", "").split()),
        state=state,
        kind=cells.get("kind", "").strip(),
        ownership=cells.get("ownership", "").strip(),
        emergency={"yes": True, "no": False}.get(cells.get("emergency", "").strip().casefold()),
        birthing_friendly=True if cells.get("birthing_friendly", "").strip().upper() == "Y" else None,
        rating=rating if rating is not None and 1 <= rating <= 5 else None,
        counts=tuple([cells.get(field, "") for field in _COUNT_FIELDS]),
        row=row,
    )


def unread_columns(headings: Iterable[str]) -> str:
    """ "" when every column is known, else a sentence for `Drift`: a new column is loud, not lost."""
    unknown = sorted({column_key(heading) for heading in headings} - _KNOWN - {""})
    return f"unread fields: {unknown[:20]}" if unknown else ""


def columns_of(headings: Iterable[str]) -> dict[str, int]:
    """Where the columns of `COLUMNS` stand among the headings. Raises: Unreadable when a needed one is missing."""
    keys = [column_key(heading) for heading in headings]
    found = {}
    for field, names in COLUMNS.items():
        position = next((keys.index(name) for name in names if name in keys), None)
        if position is not None:
            found[field] = position
    missing = [field for field in REQUIRED if field not in found]
    if missing:
        raise Unreadable(f"the hospital table lacks the columns {missing}; it has {keys[:40]}")
    return found


class HospitalDirectory:
    """All hospitals of one release, with an index over the words of their names. Values only; never changes."""

    def __init__(
        self,
        hospitals: Iterable[Hospital],
        columns: Mapping[str, int] | None = None,
        skipped: int = 0,
        unread: str = "",
    ) -> None:
        self.hospitals = tuple(hospitals)
        self.skipped = skipped
        """Rows that were left out, having no CCN, name or state."""
        self.unread = unread
        """The columns that nobody knows, as a sentence; "" when there are none."""
        self._columns = dict(columns or {})
        self._by_ccn = {hospital.ccn: hospital for hospital in self.hospitals}
        self._names = [comparable(hospital.name) for hospital in self.hospitals]
        self._numbers_by_word: dict[str, list[int]] = {}
        for number, name in enumerate(self._names):
            for word in set(name.split()):
                self._numbers_by_word.setdefault(word, []).append(number)
        self._words = sorted(self._numbers_by_word)

    def __len__(self) -> int:
        return len(self.hospitals)

    @classmethod
    def from_csv(cls, source: str | Path) -> Self:
        """From the text of the CSV file, or from the file. Rows without a CCN, name or state are left out.

        Raises: Unreadable when a needed column is missing or there is no row at all.
        """
        text = source.read_text("utf-8-sig", "replace") if isinstance(source, Path) else source.lstrip("\ufeff")
        # Only line feeds end a line: a cell may hold other separators.
        lines = [f"{line}\n" for line in text.replace("\r\n", "\n").split("\n")]
        reader = csv.reader(lines)
        headings = _next_row(reader)
        columns = columns_of(headings)
        fields, pick, width = tuple(columns), itemgetter(*columns.values()), max(columns.values()) + 1
        hospitals, skipped = [], 0
        begin = reader.line_num
        for cells in _rows(reader):
            row = "".join(lines[begin : reader.line_num]).rstrip("\n")
            begin = reader.line_num
            if len(cells) < width:
                cells.extend([""] * (width - len(cells)))
            hospital = hospital_of(dict(zip(fields, pick(cells), strict=True)), row)
            if hospital:
                hospitals.append(hospital)
            elif any(cells):
                skipped += 1
        if not hospitals:
            raise Unreadable("the hospital table holds no hospital", fault="empty")
        return cls(hospitals, columns, skipped, unread_columns(headings))

    def by_ccn(self, ccn: str) -> Hospital | None:
        """The hospital with this CMS certification number."""
        return self._by_ccn.get(ccn.strip().upper())

    def search(self, name: str, city: str = "", state: str = "", limit: int = 10) -> tuple[Hospital, ...]:
        """Hospitals for what was typed so far, best first: the same name, then names with words that begin so, then
        misspelled ones. A CCN finds its hospital.

        `state` (two letters) leaves only that state's; `city` puts that town's first among equals.
        """
        exact = self.by_ccn(name)
        if exact:
            return (exact,)
        wanted = comparable(name)
        if not wanted or limit < 1:
            return ()
        numbers = [n for n in self._numbers_for(wanted) if not state or self.hospitals[n].state == state]
        if not numbers:
            numbers = self._misspelled(wanted, state, limit)
        town = comparable(city)

        def order(number: int) -> tuple[object, ...]:
            hospital, own = self.hospitals[number], self._names[number]
            return (
                own != wanted,
                bool(town) and comparable(hospital.city) != town,
                not own.startswith(wanted),
                -fuzz.ratio(wanted, own),
                hospital.name,
                hospital.state,
                hospital.city,
                hospital.ccn,
            )

        return tuple(self.hospitals[number] for number in sorted(numbers, key=order)[:limit])

    def same_name(self, name: str, state: str = "") -> tuple[Hospital, ...]:
        """The hospitals of exactly this name but for spelling, in the order of their CCNs."""
        wanted = comparable(name)
        return tuple(
            hospital
            for hospital, own in zip(self.hospitals, self._names, strict=True)
            if own == wanted and (not state or hospital.state == state)
        )

    def quote(self, hospital: Hospital, *fields: str) -> str:
        """Text of the hospital's own row, literally, that ends with the last of these fields: at most 300 characters.

        From the row's start where that fits, so that number and name stand in it; else as many whole cells as fit.
        """
        row = hospital.row
        spans = _cell_spans(row)
        wanted = [spans[p] for p in (self._columns.get(field, 0) for field in fields) if p < len(spans)]
        if not wanted:
            return shorten(row)
        end = max(stop for _, stop in wanted)
        begin = next((start for start, _ in spans if end - start <= QUOTE_LIMIT), min(start for start, _ in wanted))
        return shorten(row[begin:end])

    def _numbers_for(self, wanted: str) -> list[int]:
        found: set[int] | None = None
        for word in wanted.split():
            having: set[int] = set()
            for position in range(bisect_left(self._words, word), len(self._words)):
                if not self._words[position].startswith(word):
                    break
                having.update(self._numbers_by_word[self._words[position]])
            found = having if found is None else found & having
            if not found:
                return []
        return list(found or ())

    def _misspelled(self, wanted: str, state: str, limit: int) -> list[int]:
        names = {n: name for n, name in enumerate(self._names) if not state or self.hospitals[n].state == state}
        near = process.extract(wanted, names, scorer=fuzz.token_sort_ratio, score_cutoff=_LIKE_ENOUGH, limit=limit)
        return [number for name, _, number in near if name_likeness(wanted, name) >= _WORTH_SHOWING]


def _next_row(reader: Iterator[list[str]]) -> list[str]:
    try:
        return next(reader, [])
    except csv.Error as error:
        raise Unreadable(f"the hospital table is broken: {error}") from error


def _rows(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise Unreadable(f"the hospital table is broken: {error}") from error
        yield cells


def _cell_spans(row: str) -> list[tuple[int, int]]:
    """Where each cell of a CSV row begins and ends; commas between quotation marks separate nothing."""
    spans, start, quoted = [], 0, False
    for position, character in enumerate(row):
        if character == '"':
            quoted = not quoted
        elif character == "," and not quoted:
            spans.append((start, position))
            start = position + 1
    spans.append((start, len(row)))
    return spans
