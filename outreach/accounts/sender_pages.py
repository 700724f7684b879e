"""The pages of how a user signs letters, and of the user's own mail server. Nobody else sees either."""

from __future__ import annotations

from datetime import timedelta

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.accounts import own_mail
from outreach.accounts.browser import keys, settings
from outreach.accounts.door import bp
from outreach.accounts.models import OwnMailAccount
from outreach.accounts.own_mail import Sealed, Signature
from outreach.accounts.sender_forms import MailAccountForm, SignatureForm
from outreach.accounts.words import status_of
from outreach.mail import BadAddress
from outreach.mail.personal import Letter, compose, mailbox, new_message_id
from outreach.mail.submission import Envelope, Server, hand_over, problem_of
from outreach.notices import tell
from outreach.request_session import database, now
from outreach.security import signed_in

TEST_EVERY = timedelta(seconds=30)
"""A test is a mail; twice in a moment is a double press."""


@bp.route("/settings/signature", methods=["GET", "POST"])
@signed_in
def signature() -> ResponseReturnValue:
    """How the user signs: letters and their heads say it."""
    with database().open_reader() as read:
        known = own_mail.signature_of(read, current_user.user_id)
    form = SignatureForm(data={**_fields(known), "address": "\n".join(known.address)})
    if not form.validate_on_submit():
        return render_template("accounts/signature.html", form=form), status_of(form)
    lines = tuple(line.strip() for line in (form.address.data or "").splitlines() if line.strip())
    said = {name: (form[name].data or "").strip() for name in _FIELDS}
    with database().open_session() as write:
        own_mail.keep_signature(write, current_user.user_id, Signature(**said, address=lines), now())
    tell("Your signature is saved. Letters that you begin from now on say it.")
    return redirect(url_for("accounts.settings"), 303)


_FIELDS = ("name", "credentials", "title", "organization", "phone", "email", "time_zone")


def _fields(known: Signature) -> dict[str, str]:
    return {name: getattr(known, name) for name in _FIELDS}


# --- the mail server ------------------------------------------------------------------------------------------------


def may_be_nearby() -> bool:
    """Whether a user's mail server may lie on this machine or network."""
    return bool(settings().own_mail_nearby)


@bp.route("/settings/mail-account", methods=["GET", "POST"])
@signed_in
def mail_account() -> ResponseReturnValue:
    """The user's own mail server: set up, changed, looked at. The password is never shown again."""
    with database().open_reader() as read:
        row = own_mail.account_of(read, current_user.user_id)
        signs = own_mail.signature_of(read, current_user.user_id)
    form = MailAccountForm(data=_account_fields(row, signs))
    if not form.validate_on_submit():
        return _account_page(form, row)
    server = Server(
        (form.host.data or "").strip().rstrip("."), int(form.port.data), form.encryption.data,
        (form.user_name.data or "").strip(), form.password.data or "",
    )  # fmt: skip
    if not _can_be(form, server):
        return _account_page(form, row)
    with database().open_session() as write:
        own_mail.keep_account(write, current_user.user_id, server, form.sender.data or "", keys(), now())
    tell("Your mail account is saved. Send yourself a test next.")
    return redirect(url_for("accounts.mail_account"), 303)


def _account_page(form: MailAccountForm, row: OwnMailAccount | None) -> ResponseReturnValue:
    return render_template("accounts/mail_account.html", form=form, account=row), status_of(form)


def _account_fields(row: OwnMailAccount | None, signs: Signature) -> dict[str, str]:
    if row is None:
        return {"sender": signs.email, "encryption": "tls", "port": "465"}
    return {
        "sender": row.sender, "host": row.host, "port": str(row.port), "encryption": row.encryption,
        "user_name": row.user_name,
    }  # fmt: skip


def _can_be(form: MailAccountForm, server: Server) -> bool:
    """Whether the server can be asked and the address sent from; if not, the form says so beside the field."""
    problem = problem_of(server, nearby=may_be_nearby())
    if problem:
        form.host.errors = [problem]
    try:
        mailbox("", form.sender.data or "")
    except BadAddress:
        form.sender.errors = ["Mail cannot be sent from this address."]
        return False
    return not problem


@bp.post("/settings/mail-account/forget")
@signed_in
def forget_mail_account() -> ResponseReturnValue:
    """Takes the mail server away, with its password."""
    with database().open_session() as write:
        own_mail.forget_account(write, current_user.user_id)
    tell("Your mail account was taken out. Its password is gone.")
    return redirect(url_for("accounts.mail_account"), 303)


@bp.post("/settings/mail-account/test")
@signed_in
def test_mail_account() -> ResponseReturnValue:
    """Sends the user one mail from their own account to its own address."""
    with database().open_session() as write:
        row = own_mail.account_of(write, current_user.user_id)
        if row is None:
            return redirect(url_for("accounts.mail_account"), 303)
        signs = own_mail.signature_of(write, current_user.user_id)
        is_again = row.tested_at is not None and timedelta(0) <= now() - row.tested_at < TEST_EVERY
    if is_again:
        tell("A test was sent a moment ago. It can take a minute to arrive.")
    else:
        _test(row, signs)
    return redirect(url_for("accounts.mail_account"), 303)


def _test(row: OwnMailAccount, signs: Signature) -> None:
    try:
        server, sender = own_mail.server_of(row, keys()), own_mail.sender_of(row, signs)
    except Sealed:
        tell("The password can no longer be read here. Type it once more.", tone="bad")
        return
    except BadAddress:
        tell("Mail cannot be sent from this address. Nothing was sent.", tone="bad")
        return
    text = "This is a test of your mail account in Groundwork. It arrived, so your letters can leave this way."
    letter = Letter(sender, sender, "Test of your mail account", text, new_message_id(sender), at=now())
    outcome = hand_over(server, Envelope(sender, (sender,)), compose(letter), nearby=may_be_nearby())
    if outcome.state != "sent":
        tell(outcome.problem, tone="bad")
        return
    with database().open_session() as write:
        known = own_mail.account_of(write, current_user.user_id)
        if known is not None:
            known.tested_at = now()
    tell(f"A test was sent to {sender.address}.")
