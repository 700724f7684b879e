"""Two-step sign-in: codes of an authenticator app (TOTP, RFC 6238), and the picture to set it up.

The secret is not stored. It is derived from the server's key and a salt in the user's row, so neither a stolen database
nor a backup makes codes. With a new server key (without keeping the old one in SECRET_KEY_FALLBACKS) the apps have to
be set up anew; recovery codes do not depend on it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime

import pyotp
import segno

from outreach.accounts.rules import RECOVERY_CODES

ISSUER = "Groundwork"
STEP_S = 30
_AROUND = (0, -1, 1)
"""One step to both sides, for clocks that differ and for typing (RFC 6238 section 5.2)."""


def new_salt() -> str:
    """A salt for one user's secret."""
    return secrets.token_hex(16)


def secret_of(key: str, salt: str) -> str:
    """The secret as apps take it: 160 bits in base32."""
    derived = hmac.digest(key.encode("utf-8"), f"two-step sign-in\0{salt}".encode(), hashlib.sha256)
    return base64.b32encode(derived[:20]).decode("ascii")


def setup_address(secret: str, email: str) -> str:
    """The otpauth address that an app reads from the picture."""
    return pyotp.TOTP(secret, interval=STEP_S).provisioning_uri(name=email, issuer_name=ISSUER)


def picture_of(address: str) -> str:
    """The address as an SVG element without style or script. White on purpose: apps read dark on light."""
    return segno.make(address, error="m", micro=False).svg_inline(
        scale=5, light="#fff", border=4, svgclass="qr", title="The code for your authenticator app"
    )


def step_of(keys: Sequence[str], salt: str, code: str, now: datetime, *, after: int | None) -> int | None:
    """The number of the 30 seconds whose code this is, or None when it is wrong or was used before.

    keys: the server's key, then earlier ones that still count. after: the last step that was used.
    """
    typed = "".join(code.split())
    if len(typed) != 6 or not (typed.isascii() and typed.isdigit()):
        return None
    present = int(now.timestamp()) // STEP_S
    for key in keys:
        app = pyotp.TOTP(secret_of(key, salt), interval=STEP_S)
        for step in (present + around for around in _AROUND):
            if hmac.compare_digest(app.generate_otp(step), typed) and (after is None or step > after):
                return step
    return None


def new_recovery_codes() -> tuple[str, ...]:
    """Ten codes of 80 random bits, like `k7wq-…`: long enough that their SHA-256 can be stored without a salt."""
    return tuple(_recovery_code() for _ in range(RECOVERY_CODES))


def _recovery_code() -> str:
    letters = base64.b32encode(secrets.token_bytes(10)).decode("ascii").casefold()
    return "-".join(letters[start : start + 4] for start in range(0, 16, 4))
