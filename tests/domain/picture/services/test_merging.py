"""One joint picture out of what each party sees."""

import pytest

from handslag.core.refusals import NotAllowedError
from handslag.domain.evidence.rules import Visibility
from handslag.domain.picture import queries, services
from handslag.domain.picture.models import Problem
from handslag.domain.picture.rules.drafts import SourceDraft
from handslag.domain.picture.rules.words import (
    Aspect,
    Confidence,
    Direction,
    Part,
    Use,
    When,
)
from tests import make
from tests.make import picture as pictures


@pytest.fixture
def municipal(coordinator, municipality):
    """What the municipality sees."""
    return pictures.own(coordinator, municipality, municipality)


@pytest.fixture
def policing(liaison_officer, municipality, police, now):
    """What the police see, shared."""
    own = pictures.own(liaison_officer, municipality, police)
    services.share(liaison_officer, own, now=now)
    return own


@pytest.fixture
def both(coordinator, municipal, liaison_officer, policing, municipality, police):
    """Vandalism as the municipality sees it, and as the police do."""
    one = pictures.problem(
        coordinator,
        municipal,
        make.evidence(municipality),
        description="Unga berättar om oro.",
        time_pattern=(When.EVENING,),
        affected="unga",
    )
    counted = pictures.judgement(
        make.evidence(police, visibility=Visibility.PARTIES),
        text="12 anmälningar.",
        confidence=Confidence.LOW,
    )
    rising = pictures.judgement(aspect=Aspect.TREND, direction=Direction.UP)
    other = pictures.problem(
        liaison_officer,
        policing,
        description="Anmälningarna ökar.",
        time_pattern=(When.NIGHT,),
        affected="butiker",
        judgements=(counted, rising),
    )
    return [one, other]


def test_both_sides_words_are_kept_under_their_names(
    joint, both, coordinator, municipality, police
):
    merged = services.merge_problems(coordinator, joint, both)
    assert merged.picture == joint
    assert merged.description == (
        f"{municipality.name}: Unga berättar om oro.\n\n{police.name}: Anmälningarna ökar."
    )
    assert merged.time_pattern == ["evening", "night"]
    assert merged.affected == "unga; butiker"
    (written,) = queries.content(joint)["problems"]
    assert [party["name"] for party in written["seen_by"]] == [
        municipality.name,
        police.name,
    ]


def test_both_sides_judgements_are_kept_and_as_sure_as_the_less_sure(
    joint, both, coordinator, municipality, police
):
    merged = services.merge_problems(coordinator, joint, both)
    extent, trend = merged.judgements.order_by("aspect")
    assert f"{municipality.name}: Vanligast på fredagar." in extent.text
    assert f"{police.name}: 12 anmälningar." in extent.text
    assert extent.confidence == Confidence.LOW
    assert extent.citations.count() == 2
    assert trend.direction == Direction.UP


def test_what_only_one_side_sees_is_kept_as_that(
    joint, municipal, coordinator, municipality
):
    alone = pictures.problem(coordinator, municipal, title="Oro vid stationen")
    services.merge_problems(coordinator, joint, [alone])
    (written,) = queries.content(joint)["problems"]
    assert [party["name"] for party in written["seen_by"]] == [municipality.name]


def test_another_own_problem_can_join_one_that_is_there(
    joint, municipal, policing, coordinator, liaison_officer
):
    one = pictures.problem(coordinator, municipal, description="Ett.")
    other = pictures.problem(liaison_officer, policing, description="Två.")
    merged = services.merge_problems(coordinator, joint, [one])
    again = services.merge_problems(coordinator, joint, [other], into=merged)
    assert again.pk == merged.pk
    assert merged.origins.count() == 2
    assert again.description.count("\n\n") == 1


def test_the_same_own_problem_is_not_merged_twice(joint, municipal, coordinator):
    one = pictures.problem(coordinator, municipal)
    services.merge_problems(coordinator, joint, [one])
    with pytest.raises(NotAllowedError, match="already_merged"):
        services.merge_problems(coordinator, joint, [Problem.objects.get(pk=one.pk)])


def test_what_is_not_shared_cannot_be_merged(
    joint, coordinator, liaison_officer, municipality, police
):
    unshared = pictures.own(liaison_officer, municipality, police)
    problem = pictures.problem(liaison_officer, unshared)
    with pytest.raises(NotAllowedError, match="not_shared"):
        services.merge_problems(coordinator, joint, [problem])
    passage = pictures.passage(liaison_officer, unshared)
    with pytest.raises(NotAllowedError, match="not_shared"):
        services.take_passages(coordinator, joint, [passage])


def test_the_sources_of_both_sides_go_along(joint, municipal, coordinator):
    one = pictures.problem(coordinator, municipal)
    draft = SourceDraft(Use.REJECTED, "Webbenkät", reason="Bara 14 svarade.")
    services.add_source(coordinator, municipal, draft, problem=one)
    merged = services.merge_problems(coordinator, joint, [one])
    assert [note.stated for note in merged.sources.all()] == ["Webbenkät"]


def test_passages_are_taken_under_the_name_of_who_wrote_them_and_only_once(
    coordinator, municipality, police, policing, liaison_officer
):
    joint = pictures.joint(
        coordinator, municipality, police, guides={Part.EXTENT: "Vilka brott?"}
    )
    theirs = pictures.passage(
        liaison_officer, policing, Part.EXTENT, evidence=(make.evidence(police).pk,)
    )
    (taken,) = services.take_passages(coordinator, joint, [theirs])
    assert (taken.written_by, taken.text) == (police, theirs.text)
    assert taken.citations.count() == 1
    assert services.take_passages(coordinator, joint, [theirs]) == []
    assert list(joint.passages.all()) == [taken]  # the template's question is gone


def test_the_joint_text_stays_when_a_party_goes_on_writing_its_own(
    joint, municipal, coordinator
):
    one = pictures.problem(coordinator, municipal, title="Oro")
    merged = services.merge_problems(coordinator, joint, [one])
    services.save_problem(
        coordinator, one, pictures.problem_draft(title="Annat"), revision=1
    )
    assert Problem.objects.get(pk=merged.pk).title == "Oro"
