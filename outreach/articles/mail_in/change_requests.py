"""What somebody asks to change, in their own words: "replace X with Y", "should read", "delete", numbered lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from outreach.articles.mail_in.answer import Pair

Form = Literal["replace", "delete", "add", "other"]

_MOST = 200
_LINE_MOST = 1_000
_QUOTED = r"[\"“”„«»‘'`]\s?([^\"“”„«»`\n]{1,300}?)\s?[\"“”«»’'`]"
_WITH = r"(?:with|by|to|into|for|as|por|con|par|en|durch|mit|in|zu|auf|com|→|->|=>)"
_VERB = (
    r"(?:replace|change|correct|swap|substitute|make|update|revise|cambi[ae]r?|cambie"
    r"|reemplac[ea]r?|reemplazar|sustituy[ae]|"
    r"sustituir|corrij[ae]|remplace[rz]?|remplacer|change[rz]|modifie[rz]?|corrige[rz]?|ersetzen|ändern|korrigieren|"
    r"substitua|substituir|troque|trocar|altere|alterar|mude|mudar|corrija)"
)
_PAIRED = re.compile(
    rf"\b{_VERB}\b[^\"“„«\n]{{0,60}}{_QUOTED}[^\"“„«\n]{{0,30}}?\s?{_WITH}\s{{1,3}}[^\"“„«\n]{{0,20}}{_QUOTED}",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"\b(?:replace|change|swap|correct)\s{1,3}(?:the\s{1,3}(?:word|words|phrase|number|figure|title|name)\s{1,3})?"
    r"([^\n\"“”,;:.!?]{1,80}?)\s{1,3}(?:with|to|by|for)\s{1,3}([^\n\"“”,;:!?]{1,120})",
    re.IGNORECASE,
)
_ARROWS = ("→", "-->", "->", "=>")
_READ = re.compile(
    r"\b(?:should (?:read|say|be)|needs to (?:read|say)|must (?:read|say)|ought to read|debe(?:ría)? (?:decir|leerse)"
    r"|devrait (?:dire|se lire)|doit se lire|soll(?:te)? (?:lauten|heißen)|muss (?:lauten|heißen)"
    r"|deve(?:ria)? (?:dizer|ler-se|ser))\b",
    re.IGNORECASE,
)
_FIRST_QUOTED = re.compile(rf"[\s:,]{{0,6}}{_QUOTED}")
_ANY_QUOTED = re.compile(_QUOTED)

_DELETE = re.compile(
    r"\b(?:delete|remove|strike|omit|drop|cut|take out|leave out|leave off|get rid of"
    r"|elimin[ea]r?|elimine|borr[ea]r?|quit[ea]r?|"
    r"quite|suprim[ae]r?|supprime[rz]?|supprimer|enleve[rz]|retire[rz]|retirer|streichen|löschen|entfernen|weglassen|"
    r"remova|remover|retire|apague|apagar|exclua|excluir|tire)\b",
    re.IGNORECASE,
)
_ADD = re.compile(
    r"\b(?:add|insert|include|mention|agregu?e|agregar|añad[ae]|añadir|incluy[ae]|incluir"
    r"|ajoute[rz]?|ajouter|hinzufügen|ergänzen|"
    r"einfügen|adicione|adicionar|acrescente|acrescentar|inclua)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    rf"\b(?:{_VERB[3:-1]}|rephrase|reword|rewrite|edit|fix|amend|adjust|clarify|tone (?:it |this |that )?down|shorten"
    rf"|soften|spell|capitalize|reformular|aclar[ea]r?|"
    r"reformulieren|umformulieren|anpassen|kürzen|verbessern|reformule[rz]?|préciser"
    r"|précise[rz]|reformule|ajuste|ajustar|esclareça)\b",
    re.IGNORECASE,
)
_SHOULD = re.compile(
    r"\b(?:should (?:read|say|be(?! (?:fine|ok|okay|good|great|all right))|have|not"
    r"|also)|shouldn[’']t|needs to (?:be|read|say)|must (?:be|read|say)|instead of|rather than"
    r"|"
    r"is (?:wrong|incorrect|not correct|not accurate|inaccurate|misspelled|outdated"
    r"|a typo)|are (?:wrong|incorrect)|typo|misquote[sd]?|"
    r"(?:isn|wasn|aren)[’']t (?:right|correct|accurate|what i said)|is not what i said"
    r"|i(?: would|[’']d) rather (?:say|use|have|write|put)|please (?:use|write|put|refer to"
    r"|describe|credit|attribute|identify|list)\b(?! (?:them|it|this|as is|the link"
    r"|my (?:cell|phone|email|office|quotes?)))|(?:never|didn[’']t|did not) (?:say|said)"
    r"|"
    r"debe(?:ría)? (?:decir|ser|leerse)|en lugar de|en vez de|es incorrecto|está mal"
    r"|devrait (?:être|dire|se lire)|doit (?:être|se lire)|"
    r"au lieu de|est (?:faux|incorrect|inexact)|soll(?:te)? (?:heißen|lauten|sein)|muss (?:heißen"
    r"|lauten)|(?:statt|anstatt|anstelle)|ist (?:falsch|nicht richtig|nicht korrekt)"
    r"|"
    r"deve(?:ria)? (?:ser|dizer|ler-se)|em vez de|em lugar de|está (?:errado|incorreto)"
    r"|i would (?:say|prefer|change|suggest)|i[’']d (?:say|prefer|change|suggest)|"
    r"my (?:correct )?title is|the correct|it[’']s actually|it is actually|actually,? (?:it|the|we|my)|spelled)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\b(?:please|kindly|could (?:you|we)|can (?:you|we)|would you|i[’']d like|i would like"
    r"|we[’']d like|i want|i suggest|i recommend|"
    r"let[’']s|you (?:should|need to|must|could)|needs? to|should|must|por favor|favor de"
    r"|podría|podrían|puede|quisiera|"
    r"me gustaría|merci de|veuillez|pourriez|pouvez|il faut|je voudrais|j[’']aimerais|bitte|könnten|würden|können sie|"
    r"poderia|gostaria|queira|peço)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:removed|deleted|taken out|dropped|changed|corrected|fixed|replaced|added"
    r"|revised|edited|eliminad[oa]|cambiad[oa]|corregid[oa]|"
    r"supprimée?|modifiée?|corrigée?|gestrichen|geändert|korrigiert|entfernt|removid[oa]|alterad[oa]|corrigid[oa])\b",
    re.IGNORECASE,
)
_NOT_THIS = re.compile(
    r"\b(?:it[’']s|it is|use|say|read) [\"“][^\"“”\n]{1,100}[\"”],? (?:not"
    r"|instead of|and not) [\"“]",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:no (?:need|reason) to|nothing (?:to|that needs)|not? (?:need|have) to|don[’']t (?:need to"
    r"|have to|change|delete|remove|cut|edit|fix|add)|do not (?:change|delete|remove"
    r"|edit|cut|add)|"
    r"no (?:changes?|edits?|corrections?|comments?)|without (?:changes?|edits?|any)"
    r"|wouldn[’']t (?:change|cut|add|edit)|would not (?:change|add|edit)|"
    r"not? (?:change|edit) (?:a|anything)|sin cambios|ningún cambio|ohne änderung|keine änderung"
    r"|sans modification|aucun(?:e)? "
    r"(?:changement|modification)|sem alterações|nenhuma alteração|nada que cambiar"
    r"|nichts zu ändern|rien à (?:changer|modifier))",
    re.IGNORECASE,
)
PARTS = re.compile(
    r"\b(?:paragraphs?|sentences?|quot(?:e|es|ation|ations)|titles?|headline|headings?"
    r"|names?|figures?|numbers?|words?|wording|phras(?:e|es|ing)|photos?|pictures?|captions?"
    r"|sections?|pages?|lines?|"
    r"spelling|tone|intro(?:duction)?|ending|conclusion|bio|date|percentages?|percent"
    r"|statements?|bullets?|typos?|párrafos?|frases?|citas?|título|titular|cifras?|palabras?"
    r"|nombre|paragraphes?|"
    r"phrases?|citations?|titre|chiffres?|mots?|absatz|absätze|satz|sätze|zitate?|titel"
    r"|überschrift|zahl(?:en)?|wort|name|parágrafos?|citaç(?:ão|ões)|números?|palavras?"
    r"|nome)\b",
    re.IGNORECASE,
)
"""Words for a part of a text."""

_LOGISTICS = re.compile(
    r"\b(?:cc|bcc|copy (?:me|my)|thread|mailing list|distribution list|calendar|invites?"
    r"|invitation|meeting|calls?|zoom|email address|phone number|unsubscribe|contact list"
    r"|to your list|newsletter)\b",
    re.IGNORECASE,
)
_AVOID = re.compile(
    r"\b(?:do not|don[’']t|rather not|prefer not to|not to|would not|wouldn[’']t|please not"
    r"|never|no|ne|nicht|não) (?:\w{1,12} ){0,2}"
    r"(?:use|publish|print|run|include|quote|mention|say|call|approve of|like|agree with"
    r"|attribute|utilice|use|cite|utilisez|verwenden|utilize)\b",
    re.IGNORECASE,
)
_CUT_WORDS = re.compile(
    r"\b(?:clear[- ]cut|short ?cut|cut (?:costs?|spending|wait|waste)|haircut|budget cut)\b", re.IGNORECASE
)
_BULLET = re.compile(r"\s{0,8}(?:\(?(\d{1,2}|[a-h])[.):\]]|#(\d{1,2})|[-•*·–‣▪])\s{1,6}(\S[^\n]{0,900})")
_NUMBERED = re.compile(r"\s{0,8}\(?(?:\d{1,2}|[a-h])[.):\]]\s{1,6}\S")
_FINE = re.compile(
    r"(?:ok(?:ay)?|fine|good|great|yes|agreed?|approved?|correct|looks? (?:good|fine"
    r"|great)|no changes?|all good|perfect|👍|✓|"
    r"that[’']s (?:fine|right|correct)|sí|bien|vale|de acuerdo|oui|d[’']accord|ja|gut"
    r"|passt|einverstanden|sim|bem|certo|no comment)"
    r"(?:[ ,.!]{1,3}(?:with me|by me|as is|thanks?|thank you|here|go ahead))?[ .!]{0,4}",
    re.IGNORECASE,
)
_LIST_HEAD = re.compile(
    r"\b(?:changes?|edits?|corrections?|comments?|suggestions?|tweaks?|revisions?|requests?"
    r"|notes|fixes|cambios?|correcciones|comentarios|"
    r"sugerencias|änderungen|korrekturen|anmerkungen|changements|modifications|corrections"
    r"|remarques|alterações|correções|"
    r"comentários|sugestões|following|below)\b",
    re.IGNORECASE,
)
_CODA = re.compile(
    r"^(?:thanks?|thank you|best|regards|cheers|gracias|merci|danke|obrigad[oa])\b.{0,40}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ChangeRequest:
    """One request in the words that were written. `old` and `new` are texts that it names, "" where it names none.

    `quoted` is the quoted line that it stands under, "" for none. `sure`: the words themselves ask for a change; else
    it is an item of a list, or an answer under a quoted line, that somebody has to read.
    """

    words: str
    form: Form
    old: str = ""
    new: str = ""
    quoted: str = ""
    sure: bool = True


def change_requests(text: str, pairs: Sequence[Pair] = ()) -> tuple[ChangeRequest, ...]:
    """The requests for change in new words and in answers between quoted lines, in order, at most two hundred."""
    answered = [line for pair in pairs for line in pair.answer.split("\n")]
    own = _without_answers(text, answered) if pairs else text
    found = list(_in_text(own))
    for pair in pairs:
        found.extend(_in_pair(pair))
    unique = {(request.words, request.quoted): request for request in reversed(found)}
    return tuple(reversed(unique.values()))[:_MOST]


def is_logistics(sentence: str) -> bool:
    """Whether a sentence is about mails, meetings and lists, and names no part of a text."""
    return _LOGISTICS.search(sentence[:_LINE_MOST]) is not None and PARTS.search(sentence[:_LINE_MOST]) is None


def names_change(words: str) -> bool:
    """Whether words name a change of a text: delete, replace, add."""
    words = _CUT_WORDS.sub(" ", words[:_LINE_MOST])
    return any(rule.search(words) for rule in (_DELETE, _CHANGE, _ADD, _SHOULD, _CHANGED))


def asks_for_change(sentence: str) -> bool:
    """Whether a sentence asks for a change of the text by its own words."""
    sentence = _CUT_WORDS.sub(" ", sentence[:_LINE_MOST])
    if is_logistics(sentence):
        return False
    avoided = _AVOID.search(sentence)
    if avoided and PARTS.search(sentence[avoided.end() : avoided.end() + 60]):
        return True
    if _NEGATED.search(sentence):
        return _SHOULD.search(_NEGATED.sub(" ", sentence)) is not None and "should" in sentence
    if _NOT_THIS.search(sentence):
        return True
    if _SHOULD.search(sentence) or _PAIRED.search(sentence) or _PLAIN.match(sentence.lstrip(" -•*0123456789.)")):
        return True
    acts = _DELETE.search(sentence) or _CHANGE.search(sentence) or _ADD.search(sentence)
    return acts is not None and (
        _ASKING.search(sentence[: acts.end()]) is not None
        or _leads(sentence, acts.start())
        or "bitte" in sentence.lower()
    )


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, and its list items, each on one line. Line ends within a paragraph join."""
    paragraph: list[str] = []
    for line in [*text.split("\n"), ""]:
        words = line.strip()
        if not words or _BULLET.fullmatch(line[:_LINE_MOST]):
            yield from _parted(" ".join(paragraph))
            paragraph = []
            if words:
                paragraph = [words]
            continue
        if paragraph and words[:1].isupper() and len(paragraph[-1]) < 45 and paragraph[-1][-1:] not in ",;-–":
            yield from _parted(" ".join(paragraph))
            paragraph = []
        paragraph.append(words)


