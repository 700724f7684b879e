"""Small PDF files, made by hand so that no library has to write them."""

from __future__ import annotations

import hashlib

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def pdf(text: str) -> bytes:
    """One page with this text in Helvetica."""
    return _file(_objects(text))


def locked_pdf(text: str) -> bytes:
    """The same, locked with a password that nobody knows (RC4, 40 bits: the oldest kind, which every reader knows)."""
    number = hashlib.md5(text.encode()).digest()
    owner = _rc4(hashlib.md5(_padded(b"owner")).digest()[:5], _padded(b"reader"))
    permissions = -44
    seed = _padded(b"reader") + owner + (permissions & 0xFFFFFFFF).to_bytes(4, "little") + number
    user = _rc4(hashlib.md5(seed).digest()[:5], _PADDING)
    lock = f"<< /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{user.hex()}> /P {permissions} >>".encode()
    return _file([*_objects(text), lock], f"/Encrypt 6 0 R /ID [<{number.hex()}> <{number.hex()}>]")


def _objects(text: str) -> list[bytes]:
    words = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    lines = [words[start : start + 80] for start in range(0, len(words), 80)]
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    content = f"BT /F1 10 Tf 40 740 Td {shown} ET".encode("latin-1", "replace")
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]


def _file(objects: list[bytes], trailer: str = "") -> bytes:
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = f"trailer << /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{len(body)}\n%%EOF\n".encode()
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def _padded(password: bytes) -> bytes:
    return (password + _PADDING)[:32]


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i, j, out = 0, 0, bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
