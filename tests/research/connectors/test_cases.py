"""Every connector against its golden cases, and against the promises that every connector makes.

A case is a folder `cases/<source>/<case>/`:
- `query.json`: the fields of `Query`; identifiers as [{"scheme", "value", "names"?}];
- `1.response` (the body, byte for byte) and `1.meta.json` {"url", "status", "media_type", "carry"}; then 2, 3, …;
- `expected.json`: what `start` asks for and what `read` says, written by `pytest tests/research/connectors --accept`
  and then read by a person. Keys: start, claims, requests, drift, error; those that are empty are left out.
"""

from __future__ import annotations

import copy
import importlib
import inspect
import json
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import etree

from research import connectors, parse
from research.connector import Check, Drift
from research.errors import SourceError
from research.types import Claim, Document, Identifier, Query, Record, Request, Source
from research.vocabulary import PREDICATES

CASES = Path(__file__).parent / "cases"
KEYS = sorted(m.name for m in pkgutil.iter_modules(connectors.__path__) if not m.name.startswith("_"))
CASE_FOLDERS = sorted(path.parent for path in CASES.glob("*/*/query.json"))
IDENTIFIER_PREDICATES = {"identifier", "organization_identifier"}

# What the user brings has no place of its own: there is no known record to ask for, and its reading is tested with
# the readers of pages.
USERS_OWN = {"given_pages"}

every_connector = pytest.mark.parametrize("key", KEYS)
every_public_source = pytest.mark.parametrize("key", [key for key in KEYS if key not in USERS_OWN])
every_case = pytest.mark.parametrize("folder", CASE_FOLDERS, ids=lambda f: f"{f.parent.name}/{f.name}")


def connector(key: str) -> Any:
    return importlib.import_module(f"{connectors.__name__}.{key}")


# --- reading a case ----------------------------------------------------------------------------------------------


def query_of(folder: Path) -> Query:
    fields = json.loads((folder / "query.json").read_text("utf-8"))
    for name in ("identifiers", "organization_identifiers"):
        if name in fields:
            fields[name] = tuple(Identifier(**item) for item in fields[name])
    if "urls" in fields:
        fields["urls"] = tuple(fields["urls"])
    return Query(**fields)


def documents_of(folder: Path, make_document: Any) -> list[Document]:
    found = sorted(folder.glob("*.response"), key=lambda path: int(path.stem))
    assert found, f"{folder} holds no response"
    documents = []
    for path in found:
        meta = json.loads(path.with_suffix(".meta.json").read_text("utf-8"))
        documents.append(
            make_document(
                folder.parent.name,
                path.read_bytes(),
                meta["url"],
                status=meta.get("status", 200),
                media_type=meta.get("media_type", "application/json"),
                carry=meta.get("carry"),
            )
        )
    return documents


def outcome_of(module: Any, query: Query, documents: list[Document]) -> tuple[list[Any], str]:
    """Everything that `read` yields for the documents in turn, and the error that ended it ("" when none)."""
    yielded: list[Any] = []
    for document in documents:
        try:
            for item in module.read(document, query):
                yielded.append(item)  # noqa: PERF402  what came before an error counts as well
        except SourceError as error:
            return yielded, f"{type(error).__name__}: {error.fault}"
    return yielded, ""


# --- writing it down ---------------------------------------------------------------------------------------------


def without_empty(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value not in ("", None, {}, [], ())}


def written_claim(claim: Claim) -> dict[str, Any]:
    record, citation, place = claim.record, claim.citation, claim.place
    return {"predicate": claim.predicate, "value": claim.value} | without_empty(
        {
            "start": str(claim.start or ""), "end": str(claim.end or ""), "status": claim.status,
            "place": [place.city, place.state] if place else None, "organization": claim.organization,
            "details": dict(claim.details),
            "record": {"id": record.id, "label": record.label, "url": record.url, "kind": record.kind},
            "quote": citation.quote, "confidence": citation.confidence, "url": citation.url,
            "title": citation.title, "published": str(citation.published or ""),
        }
    )  # fmt: skip


