"""Writes small Word files for tests: the parts that are asked for, and nothing else."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
AUTHOR, WHEN = "Ada Lind", "2026-03-04T05:06:07Z"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def old_run(text: str) -> str:
    return f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'


def mark(name: str, inside: str = "", author: str = AUTHOR, when: str = WHEN) -> str:
    return f'<w:{name} w:id="1" w:author="{escape(author)}" w:date="{when}">{inside}</w:{name}>'


def inserted(text: str, author: str = AUTHOR) -> str:
    return mark("ins", run(text), author)


def deleted(text: str, author: str = AUTHOR) -> str:
    return mark("del", old_run(text), author)


def paragraph(*inside: str, end: str = "", properties: str = "", author: str = AUTHOR) -> str:
    """`end` names the mark on the paragraph's own mark, such as "del"."""
    on_end = f"<w:rPr>{mark(end, author=author)}</w:rPr>" if end else ""
    return f"<w:p><w:pPr>{properties}{on_end}</w:pPr>{''.join(inside)}</w:p>"


def said(text: str) -> str:
    """A paragraph of one run."""
    return paragraph(run(text))


def cell(*inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(inside)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def item(text: str, list_id: int = 1, level: int = 0) -> str:
    return paragraph(run(text), properties=in_list(list_id, level))


def in_list(list_id: int = 1, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def level(number: int, kind: str, text: str, start: int = 1) -> str:
    shape = f'<w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}">{shape}</w:lvl>'


def numbering(*levels: str) -> str:
    """One list, with the id 1."""
    kind = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return whole("numbering", f'{kind}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')


def comment(number: int, text: str, author: str = AUTHOR, known: str = "") -> str:
    paragraph_id = f' w14:paraId="{known}"' if known else ""
    inside = f"<w:p{paragraph_id}>{run(text)}</w:p>"
    return f'<w:comment w:id="{number}" w:author="{author}" w:date="{WHEN}">{inside}</w:comment>'


def about(number: int, inside: str) -> str:
    """What a comment is about, with the sign that shows it."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{inside}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def whole(name: str, inside: str) -> str:
    """A part with its root element and all namespaces."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_SPACES}>{inside}</w:{name}>'


def threads(*entries: tuple[str, str, bool]) -> str:
    """commentsExtended.xml of (paraId, paraId of the comment answered, settled)."""
    told = "".join(
        f'<w15:commentEx w15:paraId="{known}"{f" w15:paraIdParent={chr(34)}{parent}{chr(34)}" if parent else ""} '
        f'w15:done="{int(done)}"/>'
        for known, parent, done in entries
    )
    return f'<?xml version="1.0"?><w15:commentsEx {_SPACES}>{told}</w15:commentsEx>'


def relations(*targets: tuple[str, str], external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    told = "".join(
        f'<Relationship Id="r{number}" Type="{R}/{kind}" Target="{target}"{mode}/>'
        for number, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{told}</Relationships>'


def parts_of(body: str, **parts: str) -> dict[str, str | bytes]:
    """Names and contents of a file with this body; each further part is named as its kind of relation."""
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(*((kind, f"{kind}.xml") for kind in parts)),
        "word/document.xml": whole("document", f"<w:body>{body}</w:body>"),
        **{f"word/{kind}.xml": content for kind, content in parts.items()},
    }


def zipped(parts: dict[str, str | bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def word_file(body: str, **parts: str) -> bytes:
    return zipped(parts_of(body, **parts))
