"""An application of nothing but the style guide, with the rail of signed-in pages."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Flask
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined

from outreach import static_files, words
from outreach.rail import rail
from outreach.styleguide import views
from tests import source_tree

NOW = datetime(2026, 11, 7, 16, 40, tzinfo=UTC)


def page_app() -> Flask:
    """Answers /styleguide; its forms need no token, and nothing is kept."""
    root = source_tree.REPOSITORY
    app = Flask("outreach", template_folder=str(root / "templates"), static_folder=str(root / "outreach" / "static"))
    app.config.update(SECRET_KEY="for these tests", TESTING=True, WTF_CSRF_ENABLED=False)
    app.jinja_env.undefined = StrictUndefined
    CSRFProtect(app)
    words.install(app.jinja_env, lambda: NOW, lambda: UTC)
    static_files.init_app(app)
    app.register_blueprint(views.bp)
    app.add_url_rule("/search", "search", views.found)
    app.add_url_rule("/sign-out", "sign_out", lambda: "", methods=["POST"])
    app.context_processor(lambda: {"rail": rail(app.url_map, "/people", {})})
    return app