def written_request(request: Request) -> dict[str, Any]:
    return {"url": request.url} | without_empty(
        {
            "params": {name: str(value) for name, value in request.params},
            "headers": {name: str(value) for name, value in request.headers},
            "method": "" if request.method == "GET" else request.method,
            "json": request.json, "carry": dict(request.carry), "not_found_is_empty": request.not_found_is_empty or "",
        }
    )  # fmt: skip


def written(module: Any, query: Query, documents: list[Document]) -> dict[str, Any]:
    yielded, error = outcome_of(module, query, documents)
    return without_empty(
        {
            "start": [written_request(request) for request in module.start(query)],
            "claims": [written_claim(item) for item in yielded if isinstance(item, Claim)],
            "requests": [written_request(item) for item in yielded if isinstance(item, Request)],
            "drift": [item.message for item in yielded if isinstance(item, Drift)],
            "error": error,
        }
    )


# --- the promises of a module ------------------------------------------------------------------------------------


@every_connector
def test_a_connector_has_the_four_names_of_the_protocol(key: str) -> None:
    module = connector(key)
    assert isinstance(module.SOURCE, Source)
    assert isinstance(module.CHECK, Check)
    assert list(inspect.signature(module.start).parameters) == ["query"]
    assert list(inspect.signature(module.read).parameters) == ["document", "query"]
    assert module.SOURCE.key == key, "a source has the name of its module"


@every_connector
def test_a_source_covers_words_of_the_vocabulary_only(key: str) -> None:
    source = connector(key).SOURCE
    assert source.covers, "a source that covers nothing is never missed"
    assert source.covers <= set(PREDICATES)
    assert source.subjects <= {"person", "organization"}


@every_public_source
def test_a_check_expects_what_the_source_covers(key: str) -> None:
    module = connector(key)
    assert module.CHECK.expects
    assert module.CHECK.expects <= module.SOURCE.covers | IDENTIFIER_PREDICATES


@every_public_source
def test_a_connector_has_a_golden_case(key: str) -> None:
    assert list((CASES / key).glob("*/query.json")), f"no case in cases/{key}/"


@every_public_source
def test_the_check_leads_to_requests_at_the_source_itself(key: str) -> None:
    module = connector(key)
    requests = list(module.start(module.CHECK.query))
    assert requests
    assert len(requests) <= module.SOURCE.budget
    for request in requests:
        assert_asks_its_own_host(module.SOURCE, request)


@every_connector
def test_start_asks_nothing_for_a_query_that_it_cannot_help_with(key: str) -> None:
    module = connector(key)
    for kind in ("person", "organization"):
        if kind not in module.SOURCE.subjects:
            strange = Query(kind, "Quentin Testfield", organization="Testfield Clinic", state="VT")
            assert list(module.start(strange)) == [], f"asked for a {kind}"


def assert_asks_its_own_host(source: Source, request: Request) -> None:
    address = urlsplit(request.url)
    assert address.scheme in ("http", "https")
    host = address.hostname or ""
    allowed = any(
        pattern == "*" or host == pattern or (pattern.startswith(".") and host.endswith(pattern))
        for pattern in source.hosts
    )
    assert allowed, f"{source.key} asks {host}, which is not among its hosts"


# --- the golden cases --------------------------------------------------------------------------------------------


@every_case
def test_a_case_is_read_as_expected(folder: Path, accept: bool, make_document: Any) -> None:
    module = connector(folder.parent.name)
    found = written(module, query_of(folder), documents_of(folder, make_document))
    expected = folder / "expected.json"
    if accept:
        expected.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
    assert expected.exists(), "run pytest tests/research/connectors --accept, and read what it writes"
    assert found == json.loads(expected.read_text("utf-8"))


