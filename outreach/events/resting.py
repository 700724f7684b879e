"""What rests on a person: who a program's speaker is. When a person is forgotten, the speaker is nobody's again.

The speaker's row stays, since it is the program's. A match without a person cannot be kept, so it is undone first.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, event, update
from sqlalchemy.orm import Mapper

from outreach.events.models import EventSpeaker
from outreach.people.models import Person


def _let_go(_mapper: Mapper[Person], connection: Connection, person: Any) -> None:
    table = EventSpeaker.__table__
    assert isinstance(table, Table)
    connection.execute(
        update(table)
        .where(table.c.workspace_id == person.workspace_id, table.c.person_id == person.id)
        .values(person_id=None, match_state="none", match_words="")
    )


event.listen(Person, "before_delete", _let_go)
