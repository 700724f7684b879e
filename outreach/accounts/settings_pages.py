"""The pages of one's own account and of the members of a workspace."""

from __future__ import annotations

from typing import Any

from flask import current_app, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf import FlaskForm
from markupsafe import Markup

from outreach import page_parts, request_session
from outreach.accounts import browser, leaving, operations, passwords, queries, sessions, sign_in, two_step
from outreach.accounts.browser import can_mail, client, keys, limits
from outreach.accounts.door import bp
from outreach.accounts.forms import (
    ChangePasswordForm,
    ConfirmCodeForm,
    DetailsForm,
    PasswordForm,
)  # fmt: skip
from outreach.accounts.jobs import PASSWORD_CHANGED, TWO_STEP_OFF, TWO_STEP_ON, notify
from outreach.accounts.rules import email_key
from outreach.accounts.words import status_of, too_often
from outreach.errors import NotFound
from outreach.notices import tell
from outreach.page_parts import Here
from outreach.request_session import database, now
from outreach.security import signed_in


def _knows_password(form: FlaskForm) -> bool:
    """Whether the present password in the form is right; if not, the form says so beside it."""
    field: Any = form["present_password"]
    answer = sign_in.check_own_password(database(), current_user.user_id, field.data or "", now())
    if answer.wait is not None:
        field.errors = [too_often(answer.wait)]
    elif answer.user is None:
        field.errors = ["This is not your present password."]
    return answer.user is not None


@bp.get("/settings")
@signed_in
def settings() -> ResponseReturnValue:
    """What can be set: a list of links."""
    with database().system_reader("the list of one's own workspaces") as read:
        workspaces = queries.workspaces_of(read, current_user.user_id)
        user = queries.user(read, current_user.user_id)
    here = Here(request_session.session(), current_user.user_id, current_user.user_id, now())
    parts = page_parts.loaded(current_app, "settings", here)
    return render_template("accounts/settings.html", workspaces=workspaces, user=user, parts=parts)


@bp.route("/settings/account", methods=["GET", "POST"])
@signed_in
def account() -> ResponseReturnValue:
    """Name and address. A new address needs the password: it is where links to a new one go."""
    form = DetailsForm(data={"name": current_user.name, "email": current_user.email})
    page = "accounts/account.html"
    if not form.validate_on_submit():
        return render_template(page, form=form), status_of(form)
    is_new_address = email_key(form.email.data or "") != email_key(current_user.email)
    if is_new_address and not _knows_password(form):
        return render_template(page, form=form), 422
    try:
        with database().open_session() as write:
            operations.change_details(write, current_user.user_id, form.name.data, form.email.data)
    except operations.AddressTaken:
        form.email.errors = ["There is another account with this address."]
        return render_template(page, form=form), 422
    tell("Your account is saved.")
    return redirect(url_for("accounts.settings"), 303)


@bp.route("/settings/password", methods=["GET", "POST"])
@signed_in
def password() -> ResponseReturnValue:
    """A new password by the present one; all other sign-ins end, and this one goes on under a new token."""
    form = ChangePasswordForm(known=(current_user.name, current_user.email))
    if not form.validate_on_submit():
        return render_template("accounts/password.html", form=form), status_of(form)
    if not _knows_password(form):
        return render_template("accounts/password.html", form=form), 422
    new_hash = passwords.hash_of_password(form.password.data or "")
    with database().open_session() as write:
        token = operations.set_password(
            write,
            current_user.user_id,
            new_hash,
            now(),
            keep=current_user.session_id,
            device_token=client().device_token,
        )
        _tell(write, PASSWORD_CHANGED)
    browser.put_token(token)
    tell("Your new password is set. Every other sign-in was ended.")
    return redirect(url_for("accounts.settings"), 303)


def _tell(write: Any, notice: int) -> None:
    if can_mail():
        notify(write, current_user.user_id, notice, now())


# --- sign-ins -----------------------------------------------------------------------------------------------------


@bp.get("/settings/sessions")
@signed_in
def open_sessions() -> ResponseReturnValue:
    """Where one is signed in."""
    with database().open_reader() as read:
        lines = queries.open_sessions(read, current_user.user_id, current_user.session_id, now(), limits())
    return render_template("accounts/sessions.html", lines=lines)


