from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.approvals.models import Translation
from handslag.core.approvals.rules import fingerprint
from handslag.core.approvals.translations import fitting
from handslag.core.periods import parse
from handslag.domain.promises import published as public
from handslag.domain.promises import services
from handslag.domain.promises.published import TextKind, approved_texts
from handslag.domain.promises.rules.drafts import ActivityDraft, TargetDraft
from handslag.domain.promises.rules.words import Condition, Op
from tests import make


@pytest.fixture
def rich(coordinator, municipality, police, municipal_approver, police_approver):
    """A set with something in every place that holds words."""
    set_ = make.promise_set(
        coordinator,
        municipality,
        police,
        lead="Vad vi lovar.",
        purpose="Trygghet.",
        decided_by="kommunstyrelsen",
        agreement="Överenskommelsen",
        follow_up_stated="Varje år.",
        signed_stated="i februari",
    )
    activity = ActivityDraft("Bjuda in", place_stated="torget", when_stated="i maj")
    target = TargetDraft(
        op=Op.MIN,
        low=None,
        unit="vandringar",
        per="termin",
        note="Anmärkning.",
        counting_rule="Räknas så.",
        clock_starts="genast",
        precondition="om det går",
        direction_why="Fler är bra.",
    )
    promise = make.promise_draft(
        municipality,
        purpose="Färre omvägar.",
        when_stated="i höst",
        binds=Condition.WHEN,
        condition="Om det behövs.",
        activities=(activity, ActivityDraft("Gå", level=2)),
        targets=(target,),
    )
    services.add_promise(coordinator, set_, promise)
    services.cite(coordinator, set_, [make.evidence(municipality)])
    make.publish(
        set_, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    return set_


def test_every_approved_word_can_be_translated_in_reading_order(rich):
    texts = approved_texts(public.read(rich.version.content))
    assert [one.swedish for one in texts] == [
        "Medborgarlöfte 2026",
        "Vad vi lovar.",
        "Trygghet.",
        "Fyra av tio undviker torget på kvällen.",
        "Minst fyra trygghetsvandringar",
        "Vi går minst fyra trygghetsvandringar i centrum.",
        "Färre omvägar.",
        "centrum",
        "i höst",
        "Om det behövs.",
        "Bjuda in",
        "torget",
        "i maj",
        "Gå",
        "vandringar",
        "termin",
        "Räknas så.",
        "genast",
        "om det går",
        "Anmärkning.",
        "Fler är bra.",
        "Varje år.",
        "kommunstyrelsen",
        "i februari",
        "Överenskommelsen",
    ]
    assert len({one.key for one in texts}) == len(texts)
    assert {len(one.key) <= 120 for one in texts} == {True}


def test_the_same_words_are_translated_once_and_numbers_not_at_all(
    published, municipality, coordinator
):
    texts = approved_texts(public.read(published.version.content))
    said = [one.swedish for one in texts]
    assert "2026" not in said
    assert len(said) == len(set(said))
    assert TextKind.PER not in {one.kind for one in texts}


WORDS = st.sampled_from(["centrum", "torget", "Trygghet.", "Minst fyra", "", "x"])
NOTHING = public.PublishedWording(
    id="",
    origin="decided",
    is_example=False,
    name="",
    lead="",
    purpose="",
    district="",
    period=parse("2026"),
    decided_by="",
    signed_stated="",
    signed_on=None,
    announced_on=None,
    agreement="",
    is_annex=False,
    follow_up_stated="",
    home=public.PublishedOrganisation("", "Lundby", "municipality"),
    areas=(),
    parties=(),
    promises=(),
    grounds=(),
    plan=(),
    lineage=(),
    attachments=(),
    amendment=None,
    source=None,
)


@given(
    words=st.tuples(WORDS, WORDS, WORDS),
    rows=st.dictionaries(st.sampled_from(["name", "lead", "purpose", "gone"]), WORDS),
)
def test_a_translation_of_other_words_is_never_shown(words, rows):
    """Whatever rows there are: what is said in English is said of exactly these words."""
    name, lead, purpose = words
    wording = replace(NOTHING, name=name, lead=lead, purpose=purpose)
    kept = [
        Translation(
            version_id=1,
            language="en",
            place=place,
            fingerprint=fingerprint(of),
            text=f"English of {of}",
        )
        for place, of in rows.items()
    ]
    shown = fitting(kept, {1: approved_texts(wording)})
    for swedish, english in shown.words.items():
        assert english == f"English of {swedish}"
    for place, english in shown.said.items():
        assert english == f"English of {_keys(wording)[place]}"


def _keys(wording):
    return {one.key: one.swedish for one in approved_texts(wording)}


def test_what_is_translated_of_the_set_before_is_used_where_its_words_stand(
    published, coordinator, municipality, police, municipal_approver, police_approver, now
):
    """The page shows a promise of the set before, in the words it is translated in."""
    texts = approved_texts(public.read(published.version.content))
    heading = next(one for one in texts if one.kind is TextKind.HEADING)
    make.translate(coordinator, published, {heading.key: "Four walks"})
    later = services.renew(
        coordinator,
        published,
        name="Medborgarlöfte 2027",
        period=parse("2027"),
        now=now,
    )
    make.publish(
        later, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    page = public.set_page("lundby", "2027", today=date(2027, 3, 2), language="en")
    assert isinstance(page, public.SetPage)
    assert page.texts.words == {heading.swedish: "Four walks"}
    assert page.texts.said == {}
    assert not page.texts.is_whole
