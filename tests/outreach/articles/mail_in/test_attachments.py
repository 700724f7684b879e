"""Names and kinds of files."""

from __future__ import annotations

import pytest

from outreach.articles.mail_in.attachments import NAME_BYTES, kind_of, mismatch, safe_name

HOSTILE = [
    "../../x.pdf", "..\\..\\x.pdf", "C:\\windows\\x.pdf", "/etc/passwd", "a\0b.pdf", "exe\u202efdp.pdf", "x.pdf. .",
    "CON", "con.txt",
    "-rf.pdf", "é" * 300 + ".docx", "a" * 300, "…", "...", " ", "", "a:b|c?.pdf", "\r\nBcc: x", "~/.profile", "a/b\\c",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_leads_nowhere_and_hides_nothing(name: str) -> None:
    safe = safe_name(name, 1, "pdf")
    assert 0 < len(safe.encode()) <= NAME_BYTES
    assert not set(safe) & set('/\\:|?*<>"\0\r\n\u202e')
    assert safe[0] not in ".-~ "
    assert safe[-1] not in ". "
    assert safe.split(".")[0].lower() != "con"


def test_a_plain_name_stays_and_one_without_letters_gets_a_number() -> None:
    assert safe_name("Edits of Jane (2).docx", 1, "docx") == "Edits of Jane (2).docx"
    assert safe_name("...", 3, "pdf") == "attachment-3.pdf"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"PK\x03\x04..word/document.xml", "docx"),
        (b"PK\x03\x04..word/document.xml word/vbaProject.bin", "office-macros"),
        (b"PK\x03\x04", "archive"),
        (b"MZ\x90", "program"),
        (b"\x78\x9f\x3e\x22", "tnef"),
        (b"  <!DOCTYPE html>", "html"),
        (b"<svg onload=x>", "svg"),
        (b"Some words", "text"),
        (b"\x00\x01\x02", "unknown"),
        (b"", "empty"),
    ],
)
def test_the_kind_is_told_by_the_content(content: bytes, kind: str) -> None:
    assert kind_of(content) == kind


def test_a_file_that_is_not_what_it_says_is_remarked() -> None:
    assert "program" in mismatch("letter.pdf", "program")
    assert "macros" in mismatch("letter.docx", "office-macros")
    assert "winmail" in mismatch("winmail.dat", "tnef")
    assert mismatch("letter.docx", "pdf")
    assert mismatch("letter.docx", "docx") == ""
