"""Takes the pictures of the README: fills a demonstration in a folder of its own, serves it, and looks at its pages.

    .venv/bin/python benchmarks/pictures.py [--out docs/pictures] [--chromium /usr/bin/chromium] [--dossier FILE]

With --dossier also the picture of a brief, of a dossier that `python -m research person ... --save FILE` wrote. Needs
what the tests need (Playwright) and a Chromium. Each picture is at most 200 kB; a larger one fails the command.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # as the repository is no installed package

from outreach.demo import PASSWORD, SOURCES, USER_EMAIL

ROOT = Path(__file__).resolve().parents[1]
LARGEST = 200_000
WIDTH, HEIGHT = 1120, 760
BRIEF_SCALE = 1.3
ANSWER_MS = 9000
"""A made-up source answers within so long, so that the picture of a run shows it running."""


@dataclass(frozen=True)
class Picture:
    """A picture: its file and the page. `dark` and `phone` say how it is looked at."""

    name: str
    path: str
    dark: bool = False
    phone: bool = False


PICTURES = (
    Picture("run", "/research/{running}", dark=True),
    Picture("today", "/"),
    Picture("ledger", "/ledger"),
    Picture("article", "/articles/1"),
    Picture("suggestions", "/articles/1/suggestions"),
    Picture("event", "/events/2"),
    Picture("pack", "/events/2/pack"),
    Picture("floor", "/events/1/floor", phone=True),
    Picture("people", "/people"),
    Picture("person", "/people/{marisol}"),
    Picture("person-phone", "/people/{marisol}", phone=True),
    Picture("readiness", "/people/{marisol}/readiness"),
    Picture("programs", "/people/{marisol}/programs"),
    Picture("source", "/sources/{document}"),
    Picture("organization", "/orgs/1"),
    Picture("duplicates", "/people/duplicates"),
    Picture("search", "/search?q=lukasik"),
)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a demonstration that was filled now and is served until the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    settings = {
        "DATA": str(folder), "DEMO": "1", "REPLAY": str(SOURCES), "REPLAY_MS": str(ANSWER_MS), "ADDRESS": address,
        "LOG_LEVEL": "WARNING",
    }  # fmt: skip
    others = {name: value for name, value in os.environ.items() if not name.startswith("GROUNDWORK_")}
    environment = others | {f"GROUNDWORK_{name}": value for name, value in settings.items()}
    flask = [sys.executable, "-m", "flask", "--app", "wsgi"]
    subprocess.run([*flask, "demo"], cwd=ROOT, env=environment, check=True)
    server = subprocess.Popen([*flask, "serve", "--port", str(port)], cwd=ROOT, env=environment)
    try:
        _wait_for(port, server)
        yield address
    finally:
        server.terminate()
        server.wait(30)


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Raises: SystemExit when the server ends, or has not answered after a minute."""
    for _ in range(600):
        with socket.socket() as ours:
            if ours.connect_ex(("127.0.0.1", port)) == 0:
                return
        if server.poll() is not None:
            break
        time.sleep(0.1)
    raise SystemExit("The server did not start.")


def sign_in(page: Page, address: str) -> None:
    """Signs in with what the page says."""
    page.goto(f"{address}/sign-in")
    page.fill("input[name=email]", USER_EMAIL)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(f"{address}/")


def places(page: Page, address: str) -> dict[str, str]:
    """Numbers in the addresses of pages: the leader of the pictures, a source of hers, and the run under way."""
    page.goto(f"{address}/people?q=lukasik")
    marisol = _number(page, "main a[href^='/people/']:has-text('Łukasik')")
    page.goto(f"{address}/")
    running = _number(page, "main a[href^='/research/']:has-text('Trâm')")
    page.goto(f"{address}/people/{marisol}")
    own_page = page.locator("main a[href*='/source']", has_text="RN, MHA").first.get_attribute("href")
    return {"marisol": marisol, "running": running, "document": own_page or ""}


def _number(page: Page, selector: str) -> str:
    href = page.locator(selector).first.get_attribute("href") or ""
    return href.split("?")[0].split("#")[0].rstrip("/").rsplit("/", 1)[-1]


def take(page: Page, address: str, picture: Picture, numbers: dict[str, str], out: Path) -> None:
    """Saves one picture. Raises: SystemExit for a page that fails, and for a picture that is too large."""
    page.emulate_media(color_scheme="dark" if picture.dark else "light", reduced_motion="reduce")
    page.set_viewport_size({"width": 390 if picture.phone else WIDTH, "height": 780 if picture.phone else HEIGHT})
    path = numbers["document"] if picture.name == "source" else picture.path.format(**numbers)
    answer = page.goto(f"{address}{path}")
    if answer is None or answer.status != 200:
        raise SystemExit(f"{path} answered {answer.status if answer else 'nothing'}.")
    if page.locator("mark").count():
        page.locator("mark").first.scroll_into_view_if_needed()
    file = out / f"{picture.name}.png"
    page.screenshot(path=file, animations="disabled", caret="hide")
    _weigh(file)


def take_brief(dossier: Path, out: Path) -> None:
    """Saves the picture of a printed brief. Raises: SystemExit for a dossier of which none can be made."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "brief.pdf"
        flask = [sys.executable, "-m", "flask", "--app", "wsgi", "brief", "--from", str(dossier), "-o", str(made)]
        if subprocess.run(flask, cwd=ROOT, check=False).returncode:
            raise SystemExit(f"No brief can be made of {dossier}.")
        page = pypdfium2.PdfDocument(made)[0]
        page.render(scale=BRIEF_SCALE).to_pil().quantize(64).save(out / "brief.png", optimize=True)
    _weigh(out / "brief.png")


def _weigh(file: Path) -> None:
    size = file.stat().st_size
    print(f"{file}  {size / 1000:.0f} kB")
    if size > LARGEST:
        raise SystemExit(f"{file} is larger than {LARGEST / 1000:.0f} kB.")


def main() -> None:
    """Takes all pictures."""
    parser = argparse.ArgumentParser(description="Take the pictures of the README from the demonstration.")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures")
    parser.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("google-chrome"))
    parser.add_argument("--dossier", type=Path, help="a saved dossier, for the picture of a brief")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    if chosen.dossier:
        take_brief(chosen.dossier, chosen.out)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chosen.chromium, args=["--no-sandbox"])
        page = browser.new_page(locale="en-US", timezone_id="America/Chicago")
        page.set_default_timeout(60_000)
        sign_in(page, address)
        numbers = places(page, address)
        for picture in PICTURES:
            take(page, address, picture, numbers, chosen.out)
        browser.close()


if __name__ == "__main__":
    main()
