"""The pages on which a language model is asked for other wording, and a person accepts it sentence by sentence.

They are there only where the settings name a model. What leaves is said before anything does. The model is asked while
no session of the database is open: it may take half a minute.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import flask
from flask import current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from config import Settings
from outreach.drafts import editor, operations, proposals, queries, rules
from outreach.drafts.editor import UNPROCESSABLE, bp, by, to_draft
from outreach.drafts.models import Draft
from outreach.drafts.proposal_forms import MOST_LINES, ProposalForm
from outreach.drafts.proposals import Change, Context, Judged
from outreach.model import wording
from outreach.model.asked_once import AskedOnce
from outreach.model.endpoint import Endpoint, NotAnswered
from outreach.notices import tell
from outreach.request_session import database, session
from outreach.security import requires
from outreach.words import counted

EXTENSION = "asked of the language model"


def endpoint_of(settings: Settings) -> Endpoint | None:
    """The language model that the settings name; None for none."""
    if not settings.model_url:
        return None
    return Endpoint(
        settings.model_url, settings.model_shape, settings.model_name, settings.model_key,
        nearby=bool(settings.model_nearby), seconds=settings.model_seconds,
    )  # fmt: skip


def endpoint() -> Endpoint | None:
    """The language model of this application."""
    return endpoint_of(current_app.extensions["settings"])


def has_language_model() -> bool:
    """For templates: whether other wording can be asked for at all."""
    return endpoint() is not None


def init_app(app: flask.Flask) -> None:
    """Lets templates ask whether there is a model, and keeps its latest answers."""
    app.jinja_env.globals["has_language_model"] = has_language_model
    app.extensions[EXTENSION] = AskedOnce()


# --- asking ---------------------------------------------------------------------------------------------------------


@bp.post("/drafts/<int:draft_id>/proposal/begin")
@requires("editor")
def begin_proposal(draft_id: int) -> ResponseReturnValue:
    """Saves the text as it stands in the window, then leads to the page that says what would leave."""
    return editor.after_saving(
        draft_id, lambda row: flask.redirect(flask.url_for("drafts.proposal", draft_id=row.id), 303)
    )


@bp.route("/drafts/<int:draft_id>/proposal", methods=["GET", "POST"])
@requires("editor")
def proposal(draft_id: int) -> ResponseReturnValue:
    """Says what a language model would be shown; when that is sent, asks it and shows what may be offered."""
    with database().reader_for(current_user.workspace_id) as read:
        row = queries.draft_here(read, draft_id)
        model = endpoint()
        if model is None:
            tell("No language model is set up on this site.", tone="warn")
            return to_draft(draft_id)
        operations.check_is_written(row)
        context = proposals.context_of(read, row, by())
        page = {"draft_id": row.id, "reader": queries.reader_of(row).name}
        kind = rules.KIND_WORDS.get(row.kind, rules.KIND_WORDS["other"])
    if request.method == "GET":
        return _asks(page, model, kind, context)
    try:
        found = _proposed(model, kind, context)
    except NotAnswered as error:
        return _asks(page, model, kind, context, str(error))
    return _shown(page, model, context, *found)


def _asks(page: dict[str, Any], model: Endpoint, kind: str, context: Context, problem: str = "") -> ResponseReturnValue:
    sentences, facts = proposals.shown_sentences(context), proposals.shown_facts(context)
    try:
        data, hindrance = wording.data_of(kind, sentences, facts), ""
    except NotAnswered as error:
        data, hindrance = "", str(error)
    return render_template(
        "drafts/proposal.html", **page, model=model, data=data, sentences=len(sentences), facts=len(facts),
        hindrance=hindrance, problem=problem if problem != hindrance else "",
    )  # fmt: skip


def _proposed(model: Endpoint, kind: str, context: Context) -> tuple[list[Change], tuple[str, ...]]:
    """The changes in the model's answer, and why parts of it cannot be used. Raises: NotAnswered."""
    pieces = proposals.pieces_of(context)
    asked = cast("AskedOnce", current_app.extensions[EXTENSION])

    def ask(instructions: str, data: str) -> str:
        question = (current_user.workspace_id, current_user.user_id, model, instructions, data)
        return asked.answer(question, lambda: model.ask(instructions, data))

    found = wording.propose(ask, kind, proposals.shown_sentences(context), proposals.shown_facts(context))
    changes = [Change(pieces[one.number - 1].raw, one.text, one.facts) for one in found.wordings]
    return changes[:MOST_LINES], found.left_out


def _shown(
    page: dict[str, Any],
    model: Endpoint,
    context: Context,
    changes: Sequence[Change],
    unusable: Sequence[str] = (),
    problem: str = "",
) -> str:
    found: Judged = proposals.judged(context, changes)
    sentences = {one.number: one.sentence for one in context.facts}
    return render_template(
        "drafts/proposed.html", **page, model=model, judged=found, unusable=unusable, sentences=sentences,
        problem=problem,
    )  # fmt: skip


# --- accepting ------------------------------------------------------------------------------------------------------


@bp.post("/drafts/<int:draft_id>/proposal/accept")
@requires("editor")
def accept_proposal(draft_id: int) -> ResponseReturnValue:
    """Puts the ticked sentences in, each looked at once more, as a version of its own."""
    row = queries.draft_here(session(), draft_id)
    model = endpoint()
    form = ProposalForm()
    sent = list(form.sent()) if form.validate() else []
    changes = [change for change, is_taken in sent if is_taken]
    if not changes:
        return _nothing_ticked(row, model, [change for change, _ in sent])
    told = proposals.accept(session(), row, changes, by())
    if told.put_in:
        number = counted(told.put_in, "sentence", "sentences")
        tell(f"Put in {number}. The text before is kept as version {told.kept}.")
    elif told.there:
        tell("That stands in the letter already.")
    if told.refused:
        number = counted(told.refused, "sentence was", "sentences were")
        tell(f"{number} not put in: your text or a fact has changed since it was proposed.", tone="warn")
    return to_draft(draft_id)


def _nothing_ticked(row: Draft, model: Endpoint | None, changes: Sequence[Change]) -> ResponseReturnValue:
    """The proposal again, as it was sent; back to the letter where nothing of it came along."""
    operations.check_is_written(row)
    if not changes or model is None:
        tell("No sentence was chosen, so the letter is as it was.", tone="warn")
        return to_draft(row.id)
    page = {"draft_id": row.id, "reader": queries.reader_of(row).name}
    context = proposals.context_of(session(), row, by())
    problem = "Tick at least one sentence, or leave the letter as it is."
    return _shown(page, model, context, changes, problem=problem), UNPROCESSABLE
