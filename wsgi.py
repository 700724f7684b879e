"""What a WSGI server loads: `flask --app wsgi ...`, `waitress-serve wsgi:app`."""

from outreach import create_app

app = create_app()
