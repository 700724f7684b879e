"""Texts that a reader of markup would obey: colors that are code, pictures of files and addresses, entities."""

from __future__ import annotations

_COLORS = (
    "[1 for x in ()]",
    "[[getattr(pow,Word('__globals__'))['os'].system('id') for Word in [orgTypeFun('Word', (str,), {})]]]",
    "red",
    "#ff0000",
    "CMYKColor(1,0,0,0)",
    "eval('1')",
    "__import__('os').system('id')",
    "toColor('red')",
)
_PICTURES = (
    "file:///etc/passwd",
    "/etc/passwd",
    "../../config.py",
    "http://169.254.169.254/latest/meta-data",
    "https://harrowlake.example/pixel.gif",
    "//harrowlake.example/pixel.gif",
    "data:image/png;base64,iVBORw0KGgo=",
    "ftp://harrowlake.example/x",
    "\\\\host\\share\\x.png",
    "gopher://harrowlake.example/",
    "expect://id",
    "zip:///etc/passwd",
)
_LINKS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "vbscript:x",
    "file:///etc/passwd",
    "\\\\host\\share",
    "data:text/html,<script>alert(1)</script>",
    "launch:calc.exe",
    "http://user:secret@harrowlake.example/",
    "https://harrowlake.example/\x00",
    "https://harrowlake.example\\@evil.example/",
    "mailto:",
)
_REST = (
    "<para>x</para>", "<b>x", "x</b>", "<b><i>x</b></i>", "<seq/>", "<seqreset id='x'/>", "<super>2</super>", "<sub>2",
    "<br/>", "<onDraw name='x' label='y'/>", "<index item='x'/>", "<bullet>x</bullet>", "<greek>alpha</greek>",
    "<unichar code='0x202e'/>", "<evalString code='1+1'/>", "<name name='x'/>", "<ap/>", "<strike>x</strike>",
    "&#0;", "&#x0;", "&#65;", "&lt;b&gt;", "&amp;amp;", "&nosuch;", "&", "<", ">", "]]>", "<![CDATA[x]]>",
    "<!-- x -->", "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
    "<?xml version='1.0'?>", "<style>*{}</style>",
    "<script>x</script>", "(x) Tj ET", "BT /F1 99 Tf (x) Tj ET", "endstream endobj", "%%EOF", "/URI (javascript:x)",
    "\\) >> /A << /S /JavaScript", "{{ 7*7 }}", "${7*7}", "%s%n", "\x1b[31mx", "EMC BMC",
)  # fmt: skip

PAYLOADS = (
    *(f"<font color=\"{one}\">x</font>" for one in _COLORS),
    *(f"<img src=\"{one}\" width=\"9\" height=\"9\"/>" for one in _PICTURES),
    *(f"<a href=\"{one}\">x</a>" for one in _LINKS),
    *_REST,
)  # fmt: skip
