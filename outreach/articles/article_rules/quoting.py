"""Quotations: each stands in the notes or in a source, word for word, by leave of who said it, and is short."""

from __future__ import annotations

from collections.abc import Iterator

from outreach.articles import article_text
from outreach.articles.article_reading import Around, ArticleReading, QuoteState
from outreach.articles.article_rule import ArticleExample, ArticleHit, ArticleRule
from outreach.articles.versions import Marks, QuoteMeant
from outreach.asklint.types import Severity

LONGEST_QUOTE = 40
"""Words of one quotation (product.md, O4)."""

LARGEST_SHARE = 0.25
"""Of an article's words that may stand between quotation marks (product.md, O4)."""

_LAST_WORDS = 60


def _untraced(reading: ArticleReading) -> Iterator[ArticleHit]:
    for one in reading.quotations:
        meant = reading.quote(one.number)
        if meant is not None and article_text.is_traced(one.words, meant.words):
            continue
        if one.number is None:
            yield ArticleHit(one.words)
        elif meant is None:
            yield ArticleHit(one.words, "The mark behind it stands for no exact words of this article. Put them in.")
        else:
            said = " ".join(meant.words.split()[:_LAST_WORDS])
            yield ArticleHit(one.words, f"This is not what {meant.speaker or 'they'} said. The notes have: “{said}”")


def _gone(reading: ArticleReading) -> Iterator[ArticleHit]:
    for number, one in _states(reading):
        if one.is_gone:
            yield ArticleHit(_words(reading, number), "The note that held these words was deleted.")
        elif one.is_changed:
            yield ArticleHit(_words(reading, number), "The note reads otherwise now. Put the words in anew.")


def _without_leave(reading: ArticleReading) -> Iterator[ArticleHit]:
    for number, one in _states(reading):
        if one.may_quote == "no":
            yield ArticleHit(_words(reading, number))
        elif one.may_quote == "not_asked":
            yield ArticleHit(_words(reading, number), "Nobody has asked yet whether they may be quoted. Ask, note it.")
        elif one.may_quote == "after_check" and not one.is_of_reviewer:
            yield ArticleHit(
                _words(reading, number), "They want to check the words first. Put them on the list of who approves."
            )


def _too_long(reading: ArticleReading) -> Iterator[ArticleHit]:
    for one in reading.quotations:
        count = len(one.words.split())
        if count > LONGEST_QUOTE:
            yield ArticleHit(one.words, f"{count} words; {LONGEST_QUOTE} are read. Quote the best half, tell the rest.")


def _too_many(reading: ArticleReading) -> Iterator[ArticleHit]:
    quoted = sum(len(one.words.split()) for one in reading.quotations)
    if reading.words >= 100 and quoted > LARGEST_SHARE * reading.words:
        yield ArticleHit("", f"{round(100 * quoted / reading.words)}% of the words are quoted; a quarter is plenty.")


def _states(reading: ArticleReading) -> list[tuple[int, QuoteState]]:
    used = {one.number for one in article_text.marks(reading.body) if one.is_quote}
    return [(number, one) for number, one in reading.around.quote_states.items() if number in used]


def _words(reading: ArticleReading, number: int) -> str:
    quoted = [one.words for one in reading.quotations if one.number == number]
    meant = reading.quote(number)
    return quoted[0] if quoted else (meant.words if meant else "")


_SAID = Marks((QuoteMeant(1, "Inés Okafor", "Nobody had decided who could open the room on a Sunday, you know."),))


def _state(**named: object) -> Around:
    return Around(quote_states={1: QuoteState(**named)})  # type: ignore[arg-type]


_QUOTED = "“Nobody had decided who could open the room,”[q1] says Inés Okafor."

RULES = (
    ArticleRule(
        "quote-untraced",
        Severity.BLOCK,
        "Nothing here shows who said this. Put the words in from the notes, or take the quotation marks away.",
        "A quotation that was never said is the one mistake that ends a relationship and a byline.",
        "Product design, O4, A6, row 23.",
        _untraced,
        bad=(
            ArticleExample("“We never once thought about the beds at all,” says Inés Okafor."),
            ArticleExample("“Somebody had decided who could open the room,”[q1] says Inés.", _SAID),
            ArticleExample("“Nobody had decided who could open the room,”[q7] says Inés.", _SAID),
            ArticleExample("“Nobody could open the room had decided on a Sunday,”[q1] says Inés.", _SAID),
        ),
        good=(
            ArticleExample(_QUOTED, _SAID),
            ArticleExample("“Nobody had decided ... on a Sunday,”[q1] says Inés.", _SAID),
            ArticleExample(
                "“[N]obody had decided who could open [it].”[q1]",
                Marks((QuoteMeant(1, "I", "Nobody had decided who could open it."),)),
            ),
            ArticleExample("They call it a “bed board”, and it hangs by the door."),
        ),
    ),
    ArticleRule(
        "quote-gone",
        Severity.BLOCK,
        "The note that held these words is not there as it was.",
        "A quotation has to be traced to what is kept now, not to what once was.",
        "Issue of the article room: a quote whose note was deleted is handled in words.",
        _gone,
        bad=(
            ArticleExample(_QUOTED, _SAID, _state(is_gone=True)),
            ArticleExample(_QUOTED, _SAID, _state(is_changed=True)),
        ),
        good=(ArticleExample(_QUOTED, _SAID, _state()), ArticleExample("No quote.", _SAID, _state(is_gone=True))),
    ),
    ArticleRule(
        "quote-without-leave",
        Severity.BLOCK,
        "They said that they do not want to be quoted. Tell it in your own words, without their name, or ask again.",
        "What somebody agreed to holds also when their words would help the text.",
        "Product design, A6, row 23.",
        _without_leave,
        bad=(
            ArticleExample(_QUOTED, _SAID, _state(may_quote="no")),
            ArticleExample(_QUOTED, _SAID, _state(may_quote="not_asked")),
            ArticleExample(_QUOTED, _SAID, _state(may_quote="after_check", is_of_reviewer=False)),
        ),
        good=(
            ArticleExample(_QUOTED, _SAID, _state(may_quote="after_check")),
            ArticleExample(_QUOTED, _SAID, _state(may_quote="")),
        ),
    ),
    ArticleRule(
        "quote-long",
        Severity.WARN,
        "This quotation is long.",
        "Long quotations are skipped; the best half of one is remembered.",
        "Product design, O4: at most 40 words each.",
        _too_long,
        bad=(ArticleExample(f"“{'word ' * 41}end.”"),),
        good=(ArticleExample(f"“{'word ' * 39}end.”"),),
    ),
    ArticleRule(
        "quotes-many",
        Severity.WARN,
        "Much of the text is quoted.",
        "Readers want what you learned; a transcript they could have asked for.",
        "Product design, O4: at most a quarter of the text.",
        _too_many,
        bad=(ArticleExample("“" + "word " * 39 + "end.” " + "And so on it went. " * 13),),
        good=(ArticleExample("“" + "word " * 19 + "end.” " + "And so on it went. " * 20),),
    ),
)
