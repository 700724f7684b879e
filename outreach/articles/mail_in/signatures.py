"""Which lines of somebody's words are a signature: closing words with a name, contact lines, devices, legal notices.

What is unsure stays text: a signature that is read as words does less harm than words that are lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from outreach.articles.mail_in import signature_words as known
from outreach.articles.mail_in.markers import bare, bare_rule, is_rule

_LINES_MOST = 16
_CONTACT = re.compile(
    r"[^\s@]{1,64}@[^\s@]{1,100}\.[a-z]{2,}|https?://|\bwww\.|\+?\(?\d{2,4}\)?[ .\-/]{1,2}\d{2,4}[ .\-/]\d{2,5}"
    r"|^(?:tel|phone|ph|mobile|cell|fax|direct|office|main|t|m|p|o|c|f|e|w|telefon|tél"
    r"|teléfono|telefone|mobil)\s{0,2}[.:]",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(
    r"(?:p\.?\s?s\.?|p\.?\s?d\.?|n\.?\s?b\.?|one more thing|edit)\s{0,2}[:.\-–—,]?\s", re.IGNORECASE
)
_FROM_MY = re.compile(r"from my .{1,20}", re.IGNORECASE)
_FROM_MOBILE = re.compile(r"\w{1,30} from mobile", re.IGNORECASE)
_MARKDOWN_LINK = re.compile(r"\[([^\[\]]{1,80})\]\([^()\s]{1,200}\)")
_NAME_WORD = re.compile(r"[A-ZÀ-ÝŁŚŻŠČĐ][\w'’.\-]{0,30}")
_CREDENTIAL = re.compile(r"[A-Z][A-Za-z.\-]{0,3}[A-Z.][A-Za-z.\-]{0,6}")
_POST = re.compile(
    r"\b(?:assistant|director|officer|president|chief|manager|coordinator|head of|professor"
    r"|administrator|secretary|ceo|cfo|cno|cmo|coo|"
    r"dean|chair|directora?|gerente|asistente|assistentin|geschäftsführer\w{0,2}|leiter\w{0,2}"
    r"|directrice|directeur|diretora?)\b",
    re.IGNORECASE,
)
_BEHALF = re.compile(
    rf"(?:{'|'.join(re.escape(word) for word in known.BEHALF)})\s{{1,3}}([^\n]{{2,80}})", re.IGNORECASE
)
_PARTICLES = frozenset("de da del della di van von der den la le dos du el the y e".split())
_WISH = re.compile(
    r"\b(?:please|change|replace|remove|delete|correct|approve[ds]?|publish|should|must"
    r"|bitte|por favor|merci de|favor de"
    r"|don[’']t|do not|instead)\b",
    re.IGNORECASE,
)

_EXCUSE = re.compile(r"\bplease (?:excuse|forgive|pardon|ignore|overlook)\b")


def is_delimiter(line: str) -> bool:
    """Whether a line is the mark between words and signature: "--", by itself (RFC 3676, section 4.3), or a dash."""
    return bare_rule(line) in ("--", "—", "– –", "-- --", "ᐧ", "--- ") or line.rstrip("\r") == "-- "


def is_device_line(line: str) -> bool:
    """Whether a line is what a phone or a program adds: "Sent from my iPhone", "Get Outlook for iOS"."""
    text = _MARKDOWN_LINK.sub(r"\1", bare(line)).strip(" <>()[]_").strip()
    if not text or len(text) > 160:
        return False
    low = text.casefold()
    if _FROM_MOBILE.match(text) or _FROM_MY.fullmatch(text) or low.endswith(("から送信", "傳送", "发送")):
        return True
    if low.startswith(("von meinem ", "von meiner ", "diese nachricht wurde von ")):
        return "gesendet" in low
    if low.startswith("outlook für "):
        return "herunterladen" in low or len(text) < 30
    return low.startswith(known.DEVICE) and not _WISH.search(_EXCUSE.sub("", low))


def banner_length(lines: Sequence[str], at: int) -> int:
    """How many lines from `at` are the warning of a mail system about mail from outside; 0 for none, at most eight."""
    first = bare(lines[at]).strip(" []!⚠️:🛑-_").casefold()
    paragraph = " ".join(bare(line) for line in _until_blank(lines, at, 8)).casefold()
    if not first.startswith(known.BANNERS) or not any(sign in paragraph for sign in known.BANNER_SIGNS):
        return 0
    length = 0
    for line in _until_blank(lines, at, 8):
        low = bare(line).casefold()
        goes_on = not length or any(sign in low for sign in (*known.BANNER_SIGNS, "content is safe", "recogni"))
        if not goes_on and (_ends_sentence(lines[at + length - 1]) or _WISH.search(low)):
            break
        length += 1
    return length if length > 1 or any(sign in first for sign in known.BANNER_SIGNS) else 0


def marked_ranges(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Ranges of lines that say of themselves that they are no words: after "--", of devices, legal notices, rules."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        end = at
        if is_delimiter(lines[at]) and _short(lines[at + 1 : at + 200], 30):
            end = _postscript(lines, at + 1)
        elif is_device_line(lines[at]) and (at == 0 or not bare(lines[at - 1]) or (found[-1:] and found[-1][1] == at)):
            end = at + 1
        elif starts_legal(lines, at):
            end = _postscript(lines, at + 1)
        elif len(lines) - at < 200 and is_rule(lines[at]) and _is_tail(lines[at + 1 :]):
            end = len(lines)
        if end > at:
            found.append((at, end))
        at = max(end, at + 1)
    return found


def unmarked_range(lines: Sequence[str], name: str) -> tuple[int, int] | None:
    """The range of a signature that no mark begins: closing words or the sender's `name`, then short lines; or None."""
    filled = [number for number, line in enumerate(lines) if bare(line)]
    for position, number in enumerate(filled):
        if len(filled) - position > 60:
            continue
        end = _postscript(lines, number + 1)
        rest = [line for line in lines[number + 1 : end] if bare(line)]
        if _begins(lines, number, rest, name, alone=position == 0) and _all_short(rest):
            return number, end
    return None


