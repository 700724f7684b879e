"""The day that an automatic answer tells: until when somebody is away, or when they are back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

_MONTHS: Mapping[str, int] = MappingProxyType(
    {
        word: number
        for number, words in enumerate(
            (
                "january jan enero ene janvier janv januar jänner janeiro gennaio",
                "february feb febrero février fevrier févr fév februar fevereiro fev febbraio",
                "march mar marzo mars märz maerz mrz março marco",
                "april apr abril abr avril avr aprile",
                "may mayo mai maio maggio",
                "june jun junio juin juni junho giugno",
                "july jul julio juillet juil juli julho luglio",
                "august aug agosto ago août aout",
                "september sep sept septiembre septembre setembro settembre",
                "october oct octubre octobre oktober okt outubro ottobre",
                "november nov noviembre novembre novembro",
                "december dec diciembre dic décembre decembre déc dezember dez dezembro dicembre",
            ),
            start=1,
        )
        for word in words.split()
    }
)
_WEEKDAYS: Mapping[str, int] = MappingProxyType(
    {
        word: number
        for number, words in enumerate(
            (
                "monday lunes lundi montag segunda-feira lunedì", "tuesday martes mardi dienstag terça-feira martedì",
                "wednesday miércoles mercredi mittwoch quarta-feira mercoledì",
                "thursday jueves jeudi donnerstag quinta-feira giovedì",
                "friday viernes vendredi freitag sexta-feira venerdì", "saturday sábado samedi samstag sabato",
                "sunday domingo dimanche sonntag domenica",
            )
        )
        for word in words.split()
    }
)  # fmt: skip
_TOLD = re.compile(
    r"\b(?:until|till|til|through|thru|up to|to|back|return(?:ing|s)?|again|in (?:the|my) office (?:on|from)|as of"
    r"|hasta|regres[oa]|regresaré|vuelvo|volveré|de vuelta|al|jusqu['’]?(?:au|à)|jusqu"
    r"|de retour|retour|reviens|rentre|au"
    r"|bis|wieder|zurück|ab dem|até|retorno|retornarei|volto|voltarei|de volta|ao|fino al"
    r"|tot|ends?|resume|available|from"
    r"|between|away|vacation|leave|travel(?:l?ing)?|office|del|vom|du|ausente|absent|abwesend|fora|out)\b",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"\b(?:until|till|til|through|thru|up to|back|return\w{0,4}|available|hasta|regres\w{1,4}|vuelvo|volveré|de vuelta"
    r"|jusqu\w{0,2}|de retour|reviens|bis|wieder|zurück|até|retorn\w{1,5}|volto|voltarei|de volta|fino|tot|resume)\b",
    re.IGNORECASE,
)
_MONTH_WORDS = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY_WORDS = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?P<iso>(?P<y1>20\d\d)-(?P<m1>\d\d?)-(?P<d1>\d\d?))\b"
    rf"|\b(?P<month2>{_MONTH_WORDS})\b\.?\s{{1,3}}(?P<d2a>\d\d?)(?:st|nd|rd|th)?(?:\s{{0,2}}(?:-"
    rf"|–|—|to|through|and)\s{{0,2}}"
    rf"(?P<d2>\d\d?)(?:st|nd|rd|th)?)?(?!\d)(?:,?\s{{1,3}}(?P<y2>20\d\d))?"
    rf"|\b(?P<d3>\d\d?)(?:st|nd|rd|th|er|º|\.)?\s{{0,3}}(?:of\s{{1,2}}|de\s{{1,2}})?(?P<month3>{_MONTH_WORDS})\b\.?"
    rf"(?:,?\s{{1,3}}(?:de\s{{1,2}})?(?P<y3>20\d\d))?"
    rf"|\b(?P<a>\d\d?)(?P<sep>[/.])(?P<b>\d\d?)(?:(?P=sep)(?P<y4>20\d\d|\d\d))?(?!\d)\.?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b(?P<day>{_WEEKDAY_WORDS})\b", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(?:the|will|am|and|office|back|until|return)\b", re.IGNORECASE)
_READ_MOST = 6_000
_AHEAD = 400
"""Days: a date further away is not when somebody comes back."""


def away_until(text: str, sent: date | None) -> date | None:
    """The day that is told with words such as "until" or "back on"; the last one of a range. None for none.

    `sent` is the day of the message: it gives the year where none is told, and without it only whole dates count.
    Days before it do not count. 3/4/2026 is read as in the United States in an English text, and as 3 April in others.
    """
    text = " ".join(text[:_READ_MOST].split())
    late: list[date] = []
    other: list[date] = []
    for begin, day in _days(text, sent):
        before = text[max(begin - 45, 0) : begin]
        if _LATE.search(before):
            late.append(day)
        elif _TOLD.search(before):
            other.append(day)
    fitting = [day for day in late or other if sent is None or sent <= day <= sent + timedelta(days=_AHEAD)]
    if fitting:
        return max(fitting) if not late else fitting[-1] if len(set(fitting)) == 1 else _last_of_first_sentence(fitting)
    return _weekday(text, sent)


def _last_of_first_sentence(days: list[date]) -> date:
    """Of several days the latest: "away until March 6, back on March 9"."""
    return max(days)


def _days(text: str, sent: date | None) -> Iterator[tuple[int, date]]:
    is_english = _ENGLISH.search(text) is not None
    for found in _DATE.finditer(text):
        day = _day(found, sent, is_english=is_english)
        if day is not None:
            yield found.start(), day


def _day(found: re.Match[str], sent: date | None, *, is_english: bool) -> date | None:
    if found["iso"]:
        return _dated(int(found["y1"]), int(found["m1"]), int(found["d1"]), sent)
    if found["month2"]:
        return _dated(_year(found["y2"]), _MONTHS[found["month2"].lower()], int(found["d2"] or found["d2a"]), sent)
    if found["month3"]:
        return _dated(_year(found["y3"]), _MONTHS[found["month3"].lower()], int(found["d3"]), sent)
    first, second = int(found["a"]), int(found["b"])
    is_month_first = found["sep"] == "/" and is_english and first <= 12
    month, day = (first, second) if is_month_first else (second, first)
    return _dated(_year(found["y4"]), month, day, sent)


def _year(digits: str | None) -> int | None:
    if digits is None:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _dated(year: int | None, month: int, day: int, sent: date | None) -> date | None:
    try:
        if year is not None:
            return date(year, month, day)
        if sent is None:
            return None
        this = date(sent.year, month, day)
        return this if this >= sent else date(sent.year + 1, month, day)
    except ValueError:
        return None


def _weekday(text: str, sent: date | None) -> date | None:
    """The next day of that name after the message was sent: "I am back on Monday"."""
    if sent is None:
        return None
    for found in _WEEKDAY.finditer(text):
        if _LATE.search(text[max(found.start() - 30, 0) : found.start()]):
            ahead = (_WEEKDAYS[found["day"].lower()] - sent.weekday() - 1) % 7 + 1
            return sent + timedelta(days=ahead)
    return None
