"""Lines by which mail programs begin what was written before: "On ... wrote:", blocks of headers, "Forwarded message".

Tables of words in the languages of mail programs, read with string operations; the few expressions are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

LINE_MOST = 400
"""Characters of a line that are looked at: a marker is shorter."""

_LABELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "from": (
            "from", "de", "von", "da", "van", "fra", "från", "od", "от", "от кого", "від", "expéditeur", "lähettäjä",
            "remitente", "remetente", "mittente", "发件人", "寄件者", "差出人", "보낸 사람",
            "kimden", "gönderen", "feladó",
        ),
        "date": (
            "sent", "date", "sent at", "gesendet", "datum", "envoyé", "envoyé le", "enviado", "enviado el",
            "enviado em",
            "enviada em", "enviada", "fecha", "data", "inviato", "data invio", "verzonden", "sendt", "dato", "skickat",
            "wysłano", "дата", "отправлено", "发送时间", "日期", "送信日時", "日付", "le", "lähetetty", "gönderildi",
            "보낸 날짜", "gesendet am", "received", "posted at", "data de envio",
        ),
        "to": (
            "to", "a", "à", "an", "para", "aan", "til", "till", "do", "кому", "收件人", "宛先", "destinataire",
            "destinatario", "destinatário", "pour", "kime", "vastaanottaja", "받는 사람",
        ),
        "subject": (
            "subject", "betreff", "objet", "sujet", "asunto", "assunto", "oggetto", "onderwerp", "emne", "ämne",
            "temat",
            "тема", "主题", "主旨", "件名", "제목", "konu", "aihe", "re", "titre",
        ),
        "other": (
            "cc", "bcc", "cci", "cco", "kopie", "kopi", "copie", "copia", "cópia", "dw", "копия", "抄送", "reply-to",
            "reply to", "risposta", "rispondi a", "répondre à", "antwort an", "responder a", "beantwoorden - aan",
            "importance", "wichtigkeit", "importancia", "importância", "priority", "attachments", "anlagen",
            "pièces jointes", "datos adjuntos", "anexos", "attachment", "organization", "ccopy", "resent-from",
        ),
    }
)  # fmt: skip
_ROLES: Mapping[str, str] = MappingProxyType({label: role for role, labels in _LABELS.items() for label in labels})

_FORWARDED = (
    "forwarded message", "begin forwarded message", "fwd", "weitergeleitete nachricht", "weitergeleitet von",
    "anfang der weitergeleiteten nachricht", "anfang der weitergeleiteten e-mail", "message transféré",
    "message transmis", "début du message transféré", "début du message réexpédié", "mensaje reenviado",
    "inicio del mensaje reenviado", "mensagem encaminhada", "mensagem reencaminhada", "início da mensagem encaminhada",
    "início da mensagem reencaminhada", "messaggio inoltrato", "inizio messaggio inoltrato", "doorgestuurd bericht",
    "begin doorgestuurd bericht", "videresendt melding", "videresendt meddelelse", "vidarebefordrat meddelande",
    "wiadomość przekazana", "пересылаемое сообщение", "пересланное сообщение", "转发邮件", "转发的邮件", "forwarded by",
    "forwarded", "mensaje reenviado original", "inhalt der weitergeleiteten nachricht",
)  # fmt: skip
_ORIGINAL = (
    "original message", "original appointment", "reply message", "ursprüngliche nachricht", "originalnachricht",
    "message d'origine", "message d’origine", "message original", "message initial", "mensaje original",
    "mensagem original", "messaggio originale", "oorspronkelijk bericht", "opprinnelig melding", "original meddelelse",
    "oprindelig meddelelse", "ursprungligt meddelande", "originalmeddelande", "oryginalna wiadomość",
    "wiadomość oryginalna",
    "исходное сообщение", "исходное письмо", "原始邮件", "邮件原件", "元のメッセージ",
    "original email", "original mail",
    "e-mail d'origine", "correo original", "e-mail original", "reply above this line", "mensaje de origen",
)  # fmt: skip

_STARTS = (
    "on ", "at ", "in message ", "le ", "el ", "am ", "em ", "a ", "no dia ", "il ", "in data ", "op ", "den ", "dnia ",
    "w dniu ", "de ", "en ", "el día ", "le jour ", "pe ", "em qua", "em seg", "em ter", "em qui", "em sex", "em sáb",
    "em dom",
)  # fmt: skip
_VERBS = (
    "wrote", "writes", "said", "says", "escribió", "escribio", "a écrit", "écrit", "a ecrit", "nous a dit",
    "a répondu", "schrieb", "geschrieben", "schrieben sie", "escreveu", "ha scritto", "scrive", "scrisse", "schreef",
    "het volgende geschreven", "skrev", "følgende", "napisał", "napisała", "napisał(a)", "napisal", "pisze", "написал",
    "написала", "пишет", "пише", "kirjoitti", "yazdı", "写道", "寫道", "のメール", "作成", "作成:", "작성",
)  # fmt: skip

_ADDRESS = re.compile(r"[^\s<>@]{1,64}@[^\s<>@]{1,100}")
_TIME = re.compile(r"\b\d{1,2}(?:[:.]|\s?h\s?)\d{2}\b")
_DAY = re.compile(
    r"\b(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|(?:19|20)\d\d)\b"
    r"|\b(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mié|jue|vie|sáb|dom|mer|jeu|ven|sam"
    r"|dim|die|mit|don|fre|sam|son|seg|ter|qua"
    r"|qui|sex|sáb)[a-zà-ÿ-]{0,8}[.,]",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d")
_RULE = re.compile(r"[_\-=—–*~]{5,400}")
_DASHED = re.compile(r"-{2,80}\s{0,5}([^-\s][^\n]{0,80}?)\s{0,5}-{2,80}")
_NOTES_LINE = re.compile(
    r"-{3,9}[^\n]{1,160} wrote: ?-{3,9}|[^\n]{1,120} -{3}\d{1,2}[/.]\d{1,2}[/.]\d{2,4} [^"
    r"\n]{3,20}-{3}[^\n]{0,200}"
)
"""The first line of a quotation of Lotus and HCL Notes."""

_INNER_MARKS = str.maketrans({"\xa0": " ", "\u202f": " ", "\u200b": "", "\ufeff": "", "\t": " ", "：": ":"})


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """Headers that stand in a text. `length` counts lines; `values` has "from", "date" and so on as they stand."""

    length: int
    values: Mapping[str, str]


def bare(line: str) -> str:
    """The line without quote marks, stars of bold type and wide blanks, at most `LINE_MOST` characters."""
    return line[:LINE_MOST].translate(_INNER_MARKS).lstrip("> \t|").replace("*", "").strip()


def is_rule(line: str) -> bool:
    """Whether a line is nothing but five or more dashes, underscores or the like."""
    return _RULE.fullmatch(bare_rule(line)) is not None


def bare_rule(line: str) -> str:
    """The line without quote marks and blanks; stars stay."""
    return line[:LINE_MOST].translate(_INNER_MARKS).lstrip("> \t").strip()


def forward_or_original(line: str) -> str:
    """ "forwarded" or "original" for a line by which a program says so, as in "-----Original Message-----"; else ""."""
    text = bare(line)
    if _NOTES_LINE.fullmatch(text):
        return "original"
    if not text or len(text) > 160:
        return ""
    dashed = _DASHED.match(text)
    inner = dashed.group(1) if dashed else text[:-1] if text.endswith(":") else ""
    inner = inner.casefold().strip(" :-_")
    if not inner:
        return ""
    if inner in _FORWARDED or (
        dashed and inner.startswith(("forwarded by ", "weitergeleitet von ", "forwarded message"))
    ):
        return "forwarded"
    return "original" if inner in _ORIGINAL else ""


def header_block(lines: Sequence[str], at: int, least: int = 3) -> HeaderBlock | None:
    """The block of headers that begins at line `at`, when it tells a sender and has `least` headers."""
    values: dict[str, str] = {}
    end, role, missed = at, _label(lines[at])[0], 0
    if not role:
        return None
    last = ""
    for number in range(at, min(at + 25, len(lines))):
        role, value = _label(lines[number])
        if role:
            if role in values and role != "other":
                break
            values[role], last, missed, end = value, role, 0, number + 1
            continue
        words = bare(lines[number])
        if not words:
            if len(values) >= least or missed:
                break
            missed += 1
            continue
        missed += 1
        if missed > 2 or len(words) > 200:
            break
        values[last] = f"{values[last]} {words}".strip()
    told = values.keys() & {"from", "date", "to", "subject"}
    if "from" not in told or len(values) < least or len(told) < min(least, 2):
        return None
    return HeaderBlock(_without_rest(lines, at, end), _first_lines(lines, at, end))


def notes_block(lines: Sequence[str], at: int) -> int:
    """How many lines are a quotation's head as Lotus Notes writes it, "To", "Subject" without colons; 0 for none."""
    seen: set[str] = set()
    dated = False
    for number in range(at, min(at + 16, len(lines))):
        words = bare(lines[number])
        first = words.split(" ", 1)[0].casefold() if words else ""
        if number - at <= 2 and _DAY.search(words) and _TIME.search(words) and len(words) < 160:
            dated = True
        elif dated and first in (
            "to",
            "an",
            "para",
            "a",
            "pour",
            "cc",
            "kopie",
            "subject",
            "thema",
            "asunto",
            "objet",
            "assunto",
        ):
            seen.add("subject" if first in ("subject", "thema", "asunto", "objet", "assunto") else "to")
            if seen == {"subject", "to"} and first in ("subject", "thema", "asunto", "objet", "assunto"):
                return number - at + 1
        elif number - at > 2 and not dated:
            return 0
    return 0