@every_case
def test_what_a_case_yields_keeps_the_promises(folder: Path, make_document: Any) -> None:
    module, query = connector(folder.parent.name), query_of(folder)
    source: Source = module.SOURCE
    for document in documents_of(folder, make_document):
        for item in outcome_of(module, query, [document])[0]:
            assert_keeps_the_promises(item, source, document)
    for request in module.start(query):
        assert_asks_its_own_host(source, request)


def assert_keeps_the_promises(item: Any, source: Source, document: Document) -> None:
    if isinstance(item, Request):
        assert_asks_its_own_host(source, item)
        return
    if isinstance(item, Drift):
        assert item.message
        return
    assert isinstance(item, Claim)
    assert item.record.source == source.key
    assert item.predicate in source.covers | IDENTIFIER_PREDICATES
    assert item.citation.document == document.sha256
    # The text of a PDF is made by its reader, which checks the quote against that text.
    if "pdf" not in document.media_type:
        assert parse.stands_in(document, item.citation.quote), item.citation.quote
    if item.predicate == "name":
        assert_quotes_the_name(item)


NAME_IN_PARTS = {
    "nppes_individuals": "a middle name stands apart from first and last name, with an address between them",
    "nppes_organizations": "an official's first and last name stand apart, with a telephone number between them",
}
"""Source -> why a quote there cannot hold the whole name; then it holds one of its words at least."""


def assert_quotes_the_name(claim: Claim) -> None:
    """The quote of a name says the name: its words, in whatever order and case, with whatever fields between them."""
    # "Jr." has a field of its own in most registers.
    wanted = words_of(str(claim.value)) - {"jr", "sr", "ii", "iii", "iv"}
    quoted = words_of(claim.citation.quote)
    missing = wanted - quoted
    assert wanted, "a name without letters"
    if claim.record.source in NAME_IN_PARTS:
        assert wanted & quoted, f"nothing of the name {claim.value!r} stands in {claim.citation.quote!r}"
    else:
        assert not missing, f"{sorted(missing)} of the name {claim.value!r} are not in {claim.citation.quote!r}"


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))


def test_a_quote_of_something_else_is_no_quote_of_a_name(make_document: Any) -> None:
    document = make_document("orcid", '{"name": "Jane Q. Roe", "seat": "Trustee"}', "https://registry.example/1")
    record = Record("orcid", "1", "Jane Q. Roe", document.url, "person")
    assert_quotes_the_name(Claim(record, "name", "ROE, Jane", parse.cite(document, "Jane Q. Roe")))
    for words in ("Trustee", '"name": "Jane'):
        with pytest.raises(AssertionError, match="of the name"):
            assert_quotes_the_name(Claim(record, "name", "Jane Roe", parse.cite(document, words)))


# --- broken and hostile answers ----------------------------------------------------------------------------------

GARBAGE = {
    "nothing": b"",
    "white space": b" \r\n ",
    "a web page": b"<!DOCTYPE html><html><head><title>Error</title></head><body><h1>502</h1></body></html>",
    "half a list": b'[{"id": "1", "name": "Half a',
    "half an object": b'{"results": [{"name": ',
    "half an XML file": b"<?xml version='1.0'?><Return><Filer><EIN>12",
    "an empty list": b"[]",
    "an empty object": b"{}",
    "a list of texts": b'["one", "two"]',
    "a list of lists": b"[[1, 2], [3]]",
    "null": b"null",
    "a number": b"7",
    "a text": b'"sorry"',
    "an error": b'{"error": "down for maintenance", "results": null}',
    "not UTF-8": b"\xff\xfe\x00\xd8\x00",
    "zeros": b"\x00" * 64,
    "deep nesting": b"[" * 5000,
    "an entity": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
}


def survives(module: Any, document: Document, query: Query) -> None:
    """`read` may raise a SourceError, and what it yields must be of the known types; anything else is a defect."""
    for item in outcome_of(module, query, [document])[0]:
        assert isinstance(item, Claim | Request | Drift)


