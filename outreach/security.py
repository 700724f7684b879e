"""Who may see a page, and what every answer carries: marks on views, CSRF, headers, tokens, safe ways back.

A view bears exactly one mark: `public()`, `by_secret_link`, `signed_in` or `requires(role)`. A view without one is
shown to nobody, and `check_routes`, called at the end of `create_app`, refuses to start with it.

Who is signed in is looked up by `flask_login`; the room `accounts` tells it how, and what to show a stranger.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from flask import Flask, Response, current_app, request
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from outreach.errors import AppError
from outreach.request_session import session

ROLES = ("reviewer", "editor", "owner")
"""From the one who may read and comment to the one who may do all; each includes those before it."""

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
HSTS = "max-age=31536000; includeSubDomains"

_View = TypeVar("_View", bound=Callable[..., Any])
_PUBLIC = "public"


class CrossSite(AppError):
    """Another site tried to send a form here in the reader's name."""

    status = 403
    title = "This came from another site"
    advice = "Nothing was changed. Open the page here and send it again."


class NotAllowed(AppError):
    """The page is there, and this member's role does not reach it."""

    status = 403
    title = "Your role does not include this"
    advice = "Nothing was changed. The owner of this workspace can change your role under Settings, Members."


# --- marks --------------------------------------------------------------------------------------------------------


def public() -> Callable[[_View], _View]:
    """Marks a view that everybody may see, signed in or not. There are few; each is on the list that a test keeps."""
    return _marked(_PUBLIC)


def by_secret_link(view: _View) -> _View:
    """Marks a view whose address holds a secret that nobody can guess: whoever has it may see and send its form.

    The address is the proof that a form was meant, so no token is asked for and no cookie set. Under `no-referrer`
    older browsers send the origin "null" also for a form of our own page: it passes here.
    """
    _marked(_PUBLIC)(view)
    view.by_secret_link = True  # type: ignore[attr-defined]
    return view


def requires(role: str) -> Callable[[_View], _View]:
    """Marks a view for members with at least this role in their present workspace. Raises: ValueError if unknown."""
    if role not in ROLES:
        raise ValueError(f"There is no role {role!r}; the roles are {', '.join(ROLES)}.")
    return _marked(role)


def signed_in(view: _View) -> _View:
    """Marks a view for every member, whatever the role: reading, and what concerns only one's own account."""
    return _marked(ROLES[0])(view)


def _marked(access: str) -> Callable[[_View], _View]:
    def mark(view: _View) -> _View:
        view.access = access  # type: ignore[attr-defined]
        return view

    return mark


def access_of(app: Flask, endpoint: str) -> str | None:
    """`"public"`, the least role, or None for a view that nobody has classified."""
    return getattr(app.view_functions.get(endpoint), "access", None)


def check_routes(app: Flask) -> None:
    """Refuses an application with a view that bears no mark. Raises: RuntimeError naming all of them."""
    for view in app.view_functions.values():
        if getattr(view, "by_secret_link", False):
            app.extensions["csrf"].exempt(view)
    unmarked = sorted({rule.endpoint for rule in app.url_map.iter_rules() if access_of(app, rule.endpoint) is None})
    if unmarked:
        raise RuntimeError(
            f"Nobody has said who may see {', '.join(unmarked)}: mark each view with public(), signed_in or requires()."
        )


# --- the guard ----------------------------------------------------------------------------------------------------


def init_app(
    app: Flask, at_the_door: Callable[[], ResponseReturnValue], *, https: bool = False, proxies: int = 0
) -> None:
    """Guards every route of `app`, now and later.

    at_the_door: answers a request that needs a sign-in and has none.
    https: the site is reached by https only, so cookies are `Secure` and bear the `__Host-` prefix.
    proxies: how many proxies of our own stand before the server. With 0, `X-Forwarded-For` is what a stranger
    wrote, and is not read.
    """
    app.config.update(
        SESSION_COOKIE_NAME="__Host-groundwork" if https else "groundwork",
        SESSION_COOKIE_SECURE=https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_PATH="/",
        SESSION_COOKIE_DOMAIN=None,
        # A form may lie open as long as its sign-in lasts: the token is bound to the session, which ends by itself.
        WTF_CSRF_TIME_LIMIT=None,
        # The referrer check of Flask-WTF fails behind proxies; `refuse_other_sites` looks at what browsers say instead.
        WTF_CSRF_SSL_STRICT=False,
    )
    if proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]
    if "static" in app.view_functions:
        public()(app.view_functions["static"])
    app.extensions["at_the_door"] = at_the_door
    # In this order: a sign-in that has expired must find its typed text kept before the token's check turns it away.
    app.before_request(refuse_other_sites)
    app.before_request(guard)
    CSRFProtect().init_app(app)
    app.after_request(add_headers)


