"""Groundwork's web application. `create_app` makes it; `app.py` joins its parts."""

from outreach.app import create_app

__all__ = ["create_app"]
