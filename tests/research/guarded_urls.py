"""Addresses that must never be asked, in groups, and those that must work. `NAMES` is what the made-up DNS answers.

One public test address leads to the test's own server, whose paths redirect as `REDIRECTS` says.
"""

from __future__ import annotations

PUBLIC = "93.184.215.14"
PUBLIC_V6 = "2606:2800:21f:cb07:6820:80da:af6b:8b2c"
GOOD = "good.example"

PLAIN_V4 = [
    *("127.0.0.1", "127.255.255.254", "127.1.2.3", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255"),
    *("192.168.0.1", "192.168.255.255", "169.254.0.1", "169.254.169.254", "169.254.170.2", "100.64.0.1"),
    *("100.127.255.255", "100.100.100.200", "0.0.0.0", "0.1.2.3", "192.0.0.1", "192.0.0.192", "192.0.2.1"),
    *("198.51.100.7", "203.0.113.9", "198.18.0.1", "198.19.255.255", "224.0.0.1", "239.255.255.250", "240.0.0.1"),
    *("255.255.255.255", "192.88.99.1", "168.63.129.16"),
]

ODD_V4 = [
    *("2130706433", "0x7f000001", "0x7F000001", "017700000001", "0x7f.0.0.1", "0x7f.0x0.0x0.0x1", "0177.0.0.1"),
    *("0177.0.0.01", "127.1", "127.0.1", "0", "0x0", "127.0.0.1.", "127.000.000.001", "127.0.0.01", "2852039166"),
    *("0xa9fea9fe", "169.254.43518", "0xa9.0xfe.0xa9.0xfe", "0251.0376.0251.0376", "10.1", "3232235521"),
    *("127.0.0.1.:80", "127.0.0.1:080", "2130706433:80", "4294967296", "127.0.0.0x1", "1.2.3.4.5", "256.0.0.1"),
]

V6 = [
    *("::1", "0:0:0:0:0:0:0:1", "0000:0000:0000:0000:0000:0000:0000:0001", "0::1", "::", "::ffff:127.0.0.1"),
    *("::ffff:7f00:1", "::ffff:169.254.169.254", "::ffff:a9fe:a9fe", "0:0:0:0:0:ffff:10.0.0.1", "::127.0.0.1"),
    *("::7f00:1", "::a9fe:a9fe", "::ffff:0:127.0.0.1", "::ffff:0:a9fe:a9fe", "::ffff:0:10.0.0.1"),
    *("64:ff9b::7f00:1", "64:ff9b::169.254.169.254", "64:ff9b:1::7f00:1", "64:ff9b:1::a9fe:a9fe"),
    *("2002:7f00:1::", "2002:a9fe:a9fe::1", "2001::1", "2001:0:4136:e378:8000:63bf:80ff:fffe", "fe80::1"),
    *("fe80::1%25eth0", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12:3456:789a::1", "fd00:ec2::254", "ff02::1"),
    *("ff0e::1", "2001:db8::1", "3fff::1", "2001:10::1", "2001:20::1", "2001:2::1", "100::1", "5f00::1"),
]

NAMES: dict[str, list[str]] = {
    GOOD: [PUBLIC],
    "www.good.example": [PUBLIC],
    "xn--bcher-kva.example": [PUBLIC],
    "two.good.example": [PUBLIC, PUBLIC],
    "six.good.example": [PUBLIC_V6, PUBLIC],
    "127.0.0.1.nip.test": ["127.0.0.1"],
    "10-0-0-1.nip.test": ["10.0.0.1"],
    "loop.bad.example": ["127.0.0.1"],
    "meta.bad.example": ["169.254.169.254"],
    "cgnat.bad.example": ["100.64.0.1"],
    "zero.bad.example": ["0.0.0.0"],
    "azure.bad.example": ["168.63.129.16"],
    "wide.bad.example": ["192.0.0.192"],
    "one6.bad.example": ["::1"],
    "mapped.bad.example": ["::ffff:127.0.0.1"],
    "compatible.bad.example": ["::127.0.0.1"],
    "translated.bad.example": ["::ffff:0:7f00:1"],
    "nat64.bad.example": ["64:ff9b::7f00:1"],
    "nat64-local.bad.example": ["64:ff9b:1::7f00:1"],
    "six-to-four.bad.example": ["2002:7f00:1::"],
    "teredo.bad.example": ["2001:0:7f00:1::"],
    "zone.bad.example": ["fe80::1%eth0"],
    "site-local.bad.example": ["fec0::1"],
    "metadata.google.internal": ["169.254.169.254"],
    "metadata.tencentyun.example": ["169.254.0.23"],
    "instance-data.ec2.internal": ["169.254.169.254"],
    "mixed1.bad.example": [PUBLIC, "127.0.0.1"],
    "mixed2.bad.example": ["10.0.0.1", PUBLIC],
    "mixed3.bad.example": [PUBLIC, "::ffff:169.254.169.254"],
    # What only means something nearby resolves to a public address here: the name itself must be refused.
    "localhost": [PUBLIC],
    "intranet": [PUBLIC],
    "kubernetes.default.svc": [PUBLIC],
    "printer.local": [PUBLIC],
    "wiki.corp": [PUBLIC],
    "router.home.arpa": [PUBLIC],
}

NAME_URLS = [
    *("localhost", "LOCALHOST", "localhost.", "LocalHost.", "foo.localhost", "localhost.localdomain", "intranet"),
    *("printer.local", "wiki.corp", "router.home.arpa", "kubernetes.default.svc", "metadata.google.internal"),
    *("METADATA.google.INTERNAL.", "instance-data.ec2.internal", "metadata.tencentyun.example", "metadata"),
    *(name for name in NAMES if name.endswith((".bad.example", ".nip.test")) and not name.startswith("mixed")),
]

UNICODE_HOSTS = [
    *("１２７.０.０.１", "127。0。0。1", "①②⑦.⓪.⓪.①", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "local\u00adhost"),
    *("local\u200bhost", "127．0．0．1", "ｌｏｃａｌｈｏｓｔ", "loop.bad｡example", "ⓛⓞⓞⓟ.bad.example"),
]

CONFUSED = [
    f"http://{GOOD}@127.0.0.1/",
    f"http://127.0.0.1@{GOOD}/",
    f"http://user:word@{GOOD}@127.0.0.1/",
    f"http://127.0.0.1\\@{GOOD}/",
    f"http://{GOOD}\\@127.0.0.1/",
    f"http://127.0.0.1#@{GOOD}/",
    f"http://{GOOD}#@127.0.0.1/",
    f"http://127.0.0.1?@{GOOD}/",
    f"http://{GOOD}?@127.0.0.1/",
    f"http://127.0.0.1%2f@{GOOD}/",
    f"http://{GOOD}%2f@127.0.0.1/",
    f"http://{GOOD}%40127.0.0.1/",
    "http:/127.0.0.1/",
    "http:127.0.0.1/",
    "http:///127.0.0.1/",
    "http:////127.0.0.1/",
    "http:\\\\127.0.0.1\\",
    "http:/\\127.0.0.1/",
    f"http://{GOOD}\\.127.0.0.1/",
    "ht\ttp://127.0.0.1/",
    "http://127.0.0\t.1/",
    "http://127.0.0.1\n/",
    "http://127.0.0.1\x00.good.example/",
    f"http://{GOOD}\x00/",
    " http://127.0.0.1/",
    "\thttp://127.0.0.1/",
    "http://%31%32%37.0.0.1/",
    "http://127.0.0.%31/",
    "http://%6c%6f%63%61%6c%68%6f%73%74/",
    f"http://{GOOD}/\r\nHost: 127.0.0.1",
    f"http://{GOOD}\r\n.127.0.0.1/",
    f"http://{GOOD}/%0d%0aHost:%20127.0.0.1",
    f"http://{GOOD}:80:80/",
    "http://127.0.0.1:80:80/",
    f"http://{GOOD}:80@127.0.0.1/",
    "http://[::1%25lo]/",
    "http://[fe80::1%eth0]/",
    "http://[::1/",
    "http://::1/",
    "http://[v1.127.0.0.1]/",
    "127.0.0.1",
    "//127.0.0.1/",
    f"{GOOD}/",
    "http://",
    "http://?x",
    "http://.good.example/",
    "http://good..example/",
    "http://-bad.example/",
    "",
]

SCHEMES = [
    *("file:///etc/passwd", "file://localhost/etc/passwd", "FILE:///etc/passwd", "file:/etc/passwd"),
    *("gopher://127.0.0.1:6379/_INFO", "ftp://127.0.0.1/", "dict://127.0.0.1:11211/stat", "ldap://127.0.0.1/"),
    *("ldaps://127.0.0.1/", "tftp://127.0.0.1/x", "sftp://127.0.0.1/", "data:text/html,hello", "javascript:alert(1)"),
    *("jar:http://127.0.0.1!/x", "http+unix://%2fvar%2frun%2fdocker.sock/info", "unix:///var/run/docker.sock"),
    *("ws://127.0.0.1/", "netdoc:///etc/passwd", "php://filter/resource=x", "view-source:http://127.0.0.1/"),
    *("blob:http://127.0.0.1/x", "about:blank", f"feed:http://{GOOD}/", "s3://bucket/key"),
]

REDIRECTS: dict[str, tuple[int, str]] = {
    **{f"/{status}-loop": (status, "http://127.0.0.1/") for status in (301, 302, 303, 307, 308)},
    **{f"/{status}-meta": (status, "http://169.254.169.254/latest/") for status in (301, 302, 303, 307, 308)},
    "/six": (302, "http://[::1]/"),
    "/mapped": (302, "http://[::ffff:7f00:1]/"),
    "/decimal": (302, "http://2130706433/"),
    "/name": (302, "http://loop.bad.example/"),
    "/localhost": (302, "http://localhost/"),
    "/file": (302, "file:///etc/passwd"),
    "/gopher": (302, "gopher://127.0.0.1:6379/_INFO"),
    "/slashes": (302, "//127.0.0.1/"),
    "/backslashes": (302, "/\\127.0.0.1/"),
    "/user": (302, f"http://{GOOD}@127.0.0.1/"),
    "/chain": (302, "/chain2"),
    "/chain2": (302, f"http://www.{GOOD}/301-loop"),
    "/rebind": (302, "http://rebind-redirect.bad.example/"),
    "/circle": (302, "/circle"),
    "/circle2": (302, "/circle3"),
    "/circle3": (302, "/circle2"),
    "/port": (302, f"http://{GOOD}:8080/"),
    "/space": (302, " http://127.0.0.1/"),
    **{f"/far{number}": (302, f"/far{number + 1}") for number in range(7)},
    "/once": (302, "/"),
    "/away": (301, f"http://www.{GOOD}/page?x=1"),
}

WORKING_REDIRECTS = frozenset({"/once", "/away", *(f"/far{number}" for number in range(1, 7))})

REBINDING = {
    "rebind2.bad.example": [[PUBLIC], ["127.0.0.1"]],
    "rebind3.bad.example": [[PUBLIC], [PUBLIC], ["169.254.169.254"]],
    "rebind6.bad.example": [[PUBLIC], ["::1"]],
    "rebind-redirect.bad.example": [["127.0.0.1"], [PUBLIC]],
}
"""Names whose answer changes with every look-up: the first is judged and must be the one that is connected to."""

ODD_PORTS = [
    *(f"http://{GOOD}:{port}/" for port in (22, 25, 6379, 8080, 8443, 65535)),
    *(f"http://user@{GOOD}/", f"http://user:word@{GOOD}/", f"http://:word@{GOOD}/", f"http://@{GOOD}/"),
]

WORKING = [
    f"http://{GOOD}/",
    f"HTTP://{GOOD.upper()}:80",
    f"http://{GOOD}./page?x=a%20b&y=someone@example.org#part",
    f"http://{PUBLIC}/",
    "http://bücher.example/seite/ä",
    f"http://{GOOD}/away",
    f"http://{GOOD}?x=1",
    "http://two.good.example/a b/@someone",
    "http://six.good.example/",
]

REFUSED = [
    *(("plain-v4", f"http://{address}/") for address in PLAIN_V4),
    *(("odd-v4", f"http://{address}/") for address in ODD_V4),
    *(("v6", f"http://[{address}]/") for address in V6),
    *(("names", f"http://{name}/") for name in NAME_URLS),
    *(("mixed", f"http://mixed{number}.bad.example/") for number in (1, 2, 3)),
    *(("unicode", f"http://{host}/") for host in UNICODE_HOSTS),
    *(("confused", url) for url in CONFUSED),
    *(("schemes", url) for url in SCHEMES),
    *(("redirects", f"http://{GOOD}{path}") for path in REDIRECTS if path not in WORKING_REDIRECTS),
    *(("ports", url) for url in ODD_PORTS),
]