@bp.post("/settings/sessions/<int:number>/end")
@signed_in
def end_session(number: int) -> ResponseReturnValue:
    """Ends one sign-in of one's own; this one as signing out does. Raises: NotFound for anybody else's, as for none."""
    first = leaving.first_page() if number == current_user.session_id else ""
    if first:
        return redirect(first, 303)
    with database().open_session() as write:
        if not sessions.end(write, current_user.user_id, number, now()):
            raise NotFound
    if number == current_user.session_id:
        return redirect(url_for("accounts.sign_in_page"), 303)
    tell("That sign-in was ended.")
    return redirect(url_for("accounts.open_sessions"), 303)


@bp.post("/settings/sessions/end-others")
@signed_in
def end_other_sessions() -> ResponseReturnValue:
    """Ends every sign-in but this one."""
    with database().open_session() as write:
        sessions.end_all(write, current_user.user_id, now(), except_id=current_user.session_id)
        sessions.forget_devices(write, current_user.user_id, except_token=client().device_token)
    tell("Every other sign-in was ended.")
    return redirect(url_for("accounts.open_sessions"), 303)


# --- two-step sign-in ---------------------------------------------------------------------------------------------


@bp.route("/settings/two-step", methods=["GET", "POST"])
@signed_in
def two_step_page() -> ResponseReturnValue:
    """Sets the second step up: picture, first code, recovery codes. When it is on: new codes, or off."""
    with database().open_reader() as read:
        user = queries.user(read, current_user.user_id)
        left = operations.recovery_codes_left(read, current_user.user_id)
    if user.two_step_since is not None:
        return render_template("accounts/two_step_on.html", form=PasswordForm(formdata=None), left=left, user=user)
    form = ConfirmCodeForm()
    # In the cookie until it is confirmed: looking at the page changes nothing, and a reload shows the same picture.
    salt = session.setdefault("two_step_salt", two_step.new_salt())
    if not form.validate_on_submit() or not _knows_password(form):
        return _setup(form, salt)
    step = two_step.step_of(keys(), salt, form.code.data or "", now(), after=None)
    if step is None:
        form.code.errors = ["This is not the code that your app shows now. Wait for the next one and type it."]
        return _setup(form, salt)
    with database().open_session() as write:
        codes = operations.confirm_two_step(write, current_user.user_id, salt, step, now())
        _tell(write, TWO_STEP_ON)
    session.pop("two_step_salt")
    return render_template("accounts/recovery_codes.html", codes=codes)


def _setup(form: ConfirmCodeForm, salt: str) -> ResponseReturnValue:
    secret = two_step.secret_of(keys()[0], salt)
    # Made by segno from an address that is percent-encoded: nothing of the user's stands in it as it is.
    picture = Markup(two_step.picture_of(two_step.setup_address(secret, current_user.email)))  # noqa: S704
    spaced = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    return render_template("accounts/two_step.html", form=form, picture=picture, secret=spaced), status_of(form)


@bp.post("/settings/two-step/codes")
@signed_in
def new_codes() -> ResponseReturnValue:
    """Shows ten new recovery codes, once; the earlier ones are worth nothing from then on."""
    return _with_password(_new_codes)


@bp.post("/settings/two-step/off")
@signed_in
def two_step_off() -> ResponseReturnValue:
    """Turns the second step off."""
    return _with_password(_turn_off)


def _with_password(do: Any) -> ResponseReturnValue:
    with database().open_reader() as read:
        user = queries.user(read, current_user.user_id)
        left = operations.recovery_codes_left(read, current_user.user_id)
    if user.two_step_since is None:
        return redirect(url_for("accounts.two_step_page"), 303)
    form = PasswordForm()
    if not form.validate_on_submit() or not _knows_password(form):
        return render_template("accounts/two_step_on.html", form=form, left=left, user=user), 422
    answer: ResponseReturnValue = do()
    return answer


def _new_codes() -> ResponseReturnValue:
    with database().open_session() as write:
        codes = operations.new_recovery_codes(write, current_user.user_id)
    return render_template("accounts/recovery_codes.html", codes=codes)


def _turn_off() -> ResponseReturnValue:
    with database().open_session() as write:
        operations.turn_off_two_step(write, current_user.user_id)
        _tell(write, TWO_STEP_OFF)
    tell("Two-step sign-in is off. Your password alone signs you in.", tone="warn")
    return redirect(url_for("accounts.settings"), 303)