_END = re.compile(r"(?<=[.!?…])[\"”’)]{0,2}\s{1,4}(?=[\"“(¿¡A-ZÀ-ÝЀ-Я0-9])")
_SHORTENED = (
    "dr.",
    "mr.",
    "mrs.",
    "ms.",
    "prof.",
    "st.",
    "no.",
    "vs.",
    "e.g.",
    "i.e.",
    "p.",
    "sr.",
    "sra.",
    "fr.",
    "hr.",
)


def _parted(paragraph: str) -> Iterator[str]:
    kept = ""
    for piece in _END.split(paragraph):
        kept = f"{kept} {piece}".strip() if kept else piece.strip()
        last = kept.rsplit(" ", 1)[-1].lower() if kept else ""
        if last in _SHORTENED or re.fullmatch(r"\(?\d{1,2}\.", kept):
            continue
        if kept:
            yield kept
        kept = ""
    if kept:
        yield kept


def _in_text(text: str) -> Iterator[ChangeRequest]:
    is_list = False
    for sentence in sentences(text):
        numbered = _BULLET.match(sentence[:_LINE_MOST])
        if numbered is None:
            is_list = _LIST_HEAD.search(sentence) is not None or (is_list and not sentence.endswith("."))
        if asks_for_change(sentence):
            yield _request(sentence)
        elif numbered and _is_item(numbered, headed=is_list):
            yield _request(sentence, sure=False)
        elif _is_arrow(sentence):
            yield _request(sentence)


