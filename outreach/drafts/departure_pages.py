"""A letter leaves by a press: copied, in the mail program, as a file, by the user's own server, on paper, spoken.

The press brings the text as it stands in the window. It is saved, checked and written down before anything leaves; then
the page shows exactly what was written down, and asks whether it was sent.
"""

from __future__ import annotations

from datetime import date

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from outreach.accounts import own_mail
from outreach.accounts.browser import keys
from outreach.accounts.own_mail import Signature
from outreach.accounts.sender_pages import may_be_nearby
from outreach.drafts import (
    departures,
    enclosures,
    leaving_parts,
    operations,
    outgoing,
    own_account,
    printed_letter,
    queries,
)
from outreach.drafts.departures import Leaving
from outreach.drafts.editor import bp, brings_another_text, by, save_draft, save_sent, to_draft
from outreach.drafts.forms import DraftForm
from outreach.drafts.mail_file import eml, file_name, mailto
from outreach.drafts.models import WAYS, Departure, Draft
from outreach.drafts.printed_letter import Sheet, Unprintable
from outreach.errors import NotFound, Refused
from outreach.mail import BadAddress
from outreach.mail.personal import Mailbox, mailbox, plain_name
from outreach.mail.submission import Envelope, Outcome, Server, hand_over
from outreach.notices import tell
from outreach.request_session import database, now, session
from outreach.security import requires

UNPROCESSABLE = 422
_ADDRESS_OF_LETTERS = "Mail cannot be sent from your e-mail address. Correct it under Settings, Your signature."


@bp.post("/drafts/<int:draft_id>/leave")
@requires("editor")
def leave(draft_id: int) -> ResponseReturnValue:
    """Saves the text in the window, and lets it leave on the way that was pressed if it may."""
    row = queries.draft_here(session(), draft_id)
    way = request.form.get("way", "")
    if way not in WAYS:
        raise NotFound
    if "restored" in request.form:
        # The page that brings typed text back through a sign-in says that it saves: nothing leaves by that press.
        return save_draft(draft_id)
    is_lost = brings_another_text(row) if row.state != "writing" else False
    if is_lost or ("body" in request.form and row.state == "writing" and not DraftForm().validate()):
        return save_draft(draft_id)  # which shows what was typed, and what is wrong with it
    try:
        row = save_sent(draft_id)
        return _by_own_account(row) if way == "own_account" else _taken(row, way)
    except Refused as refused:
        # Told on the draft's page and not as an error: the text that was just saved stays saved.
        _tell_why(refused)
        return to_draft(draft_id, "findings")


def _tell_why(refused: Refused) -> None:
    """What the letter itself says is not repeated here: notices travel in a cookie."""
    outside = [reason for reason in refused.reasons if not reason.startswith("“")]
    within = len(refused.reasons) - len(outside)
    if within:
        outside.append("What must be fixed stands under “Worth a second look”. The text is saved.")
    tell(" ".join(("It has not left.", *outside))[:600], tone="bad")


def _taken(row: Draft, way: str) -> ResponseReturnValue:
    departures.begin(session(), row, Leaving(way, _mailbox(_signature()), _copies_assistant()), by())
    return redirect(url_for("drafts.leaving_draft", draft_id=row.id), 303)


def _by_own_account(row: Draft) -> ResponseReturnValue:
    server, sender = own_account.server_and_sender(session(), current_user.user_id, keys())
    leaving = Leaving("own_account", sender, _copies_assistant())
    outcome = own_account.send(database(), session(), row, leaving, server, by(), hand=_hand)
    if outcome.state == "sent":
        tell("Sent from your own account.")
    else:
        tell(outcome.problem, tone="bad" if outcome.state == "failed" else "warn")
    return to_draft(row.id)


def _hand(server: Server, envelope: Envelope, message: bytes) -> Outcome:
    return hand_over(server, envelope, message, nearby=may_be_nearby())


def _copies_assistant() -> bool:
    return request.form.get("copies_assistant") == "yes"


def _signature() -> Signature:
    return own_mail.signature_of(session(), current_user.user_id)


def _mailbox(signature: Signature) -> Mailbox:
    try:
        return mailbox(signature.name, signature.email or current_user.email)
    except BadAddress:
        raise Refused(_ADDRESS_OF_LETTERS) from None


# --- what was written down ------------------------------------------------------------------------------------------


@bp.get("/drafts/<int:draft_id>/leaving")
@requires("editor")
def leaving_draft(draft_id: int) -> ResponseReturnValue:
    """The letter to take along, and the question whether it was sent; back to the draft where none waits."""
    row = queries.draft_here(session(), draft_id)
    departure = departures.open_of(session(), row)
    if departure is None or departure.state != "asked":
        return to_draft(draft_id)
    _refuse_unwanted(row)
    letter = departures.as_mail(session(), row, departure, _mailbox(_signature()), None)
    return render_template(
        "drafts/leaving.html",
        draft=row,
        departure=departure,
        text=letter.text,
        files=enclosures.of_letter(session(), row),
        reader=queries.reader_of(row),
        ways=WAYS,
        mailto=mailto(letter.to, letter.copy, letter.subject, letter.text, letter.in_reply_to),
        today=leaving_parts.today_of(session(), current_user.user_id, now()),
    )


