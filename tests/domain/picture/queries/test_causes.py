from handslag.domain.picture.queries import content
from handslag.domain.picture.queries.causes import analysis_of, not_lit, unanalysed_for
from handslag.domain.picture.rules.causes import AnalysisDraft, Corner, Perspective
from handslag.domain.picture.rules.freezing import public
from handslag.domain.picture.services import causes as services
from tests import make
from tests.make import causes as made


def test_what_waits_is_prioritised_problems_without_their_analysis(
    coordinator, liaison_officer, reader, elsewhere, municipality, police
):
    first = made.prioritised(municipality, police, title="Stöld")
    second = made.prioritised(municipality, title="Klotter")
    made.prioritised(municipality, title="Buller", priority="watched")
    made.cause(coordinator, first)
    for actor in (coordinator, liaison_officer):
        found = [(str(one), vars(one)["begun"]) for one in unanalysed_for(actor)]
        assert found == [("Stöld", True), ("Klotter", False)]
    for actor in (reader, elsewhere):
        assert list(unanalysed_for(actor)) == []
    services.finish_analysis(coordinator, first)
    assert list(unanalysed_for(coordinator)) == [second]


def test_a_version_holds_the_whole_analysis(coordinator, municipality, police):
    problem = made.prioritised(municipality, police)
    finding = make.evidence(municipality, "Tolv anmälningar.")
    dark = made.cause(coordinator, problem, "Mörkt", evidence=(finding.pk,))
    made.cause(coordinator, problem, "Trasig lykta", under=dark)
    services.save_analysis(
        coordinator, problem, AnalysisDraft(guardian="Få går här."), revision=1
    )
    whole = content(problem.picture)
    (told,) = whole["problems"]
    assert told["analysis"]["guardian"] == "Få går här."
    (cause,) = told["analysis"]["causes"]
    assert (cause["text"], cause["evidence"]) == ("Mörkt", [str(finding.public_id)])
    assert [one["text"] for one in cause["causes"]] == ["Trasig lykta"]
    assert [one["statement"] for one in whole["evidence"]] == ["Tolv anmälningar."]


def test_what_hangs_under_an_internal_cause_is_never_public(
    coordinator, municipality, police
):
    problem = made.prioritised(municipality, police)
    hidden = made.cause(coordinator, problem, "Hemlig", is_internal=True)
    made.cause(coordinator, problem, "Under den hemliga", under=hidden)
    made.cause(coordinator, problem, "Öppen")
    (told,) = public(content(problem.picture))["problems"]
    assert [one["text"] for one in told["analysis"]["causes"]] == ["Öppen"]


def test_an_internal_analysis_is_not_public_at_all(coordinator, municipality, police):
    problem = made.prioritised(municipality, police)
    made.cause(coordinator, problem, "Mörkt")
    words = AnalysisDraft(is_internal=True)
    services.save_analysis(coordinator, problem, words, revision=1)
    (told,) = public(content(problem.picture))["problems"]
    assert "Mörkt" not in str(told)


def test_a_problem_without_an_analysis_says_nothing_of_causes(municipality, police):
    problem = made.prioritised(municipality, police)
    assert content(problem.picture)["problems"][0]["analysis"] is None


def test_words_and_causes_light_the_corners(coordinator, municipality, police):
    problem = made.prioritised(municipality, police)
    cause = made.cause(coordinator, problem, corner=Corner.TARGET)
    words = AnalysisDraft(offender="Unga vuxna.", guardian="  ")
    analysis = services.save_analysis(coordinator, problem, words, revision=1)
    dark = not_lit(analysis, [cause])
    assert dark.corners == (Corner.GUARDIAN,)
    assert Perspective.SITUATIONAL not in dark.perspectives
    assert analysis_of(problem) == analysis
