"""A picture is begun, written, merged, weighed and frozen, page by page."""

import pytest

from handslag.core.access import Role
from handslag.domain.picture import services
from handslag.domain.picture.models import Picture, PictureVersion
from handslag.domain.picture.rules.words import Part
from handslag.domain.vocabulary.models import Kind as TermKind
from tests import make
from tests.make import picture as pictures
from tests.web.pages import opened, sent, sent_as

LIST = "/arbete/lagesbild/"


@pytest.fixture
def joint(coordinator, municipality, police) -> Picture:
    return pictures.joint(coordinator, municipality, police)


@pytest.fixture
def here(joint) -> str:
    return f"{LIST}{joint.public_id}/"


def test_a_picture_is_begun_from_the_template_in_one_press(at_work, police):
    page = sent(at_work, f"{LIST}ny/", kind="joint", period="2026")
    assert page.says("Bilden är påbörjad från mallen.")
    picture = Picture.objects.get()
    assert [passage.is_guide for passage in picture.passages.all()] == [True] * 4
    assert page.says("Kartläggningen säger inget om hur mycket brott det är.")
    assert page.says("Skriv ner något ni vet, så att det kan citeras.")
    assert page.says("Sex saker saknas innan den är hel.")


def test_wrong_input_keeps_what_was_typed(at_work, here):
    page = sent(at_work, f"{here}problem/nytt/", title="", affected="unga")
    assert page.status == 422
    assert page.says("Skriv problemet på en rad.")
    assert page.form(having="affected").fields["affected"] == ["unga"]


def test_a_problem_is_written_with_its_judgement_and_what_it_rests_on(
    at_work, here, joint, municipality
):
    make.term(TermKind.FOCUS, "SKADE", "skadegörelse")
    finding = make.evidence(municipality)
    page = sent(
        at_work,
        f"{here}problem/nytt/",
        theme="SKADE",
        title="Klotter",
        extent_text="Mest på torget.",
        extent_evidence=[str(finding.public_id)],
        time_pattern=["evening"],
    )
    assert page.says("Problemet finns i bilden.")
    problem = joint.problems.get()
    assert problem.time_pattern == ["evening"]
    assert problem.judgements.get().citations.get().evidence == finding


def test_two_who_write_the_same_passage_see_both_texts(at_work, here, joint, coordinator):
    passage = pictures.passage(coordinator, joint)
    address = f"{here}stycke/{passage.public_id}/"
    mine = opened(at_work, address).form(having="text").fields
    sent(at_work, address, text="Den andras stycke.")
    page = sent_as(at_work, address, {**mine, "text": "Mitt eget stycke."})
    assert page.status == 422
    assert page.says("Någon annan ändrade texten medan ni skrev.")
    assert page.says("Den andras")
    again = page.form(having="text").fields
    assert again["text"] == ["Mitt eget stycke."]
    assert sent_as(at_work, address, again).says("Sparat.")


def test_two_who_write_the_same_problem_see_both_texts(at_work, here, joint, coordinator):
    make.term(TermKind.FOCUS, "TRYGG_OFF", "trygghet")
    problem = pictures.problem(coordinator, joint)
    address = f"{here}problem/{problem.public_id}/andra/"
    mine = opened(at_work, address).form(having="title").fields
    sent(at_work, address, title="Den andras rad")
    page = sent_as(at_work, address, {**mine, "title": "Min rad"})
    assert page.status == 422
    assert page.says("Den andras rad")
    assert page.form(having="title").fields["title"] == ["Min rad"]


def test_what_only_one_side_sees_is_said_and_taken_over_in_one_press(
    at_work, here, coordinator, liaison_officer, municipality, police, now, joint
):
    own = pictures.own(coordinator, municipality, municipality)
    theirs = pictures.own(liaison_officer, municipality, police)
    services.share(liaison_officer, theirs, now=now)
    alone = pictures.problem(coordinator, own, title="Oro vid stationen", theme="KOLL")
    pictures.problem(coordinator, own)
    pictures.problem(liaison_officer, theirs)
    page = opened(at_work, f"{here}sla-ihop/")
    assert page.says("Ett problem ser bara den ena av er.")
    assert page.says("det här kan vara ett och samma problem")
    sent(at_work, f"{here}sla-ihop/", make=str(alone.public_id))
    assert joint.problems.get().title == "Oro vid stationen"
    wrong = sent(at_work, f"{here}sla-ihop/", make="", take="")
    assert wrong.status == 422
    assert wrong.says("Kryssa i minst ett problem först.")


def test_one_sees_the_others_score_only_after_giving_ones_own(
    at_work, here, coordinator, liaison_officer, police, joint, now, municipality
):
    problem = pictures.problem(coordinator, joint)
    services.score(
        liaison_officer, problem, party=police, value=5, reason="POLISENSORD", now=now
    )
    page = opened(at_work, f"{here}prioritera/")
    assert not page.says("POLISENSORD")
    page = sent(at_work, f"{here}poang/", **{str(problem.public_id): "2"})
    assert page.says("POLISENSORD")


def test_what_was_seen_is_what_is_frozen(at_work, here, coordinator, joint, municipality):
    pictures.filled(coordinator, joint, make.evidence(municipality))
    seen = opened(at_work, f"{here}frys/").form(having="seen").fields
    pictures.passage(coordinator, joint, Part.ANALYSIS, text="Kom till sist.")
    page = sent_as(at_work, f"{here}frys/", seen)
    assert page.says("Någon ändrade bilden efter att ni öppnade sidan.")
    assert not PictureVersion.objects.exists()
    again = page.form(having="seen").fields
    assert sent_as(at_work, f"{here}frys/", again).says("Fryst.")


@pytest.mark.parametrize("size", [1, 5])
def test_the_list_costs_no_more_for_many(
    django_assert_max_num_queries, at_work, coordinator, municipality, police, size
):
    actor = coordinator
    for _ in range(size):
        home = make.municipality()
        actor = make.also(actor, home, Role.COORDINATOR)
        pictures.joint(actor, home)
    with django_assert_max_num_queries(8):
        assert at_work.get(LIST).status_code == 200


@pytest.mark.parametrize("size", [1, 5])
def test_a_picture_costs_no_more_with_many_problems(
    django_assert_max_num_queries, at_work, here, joint, coordinator, municipality, size
):
    finding = make.evidence(municipality)
    for _ in range(size):
        pictures.problem(coordinator, joint, finding)
    with django_assert_max_num_queries(23):
        assert at_work.get(here).status_code == 200