def starts_legal(lines: Sequence[str], at: int) -> bool:
    """Whether a legal notice begins at line `at`."""
    low = bare(lines[at]).strip(" *_-[]()>").casefold()
    if low.startswith(known.LEGAL_SURE):
        return True
    if not low.startswith(known.LEGAL_MAYBE):
        return False
    following = " ".join(bare(line) for line in lines[at : at + 8]).casefold()[:1_500]
    return sum(sign in following for sign in known.LEGAL_SIGNS) >= 2


def on_behalf_of(text: str) -> str:
    """The name in "on behalf of Dr. Roe" or "Assistant to Jane Roe", as it stands; "" for none."""
    for found in _BEHALF.finditer(text):
        name = _leading_name(found.group(1))
        if name:
            return name
    return ""


def is_name_line(line: str, name: str) -> bool:
    """Whether a line is the sender's name, a part of it or its initials, with degrees after it or not."""
    words = [word.strip(".,;-–—~()") for word in bare(line).lstrip("-–—~ ").split()]
    words = [word for word in words if word]
    own = [part.casefold().strip(".,") for part in name.replace(",", " ").split()]
    if not words or not own or len(words) > 8:
        return False
    if len(words) == 1 and 1 < len(words[0]) <= 4 and words[0].casefold() == "".join(part[0] for part in own if part):
        return True
    named = [word for word in words if word.casefold() in own]
    others = [word for word in words if word.casefold() not in own and not _CREDENTIAL.fullmatch(word)]
    return bool(named) and all(
        len(word) <= 2 or word.casefold() in ("dr", "phd", "jr", "sr", "prof") for word in others
    )


def _begins(lines: Sequence[str], number: int, rest: Sequence[str], name: str, *, alone: bool) -> bool:
    """Whether a signature begins at this line, seen with the filled lines after it."""
    text = bare(lines[number])
    closing = _closing(text, rest)
    if closing:
        return True
    before_blank = number == 0 or not bare(lines[number - 1])
    if name and is_name_line(lines[number], name) and not alone:
        return before_blank or not rest or len(text.split()) > 1
    dashed = (
        bare_rule(lines[number])[:1] in "-–—~"
        and len(text) < 40
        and not rest
        and bool(_NAME_WORD.match(text.lstrip("-–—~ ")))
    )
    if dashed and not alone and len(text.lstrip("-–—~ ").split()) <= 3 and not _WISH.search(text):
        return before_blank
    if not before_blank or alone or not _looks_a_name(text) or _WISH.search(text):
        return False
    return any(_CONTACT.search(bare(line)) or _POST.search(bare(line)) for line in rest)


