from __future__ import annotations

from werkzeug.datastructures import MultiDict

from outreach.styleguide.forms import SampleForm
from tests.outreach.styleguide.page_app import page_app


def test_an_empty_form_misses_what_is_required_and_no_more() -> None:
    with page_app().test_request_context():
        form = SampleForm(MultiDict({"kind": "hospital"}), meta={"csrf": False})
        assert not form.validate()
        assert set(form.errors) == {"name", "email", "password", "channel"}
