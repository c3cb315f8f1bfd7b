"""Pictures are begun and written: by whom, and without anybody losing words."""

import pytest

from handslag.core.access import ForbiddenError, Role
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.evidence.rules import Visibility
from handslag.domain.picture import queries, services
from handslag.domain.picture.models import Passage
from handslag.domain.picture.rules.drafts import PassageDraft, SourceDraft
from handslag.domain.picture.rules.words import Aspect, Part, Use
from tests import make
from tests.make import picture as pictures


def refused(code: str):
    return pytest.raises(NotAllowedError, match=f"^{code}$")


@pytest.fixture
def analyst(municipality):
    return make.member(municipality, Role.ANALYST)


def test_a_municipality_has_one_joint_picture(joint, coordinator, municipality, police):
    with refused("picture.there_is_one"):
        pictures.joint(coordinator, municipality, police)


def test_an_analyst_writes_and_a_reader_does_not(joint, analyst, reader):
    pictures.passage(analyst, joint)
    with pytest.raises(ForbiddenError):
        pictures.passage(reader, joint)


def test_a_partys_own_picture_is_its_own_until_it_is_shared(
    coordinator, liaison_officer, municipality, police, now
):
    seen = pictures.own(liaison_officer, municipality, police)
    assert seen not in queries.visible_to(coordinator)
    pictures.joint(coordinator, municipality, police)
    assert seen not in queries.visible_to(coordinator)
    with pytest.raises(ForbiddenError):
        services.share(coordinator, seen, now=now)
    services.share(liaison_officer, seen, now=now)
    assert seen in queries.visible_to(coordinator)
    with pytest.raises(ForbiddenError):  # read, not written
        pictures.passage(coordinator, seen)


def test_a_shared_picture_is_not_for_another_municipality(
    coordinator, liaison_officer, municipality, police, elsewhere, now
):
    own = pictures.own(coordinator, municipality, municipality)
    services.share(coordinator, own, now=now)
    assert own in queries.visible_to(coordinator)
    assert own not in queries.visible_to(elsewhere)


def test_a_template_counts_as_nothing_written(coordinator, municipality):
    guides = {Part.EXTENT: "Vilka brott är vanligast?"}
    picture = pictures.joint(coordinator, municipality, guides=guides)
    assert queries.content(picture)["parts"]["extent"] == []
    (guide,) = picture.passages.all()
    draft = PassageDraft(Part.EXTENT, "Stöld är vanligast.")
    services.save_passage(coordinator, guide, draft, revision=1)
    (passage,) = queries.content(picture)["parts"]["extent"]
    assert passage["text"] == "Stöld är vanligast."


def test_a_template_that_is_saved_as_it_was_still_says_nothing(coordinator, municipality):
    guides = {Part.EXTENT: "Vilka brott är vanligast?"}
    picture = pictures.joint(coordinator, municipality, guides=guides)
    (guide,) = picture.passages.all()
    same = PassageDraft(Part.EXTENT, "Vilka brott är vanligast? \n")
    services.save_passage(coordinator, guide, same, revision=1)
    assert queries.content(picture)["parts"]["extent"] == []


def test_two_who_write_the_same_passage_are_told_and_two_who_write_each_their_own_not(
    joint, coordinator, liaison_officer
):
    one = pictures.passage(coordinator, joint)
    other = pictures.passage(coordinator, joint, Part.ANALYSIS)
    services.save_passage(
        liaison_officer, one, PassageDraft(Part.EXTENT, "Polisens ord."), revision=1
    )
    services.save_passage(
        coordinator, other, PassageDraft(Part.ANALYSIS, "Annat stycke."), revision=1
    )
    with pytest.raises(ChangedMeanwhileError):
        services.save_passage(
            coordinator, one, PassageDraft(Part.EXTENT, "Kommunens ord."), revision=1
        )
    assert Passage.objects.get(pk=one.pk).text == "Polisens ord."


def test_an_empty_passage_is_refused(joint, coordinator):
    with refused("picture.passage_is_empty"):
        pictures.passage(coordinator, joint, text=" ")


def test_only_what_may_be_cited_here_is_cited(joint, coordinator, elsewhere):
    (home,) = elsewhere.organisation_ids
    foreign = make.evidence(make.municipality(), visibility=Visibility.PARTIES)
    assert home != foreign.home_id
    with refused("picture.finding_is_not_citable"):
        pictures.problem(coordinator, joint, foreign)


