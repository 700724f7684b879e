"""The check of what is about to leave: a message and what is confirmed of its reader in, findings out.

Pure: knows neither Flask nor the database nor the rooms. `check(message)` is the whole interface.
"""

from outreach.asklint.run import check
from outreach.asklint.types import Circumstances, Finding, Known, Message, Rule, Severity

__all__ = ["Circumstances", "Finding", "Known", "Message", "Rule", "Severity", "check"]
