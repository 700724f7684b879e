"""The terminal's side: progress by source while a run goes on, then the dossier; source text is never markup."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from research.commands.output import plain
from research.commands.terminal import console as console_of
from research.commands.terminal import print_wrapped
from research.connector import Connector
from research.dossier import Dossier
from research.gather import Event
from research.report import Section, outline, printed_sources, shown_quote

_MARKS = {"found": "found", "nothing": "nothing", "failed": "failed", "skipped": "not asked"}
_COLORS = {"found": "green", "nothing": "default", "failed": "red", "skipped": "bright_black"}


class Progress:
    """A table with a row per source on standard error, drawn while the run goes on; silent when not a terminal."""

    def __init__(self, connectors: Sequence[Connector], *, quiet: bool) -> None:
        self.console = console_of(stderr=True)
        self.rows: dict[str, tuple[str, str, str]] = {
            connector.SOURCE.key: (connector.SOURCE.title, "waiting", "") for connector in connectors
        }
        self.live = None
        if not quiet and self.console.is_terminal:
            self.live = Live(self._table(), console=self.console, refresh_per_second=8, transient=True)

    def __enter__(self) -> Self:
        if self.live:
            self.live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.live:
            self.live.stop()

    def show(self, event: Event) -> None:
        """Note what a source has come to."""
        title = event.source.title
        if event.outcome:
            outcome = event.outcome
            told = f"{len(outcome.claims)} statements" if outcome.claims else outcome.message
            self.rows[event.source.key] = (title, outcome.status, told)
        elif event.kind == "read":
            self.rows[event.source.key] = (title, "reading", f"{event.claims} statements so far")
        else:
            self.rows[event.source.key] = (title, "asking" if event.kind == "started" else "waiting", "")
        if self.live:
            self.live.update(self._table())

    def _table(self) -> Table:
        table = Table(box=None, padding=(0, 1), show_header=False)
        for title, state, told in self.rows.values():
            color = _COLORS.get(state, "yellow")
            table.add_row(Text(title), Text(_MARKS.get(state, state), style=color), Text(told[:60]))
        return table


def print_dossier(dossier: Dossier, titles: Mapping[str, str]) -> None:
    """The dossier on standard output. `titles`: what the sources are called, by key."""
    console = console_of()
    sections, sources = printed_sources(outline(dossier, titles), dossier.sources)
    for section in sections:
        console.print()
        console.print(Text(section.heading, style="bold"))
        _print_section(console, section)
    console.print()
    console.print(Text("Sources", style="bold"))
    for source in sources:
        print_wrapped(console, Text(f"[{source.number}] {plain(source.title)}"), 2)
        # Not wrapped by us: an address with a line break in it cannot be opened or copied.
        read = f"{plain(source.url)}  (read {source.retrieved_at:%Y-%m-%d})"
        console.print(Text(f"      {read}", style="bright_black"), soft_wrap=True)
    if not sources:
        console.print(Text("  None."))


def _print_section(console: Console, section: Section) -> None:
    if not section.lines:
        print_wrapped(console, Text(section.empty, style="italic"), 2)
    before = ""
    for line in section.lines:
        text = Text(plain(line.text))
        if line.note:
            text.append(f"  ({plain(line.note)})", style="yellow")
        if line.sources:
            text.append("  " + "".join(f"[{number}]" for number in line.sources), style="cyan")
        print_wrapped(console, text, 2)
        if quote := shown_quote(line, before):
            print_wrapped(console, Text(f"“{plain(quote)}”", style="bright_black"), 6)
        before = line.quote or before