def attribution_length(lines: Sequence[str], at: int) -> tuple[int, bool]:
    """How many lines from `at` say who wrote what is below ("On ... wrote:"), at most five; 0 when they do not.

    With it whether that is sure by itself: a line with an address or a time. One that is not sure counts only when
    quoted lines follow.
    """
    first = bare(lines[at])
    if not first or not _may_begin(first):
        return 0, False
    joined, maybe = "", (0, False)
    for number in range(at, min(at + 5, len(lines))):
        words = bare(lines[number])
        if not words or len(joined) + len(words) > LINE_MOST:
            break
        if number > at and _looks_quoted(lines[number]) and not _looks_quoted(lines[at]) and _ends_itself(joined):
            break
        joined = f"{joined} {words}".strip()
        if _ends_itself(joined):
            sure = _is_attribution(joined)
            if sure:
                return number - at + 1, True
            maybe = (number - at + 1, False) if sure is False else maybe
    return maybe


def _may_begin(first: str) -> bool:
    low = first.casefold().lstrip("- <")
    return low.startswith(_STARTS) or _NUMBER.search(low) is not None or "@" in low or _ends_itself(first)


def _ends_itself(text: str) -> bool:
    stripped = text.rstrip(" ->_<")
    return stripped.endswith((":", ">")) or text.endswith(">") or stripped.casefold().endswith(_VERBS)


