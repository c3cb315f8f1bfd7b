"""What nobody may do with a picture, and the code of the sentence that says so."""

from handslag.domain.picture import services
from handslag.domain.picture.models import Cause
from handslag.domain.picture.rules.scoring import check_score
from handslag.domain.picture.services import causes
from tests.make import picture as pictures
from tests.make import plans
from tests.refusing import code_of


def test_a_joint_picture_has_parties_and_is_not_shared_as_an_own_one_is(
    coordinator, liaison_officer, joint, municipality, police
):
    own = pictures.own(liaison_officer, municipality, police)
    assert code_of(lambda: services.set_parties(coordinator, joint, [])) == (
        "picture.no_parties"
    )
    assert code_of(lambda: services.set_parties(liaison_officer, own, [police])) == (
        "picture.own_has_one_party"
    )
    assert code_of(lambda: services.share(coordinator, joint, now=pictures.NOW)) == (
        "picture.joint_is_shared"
    )


def test_what_one_side_sees_is_merged_into_the_joint_picture_alone(
    coordinator, liaison_officer, joint, municipality, police, finding
):
    own = pictures.own(liaison_officer, municipality, police)
    theirs = pictures.problem(liaison_officer, own)
    services.share(liaison_officer, own, now=pictures.NOW)
    assert code_of(
        lambda: services.merge_problems(coordinator, joint, [theirs], into=theirs)
    ) == ("picture.merged_elsewhere")


def test_a_version_is_taken_back_once_and_with_a_why(coordinator, version):
    def back(why: str) -> None:
        services.take_back(coordinator, version, why=why, now=pictures.NOW)

    assert code_of(lambda: back(" ")) == "picture.taken_back_without_why"
    back("Ett namn stod i texten.")
    assert code_of(lambda: back("Igen.")) == "picture.not_public"


def test_a_cause_that_a_measure_answers_stays(coordinator, municipality):
    plan = plans.whole(coordinator, municipality)
    cause = Cause.objects.get(problem__picture__home=plan.home)
    assert code_of(
        lambda: causes.remove_cause(coordinator, cause, revision=cause.revision)
    ) == ("picture.cause_is_answered")


def test_a_score_is_from_one_to_five():
    assert code_of(lambda: check_score(0)) == "picture.score_out_of_range"
    assert code_of(lambda: check_score(6)) == "picture.score_out_of_range"
