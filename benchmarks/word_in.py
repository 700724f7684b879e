"""How long a Word file takes to be read, and how much memory it needs on top.

    python benchmarks/word_in.py [--paragraphs 99999]

Generated are a file of very many short paragraphs, a third of them with a replacement, and one of few long paragraphs.
Printed are processor seconds of reading, of comparing a text of 2,000 words with 60 edits, and the growth of the
process in MiB. Pass figures: 10 s for 100,000 paragraphs on a busy machine of two slow cores, 0.2 s for the comparison
(issue E), 128 MiB. Ends with 1 if one is missed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from outreach.articles.word_in.comparing import compare
from outreach.articles.word_in.model import WordFile
from outreach.articles.word_in.reading import read

MOST_SECONDS = 10.0
MOST_SECONDS_OF_COMPARING = 0.2
MOST_MEBIBYTES = 128.0
EDITS, WORDS = 60, 2_000

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>'
)


def words(number: int, chance: random.Random) -> str:
    return " ".join(f"w{int(chance.paretovariate(1) * 20)}" for _ in range(number))


def paragraph(number: int, length: int, chance: random.Random) -> str:
    by = f'w:id="{number}" w:author="Ada Lind" w:date="2026-03-04T05:06:07Z"'
    edit = (
        f"<w:del {by}><w:r><w:delText>{words(1, chance)}</w:delText></w:r></w:del>"
        f"<w:ins {by}><w:r><w:t>{words(2, chance)}</w:t></w:r></w:ins>"
    )
    text = f"<w:r><w:t>{words(length, chance)}</w:t></w:r>"
    return f'<w:p><w:pPr><w:spacing w:after="0"/></w:pPr>{text}{edit if number % 3 == 0 else ""}</w:p>'


def word_file(paragraphs: int, length: int) -> bytes:
    chance = random.Random(7)
    body = "".join(paragraph(number, length, chance) for number in range(paragraphs))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return packed.getvalue()


def grown() -> float:
    """The most memory that this process ever had, in MiB; 0 where the system does not tell it.

    Not from `getrusage`: a process begins there with what its parent had.
    """
    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)


def measured(content: bytes, name: str) -> tuple[float, float]:
    memory, begun = grown(), time.process_time()
    found = read(content)
    seconds, more = time.process_time() - begun, grown() - memory
    told = f"{len(found.rejected_paragraphs):,} paragraphs, {len(found.marks):,} marks, {len(content) / 1e6:.1f} MB"
    print(f"{name}: {told}: {seconds:.2f} s, {more:.0f} MiB more")
    return seconds, more


def apart(content: bytes, name: str) -> tuple[float, float]:
    """Measured in a process of its own: writing the file took memory too."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measured, (content, name))


def compared() -> float:
    chance = random.Random(7)
    sent = words(WORDS, chance).split()
    edited = [*sent]
    for number in chance.sample(range(WORDS), EDITS):
        edited[number] = f"edit{number}"
    text = " ".join(edited)
    begun = time.process_time()
    found = compare(" ".join(sent), WordFile((), (), (text,), (text,)))
    seconds = time.process_time() - begun
    print(f"comparing {WORDS:,} words with {EDITS} edits: {len(found.changes)} differences, {seconds:.3f} s")
    return seconds


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--paragraphs", type=int, default=99_999)
    asked = parser.parse_args()
    long = apart(word_file(8_000, 150), "long paragraphs")
    many = apart(word_file(asked.paragraphs, 8), "many paragraphs")
    passed = (
        max(long[0], many[0]) <= MOST_SECONDS
        and max(long[1], many[1]) <= MOST_MEBIBYTES
        and compared() <= MOST_SECONDS_OF_COMPARING
    )
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
