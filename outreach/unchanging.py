"""Parts of pages that are the same for everybody and every time, drawn once: the empty fields of a form, say.

    {{ unchanging("fields of a contact", contact_fields, contact) }}

Nothing that depends on the user, the moment or what was typed may be drawn so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment


def install(environment: Environment) -> None:
    """Gives the templates `unchanging`; what it has drawn lives as long as the environment."""
    drawn: dict[str, str] = {}

    def unchanging(name: str, draw: Callable[..., str], *arguments: Any) -> str:
        if name not in drawn:
            drawn[name] = draw(*arguments)
        return drawn[name]

    environment.globals["unchanging"] = unchanging
