import pytest
from django.db import IntegrityError, transaction

from handslag.core.access import ForbiddenError
from handslag.core.audit.models import Entry
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.picture.models import Cause, CauseAnalysis, Citation
from handslag.domain.picture.queries.causes import causes_of, nodes
from handslag.domain.picture.rules.causes import (
    DEEPEST,
    AnalysisDraft,
    CauseKind,
    Corner,
    Horizon,
    Perspective,
    Step,
    read,
)
from handslag.domain.picture.services import causes as services
from tests import make
from tests.make import causes as made
from tests.together import at_once


@pytest.fixture
def problem(municipality, police):
    return made.prioritised(municipality, police)


def told(problem) -> list[str]:
    """The tree as it reads: number and words."""
    words = {one.pk: one.text for one in causes_of(problem)}
    return [f"{one.number} {words[one.key]}" for one in read(nodes(causes_of(problem)))]


def test_a_cause_comes_last_under_what_it_explains(coordinator, problem):
    dark = made.cause(coordinator, problem, "Mörkt")
    made.cause(coordinator, problem, "Olåst")
    made.cause(coordinator, problem, "Trasig lykta", under=dark)
    assert told(problem) == ["1 Mörkt", "1.1 Trasig lykta", "2 Olåst"]


def test_a_cause_can_be_added_right_after_another(coordinator, problem):
    first = made.cause(coordinator, problem, "Mörkt")
    made.cause(coordinator, problem, "Olåst")
    services.add_cause(coordinator, problem, made.draft("Tomt"), after=first)
    assert told(problem) == ["1 Mörkt", "2 Tomt", "3 Olåst"]


def test_a_new_cause_is_last_also_after_others_have_gone(coordinator, problem):
    rows = [made.cause(coordinator, problem, text) for text in "abcd"]
    for row in rows[:3]:
        services.hang_cause(coordinator, row, under=None)
        services.remove_cause(coordinator, row, revision=1)
    made.cause(coordinator, problem, "e")
    assert told(problem) == ["1 d", "2 e"]


def test_the_two_choices_say_the_rest_until_the_writer_does(coordinator, problem):
    why = made.cause(coordinator, problem, perspective=Perspective.OFFENDER)
    assert (why.kind, why.horizon) == (CauseKind.SOCIAL, Horizon.LONG)
    said = made.draft(kind=CauseKind.SITUATIONAL, horizon=Horizon.LONG)
    services.save_cause(coordinator, why, said, revision=1)
    why.refresh_from_db()
    assert (why.kind, why.horizon) == (CauseKind.SITUATIONAL, Horizon.LONG)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (Step.UP, ["1 b", "2 a", "3 c"]),
        (Step.DOWN, ["1 a", "2 c", "3 b"]),
        (Step.IN, ["1 a", "1.1 b", "2 c"]),
    ],
)
def test_a_cause_is_moved_one_step(coordinator, problem, step, expected):
    _, b, _ = [made.cause(coordinator, problem, text) for text in "abc"]
    services.step_cause(coordinator, b, step)
    assert told(problem) == expected
    assert Entry.objects.filter(action="picture.cause_moved").exists()


def test_a_circle_gets_its_sentence_and_changes_nothing(coordinator, problem):
    dark = made.cause(coordinator, problem, "Mörkt")
    lamp = made.cause(coordinator, problem, "Trasig lykta", under=dark)
    with pytest.raises(NotAllowedError) as refused:
        services.hang_cause(coordinator, dark, under=lamp)
    assert refused.value.code == "picture.cause_cycle"
    assert told(problem) == ["1 Mörkt", "1.1 Trasig lykta"]


def test_the_database_too_refuses_a_cause_that_explains_itself(coordinator, problem):
    row = made.cause(coordinator, problem)
    with pytest.raises(IntegrityError), transaction.atomic():
        Cause.objects.filter(pk=row.pk).update(parent=row)


def test_nothing_hangs_under_the_deepest(coordinator, problem):
    lowest = None
    for depth in range(DEEPEST):
        lowest = made.cause(coordinator, problem, f"{depth}", under=lowest)
    with pytest.raises(NotAllowedError, match=r"picture\.cause_too_deep"):
        made.cause(coordinator, problem, under=lowest)


def test_a_cause_without_words_is_refused(coordinator, problem):
    with pytest.raises(NotAllowedError, match=r"picture\.cause_without_words"):
        made.cause(coordinator, problem, "  ")


def test_a_number_of_a_case_or_a_person_is_refused_in_every_word(coordinator, problem):
    for deed in (
        lambda: made.cause(coordinator, problem, "Se 5000-K123456-24."),
        lambda: services.save_analysis(
            coordinator, problem, AnalysisDraft(target="19940319-2397"), revision=1
        ),
    ):
        with pytest.raises(NotAllowedError) as error:
            deed()
        assert error.value.code in {"evidence.case_number", "evidence.person_number"}