@bp.get("/drafts/<int:draft_id>/departures/<int:departure_id>/letter.eml")
@requires("editor")
def letter_file(draft_id: int, departure_id: int) -> ResponseReturnValue:
    """What was written down, as a file that opens as a draft in mail programs."""
    row, departure = _departure(draft_id, departure_id)
    _refuse_unwanted(row)
    letter = departures.as_mail(session(), row, departure, _mailbox(_signature()), None)
    return _file(
        eml(enclosures.attached(session(), row, letter)),
        "message/rfc822",
        file_name(queries.reader_of(row).name, "eml"),
    )


@bp.get("/drafts/<int:draft_id>/departures/<int:departure_id>/letter.pdf")
@requires("editor")
def printed_page(draft_id: int, departure_id: int) -> ResponseReturnValue:
    """What was written down, as a letter on paper. Raises: Refused for letters that the typeface does not hold."""
    row, departure = _departure(draft_id, departure_id)
    _refuse_unwanted(row)
    reader = queries.reader_of(row)
    signs = _signature()
    head = (f"{signs.name}, {signs.credentials}" if signs.credentials else signs.name, *signs.address,
            signs.phone, signs.email)  # fmt: skip
    day = departure.begun_at.date()
    text = outgoing.filled(session(), row, departure.text)
    sheet = Sheet(head, leaving_parts.reader_lines(session(), row), day, departure.subject, text,
                  f"Letter to {reader.name}")  # fmt: skip
    try:
        return _file(printed_letter.pdf(sheet), "application/pdf", file_name(reader.name, "pdf"))
    except Unprintable as missing:
        shown = " ".join(missing.letters[:20])
        raise Refused(f"These letters are not in the typeface: {shown} Copy the letter, and print it from a program "
                      "that has them.") from None  # fmt: skip


@bp.get("/drafts/<int:draft_id>/file")
@requires("editor")
def enclosed_file(draft_id: int) -> ResponseReturnValue:
    """A file that goes along with the letter, for those who attach it themselves: its number, counted from 1.

    Raises: NotFound.
    """
    row = queries.draft_here(session(), draft_id)
    asked = request.args.get("number", "")
    if not asked:
        return to_draft(draft_id)
    _refuse_unwanted(row)
    is_number = asked.isascii() and asked.isdigit() and len(asked) < 4
    one = enclosures.numbered(session(), row, int(asked) if is_number else 0)
    return _file(one.make(), one.media_type, plain_name(one.name))


def _departure(draft_id: int, departure_id: int) -> tuple[Draft, Departure]:
    row = queries.draft_here(session(), draft_id)
    return row, departures.departure_here(session(), row, departure_id)


def _refuse_unwanted(row: Draft) -> None:
    """Raises: Refused where somebody has asked not to be written to since the letter was taken, or all is paused."""
    reasons = operations.held_back(session(), row, now())
    if reasons:
        raise Refused(*reasons)


def _file(data: bytes, kind: str, name: str) -> Response:
    """A file to keep; `name` is plain ASCII without quotes (`mail_file.file_name`)."""
    return Response(data, mimetype=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


# --- the answer -----------------------------------------------------------------------------------------------------


@bp.post("/drafts/<int:draft_id>/departures/<int:departure_id>/answer")
@requires("editor")
def answer_sent(draft_id: int, departure_id: int) -> ResponseReturnValue:
    """Did you send it? Yes with the day, not yet, or no."""
    _, departure = _departure(draft_id, departure_id)
    answer = request.form.get("answer", "")
    if answer == "yes":
        return _sent(draft_id, departure)
    if answer == "no":
        departures.say_not_sent(session(), departure, by())
        tell("Noted that it was not sent. You can go on writing.")
    else:
        tell("It is asked again later.")
    return to_draft(draft_id)


def _sent(draft_id: int, departure: Departure) -> ResponseReturnValue:
    try:
        departures.say_sent(session(), departure, _day_typed(), by())
    except Refused as refused:
        tell(" ".join(refused.reasons), tone="bad")
        return to_draft(draft_id, "asked")
    tell("Noted as sent.", undo=url_for("drafts.take_back_sent", draft_id=draft_id, departure_id=departure.id))
    return to_draft(draft_id)


def _day_typed() -> date:
    """The day in the form; today where none was given. Raises: Refused for what is no day."""
    typed = request.form.get("day", "").strip()
    try:
        return date.fromisoformat(typed or leaving_parts.today_of(session(), current_user.user_id, now()))
    except ValueError:
        raise Refused("This is not a day. Write it like 2026-11-24.") from None


@bp.post("/drafts/<int:draft_id>/departures/<int:departure_id>/take-back")
@requires("editor")
def take_back_sent(draft_id: int, departure_id: int) -> ResponseReturnValue:
    """It was not sent after all."""
    _, departure = _departure(draft_id, departure_id)
    try:
        departures.take_back(session(), departure, by())
        tell("Noted that it was not sent. You can go on writing.")
    except Refused as refused:
        tell(" ".join(refused.reasons), tone="bad")
    return to_draft(draft_id)
