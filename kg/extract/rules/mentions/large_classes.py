"""What learnt weights see of words and classes: the same numbers in every process, classes in the large."""

from functools import cache
from zlib import crc32

LARGE = {
    "Company": "Organization", "MediaOutlet": "Organization", "PoliticalParty": "Organization",
    "EducationalInstitution": "Organization", "SecurityAgency": "GovernmentBody", "City": "Place",
    "AdministrativeArea": "Place", "SoftwareProduct": "Product", "RestrictionList": "LegalAct",
    "MonetaryAmount": "Quantity", "InternationalOrganization": "Organization",
}  # fmt: skip


@cache
def number(text: str) -> int:
    """Return the number of a text: the same in every process."""
    return crc32(text.encode())


def large_class(kind: str) -> str:
    """Return the class under which traits see an entity class."""
    return "Event" if kind.endswith("Event") else LARGE.get(kind, kind)
