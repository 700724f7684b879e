"""The time zones that can be chosen, wherever somebody says where they are."""

from __future__ import annotations

from zoneinfo import ZoneInfo

TIME_ZONES = {
    "": "Not known",
    "America/New_York": "Eastern",
    "America/Chicago": "Central",
    "America/Denver": "Mountain",
    "America/Phoenix": "Arizona",
    "America/Los_Angeles": "Pacific",
    "America/Anchorage": "Alaska",
    "Pacific/Honolulu": "Hawaii",
    "America/Puerto_Rico": "Puerto Rico and Virgin Islands",
    "Pacific/Guam": "Guam",
    "America/Toronto": "Toronto",
    "America/Vancouver": "Vancouver",
    "America/Mexico_City": "Mexico City",
    "America/Sao_Paulo": "São Paulo",
    "Europe/London": "London",
    "Europe/Paris": "Paris, Berlin, Rome",
    "Africa/Lagos": "Lagos",
    "Africa/Johannesburg": "Johannesburg",
    "Asia/Dubai": "Dubai",
    "Asia/Kolkata": "India",
    "Asia/Singapore": "Singapore",
    "Asia/Tokyo": "Tokyo",
    "Australia/Sydney": "Sydney",
    "Pacific/Auckland": "Auckland",
}
"""Names of the time zone database -> words; those of the United States first."""


def zone_of(name: str) -> ZoneInfo | None:
    """The time zone of this name; None for "" and for a name that nobody knows."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # a folder's name and one with NUL are each another error
        return None
