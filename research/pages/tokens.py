"""A text cut into words and marks, with their places in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from research.pages.lexicon import NAME_SUFFIXES

# With the blanks before a token: to try each kind of token on a blank takes as long as on a word.
_TOKEN = re.compile(
    r"""\s{0,3}+(
    [a-z]{2,40}(?![\w’'\-\u0300-\u036f]) | ,
      | [A-Z][a-z]{3,40}(?![\w’'.\-\u0300-\u036f\N{REPLACEMENT CHARACTER}]|\?[a-z])     # most of any text
    | (?:[^\W\d_]\.){2,8}                                                            # M.D., T.J., U.S.
    | (?:Ph|Pharm|Ed|Psy|Sc)\.(?:[A-Z]\.?){1,2}(?!\w) | (?:Ph|Pharm|Ed|Psy|Sc|Dr|Mr|Mrs|Ms|Mx|Drs|St|Ste|Jr|Sr
      |Inc|Ltd|Co|Corp|Rev|Hon|Prof|Gov|Sen|Rep|Gen|Col|Capt
      |Sri|Shri|Smt|Lt|Maj|Sgt|Adm|Cmdr|Fr|Msgr|Blvd|Ave|Rd|Mt|Ft|Esq|Asst|Assoc|Bros|No|Dept
      |(?:DR|MR|MRS|PROF|SMT)(?=\.\s[A-Z])
      |Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Atty|Engr|Dra|[A-Z][a-z](?=\.\s[A-Z])|CA(?=\.\s[A-Z]\.))\.
    | [A-Z]\.(?=[\s,)’'"”]|$) | [A-Z]J\.(?=\s[A-Z])                                # an initial, or two: "JJ."
    | (?:[A-Z]\.){1,4}[A-Z](?![\w.])                                               # M.N
    | [^\W\d_]+\d[\w]{0,10}                                                        # P3
    | [^\W\d_]+(?:(?:[\u0300-\u036f]{1,4}[’'\-]?|[’'\-\N{REPLACEMENT CHARACTER}]|\?(?=[a-z]))[^\W\d_]+){0,12}
      [\u0300-\u036f]{0,4}                          # words, also O'Neil, vice-chair, marks that stand by themselves
    | \d[\d,.:/\-]{0,20}\d | \d
    | \]\([^()\s]{0,300}\)                                                          # the address of a Markdown link
    | \S
    )""",
    re.VERBOSE,
)
_MARKS = re.compile(r"[*`\[]|\](?:\([^()\s]{0,300}\))?")
_POSSESSIVE = re.compile(r"[’']s$|(?<=s)[’']$", re.IGNORECASE)
_JOINED = re.compile(r"(?:d[aeiou]|del|della|la|le|van|von|mac|mc|(?:d|dell)[’'])[A-Z][a-z]")
"""How a surname begins that writes its particle in small letters: "deVries", "delMar", "d'Arcy"."""
_MARKUP = frozenset("*_`[]#>")
"""Marks of Markdown: they stay in the text, for quotes, and are no tokens."""
SHORT = 200
"""Characters of a text that is read more than once: a line of a card, by each of its readers."""
LONG = 1_000
"""Characters of a sentence that is kept, in smaller number: first read for people, then for what they did."""
MAX_TOKENS = 4000
"""Tokens read of one text; a longer line is no sentence of anybody."""


class Token(NamedTuple):
    """A word or mark; `start` and `end` are its place in the text."""

    text: str
    start: int
    end: int
    lower: str
    is_word: bool
    is_capital: bool
    """Begins with a capital letter, or with a particle and one, as surnames do: "deVries"."""

    @property
    def is_initial(self) -> bool:
        """One letter with or without a dot, or several with dots ("T.J.")."""
        if not self.is_capital or "." not in self.text:
            return self.is_capital and len(self.text) == 1
        bare = self.text.replace(".", "")
        return len(bare) == 1 or (len(bare) <= 3 and bare.isupper())

    @property
    def is_acronym(self) -> bool:
        """Two to six capitals: CEO, UCLA."""
        return 2 <= len(self.text) <= 6 and self.text.isupper() and self.text.isalpha()


def tokenize(text: str) -> list[Token]:
    """The tokens of a text, never to be changed by the caller. A possessive "'s" is a token of its own."""
    if len(text) <= SHORT:
        return _of_line(text)
    return _of_sentence(text) if len(text) <= LONG else _tokens(text)


def _tokens(text: str) -> list[Token]:
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match[1]
        start, end = match.span(1)
        if word.isalpha():
            capital = word[0].isupper() or (not word.islower() and _JOINED.match(word) is not None)
            tokens.append(_made((word, start, end, word.lower(), True, capital)))
        elif word[0].isalpha():
            if "'" in word or "’" in word:
                tokens.extend(_with_possessive(word, word.lower().replace("’", "'"), start))
            else:
                tokens.append(_made((word, start, end, word.lower(), True, word[0].isupper())))
        elif word not in _MARKUP and not word.startswith("]("):
            tokens.append(_made((word, start, end, word.lower(), False, False)))
        if len(tokens) >= MAX_TOKENS:
            break
    return tokens


_made: Callable[[tuple[str, int, int, str, bool, bool]], Token] = partial(tuple.__new__, Token)  # faster by half
_of_line = lru_cache(maxsize=4096)(_tokens)
_of_sentence = lru_cache(maxsize=256)(_tokens)


def _with_possessive(word: str, lower: str, start: int) -> Iterator[Token]:
    tail = _POSSESSIVE.search(word) if len(word) > 2 and lower not in _KEEPS_S else None
    if tail and tail.start() > 0:
        cut = tail.start()
        yield Token(word[:cut], start, start + cut, lower[:cut], True, word[0].isupper())
        yield Token(tail.group(), start + cut, start + len(word), "'s", False, False)
    else:
        capital = word[0].isupper() or (word[0] == "d" and _JOINED.match(word) is not None)
        yield Token(word, start, start + len(word), lower, True, capital)


_KEEPS_S = frozenset(
    word + tail
    for tail in ("'s",)
    for word in ("women", "men", "children", "veteran", "bachelor", "master", "it", "that", "there")
)


def is_suffix(token: Token) -> bool:
    """Jr., Sr., II, III, IV behind a name."""
    return token.lower in NAME_SUFFIXES


def is_dash(token: Token) -> bool:
    """A dash that separates (not a hyphen within a word, which is part of its token)."""
    return token.text in {"-", "–", "—", "|", "•", "·", "―", "‒"}


def slice_text(text: str, tokens: list[Token], start: int, end: int) -> str:
    """The text from token `start` up to before token `end`, without marks of Markdown."""
    if start >= end:
        return ""
    return _MARKS.sub("", text[tokens[start].start : tokens[end - 1].end])
