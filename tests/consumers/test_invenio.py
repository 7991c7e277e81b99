"""What InvenioRDM's own schema says of our drafts."""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from tei_encoder.model.holding import Holding

Make = Callable[..., Mapping[str, bytes]]
Hold = Callable[..., Holding]
#: whatever JSON holds
Value: TypeAlias = Any
Load = Callable[..., list[Value]]

#: what shows each kind of field that the seed does not have
ADDED = (
    b"<idno type='DOI'>https://doi.org/10.1234/x-1</idno>"
    b"<idno type='url'>https://example.org/r</idno><availability>"
    b"<licence target='https://example.org/l'>Open &lt;licence></licence>"
    b"</availability></publicationStmt>"
)


def draft(made: Mapping[str, bytes]) -> Value:
    """Give the one draft of what was made."""
    (data,) = (made[path] for path in made if path.endswith("record.json"))
    return json.loads(data)


def test_schema_takes_the_seed(
    hold: Hold, make: Make, seed_tei: bytes, invenio: Load
) -> None:
    """The schema takes drafts of the seed and gives every field back."""
    more = seed_tei.replace(b"</publicationStmt>", ADDED)
    drafts = [draft(make("invenio", hold(seed))) for seed in (seed_tei, more)]
    wrong = {**drafts[0]["metadata"], "publication_date": "May 2024"}
    plain, full, refused = invenio(*(d["metadata"] for d in drafts), wrong)

    assert ["taken", "taken"] == [plain[0], full[0]], (plain, full)
    assert ("refused", ["publication_date"]) == (refused[0], list(refused[1]))
    assert drafts[1]["metadata"].keys() == full[1].keys()
    assert [{"date": "1966-09-07", "type": {"id": "created"}}] == full[1]["dates"][:1]


def test_fields_of_the_seed(hold: Hold, make: Make, seed_tei: bytes) -> None:
    """Each fact stands where the crosswalk says, under ids of its vocabularies."""
    more = seed_tei.replace(b"</publicationStmt>", ADDED)
    found = draft(make("invenio", hold(more)))
    about = found["metadata"]
    roles = {
        c["person_or_org"].get("family_name"): c["role"]["id"]
        for c in about["contributors"]
    }

    assert {"identifier": "10.1234/x-1", "provider": "external"} == found["pids"]["doi"]
    assert "2024-05-01" == about["publication_date"]
    assert [{"id": "eng"}] == about["languages"]
    assert "Haxhi Kroi" == about["creators"][0]["person_or_org"]["family_name"]
    assert ("relatedperson", "other") == (roles["Enver Hoxha"], roles["Enkel Daljani"])
    assert [
        {"title": {"en": "Open <licence>"}, "link": "https://example.org/l"}
    ] == about["rights"]
    assert ["other", "url"] == [n["scheme"] for n in about["identifiers"]]
