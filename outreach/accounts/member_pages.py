"""The pages of the members of a workspace, of invitations, and of going from one workspace to another."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.accounts import browser, members, queries, sessions
from outreach.accounts.browser import can_mail
from outreach.accounts.door import bp
from outreach.accounts.forms import InvitationForm, MailedInvitationForm, RoleForm, WorkspaceForm
from outreach.accounts.words import status_of
from outreach.errors import NotFound
from outreach.jobs.table import enqueue
from outreach.notices import tell
from outreach.request_session import database, now
from outreach.security import requires, signed_in


@bp.get("/settings/members")
@signed_in
def members_page() -> ResponseReturnValue:
    """Who works in this workspace, and which invitations are open."""
    return _members(_invitation_form(empty=True))


def _invitation_form(*, empty: bool = False) -> InvitationForm:
    kind = MailedInvitationForm if can_mail() else InvitationForm
    return kind(formdata=None) if empty else kind()


def _members(form: InvitationForm, status: int = 200, link: str = "") -> ResponseReturnValue:
    with database().reader_for(current_user.workspace_id) as read:
        lines = queries.members(read)
        invitations = queries.open_invitations(read, now()) if current_user.may("owner") else []
    page = render_template("accounts/members.html", form=form, lines=lines, invitations=invitations, link=link)
    return page, status


@bp.post("/settings/members")
@requires("owner")
def invite() -> ResponseReturnValue:
    """Makes an invitation: mailed where there is an address, else shown once as a link to copy."""
    form = _invitation_form()
    if not form.validate():
        return _members(form, 422)
    email = (form.email.data or "") if isinstance(form, MailedInvitationForm) else ""
    with database().session_for(current_user.workspace_id) as write:
        if email:
            made = members.invite_by_mail(write, form.role.data, email, current_user.user_id, now())
            if made is not None:
                enqueue(write, "accounts.mail_invitation", at=now(), invitation_id=made.id)
        else:
            token = members.invite(write, form.role.data, current_user.user_id, now())
    if email:
        tell(f"The invitation goes to {email}.")
        return redirect(url_for("accounts.members_page"), 303)
    address = browser.settings().address.rstrip("/") + url_for("accounts.join", token=token)
    return _members(_invitation_form(empty=True), link=address)


@bp.post("/settings/members/invitations/<int:number>/withdraw")
@requires("owner")
def withdraw_invitation(number: int) -> ResponseReturnValue:
    """Makes an invitation's link worthless."""
    with database().session_for(current_user.workspace_id) as write:
        members.withdraw(write, number, now())
    tell("The invitation is withdrawn. Its link no longer works.")
    return redirect(url_for("accounts.members_page"), 303)


@bp.route("/settings/members/<int:number>", methods=["GET", "POST"])
@requires("owner")
def member(number: int) -> ResponseReturnValue:
    """Another role for a member, or goodbye."""
    with database().reader_for(current_user.workspace_id) as read:
        line = queries.member(read, number)
    if line is None:
        raise NotFound
    form = RoleForm(data={"role": line.role})
    if not form.validate_on_submit():
        return render_template("accounts/member.html", form=form, line=line), status_of(form)
    with database().session_for(current_user.workspace_id) as write:
        members.change_role(write, number, form.role.data)
    tell(f"The role of {line.name} is saved.")
    return redirect(url_for("accounts.members_page"), 303)


@bp.post("/settings/members/<int:number>/remove")
@requires("owner")
def remove_member(number: int) -> ResponseReturnValue:
    """Lets a member go. What they wrote stays."""
    with database().session_for(current_user.workspace_id) as write:
        members.remove(write, number)
    tell("They are no longer a member. What they wrote here stays.")
    return redirect(url_for("accounts.members_page"), 303)


# --- workspaces ---------------------------------------------------------------------------------------------------


@bp.post("/settings/workspaces/<int:number>/open")
@signed_in
def open_workspace(number: int) -> ResponseReturnValue:
    """Goes on in another workspace of one's own. Raises: NotFound for one of others, as for none."""
    with database().system_session("going over to another of one's own workspaces") as write:
        if not members.is_member(write, current_user.user_id, number):
            raise NotFound
        sessions.open_workspace(write, current_user.session_id, number)
    return redirect("/", 303)


@bp.route("/settings/workspace", methods=["GET", "POST"])
@requires("owner")
def workspace() -> ResponseReturnValue:
    """The name of this workspace."""
    form = WorkspaceForm(data={"name": current_user.workspace_name})
    if not form.validate_on_submit():
        return render_template("accounts/workspace.html", form=form), status_of(form)
    with database().open_session() as write:
        members.rename(write, current_user.workspace_id, form.name.data)
    tell("The name is saved.")
    return redirect(url_for("accounts.settings"), 303)