def guard() -> ResponseReturnValue | None:
    """Lets a request through, or answers it: at the door, or with "your role does not include this".

    From here on the request's database session sees the workspace that the user has open, and no other.
    """
    if request.endpoint is None:
        return None  # there is no such address: the page for that tells a stranger nothing
    access = access_of(current_app, request.endpoint)
    if access == _PUBLIC:
        return None
    if not current_user.is_authenticated:
        answer: ResponseReturnValue = current_app.extensions["at_the_door"]()
        return answer
    if access is None or ROLES.index(current_user.role) < ROLES.index(access):
        raise NotAllowed
    session().enter(current_user.workspace_id)
    return None


def refuse_other_sites() -> None:
    """Refuses a change that a page of another site sent. Raises: CrossSite.

    Browsers since 2023 say where a request comes from (Fetch Metadata, W3C); `Origin` is the older sign. A client that
    says neither is not a browser, and the CSRF token is still asked of it.
    """
    if request.method in SAFE_METHODS:
        return
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        if site not in ("same-origin", "none"):
            raise CrossSite
        return
    origin = request.headers.get("Origin")
    if origin is not None and not _is_our_origin(origin) and not (origin == "null" and _is_by_secret_link()):
        raise CrossSite


def _is_by_secret_link() -> bool:
    view = current_app.view_functions.get(request.endpoint or "")
    return bool(getattr(view, "by_secret_link", False))


def came_from_here() -> bool:
    """Whether the browser itself vouches that a page of this site sent the request."""
    if request.headers.get("Sec-Fetch-Site") is not None:
        return request.headers["Sec-Fetch-Site"] == "same-origin"
    return _is_our_origin(request.headers.get("Origin", ""))


def _is_our_origin(origin: str) -> bool:
    return origin.rstrip("/").casefold() == request.host_url.rstrip("/").casefold()


def add_headers(response: Response) -> Response:
    """Adds to every answer what browsers need to be told; what a view has set itself stays."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", HSTS)
    if request.endpoint is None or not request.endpoint.endswith("static"):
        # Also for strangers: their pages hold tokens, and a shared computer must not show them by the back button.
        response.headers.setdefault("Cache-Control", "no-store")
    return response


# --- tokens -------------------------------------------------------------------------------------------------------


def new_token() -> str:
    """256 random bits for a link or a cookie, as 43 characters that need no escaping."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """The SHA-256 of a token in hexadecimal: the only form that is stored, so a stolen database opens no link.

    A slow hash would add nothing: a token of 256 random bits cannot be guessed.
    """
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


_SECRET_ARGUMENTS = frozenset({"token"})
_LIKE_A_TOKEN = re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])")


def loggable_path() -> str:
    """The path of this request for a log: what stands for a token in it is left out."""
    path = request.path
    for name in _SECRET_ARGUMENTS & set(request.view_args or {}):
        path = path.replace(str(request.view_args[name]), f"<{name}>")  # type: ignore[index]
    # Also where no route knows it: an address with a slash too many, say.
    return _LIKE_A_TOKEN.sub("<token>", path)


# --- the way back -------------------------------------------------------------------------------------------------

_LOCAL = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f-\xa0\u2028\u2029]{0,2000}")


def safe_next(target: str | None, otherwise: str = "/") -> str:
    """The address to go on to after a sign-in, if it certainly lies on this site; else `otherwise`.

    Browsers read more than RFC 3986 as another host: `//x`, `/\\x`, tabs inside; some servers decode `%2f` once more.
    So only a path that begins with one slash passes, without backslashes, blanks or control characters, also decoded.
    """
    if not target:
        return otherwise
    for form in (target, unquote(target), unquote(unquote(target))):
        if not _LOCAL.fullmatch(form.partition("?")[0]):
            return otherwise
    try:
        parts = urlsplit(target)
    except ValueError:
        return otherwise
    if parts.scheme or parts.netloc or not _LOCAL.fullmatch(target):
        return otherwise
    return target