def _is_item(item: re.Match[str], *, headed: bool) -> bool:
    """Whether an item of a list may be a request: numbered, or under words such as "changes:"."""
    return (headed or item.group(1) is not None) and _FINE.fullmatch(item.group(3).strip()) is None


def _in_pair(pair: Pair) -> Iterator[ChangeRequest]:
    for sentence in sentences(pair.answer):
        if (
            _FINE.fullmatch(sentence)
            or _NEGATED.search(sentence)
            or _CODA.match(sentence)
            or (sentence.rstrip().endswith("?") and not asks_for_change(sentence))
        ):
            continue
        yield _request(
            sentence, quoted=pair.quoted, sure=asks_for_change(sentence) or _is_arrow(sentence) or _is_order(sentence)
        )


def _is_order(sentence: str) -> bool:
    """Whether an answer under a quoted line is an order by its first word: "Delete.", "Remove this"."""
    start = sentence[:60]
    return any((found := rule.search(start)) is not None and found.start() < 12 for rule in (_DELETE, _CHANGE, _ADD))


def _is_arrow(sentence: str) -> bool:
    return _around_arrow(sentence) != ("", "")


def _leads(sentence: str, at: int) -> bool:
    """Whether what stands before the verb is nothing but a mark of a list or a word of place: "Para 2: delete ..."."""
    before = sentence[:at].strip()
    if not before or len(before) <= 4 or before.lower().endswith((", just", ", simply", "- just", "; just")):
        return True
    head = before.rstrip()
    if head.endswith((":", ",", "-", "–", "—", ".")) and len(head) < 60:
        return True
    return (
        head.lower().rsplit(" ", 1)[-1] in ("and", "then", "but", "also", "just", "to", "y", "et", "und", "e")
        and at < 60
        and _ASKING.search(head) is not None
    )


