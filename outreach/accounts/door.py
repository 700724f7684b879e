"""The pages for those who are not signed in: first account, sign-in, invitation, forgotten password."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from flask import Blueprint, Response, g, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, logout_user
from flask_wtf.csrf import validate_csrf
from wtforms.validators import ValidationError

from outreach.accounts import browser, kept_text, leaving, members, operations, passwords, sessions, sign_in, throttle
from outreach.accounts.browser import can_mail, client, keys
from outreach.accounts.forms import CodeForm, ForgotForm, NewAccountForm, NewPasswordForm, SignInForm
from outreach.accounts.jobs import PASSWORD_CHANGED, notify
from outreach.accounts.models import User
from outreach.accounts.rules import PER_ADDRESS, RESETS_PER_ACCOUNT, SECOND_STEP_FOR, address_bucket, email_key
from outreach.accounts.throttle import Counted
from outreach.accounts.words import status_of, too_often
from outreach.errors import AppError
from outreach.jobs.table import enqueue
from outreach.notices import tell
from outreach.request_session import database, now
from outreach.security import came_from_here, public, safe_next, signed_in

bp = Blueprint("accounts", __name__)

WRONG = "The e-mail address or the password is not right."
WRONG_CODE = "This code is not right, or it was used already. Wait for the next one."


def at_the_door() -> ResponseReturnValue:
    """Answers a request that needs a sign-in and has none; of a form that was sent, the text is kept."""
    if request.headers.get("HX-Request") == "true":
        return _sign_in_elsewhere()
    if request.method in ("GET", "HEAD", "OPTIONS"):
        back = safe_next(request.full_path.rstrip("?"))
        return redirect(url_for("accounts.sign_in_page", next=None if back == "/" else back))
    if request.endpoint == "accounts.sign_out":
        return redirect(url_for("accounts.sign_in_page"))
    kept = _keep()
    words = "You were signed out. What you wrote is kept; sign in to go on."
    ended = words if kept else "You are signed out. Sign in, then do this again."
    return render_template(
        "accounts/sign_in.html", form=SignInForm(formdata=None), kept=kept, next="", ended=ended
    ), 401


def _sign_in_elsewhere() -> ResponseReturnValue:
    """For a part of a page: the page stays as it is, so the text in it stays too."""
    return render_template("accounts/signed_out_fragment.html"), 401


def _keep() -> str:
    """The text of this form, if it is certainly one of ours and we know whose sign-in had ended."""
    user_id = browser.ended_user_id()
    if user_id is None or not _has_our_token():
        return ""
    fields = [(name, value) for name, values in request.form.lists() for value in values]
    return kept_text.keep(keys(), user_id, request.full_path.rstrip("?"), fields)


def _has_our_token() -> bool:
    try:
        validate_csrf(request.form.get("csrf_token"))
    except ValidationError:
        return False
    return True


def form_out_of_date() -> ResponseReturnValue:
    """Answers a form whose token is no longer good, as after signing in anew in another window: shows its text again.

    Only when the browser says that it came from a page of ours. Raises: FormTooOld otherwise.
    """
    if not current_user.is_authenticated or not came_from_here():
        raise FormTooOld
    fields = [(name, value) for name, values in request.form.lists() for value in values]
    kept = kept_text.read(keys(), kept_text.keep(keys(), current_user.user_id, request.full_path.rstrip("?"), fields))
    if kept is None:
        raise FormTooOld
    return _restored(kept), 400


def typed_text() -> tuple[kept_text.ShownField, ...]:
    """What was typed into the form of this request, which failed: its error page shows it, so that it can be copied.

    Only when the user is known already, since the database may be what failed, and the form is certainly one of ours.
    """
    if "_login_user" not in g or not current_user.is_authenticated or not _has_our_token():
        return ()
    fields = kept_text.without_secrets((name, value) for name, values in request.form.lists() for value in values)
    return kept_text.took_typing(kept_text.shown(kept_text.KeptText(current_user.user_id, request.path, fields)))


class FormTooOld(AppError):
    """A form without the token of this sign-in."""

    title = "This form cannot be taken as it was sent"
    advice = "Nothing was changed. Open its page again and send it from there."


def _restored(kept: kept_text.KeptText) -> str:
    return render_template("accounts/restored.html", address=safe_next(kept.path), fields=kept_text.shown(kept))


# --- the first account --------------------------------------------------------------------------------------------


@bp.route("/sign-up", methods=["GET", "POST"])
@public()
def sign_up() -> ResponseReturnValue:
    """Makes the first account; when there is one, leads to the sign-in."""
    if not _sign_up_is_open():
        if request.method == "POST":
            raise operations.SignUpClosed
        return redirect(url_for("accounts.sign_in_page"))
    form = NewAccountForm()
    if not form.validate_on_submit():
        return render_template("accounts/sign_up.html", form=form), status_of(form)
    new_hash = passwords.hash_of_password(form.password.data or "")
    user_id = operations.create_first_account(database(), form.name.data, form.email.data, new_hash, now())
    return _let_in(user_id, "/", "")


def _sign_up_is_open() -> bool:
    with database().open_reader() as read:
        return operations.sign_up_is_open(read)


# --- sign-in ------------------------------------------------------------------------------------------------------


@bp.route("/sign-in", methods=["GET", "POST"])
@public()
def sign_in_page() -> ResponseReturnValue:
    """Asks for address and password; `next` says where to go on."""
    if request.method == "GET":
        if _sign_up_is_open():
            return redirect(url_for("accounts.sign_up"))
        if current_user.is_authenticated:
            return redirect(safe_next(request.args.get("next")))
    form = SignInForm()
    if not form.validate_on_submit():
        return _sign_in_form(form, status_of(form))
    answer = sign_in.check_password(database(), form.email.data, form.password.data or "", client(), now())
    if answer.wait is not None:
        form.password.errors = [too_often(answer.wait)]
        return _wait(_sign_in_form(form, 429), answer.wait)
    if answer.user is None:
        form.password.errors = [WRONG]
        return _sign_in_form(form, 422)
    if answer.user.two_step_since is not None:
        return _ask_for_code(answer.user)
    return _let_in(answer.user.id, _next(), _kept())


def _sign_in_form(form: SignInForm, status: int) -> Response:
    page = render_template("accounts/sign_in.html", form=form, kept=_kept(), next=_next(), ended="")
    return make_response(page, status)


def _next() -> str:
    target = safe_next(request.values.get("next"))
    return "" if target == "/" else target


def _kept() -> str:
    """The kept text that travels with the sign-in, if it is really ours."""
    signed = request.form.get("kept", "")
    return signed if kept_text.read(keys(), signed) else ""


def _wait(response: Response, wait: timedelta) -> Response:
    response.headers["Retry-After"] = str(max(1, int(wait.total_seconds())))
    return response


def _ask_for_code(user: User) -> ResponseReturnValue:
    """The password was right; nobody is signed in before the code is, too."""
    target, kept = _next(), _kept()
    browser.clear()
    session["second_step"] = {"user": user.id, "at": now().timestamp(), "mark": _mark(user)}
    if kept:
        return render_template("accounts/code.html", form=CodeForm(formdata=None), next=target, kept=kept)
    return redirect(url_for("accounts.code", next=target or None))


def _mark(user: User) -> str:
    """Changes with the password, so that a half-done sign-in does not outlive it."""
    return hashlib.sha256(user.password_hash.encode()).hexdigest()[:16]


def _user_in_second_step() -> User | None:
    waiting = session.get("second_step")
    if not waiting or not 0 <= now().timestamp() - waiting["at"] <= SECOND_STEP_FOR.total_seconds():
        return None
    with database().open_reader() as read:
        user = read.get(User, waiting["user"])
    return user if user is not None and _mark(user) == waiting["mark"] else None


@bp.route("/sign-in/code", methods=["GET", "POST"])
@public()
def code() -> ResponseReturnValue:
    """Asks for the second step."""
    user = _user_in_second_step()
    if user is None:
        session.pop("second_step", None)
        return redirect(url_for("accounts.sign_in_page", next=_next() or None))
    form = CodeForm()
    if not form.validate_on_submit():
        return _code_form(form, status_of(form))
    answer = sign_in.check_code(database(), user.id, form.code.data or "", keys(), now())
    if answer.wait is not None:
        form.code.errors = [too_often(answer.wait)]
        return _wait(_code_form(form, 429), answer.wait)
    if answer.user is None:
        form.code.errors = [WRONG_CODE]
        return _code_form(form, 422)
    return _let_in(user.id, _next(), _kept())


def _code_form(form: CodeForm, status: int) -> Response:
    return make_response(render_template("accounts/code.html", form=form, next=_next(), kept=_kept()), status)


def _let_in(user_id: int, target: str, signed: str, workspace_id: int | None = None) -> Response:
    """Signs in and goes on: to the kept text if there is some of this user, else to `target`."""
    opened = browser.sign_in(user_id, workspace_id)
    kept = kept_text.read(keys(), signed)
    if kept is not None and kept.user_id == user_id:
        return browser.remember_device(make_response(_restored(kept)), opened)
    if kept is not None:
        tell("Somebody else wrote the text that was kept here, so it is not shown.", tone="warn")
    return browser.remember_device(make_response(redirect(safe_next(target), 303)), opened)


@bp.route("/sign-out", methods=["POST"])
@signed_in
def sign_out() -> ResponseReturnValue:
    """Ends this sign-in, here and for every copy of its cookie; first asks about what only this device keeps."""
    first = leaving.first_page()
    if first:
        return redirect(first, 303)
    with database().open_session() as write:
        sessions.end(write, current_user.user_id, current_user.session_id, now())
    logout_user()
    browser.clear()
    tell("You are signed out.")
    response = make_response(redirect(url_for("accounts.sign_in_page"), 303))
    leaving.forget(response)
    return response


# --- by invitation ------------------------------------------------------------------------------------------------


@bp.route("/join/<token>", methods=["GET", "POST"])
@public()
def join(token: str) -> ResponseReturnValue:
    """Lets somebody into a workspace by a link: with a new account, or with the one they are signed in to."""
    with database().system_session("opening an invitation by its link") as read:
        invited = members.invited_by_link(read, token, now())
    if current_user.is_authenticated:
        return _join_as_user(token, invited)
    form = NewAccountForm(email=invited.email)
    page = {"form": form, "invited": invited, "token": token}
    if not form.validate_on_submit():
        return render_template("accounts/join.html", **page), status_of(form)
    new_hash = passwords.hash_of_password(form.password.data or "")
    try:
        with database().system_session("joining by an invitation") as write:
            user_id, workspace_id = members.join_with_new_account(
                write, token, form.name.data, form.email.data, new_hash, now()
            )
    except operations.AddressTaken:
        form.email.errors = ["There is an account with this address. Sign in with it, then open the link again."]
        return render_template("accounts/join.html", **page), 422
    return _let_in(user_id, "/", "", workspace_id)


def _join_as_user(token: str, invited: members.Invited) -> ResponseReturnValue:
    if request.method == "GET":
        return render_template("accounts/join_as_user.html", invited=invited, token=token)
    with database().system_session("joining by an invitation") as write:
        workspace_id = members.join(write, token, current_user.user_id, now())
        sessions.open_workspace(write, current_user.session_id, workspace_id)
    tell(f"You are in “{invited.workspace_name}” now.")
    return redirect("/", 303)


# --- forgotten password -------------------------------------------------------------------------------------------


@bp.route("/forgot", methods=["GET", "POST"])
@public()
def forgot() -> ResponseReturnValue:
    """Mails a link to a new password; the answer is the same whether there is such an account or not."""
    form = ForgotForm()
    if not can_mail() or not form.validate_on_submit():
        return render_template("accounts/forgot.html", form=form, can_mail=can_mail(), is_sent=False), status_of(form)
    counted = (
        Counted("reset", email_key(form.email.data or ""), RESETS_PER_ACCOUNT),
        Counted("reset from", address_bucket(client().address), PER_ADDRESS),
    )
    if throttle.take(database(), counted, now()).wait is None:
        with database().open_session() as write:
            user = operations.user_by_email(write, form.email.data or "")
            enqueue(write, "accounts.mail_reset", at=now(), user_id=user.id if user else 0)
    return render_template("accounts/forgot.html", form=form, can_mail=True, is_sent=True)


@bp.route("/reset/<token>", methods=["GET", "POST"])
@public()
def reset(token: str) -> ResponseReturnValue:
    """Sets a new password by a link, once. It signs nobody in: the second step may still be asked for."""
    with database().open_reader() as read:
        user = operations.user_of_reset(read, token, now())
    form = NewPasswordForm(known=(user.name, user.email))
    if not form.validate_on_submit():
        return render_template("accounts/reset.html", form=form, email=user.email), status_of(form)
    new_hash = passwords.hash_of_password(form.password.data or "")
    with database().open_session() as write:
        operations.reset_password(write, token, new_hash, now())
        if can_mail():
            notify(write, user.id, PASSWORD_CHANGED, now())
    browser.clear()
    tell("Your new password is set. Sign in with it.")
    return redirect(url_for("accounts.sign_in_page"), 303)