def test_a_finding_that_is_only_the_polices_stays_cited_when_others_save(
    joint, coordinator, liaison_officer, police
):
    theirs = make.evidence(police, visibility=Visibility.OWN)
    problem = pictures.problem(liaison_officer, joint, theirs)
    draft = pictures.problem_draft(theirs, title="Nytt namn")
    services.save_problem(coordinator, problem, draft, revision=1)
    (cited,) = problem.judgements.get().citations.all()
    assert cited.evidence == theirs
    with refused("picture.finding_is_not_citable"):
        pictures.problem(coordinator, joint, theirs)


def test_what_is_only_for_its_own_organisation_is_not_said_to_the_other_party(
    joint, coordinator, liaison_officer, police
):
    theirs = make.evidence(police, "Hemlig iakttagelse.", visibility=Visibility.OWN)
    pictures.problem(liaison_officer, joint, theirs)
    (finding,) = queries.content(joint)["evidence"]
    assert finding["statement"] == ""


def test_a_judgement_that_is_left_empty_is_taken_out(joint, coordinator, finding):
    problem = pictures.problem(coordinator, joint, finding)
    trend = pictures.judgement(finding, aspect=Aspect.TREND)
    empty = pictures.judgement(aspect=Aspect.EXTENT, text=" ")
    draft = pictures.problem_draft(judgements=(empty, trend))
    services.save_problem(coordinator, problem, draft, revision=1)
    assert [row.aspect for row in problem.judgements.all()] == ["trend"]


def test_a_problem_lies_in_the_municipality(joint, coordinator, municipality):
    here, there = make.place(municipality), make.place(make.municipality())
    assert pictures.problem(coordinator, joint, place=here.pk).place == here
    with refused("picture.place_lies_elsewhere"):
        pictures.problem(coordinator, joint, place=there.pk)


def test_a_problem_without_theme_or_name_is_refused(joint, coordinator):
    with refused("picture.no_theme"):
        pictures.problem(coordinator, joint, theme="")
    with refused("picture.no_title"):
        pictures.problem(coordinator, joint, title=" ")


def test_a_closed_problem_says_why_and_can_come_back(joint, coordinator):
    problem = pictures.problem(coordinator, joint)
    with refused("picture.closed_without_why"):
        services.close_problem(coordinator, problem, why=" ")
    services.close_problem(coordinator, problem, why="Belysningen är ny.")
    (closed,) = queries.content(joint)["problems"]
    assert (closed["state"], closed["closed_why"]) == ("closed", "Belysningen är ny.")
    services.reopen_problem(coordinator, problem)
    (again,) = queries.content(joint)["problems"]
    assert (again["state"], again["closed_why"]) == ("open", "")


def test_a_problem_that_was_frozen_is_closed_and_not_removed(ready, coordinator, finding):
    (problem,) = ready.problems.all()
    pictures.frozen(coordinator, ready)
    with refused("picture.problem_was_frozen"):
        services.remove_problem(coordinator, problem)
    fresh = pictures.problem(coordinator, ready, finding)
    services.remove_problem(coordinator, fresh)
    assert list(ready.problems.all()) == [problem]


def test_problems_are_moved_among_each_other(joint, coordinator):
    first, second = (pictures.problem(coordinator, joint, title=one) for one in "AB")
    services.move_problem(coordinator, second, by=-1)
    assert list(joint.problems.all()) == [second, first]


def test_a_rejected_source_says_why(joint, coordinator):
    with refused("picture.rejected_without_reason"):
        services.add_source(coordinator, joint, SourceDraft(Use.REJECTED, "Webbenkät"))
    with refused("picture.source_is_not_named"):
        services.add_source(coordinator, joint, SourceDraft(Use.USED))
    draft = SourceDraft(Use.REJECTED, "Webbenkät", reason="Bara 14 svarade.")
    note = services.add_source(coordinator, joint, draft)
    with pytest.raises(ChangedMeanwhileError):
        services.save_source(coordinator, note, draft, revision=7)
    (kept,) = queries.content(joint)["sources"]
    assert (kept["use"], kept["reason"]) == ("rejected", "Bara 14 svarade.")


@pytest.mark.parametrize(
    "words", ["Se ärende 5000-K123456-24.", "Personen 19121212-1212 syns ofta."]
)
def test_a_number_of_a_case_or_a_person_is_refused_wherever_it_is_written(
    joint, coordinator, words
):
    either = pytest.raises(NotAllowedError, match=r"^evidence\.(case|person)_number$")
    with either:
        pictures.passage(coordinator, joint, text=words)
    with either:
        pictures.problem(coordinator, joint, affected=words)
    with either:
        pictures.problem(coordinator, joint, judgements=(pictures.judgement(text=words),))
    with either:
        services.add_source(coordinator, joint, SourceDraft(Use.USED, words))
    problem = pictures.problem(coordinator, joint)
    with either:
        services.close_problem(coordinator, problem, why=words)
