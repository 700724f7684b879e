"""The pages of asking: whom and by when, one request with its link and its letter, another day, a new link."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from outreach.accounts.browser import keys
from outreach.accounts.here import today_here
from outreach.accounts.whereabouts import day_in
from outreach.articles import (
    asking_days,
    asking_letters,
    decisions,
    given,
    opened,
    queries,
    requests,
    reviewers,
    rules,
)
from outreach.articles.approval_models import REQUEST_KINDS, SCOPES, ApprovalRequest
from outreach.articles.article_pages import UNPROCESSABLE, bp, by
from outreach.articles.models import Article, ArticleVersion
from outreach.articles.request_forms import AskForm, DayForm, GivenForm, ask_form, box
from outreach.articles.requests import Asking, Wish
from outreach.errors import Refused
from outreach.mail.personal import plain_name
from outreach.notices import tell
from outreach.people.operations import ChangedElsewhere
from outreach.request_session import now, session
from outreach.security import requires
from outreach.words import listed


def to_request(row: ApprovalRequest) -> ResponseReturnValue:
    """Leads to the page of a request after a change."""
    return redirect(url_for("articles.approval_request", article_id=row.article_id, request_id=row.id), 303)


def _here(article_id: int, request_id: int) -> tuple[Article, ApprovalRequest]:
    row = queries.article_here(session(), article_id)
    return row, requests.request_here(session(), row, request_id)


# --- asking -----------------------------------------------------------------------------------------------------------


@bp.route("/articles/<int:article_id>/ask", methods=["GET", "POST"])
@requires("editor")
def ask_for_approval(article_id: int) -> ResponseReturnValue:
    """Whom to ask about the text as it is, and by when; then a letter for each, which the user sends."""
    row = queries.article_here(session(), article_id)
    wishes = requests.plan(session(), row, by())
    form = _ask_form(row, wishes)
    if request.method == "GET" or not form.validate():
        return _ask_page(row, wishes, form)
    asking = _asking(form, row.version if form.version.data == 0 else form.version.data)
    try:
        made = requests.ask(session(), row, form.chosen, asking, by())
    except (Refused, ChangedElsewhere) as refused:
        form.version.data = row.version
        return _ask_page(row, wishes, form, _reasons(refused))
    return _with_letters(row, made)


def _reasons(refused: Refused | ChangedElsewhere) -> tuple[str, ...]:
    if isinstance(refused, Refused):
        return refused.reasons
    words = "The text was changed in another window since this page was opened. Look at it, then ask. Nobody was asked."
    return (words,)


def _asking(form: DayForm, article_version: int | None = None) -> Asking:
    assert form.ask_by.read is not None
    return Asking(form.ask_by.read, keys()[0], form.days, article_version, bool(form.despite.data))


def _ask_form(row: Article, wishes: tuple[Wish, ...]) -> AskForm:
    named: dict[str, Any] = {}
    if request.method == "GET":
        ticked = {box(one.reviewer.id): one.is_possible for one in wishes}
        named = {"formdata": None, "data": ticked | _first_days(row, wishes) | {"version": row.version}}
    offered = [(one.reviewer.id, one.reviewer.name) for one in wishes if one.kind or one.standing]
    return ask_form(offered, **named)


def _first_days(row: Article, wishes: tuple[Wish, ...]) -> dict[str, str]:
    zones = [opened.zone_of_reviewer(one.reviewer) for one in wishes]
    due_on = row.project.due_on if row.project is not None else None
    today = max((day_in(now(), zone) for zone in zones), default=today_here())
    named = asking_days.proposed(today, due_on if due_on is None or due_on > today else None)
    return {"ask_by": named.isoformat(), "link_days": str(rules.LINK_DAYS)}


def _ask_page(
    row: Article, wishes: tuple[Wish, ...], form: AskForm, reasons: tuple[str, ...] = ()
) -> ResponseReturnValue:
    problems = requests.article_problems(session(), row)
    remarks: tuple[str, ...] = ()
    if form.ask_by.read is not None and reasons:
        weighed = [requests.weigh(row, one.reviewer, form.ask_by.read, now()) for one in wishes]
        remarks = tuple(dict.fromkeys(one for each in weighed for one in each.remarks))
    page = render_template(
        "articles/ask.html", article=row, wishes=wishes, form=form, box=box, problems=problems, kinds=REQUEST_KINDS,
        reasons=[one for one in reasons if one not in remarks and one not in problems],
        remarks=remarks if set(remarks) & set(reasons) or form.despite.data else (), scopes=SCOPES,
        must=reviewers.must_be_asked(session(), row),
    )  # fmt: skip
    return page, UNPROCESSABLE if form.errors or reasons else 200


def _with_letters(row: Article, made: Any) -> ResponseReturnValue:
    """Begins the letters, and leads to the one there is, or to the article where there are several."""
    begun = [(one, asking_letters.begin(session(), one, by())) for one in made]
    if len(begun) == 1:
        tell("The text is kept, and the letter with its link begun. Nothing has left: look it over, then send it.")
        return redirect(url_for("drafts.draft", draft_id=begun[0][1].id), 303)
    names = listed([one.reviewer.name for one, _ in begun])
    tell(f"The text is kept, and a letter begun to {names}. Nothing has left: look each over, then send it.")
    return redirect(url_for("articles.article", article_id=row.id, _anchor="approvals"), 303)


# --- one request ------------------------------------------------------------------------------------------------------


@bp.get("/articles/<int:article_id>/requests/<int:request_id>")
@requires("editor")
def approval_request(article_id: int, request_id: int) -> ResponseReturnValue:
    """One request: its link, by when, what has become of it, and what can be done."""
    row, one = _here(article_id, request_id)
    version = session().get_one(ArticleVersion, one.version_id)
    decision = decisions.holding(session(), one)
    is_over = rules.is_over(one.expires_at, one.withdrawn_at, now())
    shown = requests.shown_by(session(), one)
    return render_template(
        "articles/request.html",
        article=row,
        request=one,
        reviewer=one.reviewer,
        version=version,
        decision=decision,
        is_over=is_over,
        address=asking_letters.address_of(one) if not is_over else None,
        letter=asking_letters.letter_of(session(), one),
        problems=requests.reviewer_problems(session(), row, one.reviewer, now()) if decision is None else (),
        places=asking_letters.places(version, shown),
        quotes=shown.quotes,
        is_as_asked=shown.hash == one.shown_hash,
        kinds=REQUEST_KINDS,
        scopes=SCOPES,
        was_given=given.is_given(session(), one),
    )


@bp.post("/articles/<int:article_id>/requests/<int:request_id>/letter")
@requires("editor")
def write_request_letter(article_id: int, request_id: int) -> ResponseReturnValue:
    """Begins the letter with the link, or goes on with it."""
    _, one = _here(article_id, request_id)
    draft = asking_letters.begin(session(), one, by())
    return redirect(url_for("drafts.draft", draft_id=draft.id), 303)


@bp.post("/articles/<int:article_id>/requests/<int:request_id>/remind")
@requires("editor")
def write_approval_reminder(article_id: int, request_id: int) -> ResponseReturnValue:
    """Begins a reminder with the same link. Raises: Refused where it is not time, or two have left."""
    _, one = _here(article_id, request_id)
    reminders = asking_letters.reminders_of(session(), [one]).get(one.id, [])
    given.check_reminder(one, reminders, decisions.holding(session(), one), now())
    draft = asking_letters.remind(session(), one, by())
    return redirect(url_for("drafts.draft", draft_id=draft.id), 303)


@bp.get("/articles/<int:article_id>/requests/<int:request_id>/copy.<ending>")
@requires("editor")
def request_copy(article_id: int, request_id: int, ending: str) -> ResponseReturnValue:
    """The Word copy or the plain copy of what the link shows. Raises: NotFound; Refused."""
    _, one = _here(article_id, request_id)
    made = asking_letters.copy_here(session(), one, ending)
    headers = {"Content-Disposition": f'attachment; filename="{plain_name(made.name)}"'}
    return Response(made.make(), mimetype=made.media_type, headers=headers)


@bp.post("/articles/<int:article_id>/requests/<int:request_id>/take-back")
@requires("editor")
def take_link_back(article_id: int, request_id: int) -> ResponseReturnValue:
    """Ends a link at once."""
    _, one = _here(article_id, request_id)
    if requests.take_back(session(), one, by()):
        tell(f"The link of {one.reviewer.name} has stopped working. Tell them, if they have it already.")
    else:
        tell("It was taken back already.")
    return to_request(one)


@bp.route("/articles/<int:article_id>/requests/<int:request_id>/new-link", methods=["GET", "POST"])
@requires("editor")
def make_new_link(article_id: int, request_id: int) -> ResponseReturnValue:
    """Asks by when, then ends the link and makes another one to the same version."""
    row, one = _here(article_id, request_id)
    form = _day_form(row, one)
    if request.method == "GET" or not form.validate():
        return _day_page(row, one, form, "new")
    try:
        made = requests.new_link(session(), row, one, _asking(form), by())
        draft = asking_letters.begin(session(), made, by())
    except Refused as refused:
        return _day_page(row, one, form, "new", refused.reasons)
    tell("There is a new link, and a letter with it. The link before has stopped working.")
    return redirect(url_for("drafts.draft", draft_id=draft.id), 303)


@bp.route("/articles/<int:article_id>/requests/<int:request_id>/extend", methods=["GET", "POST"])
@requires("editor")
def extend_request(article_id: int, request_id: int) -> ResponseReturnValue:
    """Gives them until another day. The link stays the same."""
    row, one = _here(article_id, request_id)
    form = _day_form(row, one)
    if request.method == "GET" or not form.validate():
        return _day_page(row, one, form, "extend")
    try:
        requests.extend(session(), row, one, _asking(form), form.version.data, by())
    except Refused as refused:
        return _day_page(row, one, form, "extend", refused.reasons)
    except ChangedElsewhere:
        form.version.data = one.version
        words = "This request was changed in another window. Look at its day below, then save again."
        return _day_page(row, one, form, "extend", (words,))
    tell("They have until the new day now. Tell them: the same link works on.")
    return to_request(one)


def _day_form(row: Article, one: ApprovalRequest) -> DayForm:
    if request.method != "GET":
        return DayForm()
    first: dict[str, Any] = {"version": one.version, "link_days": str(rules.LINK_DAYS)}
    today = day_in(now(), opened.zone_of_reviewer(one.reviewer))
    due_on = row.project.due_on if row.project is not None else None
    named = asking_days.proposed(today, due_on if due_on is None or due_on > today else None)
    return DayForm(formdata=None, data=first | {"ask_by": max(named, one.ask_by).isoformat()})


def _day_page(
    row: Article, one: ApprovalRequest, form: DayForm, what: str, reasons: tuple[str, ...] = ()
) -> ResponseReturnValue:
    remarks: tuple[str, ...] = ()
    if what == "new" and form.ask_by.read is not None and reasons:
        remarks = requests.weigh(row, one.reviewer, form.ask_by.read, now()).remarks
    page = render_template(
        "articles/request_day.html", article=row, request=one, reviewer=one.reviewer, form=form, what=what,
        reasons=[reason for reason in reasons if reason not in remarks], remarks=remarks,
    )  # fmt: skip
    return page, UNPROCESSABLE if form.errors or reasons else 200


# --- given by hand ----------------------------------------------------------------------------------------------------


@bp.route("/articles/<int:article_id>/requests/<int:request_id>/given", methods=["GET", "POST"])
@requires("editor")
def link_given(article_id: int, request_id: int) -> ResponseReturnValue:
    """Notes that the user gave the link in another way than by a letter from here."""
    row, one = _here(article_id, request_id)
    named: dict[str, Any] = {}
    if request.method == "GET":
        named = {"formdata": None, "data": {"on": today_here().isoformat(), "way": "email"}}
    form = GivenForm(**named)
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.validate():
        try:
            given.note(session(), row, one, _moment(form.on.read, one), form.way.data, today_here(), by())
        except Refused as refused:
            reasons = refused.reasons
        else:
            tell("Noted as given.", undo=url_for("articles.link_not_given", article_id=row.id, request_id=one.id))
            return to_request(one)
    page = render_template(
        "articles/request_given.html", article=row, request=one, reviewer=one.reviewer, form=form, reasons=reasons,
        address=asking_letters.address_of(one),
    )  # fmt: skip
    return page, UNPROCESSABLE if form.errors or reasons else 200


def _moment(on: date | None, one: ApprovalRequest) -> datetime:
    """A moment of that day, which is not before the link was made and not to come."""
    assert on is not None
    return max(one.created_at, min(datetime.combine(on, time(12), UTC), now()))


@bp.post("/articles/<int:article_id>/requests/<int:request_id>/not-given")
@requires("editor")
def link_not_given(article_id: int, request_id: int) -> ResponseReturnValue:
    """It was not given after all."""
    _, one = _here(article_id, request_id)
    given.take_back(session(), one, by())
    tell("Noted that they do not have the link yet.")
    return to_request(one)
