"""What organizations are found as."""

from __future__ import annotations

from outreach.organizations.models import Organization
from outreach.search import Entry, indexed


@indexed(Organization, "organization", hidden_by=("deleted_at",))
def organization_entry(organization: Organization) -> Entry | None:
    """By every name it has and its place."""
    if organization.deleted_at is not None:
        return None
    place = ", ".join(part for part in (organization.city, organization.state) if part)
    body = f"{organization.search_key} {organization.other_names}"
    return Entry(organization.name, f"/orgs/{organization.id}", beside=place, body=body)
