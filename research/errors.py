"""What can go wrong while researching: the class of an error says what its receiver can do."""

from __future__ import annotations


class ResearchError(Exception):
    """The root of all errors of this package; its text is one plain sentence for the user."""


class InputError(ResearchError):
    """What the user gave cannot be used; the text says what was wrong and what to do."""


class SourceError(ResearchError):
    """A source gave no usable answer.

    `fault` is a short stable name of the kind of fault ("timeout", "too-large", "address", ...), used in
    outcomes and tests; the text is for people.
    """

    fault = "failed"

    def __init__(self, message: str, *, fault: str | None = None, source: str = "", url: str = "") -> None:
        super().__init__(message)
        if fault is not None:
            self.fault = fault
        self.source = source
        self.url = url


class Unavailable(SourceError):
    """The source did not answer, or not in time: try again later."""

    fault = "unavailable"


class Refused(SourceError):
    """We may not ask this, or the source said no: do not try again."""

    fault = "refused"


class RateLimited(SourceError):
    """The source asks us to wait. `retry_after_s` is how long, in seconds; None when it did not say."""

    fault = "rate-limited"

    def __init__(
        self,
        message: str,
        *,
        retry_after_s: float | None = None,
        fault: str | None = None,
        source: str = "",
        url: str = "",
    ) -> None:
        super().__init__(message, fault=fault, source=source, url=url)
        self.retry_after_s = retry_after_s


class Unreadable(SourceError):
    """The answer is not in the shape we know: the source changed, or is broken. Our work, not the user's."""

    fault = "unreadable"


class NotRecorded(SourceError):
    """A replay has no recording for this request: an honest gap, not a failure of the source."""

    fault = "not-recorded"