def _is_attribution(text: str) -> bool | None:
    """True: sure. False: only when quoted lines follow. None: no attribution."""
    low = text.casefold().strip("- <>")
    has_verb = any(f" {verb}" in f" {low}" for verb in _VERBS) or any(
        verb in low for verb in ("写道", "寫道", "のメール")
    )
    address, time = _ADDRESS.search(text) is not None, _TIME.search(text) is not None
    day, short = _DAY.search(text) is not None, len(text) <= 100
    if not has_verb:
        dated_address = address and (day or time) and low[:1].isalnum() and text.rstrip().endswith((">:", ">", ":"))
        return (text.rstrip().endswith(":") and time) if dated_address and len(text) < 200 else None
    ends = low.rstrip(" :.-_>").endswith(_VERBS) or text.rstrip(" -_>").endswith(":")
    if not ends:
        return None
    starts = low.startswith(_STARTS)
    if (address or time) and (day or time) and (starts or day):
        return True
    if (starts and day) or address:
        return False
    return False if short and low.rstrip(" :.-_>").endswith(_VERBS) else None


def _looks_quoted(line: str) -> bool:
    return line.lstrip().startswith(">")


def _label(line: str) -> tuple[str, str]:
    """The role of a header line and its value; "" and "" for any other line."""
    text = bare(line)
    label, colon, value = text.partition(":")
    if not colon or len(label) > 24:
        return "", ""
    return _ROLES.get(label.strip().casefold(), ""), value.strip()


def _without_rest(lines: Sequence[str], at: int, end: int) -> int:
    """The lines of the block, with those that go on with its last header (long lists of addresses)."""
    while end < len(lines) and bare(lines[end]) and lines[end][:1] in " \t" and "@" in lines[end]:
        end += 1
    return end - at


def _first_lines(lines: Sequence[str], at: int, end: int) -> Mapping[str, str]:
    values: dict[str, str] = {}
    for number in range(at, end):
        role, value = _label(lines[number])
        if role:
            values.setdefault(role, value)
    return values