def _request(sentence: str, *, quoted: str = "", sure: bool = True) -> ChangeRequest:
    words = sentence[:_LINE_MOST].strip()
    old, new = _texts(words)
    if old or new:
        form: Form = "replace"
    elif _DELETE.search(words):
        form = "delete"
    elif _ADD.search(words) and not _CHANGE.search(words):
        form = "add"
    else:
        form = "replace" if _CHANGE.search(words) and _SHOULD.search(words) else "other"
    return ChangeRequest(words, form, old, new, quoted, sure)


def _texts(words: str) -> tuple[str, str]:
    """The old and the new text that a request names; "" and "" when it names none."""
    paired = _PAIRED.search(words)
    if paired:
        return _clean(paired.group(1)), _clean(paired.group(2))
    read = _READ.search(words)
    if read:
        olds = _ANY_QUOTED.findall(words[max(read.start() - 200, 0) : read.start()])
        new = _FIRST_QUOTED.match(words, read.end())
        rest = words[read.end() : read.end() + 200].lstrip(" :,")
        return _clean(olds[-1] if olds else ""), _clean(new.group(1) if new else rest)
    plain = _PLAIN.search(words)
    if plain:
        return _clean(plain.group(1)), _clean(plain.group(2))
    return _around_arrow(words)


def _around_arrow(words: str) -> tuple[str, str]:
    """What stands before and after an arrow in a short line, as "nurse -> registered nurse"; else ""."""
    if len(words) < 400:
        for arrow in _ARROWS:
            before, found, after = words.partition(arrow)
            if found and _clean(before) and _clean(after):
                return _clean(before), _clean(after)
    return "", ""


def _clean(words: str) -> str:
    return words.strip(" \"“”„«»‘’'`").rstrip(".;,!").strip()


def _without_answers(text: str, answered: Sequence[str]) -> str:
    """The new words that stand above or below the quoted text: those of the pairs are read with their lines."""
    gone = {line.strip() for line in answered if line.strip()}
    return "\n".join(line for line in text.split("\n") if line.strip() not in gone)
