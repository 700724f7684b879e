"""Putting facts into a draft: what is confirmed of the leader, one press to put it in, the corrected one instead."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from outreach.dossiers import fact_lines
from outreach.drafts import confirmed, materials, operations, queries
from outreach.drafts.editor import bp, by, to_draft
from outreach.drafts.fact_marks import mark
from outreach.errors import NotFound
from outreach.notices import tell
from outreach.request_session import now, session
from outreach.security import requires, signed_in


def _is_part() -> bool:
    """Whether a window with script asked for a part of its page."""
    return request.headers.get("HX-Request") == "true"


@bp.get("/drafts/<int:draft_id>/facts")
@signed_in
def more_facts(draft_id: int) -> ResponseReturnValue:
    """The confirmed facts that a draft can use. A window with script gets the list alone."""
    row = queries.draft_here(session(), draft_id)
    offer = confirmed.offer(session(), row.person, row.program, now().date())
    put = {one.fact_id: one.number for one in queries.facts_of(session(), row)}
    template = "drafts/_more_facts.html" if _is_part() else "drafts/more_facts.html"
    return render_template(template, draft=row, offer=offer, put=put)


@bp.post("/drafts/<int:draft_id>/facts/<int:fact_id>")
@requires("editor")
def put_fact_in(draft_id: int, fact_id: int) -> ResponseReturnValue:
    """Gives a fact its number. With script its words go to the cursor; without, behind the last paragraph.

    Raises: NotFound for a fact that is not about this leader or their house.
    """
    row = queries.draft_here(session(), draft_id)
    fact = fact_lines.fact_here(session(), fact_id)
    about = {(one.person_id, one.organization_id) for one in confirmed.subjects_of(session(), row.person)}
    if (fact.person_id, fact.organization_id) not in about:
        raise NotFound
    sentence = materials.sentence_of(session(), fact)
    cited = operations.put_in(session(), row, fact, sentence)
    if _is_part():
        return render_template(
            "drafts/_put_in.html", draft=row, words=f"{sentence} {mark(cited.number)}", number=cited.number
        )
    operations.append(session(), row, cited, sentence, by())
    tell(f"Put in as [{cited.number}], behind the last paragraph. Say it in your own words.")
    return to_draft(draft_id)


@bp.post("/drafts/<int:draft_id>/cited/<int:cited_id>/corrected")
@requires("editor")
def use_corrected(draft_id: int, cited_id: int) -> ResponseReturnValue:
    """Puts what was corrected under the number of the old fact. Raises: NotFound where nothing stands instead."""
    row = queries.draft_here(session(), draft_id)
    cited = next((one for one in queries.cited(session(), row, now().date()) if one.row_id == cited_id), None)
    if cited is None:
        raise NotFound
    if cited.instead_id is None:
        tell("Nothing stands in the place of this fact.", tone="warn")
        return to_draft(draft_id, "facts-used")
    fact = fact_lines.fact_here(session(), cited.instead_id)
    sentence = materials.sentence_of(session(), fact)
    operations.take_corrected(session(), row, cited_id, fact.id, sentence, by())
    tell(f"[{cited.number}] is now: {fact.value_words}. Look over the sentence that says it.")
    return to_draft(draft_id, "facts-used")
