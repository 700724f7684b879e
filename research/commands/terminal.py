"""A console for words with colors, wrapped at its width. Apart from `output`, since it takes a while to load."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

LEAST_WIDTH, USUAL_WIDTH, MOST_WIDTH = 30, 80, 400
"""Columns. Narrower than the least is no terminal but a setting gone wrong (`COLUMNS=0`)."""


class _Terminal(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the command line, which ends quietly. Raises: BrokenPipeError."""
        raise BrokenPipeError


def console(*, stderr: bool = False) -> Console:
    """A console of a width in which words can be read."""
    made = _Terminal(stderr=stderr, highlight=False, emoji=False, markup=False)
    if made.width < LEAST_WIDTH:
        made.width = USUAL_WIDTH
    made.width = min(made.width, MOST_WIDTH)
    return made


def print_wrapped(on: Console, text: Text, indent: int = 0, hanging: int = 0) -> None:
    """The text wrapped at the console's width, every line indented (those after the first by `hanging` more).

    No line has blanks at its end.
    """
    margin = indent
    for line in text.wrap(on, max(on.width - indent - hanging, LEAST_WIDTH - 10)):
        line.rstrip()
        on.print(Text(" " * margin).append_text(line), soft_wrap=True)
        margin = indent + hanging