@every_connector
def test_garbage_brings_a_source_error_or_nothing(key: str, make_document: Any) -> None:
    module = connector(key)
    query = module.CHECK.query
    for request in module.start(query):
        for media_type in ("application/json", "text/html", "application/xml", "text/csv"):
            for name, garbage in GARBAGE.items():
                document = make_document(key, garbage, request.url, media_type=media_type, carry=dict(request.carry))
                claims = [item for item in outcome_of(module, query, [document])[0] if isinstance(item, Claim)]
                assert claims == [], f"{name}, as {media_type}"


def paths_of(value: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where the values of a JSON document stand; of a long list the first two entries speak for all."""
    if here:
        yield here
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from paths_of(inner, (*here, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value[:2]):
            yield from paths_of(inner, (*here, number))


def written_with(value: Any, path: tuple[Any, ...], new: Any) -> str:
    """The document as text with another value at this place; the document itself stays as it is."""
    inner = value
    for step in path[:-1]:
        inner = inner[step]
    before, inner[path[-1]] = inner[path[-1]], new
    text = json.dumps(value)
    inner[path[-1]] = before
    return text


MOST_CHANGES = 40
"""Places of a document that are changed, spread over it: enough to meet each kind of field, at some 100 readings."""

WRONG_VALUES = (None, 7, [], {"odd": 1}, "", True, ["odd"], -1.5, {}, "odd")
WRONG_TEXTS = ("", None, "odd", "-1", "9" * 400)
WRONGS_A_PLACE = 3


def in_turn(values: tuple[Any, ...], number: int) -> list[Any]:
    """A few of the values, others for the next number: so each meets many places in little time."""
    return [values[(number * WRONGS_A_PLACE + offset) % len(values)] for offset in range(WRONGS_A_PLACE)]


def json_of_case(document: Document) -> Any:
    try:
        return json.loads(document.body)
    except ValueError:
        return None


@every_case
def test_a_field_of_the_wrong_type_is_no_crash(folder: Path, make_document: Any) -> None:
    module, query = connector(folder.parent.name), query_of(folder)
    for document in documents_of(folder, make_document):
        good = json_of_case(document)
        paths = list(paths_of(good))
        for number, path in enumerate(paths[:: max(1, len(paths) // MOST_CHANGES)]):
            for wrong in in_turn(WRONG_VALUES, number):
                body = written_with(good, path, wrong)
                changed = make_document(
                    folder.parent.name, body, document.url, status=document.status,
                    media_type=document.media_type, carry=dict(document.request.carry),
                )  # fmt: skip
                survives(module, changed, query)


def xml_of_case(document: Document) -> Any:
    try:
        return etree.fromstring(document.body.lstrip(b"\xef\xbb\xbf"))
    except etree.XMLSyntaxError:
        return None


@every_case
def test_an_element_that_is_odd_or_missing_is_no_crash(folder: Path, make_document: Any) -> None:
    module, query = connector(folder.parent.name), query_of(folder)
    for document in documents_of(folder, make_document):
        good = xml_of_case(document)
        count = 0 if good is None else sum(1 for _ in good.iter())
        for number in range(1, count, max(1, count // MOST_CHANGES)):
            for wrong in in_turn(WRONG_TEXTS, number):
                changed = copy.deepcopy(good)
                element = list(changed.iter())[number]
                if wrong is None:
                    element.getparent().remove(element)
                else:
                    element.text = wrong
                copied = make_document(
                    folder.parent.name, etree.tostring(changed), document.url, status=document.status,
                    media_type=document.media_type, carry=dict(document.request.carry),
                )  # fmt: skip
                survives(module, copied, query)


@every_case
def test_a_case_cut_off_anywhere_is_no_crash(folder: Path, make_document: Any) -> None:
    module, query = connector(folder.parent.name), query_of(folder)
    for document in documents_of(folder, make_document):
        for tenth in range(10):
            cut = document.body[: len(document.body) * tenth // 10]
            changed = make_document(
                folder.parent.name, cut, document.url, status=document.status,
                media_type=document.media_type, carry=dict(document.request.carry),
            )  # fmt: skip
            survives(module, changed, query)
