"""Each sign of a step is found where it lies, and only there."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from handslag.core.access import Actor
from handslag.domain.agreements.models import (
    Agreement,
    AgreementArea,
    AgreementParty,
    Ending,
)
from handslag.domain.council.models import Council, Seat
from handslag.domain.evidence.models import Evidence, Feedback
from handslag.domain.organisations.models import Kind, Tie
from handslag.domain.picture.models import Picture, Problem
from handslag.domain.picture.services.causes import finish_analysis
from handslag.domain.plans.models import Measure, Plan
from handslag.domain.year.queries.steps import boards, unanalysed
from handslag.domain.year.rules.steps import Found, Sign
from tests import make
from tests.make import causes as made

NOW = datetime(2026, 2, 20, 9, tzinfo=UTC)


def found(home, today, sign: Sign) -> Found:
    stands = boards([home], today=today)[home.pk]
    every = [
        one for steps in (stands.ten, stands.five) for step in steps for one in step.signs
    ]
    return next(one.found for one in every if one.sign is sign)


def spoken(home, source: str, day: date = date(2026, 2, 1)) -> Evidence:
    return Evidence.objects.create(
        home=home,
        source=source,
        statement="Många undviker torget.",
        recorded_at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
    )


def council(home, *, covers=()) -> Council:
    body = make.organisation("Lok Brå", Kind.COUNCIL)
    for one in (home, *covers):
        make.relation(body, Tie.COVERS, one)
    return Council.objects.create(organisation=body, home=home, name="Lok Brå", made_at=NOW)


def test_a_municipality_of_nothing_is_in_the_first_step(municipality, today):
    stands = boards([municipality], today=today)[municipality.pk]
    assert stands.now == 1
    assert not any(one.done for step in stands.ten for one in step.signs)


def test_a_council_counts_when_a_municipality_leads_it(municipality, police, today):
    neighbour = make.municipality()
    body = council(municipality, covers=[neighbour])
    assert found(municipality, today, Sign.COUNCIL).have == 1
    assert not found(municipality, today, Sign.COUNCIL).done
    chair = Seat.objects.create(
        council=body, organisation=police, place="chair", function="chef"
    )
    assert not found(municipality, today, Sign.COUNCIL).done
    chair.organisation = municipality
    chair.save()
    assert found(municipality, today, Sign.COUNCIL).done
    assert found(neighbour, today, Sign.COUNCIL).key == str(body.public_id)
    assert not found(make.municipality(), today, Sign.COUNCIL).have


def test_dialogues_count_in_their_round_also_when_the_police_held_them(
    municipality, police, today
):
    spoken(municipality, "medborgardialog", date(2024, 3, 1))
    spoken(municipality, "brottsstatistik")
    assert not found(municipality, today, Sign.CITIZEN_DIALOGUE).done
    spoken(municipality, "trygghetsvandring")
    spoken(police, "medarbetardialog")
    assert found(municipality, today, Sign.CITIZEN_DIALOGUE).have == 1
    assert found(municipality, today, Sign.STAFF_DIALOGUE).done
    assert not found(make.municipality(), today, Sign.STAFF_DIALOGUE).done


def test_a_finding_that_was_corrected_counts_once(municipality, today):
    first = spoken(municipality, "medborgardialog")
    second = spoken(municipality, "medborgardialog")
    second.pk, second.public_id, second.corrects, second.number = None, uuid4(), first, 2
    second.chain = first.chain
    second.save()
    assert found(municipality, today, Sign.CITIZEN_DIALOGUE).have == 2


def test_feedback_is_given_when_all_who_spoke_were_told(municipality, today):
    first, second = (spoken(municipality, "medborgardialog") for _ in range(2))
    for nr, finding in enumerate((first, second)):
        assert found(municipality, today, Sign.FED_BACK) == Found(False, nr, 2)
        Feedback.objects.create(
            evidence=finding,
            told_on=today,
            channel="webben",
            said="Tack.",
            recorded_at=NOW,
        )
    assert found(municipality, today, Sign.FED_BACK).done


def test_two_pictures_are_merged_when_both_sides_are_in_the_joint_one(
    municipality, police, today
):
    joint = made.prioritised(municipality, police)
    for party, sign in ((municipality, Sign.OWN_MUNICIPAL), (police, Sign.OWN_POLICE)):
        assert not found(municipality, today, Sign.MERGED).done
        own = Picture.objects.create(
            home=municipality, party=party, joint=joint.picture, name="Eget", made_at=NOW
        )
        assert not found(municipality, today, sign).done
        Problem.objects.create(
            picture=own, theme="INBROTT", title="Stöld", merged_into=joint
        )
        assert found(municipality, today, sign).done
    assert found(municipality, today, Sign.MERGED) == Found(
        True, 2, 2, str(joint.picture.public_id)
    )


def test_every_prioritised_problem_needs_its_analysis(
    coordinator: Actor, municipality, police, today
):
    first = made.prioritised(municipality, police, title="Stöld")
    second = made.prioritised(municipality, title="Klotter")
    made.prioritised(municipality, title="Buller", priority="watched")
    made.prioritised(municipality, title="Löst", state="closed", closed_why="Över.")
    made.cause(coordinator, first)
    assert found(municipality, today, Sign.CAUSES).have == 0
    finish_analysis(coordinator, first)
    signs = found(municipality, today, Sign.CAUSES)
    assert (signs.done, signs.have, signs.of) == (False, 1, 2)
    assert unanalysed(municipality) == [second]
    made.cause(coordinator, second)
    finish_analysis(coordinator, second)
    assert found(municipality, today, Sign.CAUSES).done
    assert unanalysed(municipality) == []


def test_problems_are_prioritised_when_each_has_its_place(municipality, today):
    made.prioritised(municipality)
    other = made.prioritised(municipality, priority="", priority_reason="")
    assert found(municipality, today, Sign.PRIORITISED).have == 1
    assert not found(municipality, today, Sign.PRIORITISED).done
    other.priority, other.priority_reason = "not_now", "Hinner inte."
    other.save()
    assert found(municipality, today, Sign.PRIORITISED).done


def test_an_agreement_counts_when_it_holds_and_the_police_have_signed(
    coordinator, municipality, police, draft, today
):
    row = Agreement.objects.create(
        home=municipality,
        name="Överenskommelse",
        made_at=NOW,
        version=make.frozen(draft),
        ends=date(2025, 12, 31),
    )
    AgreementArea.objects.create(agreement=row, municipality=municipality)
    assert not found(municipality, today, Sign.AGREEMENT).done
    AgreementParty.objects.create(agreement=row, organisation=police)
    assert not found(municipality, today, Sign.AGREEMENT).done
    row.ends = None
    row.save()
    assert found(municipality, today, Sign.AGREEMENT).key == str(row.public_id)
    Ending.objects.create(
        agreement=row, ended_on=today, reason="Omorganisation.", made_at=NOW
    )
    assert not found(municipality, today, Sign.AGREEMENT).done


def test_promises_count_while_they_hold(published, municipality, today):
    assert found(municipality, today, Sign.PROMISES).key == str(published.public_id)
    assert not found(municipality, date(2028, 1, 1), Sign.PROMISES).done


def test_measures_of_the_plan_that_is_decided_are_under_way(municipality, today):
    plan = Plan.objects.create(home=municipality, name="Plan", made_at=NOW)
    Measure.objects.create(plan=plan, title="Ljus", status="under_way")
    assert not found(municipality, today, Sign.MEASURES).done
    assert not found(municipality, today, Sign.PLAN).done


@pytest.mark.parametrize("count", [1, 30])
def test_the_boards_of_many_take_two_queries(
    municipality, today, count, django_assert_num_queries
):
    homes = [make.municipality() for _ in range(count)]
    with django_assert_num_queries(2):
        assert len(boards(homes, today=today)) == count