def _closing(text: str, rest: Sequence[str]) -> bool:
    low = text.casefold().strip(" ,.!;:-–—")
    if low in known.CLOSINGS:
        return True
    if low in known.THANKS:
        return bool(rest)
    words, comma, name = text.partition(",")
    if comma and len(text) < 60 and not rest and words.casefold().strip(" !") in (*known.CLOSINGS, *known.THANKS):
        return _looks_a_name(name.strip(" .!")) or _one_name(name.strip(" .!"))
    pair = low.replace(" and ", ",").replace(" & ", ",").replace(" und ", ",").replace(" y ", ",").split(",")
    return len(pair) == 2 and pair[0].strip() in known.THANKS and pair[1].strip() in known.CLOSINGS


def _looks_a_name(text: str) -> bool:
    words = text.split(",")[0].split()
    named = [word for word in words if _NAME_WORD.fullmatch(word)]
    return 2 <= len(words) <= 5 and len(named) >= 2 and all(word in named or word in _PARTICLES for word in words)


def _one_name(text: str) -> bool:
    return _NAME_WORD.fullmatch(text) is not None and not _WISH.search(text)


def _all_short(rest: Sequence[str]) -> bool:
    """Whether the lines are what a signature has: few, short, and no sentences."""
    legal = next((number for number in range(len(rest)) if starts_legal(rest, number)), len(rest))
    own = rest[:legal]
    return len(own) <= _LINES_MOST and not any(_is_sentence(line) for line in own)


def _is_sentence(line: str) -> bool:
    text = bare(line)
    if is_device_line(line) or is_rule(line) or is_delimiter(line):
        return False
    words = text.split()
    if _WISH.search(text) and not _CONTACT.search(text) and len(words) > 1:
        return True
    if _CONTACT.search(text) or "|" in text or "•" in text:
        return len(words) > 25
    return (
        (len(words) >= 5 and text.endswith((".", "!", "?")))
        or len(words) > 12
        or (len(words) > 1 and text.endswith("?"))
    )


def _is_tail(rest: Sequence[str]) -> bool:
    """Whether what follows a rule is contact lines, a device or a legal notice, and nothing else."""
    filled = [line for line in rest if bare(line)]
    if not filled:
        return True
    telling = any(_CONTACT.search(bare(line)) or is_device_line(line) for line in filled)
    legal = any(starts_legal(filled, number) for number in range(min(len(filled), 30)))
    return (telling or legal) and _all_short(filled)


def _short(rest: Sequence[str], most: int) -> bool:
    """Whether the filled lines before a legal notice are at most `most`."""
    count = 0
    for number, line in enumerate(rest):
        if starts_legal(rest, number):
            return True
        count += bool(bare(line))
        if count > most:
            return False
    return True


def _postscript(lines: Sequence[str], at: int) -> int:
    """The first line from `at` on that begins a postscript; the number of lines when none does."""
    return next((number for number in range(at, len(lines)) if _POSTSCRIPT.match(bare(lines[number]))), len(lines))


def _until_blank(lines: Sequence[str], at: int, most: int) -> list[str]:
    part: list[str] = []
    for line in lines[at : at + most]:
        if not bare(line):
            break
        part.append(line)
    return part


def _ends_sentence(line: str) -> bool:
    return bare(line).rstrip("]*) ").endswith((".", "!", "?", "]"))


def _leading_name(text: str) -> str:
    """The words at the beginning that belong to a name: with capitals, titles and particles between them."""
    kept: list[str] = []
    for word in text.split():
        clean = word.strip("\"'“”()<>[]")
        if not _NAME_WORD.match(clean) and clean not in _PARTICLES:
            break
        kept.append(clean.rstrip(",;:!"))
        ends = clean.endswith((",", ";", ":", "!")) or (clean.endswith(".") and len(clean.rstrip(".")) > 4)
        if ends or word.endswith(")") or len(kept) == 6:
            break
    while kept and kept[-1] in _PARTICLES:
        kept.pop()
    name = " ".join(kept)
    return name[:-1] if name.endswith(".") and len(kept[-1]) > 5 else name
