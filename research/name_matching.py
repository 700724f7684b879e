"""How two names of people agree: equal, by a nickname, by an initial, by half a surname; or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from research.names import PersonName, fold_letters, parse_name

Verdict = Literal["equal", "compatible", "initial", "different"]


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How two names agree. `veto` is set where they cannot be one person's names (another middle initial, Jr./Sr.).

    verdict: `equal` full first and last name agree; `compatible` they agree by nickname, order or part of a double
    surname; `initial` the first name agrees by its initial only; `different`.
    """

    verdict: Verdict
    detail: str
    veto: bool = False
    middle_agrees: bool = False
    has_given: bool = True
    """False where one of the two is a surname only."""
    surname_in_part: bool = False
    """Half of a double surname, a name before or after marriage, words turned round: needs a second hard sign."""
    by_nickname: bool = False
    """The first names are two that are used for one another: Bill and Liam, who may be two Williams."""


@lru_cache(maxsize=1024)  # of each name of a page against each other
def _letters(text: str) -> str:
    folded = fold_letters(text)
    return folded if folded.isalnum() else "".join(c for c in folded if c.isalnum())


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    families: dict[str, set[int]] = {}
    for number, line in enumerate((files("research") / "nicknames.txt").read_text("utf-8").splitlines()):
        for word in line.split("#")[0].split():
            families.setdefault(word, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in families.items()}


def same_given(a: str, b: str) -> bool:
    """Whether two first names are used for one another: equal, or nicknames of one name (Bob and Robert)."""
    x, y = _letters(a), _letters(b)
    if not x or not y:
        return False
    return x == y or bool(_nicknames().get(x, frozenset()) & _nicknames().get(y, frozenset()))


def _surname_parts(name: PersonName) -> list[str]:
    return [_letters(part) for part in re.split(r"[-\s]", name.family) if _letters(part)]


def _initials(text: str) -> list[str]:
    return [_letters(word)[:1] for word in text.replace(".", ". ").split() if _letters(word)]


def compare(a: PersonName | str, b: PersonName | str) -> NameMatch:
    """How two names agree. Accents, hyphens, case and credentials do not count; both orders are tried."""
    first = parse_name(a) if isinstance(a, str) else a
    second = parse_name(b) if isinstance(b, str) else b
    straight = _compare_in_order(first, second)
    if straight.verdict != "different" or straight.veto:
        return straight
    if first.given and second.given and _letters(first.given) == _letters(second.family):
        turned = PersonName(second.family, second.middle, second.given, second.suffix)
        match = _compare_in_order(first, turned)
        if match.verdict == "equal":
            return NameMatch("compatible", "the same words in another order", match.veto, surname_in_part=True)
    return straight


def _compare_in_order(a: PersonName, b: PersonName) -> NameMatch:
    surname = _surnames(a, b)
    if surname == "different":
        return NameMatch("different", f"surnames differ: {a.family} and {b.family}")
    conflict = _conflict(a, b)
    if conflict:
        return NameMatch("different", conflict, veto=True)
    given = _given_names(a, b)
    if given == "different":
        return NameMatch("different", f"first names differ: {a.given} and {b.given}")
    middle = bool(set(_initials(a.middle)) & set(_initials(b.middle)))
    if given == "none":
        return NameMatch("initial", "only the surname is given", middle_agrees=middle, has_given=False)
    if given == "initial":
        return NameMatch("initial", "only the initial of the first name agrees", middle_agrees=middle)
    if surname == "part":
        return NameMatch(
            "compatible",
            f"part of a double surname: {a.family} and {b.family}",
            middle_agrees=middle,
            surname_in_part=True,
        )
    if given == "nickname":
        detail = f"{a.given} and {b.given} are used for one another"
        return NameMatch("compatible", detail, middle_agrees=middle, by_nickname=True)
    return NameMatch("equal", "first and last name agree", middle_agrees=middle)


def _surnames(a: PersonName, b: PersonName) -> Literal["equal", "part", "different"]:
    x, y = _surname_parts(a), _surname_parts(b)
    if not x or not y:
        return "different"
    if "".join(x) == "".join(y):
        return "equal"
    # A double surname of which one half is used: Gonzalez-Parrilla and Gonzalez; or a maiden name kept in the middle.
    with_middle_a = {*x, *map(_letters, re.split(r"[-\s]", a.middle))}
    with_middle_b = {*y, *map(_letters, re.split(r"[-\s]", b.middle))}
    whole_words = {part for part in (with_middle_a & with_middle_b) if len(part) > 2}
    if (set(x) | set(y)) & whole_words and (len(x) > 1 or len(y) > 1 or a.middle or b.middle):
        return "part" if set(x) <= with_middle_b or set(y) <= with_middle_a else "different"
    return "different"


def _given_names(a: PersonName, b: PersonName) -> Literal["equal", "nickname", "initial", "none", "different"]:
    names_a = [n for n in (a.given, a.nickname) if n]
    names_b = [n for n in (b.given, b.nickname) if n]
    if not names_a or not names_b:
        return "none"
    if _letters(a.given) == _letters(b.given) and len(_letters(a.given)) > 1:
        return "equal"
    if any(same_given(m, n) for m in names_a for n in names_b if len(_letters(m)) > 1):
        return "nickname"
    # "J. Robert Roe" goes by his middle name.
    middles_a, middles_b = a.middle.split(), b.middle.split()
    if len(_letters(a.given)) == 1 and any(
        same_given(m, n) for m in middles_a for n in names_b if len(_letters(m)) > 1
    ):
        return "nickname"
    if len(_letters(b.given)) == 1 and any(
        same_given(m, n) for m in middles_b for n in names_a if len(_letters(m)) > 1
    ):
        return "nickname"
    short = min(len(_letters(a.given)), len(_letters(b.given)))
    if short == 1 and _letters(a.given)[:1] == _letters(b.given)[:1]:
        return "initial"
    return "initial" if _are_initials_of(a, b) or _are_initials_of(b, a) else "different"


_TOGETHER = re.compile(r"[A-Z]\.?[A-Z]\.?")


def _are_initials_of(short: PersonName, whole: PersonName) -> bool:
    """Whether initials written together stand for the other's names: "T.J." for Terry J., or for Terry alone."""
    if not _TOGETHER.fullmatch(short.given) or _TOGETHER.fullmatch(whole.given):
        return False
    letters, middles = _letters(short.given), _initials(whole.middle)
    return _letters(whole.given)[:1] == letters[0] and (not middles or letters[1] in middles)


def _middle_initials(name: PersonName, other: PersonName) -> list[str]:
    """The initials of the middle names; half of the other's double surname in the middle place is no middle name."""
    surname = set(_surname_parts(other))
    return _initials(" ".join(word for word in name.middle.split() if _letters(word) not in surname))


def _conflict(a: PersonName, b: PersonName) -> str:
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return f"{a.suffix} and {b.suffix} are two people"
    first, second = _middle_initials(a, b), _middle_initials(b, a)
    if len(_letters(a.given)) > 1 and len(_letters(b.given)) > 1 and first and second and not set(first) & set(second):
        return f"middle names differ: {a.middle} and {b.middle}"
    return ""
