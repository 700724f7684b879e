"""Finds the parts of a Word file by their relationships, and what in it leads elsewhere. Pure."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from outreach.articles.word_in.container import ASK_FOR_COPY, Container, Refused
from outreach.articles.word_in.markup import Attributes, walk

USUAL_MAIN = "word/document.xml"
NO_TEXT = f"This file has the form of a Word file, but its text is missing. Nothing was read. {ASK_FOR_COPY}"
SHEET = "This is an Excel file, not a Word file. Upload the article as .docx."
SLIDES = "This is a PowerPoint file, not a Word file. Upload the article as .docx."

MACROS = "The file holds macros. They were not run; only its text was read."
EMBEDDED = "The file holds embedded objects (sheets, charts or the like). They were not opened."
LINKED = "The file points to content outside of it (a template, a picture or an object). Nothing was fetched."
_HARMLESS = frozenset({"hyperlink"})


@dataclass(frozen=True)
class Relation:
    """What a part points to. `kind` is the end of its type, such as "comments"."""

    kind: str
    target: str
    external: bool


class _Relations:
    """The handler of a part of relationships."""

    def __init__(self) -> None:
        self.found: list[Relation] = []

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "rel:Relationship":
            kind = attributes.get("Type", "").rpartition("/")[2]
            external = attributes.get("TargetMode", "").casefold() == "external"
            self.found.append(Relation(kind, attributes.get("Target", ""), external))

    def end(self, name: str) -> None:
        pass

    def text(self, data: str) -> None:
        pass


def main_part(container: Container) -> str:
    """The name of the part with the running text. Raises Refused when there is none."""
    told = [relation for relation in relations(container, "") if relation.kind == "officeDocument"]
    for name in [*(resolved("", relation.target) for relation in told), USUAL_MAIN]:
        if name.startswith("xl/"):
            raise Refused(SHEET)
        if name.startswith("ppt/"):
            raise Refused(SLIDES)
        if container.has(name):
            return name
    raise Refused(NO_TEXT)


def relations(container: Container, part: str) -> list[Relation]:
    """What a part points to; "" stands for the file itself."""
    folder, name = posixpath.split(part)
    listing = posixpath.join(folder, "_rels", f"{name}.rels")
    if not container.has(listing):
        return []
    reader = _Relations()
    walk(container.chunks(listing), reader)
    return reader.found


def related(container: Container, part: str) -> dict[str, list[str]]:
    """Kind of relation -> names of parts that are there, each once, for what lies within the file."""
    found: dict[str, list[str]] = {}
    for relation in relations(container, part):
        name = resolved(part, relation.target)
        names = found.setdefault(relation.kind, [])
        if not relation.external and container.has(name) and name not in names:
            names.append(name)
    return found


def resolved(part: str, target: str) -> str:
    """The name that a target has in the file, told from the part that names it."""
    path = posixpath.join("/", posixpath.dirname(part), target.replace("\\", "/"))
    return posixpath.normpath(path).lstrip("/")


def warnings(container: Container) -> list[str]:
    """What of the file is not text and was left alone, in words for the user."""
    found = list(container.notes)
    names = container.names
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        found.append(MACROS)
    if any("/embeddings/" in name or "/activex/" in name for name in names):
        found.append(EMBEDDED)
    if any(_leads_out(container, name) for name in names if name.endswith(".rels")):
        found.append(LINKED)
    return found


def _leads_out(container: Container, listing: str) -> bool:
    reader = _Relations()
    walk(container.chunks(listing), reader)
    return any(relation.external and relation.kind not in _HARMLESS for relation in reader.found)