def test_a_cause_of_another_problem_is_never_hung_here(coordinator, municipality, problem):
    other = made.cause(coordinator, made.prioritised(municipality, title="Klotter"))
    mine = made.cause(coordinator, problem)
    with pytest.raises(NotAllowedError, match=r"picture\.cause_is_gone"):
        services.hang_cause(coordinator, mine, under=other)
    with pytest.raises(NotAllowedError, match=r"picture\.cause_is_gone"):
        made.cause(coordinator, problem, under=other)


def test_who_saw_an_older_wording_neither_saves_nor_removes(coordinator, problem):
    row = made.cause(coordinator, problem)
    services.save_cause(coordinator, row, made.draft("Mörkt"), revision=1)
    with pytest.raises(ChangedMeanwhileError):
        services.save_cause(coordinator, row, made.draft("Ljust"), revision=1)
    with pytest.raises(ChangedMeanwhileError):
        services.remove_cause(coordinator, row, revision=1)
    assert told(problem) == ["1 Mörkt"]


def test_what_hung_under_a_removed_cause_takes_its_place(coordinator, problem):
    dark = made.cause(coordinator, problem, "Mörkt")
    made.cause(coordinator, problem, "Trasig lykta", under=dark)
    made.cause(coordinator, problem, "Buskar", under=dark)
    made.cause(coordinator, problem, "Olåst")
    services.remove_cause(coordinator, dark, revision=1)
    assert told(problem) == ["1 Trasig lykta", "2 Buskar", "3 Olåst"]


def test_a_cause_cites_findings_and_only_those_one_may_cite(
    coordinator, municipality, problem, elsewhere
):
    ours = make.evidence(municipality)
    row = made.cause(coordinator, problem, evidence=(ours.pk,))
    assert [one.evidence for one in row.citations.all()] == [ours]
    theirs = make.evidence(make.municipality())
    theirs.visibility = "own"
    with pytest.raises(NotAllowedError, match=r"picture\.finding_is_not_citable"):
        made.cause(coordinator, problem, evidence=(theirs.pk + 1000,))


def test_a_citation_stands_under_one_thing(coordinator, municipality, problem):
    row = made.cause(coordinator, problem)
    finding = make.evidence(municipality)
    passage = problem.picture.passages.create(part="extent", text="Ökar.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Citation.objects.create(evidence=finding, cause=row, passage=passage)
    with pytest.raises(IntegrityError), transaction.atomic():
        Citation.objects.create(evidence=finding)


def test_an_analysis_is_worded_done_and_gone_on_with(coordinator, problem):
    words = AnalysisDraft(offender="Unga vuxna", summary="Lätt byte.")
    made.cause(coordinator, problem, corner=Corner.TARGET)
    row = services.save_analysis(coordinator, problem, words, revision=1)
    assert (row.offender, row.summary, row.is_done) == ("Unga vuxna", "Lätt byte.", False)
    assert services.finish_analysis(coordinator, problem).is_done
    assert not services.reopen_analysis(coordinator, problem).is_done


def test_two_who_word_the_triangle_lose_nothing(coordinator, problem):
    made.cause(coordinator, problem)
    services.save_analysis(coordinator, problem, AnalysisDraft(target="A"), revision=1)
    with pytest.raises(ChangedMeanwhileError):
        services.save_analysis(coordinator, problem, AnalysisDraft(target="B"), revision=1)
    assert CauseAnalysis.objects.get(problem=problem).target == "A"


def test_an_analysis_without_causes_is_not_done(coordinator, problem):
    with pytest.raises(NotAllowedError, match=r"picture\.analysis_without_causes"):
        services.finish_analysis(coordinator, problem)


def test_an_analysis_that_loses_its_last_cause_is_no_longer_done(coordinator, problem):
    row = made.cause(coordinator, problem)
    services.finish_analysis(coordinator, problem)
    services.remove_cause(coordinator, row, revision=1)
    assert not CauseAnalysis.objects.get(problem=problem).is_done


def test_the_police_may_write_and_readers_and_others_may_not(
    liaison_officer, reader, elsewhere, problem
):
    row = made.cause(liaison_officer, problem)
    for actor in (reader, elsewhere):
        for deed in (
            lambda actor=actor: made.cause(actor, problem),
            lambda actor=actor: services.save_cause(actor, row, made.draft(), revision=1),
            lambda actor=actor: services.step_cause(actor, row, Step.UP),
            lambda actor=actor: services.hang_cause(actor, row, under=None),
            lambda actor=actor: services.remove_cause(actor, row, revision=1),
            lambda actor=actor: services.finish_analysis(actor, problem),
        ):
            with pytest.raises(ForbiddenError):
                deed()


@pytest.mark.django_db(transaction=True)
def test_two_who_move_at_once_never_make_a_circle(coordinator, municipality, police):
    problem = made.prioritised(municipality, police)
    a, b = (made.cause(coordinator, problem, text) for text in "ab")
    answers = at_once(
        lambda: services.hang_cause(coordinator, a, under=b),
        lambda: services.hang_cause(coordinator, b, under=a),
    )
    refused = [one for one in answers if isinstance(one, NotAllowedError)]
    assert [one.code for one in refused] == ["picture.cause_cycle"]
    assert len(told(problem)) == 2
