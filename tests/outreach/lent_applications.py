"""Applications that are lent to one test after another, each time as if they were new.

To join the rooms and read the templates anew takes a tenth of a second, as long as most tests. Each test gets settings,
a clock, a database and jobs of its own; rules, templates and what the rooms added do not differ from one to the next.
An application that a test has changed is not lent again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import config
from outreach import app as applications
from outreach import logs
from outreach.app import Application, create_app
from outreach.db import Database


class LentApplications:
    """Those that are free, by their settings without the data folder and the database."""

    def __init__(self) -> None:
        self._free: dict[config.Settings, list[Application]] = defaultdict(list)
        self._as_made: dict[Application, dict[str, object]] = {}

    def lend(self, settings: config.Testing, clock: Callable[[], datetime]) -> Application:
        """An application with these settings: one that was given back, or a new one."""
        free = self._free[_kind(settings)]
        if not free:
            app = create_app(settings, clock=clock)
            self._as_made[app] = _made_of(app)
            return app
        app = free.pop()
        settings.data.mkdir(parents=True, exist_ok=True)
        logs.set_up(settings.log_level)
        database = Database(settings.database)
        app.extensions |= {"settings": settings, "clock": clock, "database": database}
        applications._join_jobs(app, settings, database)
        return app

    def give_back(self, app: Application) -> None:
        """Ends what it is at; one that is as it was made is lent again."""
        app.extensions["worker"].stop()
        app.extensions["database"].close()
        if _made_of(app) == self._as_made[app]:
            self._free[_kind(app.extensions["settings"])].append(app)
        else:
            del self._as_made[app]


def _kind(settings: config.Settings) -> config.Settings:
    return replace(settings, data=Path(), database_url="")


def _made_of(app: Application) -> dict[str, object]:
    """What tells whether an application is still as it was made."""
    hooks = (app.before_request_funcs, app.after_request_funcs, app.teardown_request_funcs, app.error_handler_spec)
    return {
        "config": dict(app.config),
        "extensions": sorted(app.extensions),
        "rules": len(app.url_map._rules),
        "views": dict(app.view_functions),
        "hooks": [_registered(hook) for hook in hooks],
        "templates": {**app.jinja_env.globals, **app.jinja_env.filters},
        "parts of pages": repr(app.extensions.get("page_parts")),
    }


def _registered(kept: object) -> object:
    """What stands in a register of hooks. Flask leaves an empty part in one wherever it looked for something."""
    if isinstance(kept, dict):
        parts = {name: _registered(part) for name, part in kept.items()}
        return {name: part for name, part in parts.items() if part}
    return tuple(kept) if isinstance(kept, list) else kept
