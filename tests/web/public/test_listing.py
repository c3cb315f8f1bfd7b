"""What an approver reads, and what a comparison shows, leaves nothing out."""

import json
from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest

from handslag.domain.promises import published as public
from handslag.domain.promises import services
from handslag.domain.promises.rules.drafts import ActivityDraft, OwnerDraft, TargetDraft
from handslag.domain.promises.rules.words import Condition, Op
from handslag.domain.vocabulary.models import Kind
from handslag.web.public.versions import compare_wordings
from tests import make

# What no reader is told: how the text is stored, and by which keys. A promise is
# found under "nr", which follows from its own number.
STORED = {"format", "id", "number", "sha256", "type", "promise", "part_of"}
# Told beside the text: why it was changed, and which page it was taken from.
BESIDE = {"amendment", "source"}
OTHER = {
    "origin": "restated",
    "kind": "police_area",
    "rule": "until_replaced",
    "part": "invited",
    "op": "max",
    "measures": "effect",
    "direction": "down",
    "rhythm": "quarter",
    "change": "dropped",
    "binds": "on_demand",
    "basis": "document",
    "owner": {"id": "x", "name": "Någon annan", "kind": "business", "code": ""},
    "low": "1.5",
    "high": "97",
    "least_share": "0.7",
    "out_of": "97",
}
DAYS = frozenset({"starts", "ends", "due_on", "on", "announced_on"})
# A kind and a code say which organisation is meant; its name is what is read.
BY_NAME = {"kind", "code"}


PLAN = {
    "due_on": "2027-01-31",
    "rhythm": "year",
    "label": "Årsuppföljning",
    "function": "samordnaren",
    "delegate": "kommunpolisen",
    "forum": "Lok Brå",
}
CHAIN = {
    "problem": {"id": "1", "title": "Unga kvinnor undviker stationen"},
    "causes": ["Ingen vuxen är där"],
    "goal": {"id": "2", "text": "Färre tar omvägar"},
    "measure": {"id": "3", "title": "Fler vuxna ute"},
    "plan": {"id": "4", "name": "Åtgärdsplan 2026"},
}
LINEAGE = {"change": "kept", "why": "Ni ville det.", "earlier_set": "Löfte 2025"}


@pytest.fixture
def frozen(draft, coordinator, municipality) -> dict[str, Any]:
    """A frozen text in which every field says something."""
    finding = make.evidence(municipality)
    services.cite(coordinator, draft, [finding])
    services.save_promise(
        coordinator,
        draft.promises.get(),
        make.promise_draft(
            municipality,
            purpose="Fler ska våga gå ut.",
            when_stated="mars 2026",
            binds=Condition.WHEN,
            condition="om det är mörkt",
            owners=(OwnerDraft(municipality.pk),),
            targets=(
                TargetDraft(
                    op=Op.RANGE,
                    low=Decimal(2),
                    high=Decimal(3),
                    unit="vandringar",
                    per="år",
                ),
            ),
            activities=(ActivityDraft("Bjuda in", 1), ActivityDraft("Affischer", 2)),
            activity_types=("trygghetsvandring",),
            evidence=(finding.pk,),
        ),
        revision=1,
    )
    text: dict[str, Any] = json.loads(make.frozen(draft).content)
    text["plan"] = [PLAN]
    earlier = {"id": text["id"], "text": "Förra löftet"}
    text["lineage"] = [
        {**LINEAGE, "promise": text["promises"][0]["id"], "earlier": earlier}
    ]
    text["promises"][0]["chain"] = CHAIN
    return text


def leaves(value: Any, path: tuple[Any, ...] = ()):
    """Every single value of a text, with the way to it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in STORED | BESIDE:
                yield from leaves(inner, (*path, name))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from leaves(inner, (*path, at))
    else:
        yield path, value


def changed(value: Any, name: str) -> Any:
    """Another value that the field could hold."""
    if name in OTHER:
        return OTHER[name]
    if name in DAYS:
        return "2031-05-17"
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else f"{value or ''} annat"


def test_a_change_of_any_field_is_shown(frozen):
    before = public.read(json.dumps(frozen))
    silent = []
    for path, value in list(leaves(frozen)):
        name = next(part for part in reversed(path) if isinstance(part, str))
        if name in BY_NAME:
            continue
        after = deepcopy(frozen)
        place: Any = after
        for part in path[:-1]:
            place = place[part]
        place[path[-1]] = changed(value, name)
        if not compare_wordings(before, public.read(json.dumps(after))).changed:
            silent.append(path)
    assert silent == []


def test_the_same_text_has_no_change(frozen):
    text = public.read(json.dumps(frozen))
    assert compare_wordings(text, text).changed == 0


def told(text: public.PublishedWording) -> dict[str, str]:
    """What the first promise says, by its label."""
    promise = compare_wordings(None, text).blocks[0]
    return {field.label: field.new for field in promise.fields}


def test_a_target_repeats_nothing_and_a_code_is_told_by_its_name(frozen):
    make.term(Kind.FOCUS, "TRYGG_OFF", "Trygghet ute")
    said = told(public.read(json.dumps(frozen)))
    assert said["Mål"] == "2–3 vandringar per år"
    assert said["Fokusområde"] == "Trygghet ute"
    target = frozen["promises"][0]["targets"][0]
    target |= {"measures": "effect", "direction": "down"}
    said = told(public.read(json.dumps(frozen)))
    assert said["Mål"].startswith("2–3 vandringar per år (Vad som är bra: Mindre är bättre")
    assert "Mäter" in said["Mål"]
