"""A survey from draft to mixed answers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.conf import settings

from handslag.core.access import ForbiddenError, Role, system
from handslag.core.audit.models import Entry
from handslag.core.refusals import ChangedMeanwhileError
from handslag.core.sealing.keys import destroy_key, kept_keys
from handslag.domain.surveys import services
from handslag.domain.surveys.models import (
    Batch,
    Block,
    Envelope,
    Invitation,
    SaidPlace,
    Survey,
)
from handslag.domain.surveys.rules import Answers, Selection
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.words import Help
from handslag.domain.surveys.services.drafting import SurveyDraft
from handslag.domain.voices.models import Voice
from handslag.domain.voices.rules import Phase
from handslag.statistics.columns import unpack
from tests import make
from tests.make import surveys
from tests.make.surveys import NOW, SAFE, SEX, TODAY, WHY
from tests.refusing import code_of

TIMER = system("timer")
ANSWER: Answers = {"safe": {"o": ["a"]}}
FEW = (SEX, SAFE, WHY)
OTHER_WORDS = replace(SAFE, words={"sv": "Otrygg?"})


def close(actor, survey):
    services.close_survey(actor, survey, now=NOW)
    return services.open_batches(TIMER, survey, now=NOW)


@pytest.mark.parametrize("role", [Role.READER, Role.REPORTER, Role.APPROVER])
def test_only_those_who_listen_make_surveys(municipality, role):
    somebody = make.member(municipality, role)
    with pytest.raises(ForbiddenError):
        surveys.survey(somebody, municipality)


def test_two_people_write_different_questions_at_the_same_time(coordinator, municipality):
    row = surveys.survey(coordinator, municipality, FEW)
    first = replace(SEX, words={"sv": "Du är …"}, revision=0)
    second = replace(SAFE, words={"sv": "Hur trygg är du?"}, revision=0)
    services.save_question(coordinator, row, "", first, seen=0)
    services.save_question(coordinator, row, "", second, seen=0)
    row.refresh_from_db()
    asked = read(row.document)
    assert [one.words["sv"] for one in asked.questions()][:2] == [
        "Du är …",
        "Hur trygg är du?",
    ]
    with pytest.raises(ChangedMeanwhileError):
        services.save_question(coordinator, row, "", first, seen=0)


def test_a_question_that_others_hang_on_is_not_removed(coordinator, municipality):
    row = surveys.survey(coordinator, municipality)
    removing = lambda: services.remove_question(coordinator, row, "safe")  # noqa: E731
    assert code_of(removing) == "surveys.others_hang_on_it"
    services.remove_question(coordinator, row, "fears")
    removing()


def test_an_order_that_leaves_something_out_is_refused(coordinator, municipality):
    row = surveys.survey(coordinator, municipality, FEW)
    (section,) = read(row.document).sections
    keys = [one.key for one in section.questions]
    turned = [(section.key, keys[::-1])]
    services.order(coordinator, row, turned, revision=row.revision)
    row.refresh_from_db()
    assert [one.key for one in read(row.document).questions()] == keys[::-1]
    short = [(section.key, keys[:1])]
    ordering = lambda: services.order(  # noqa: E731
        coordinator, row, short, revision=row.revision
    )
    assert code_of(ordering) == "surveys.order_leaves_something_out"


@pytest.mark.parametrize(
    "change",
    [
        lambda by, row: services.save_question(by, row, "", OTHER_WORDS, seen=0),
        lambda by, row: services.remove_question(by, row, "safe"),
        lambda by, row: services.order(by, row, [], revision=row.revision),
        lambda by, row: services.save_section(by, row, "x", words={"sv": "X"}, help_={}),
        lambda by, row: services.remove_section(by, row, "x"),
        lambda by, row: services.set_quotas(by, row, [], revision=row.revision),
        lambda by, row: services.take_from_bank(by, row, "x", ["safe_day"]),
    ],
)
def test_what_is_asked_is_not_changed_while_people_answer(
    coordinator, municipality, change
):
    row = surveys.opened(coordinator, municipality, FEW)
    before = row.document
    assert code_of(lambda: change(coordinator, row)) == "surveys.is_fixed"
    row.refresh_from_db()
    assert row.document == before


def test_a_survey_that_lacks_something_is_not_opened(coordinator, municipality):
    empty = surveys.survey(coordinator, municipality, ())
    opening = lambda: services.open_survey(coordinator, empty, now=NOW)  # noqa: E731
    assert code_of(opening) == "surveys.has_lacks"
    drawn = surveys.survey(coordinator, municipality, FEW, selection=Selection.DRAWN)
    opening = lambda: services.open_survey(coordinator, drawn, now=NOW)  # noqa: E731
    assert code_of(opening) == "surveys.nobody_drawn"


def test_the_next_wave_asks_the_same_questions(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, FEW)
    later = SurveyDraft(
        "Trygghet i Lundby", date(2027, 3, 1), date(2027, 3, 31), Selection.OPEN
    )
    following = services.next_wave(coordinator, row, later, now=NOW)
    assert following.follows == row
    assert read(following.document) == read(row.document)
    assert following.occasion.slug == "trygghet-i-lundby-2027"


def test_a_code_is_good_for_one_answer(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, FEW, strata=[2])
    code = surveys.code(row, 1)
    services.receive(row, ANSWER, code=code.lower(), today=TODAY)
    again = lambda: services.receive(row, ANSWER, code=code, today=TODAY)  # noqa: E731
    assert code_of(again) == "surveys.code_is_used"
    unknown = lambda: services.receive(row, ANSWER, code="X", today=TODAY)  # noqa: E731
    assert code_of(unknown) == "surveys.unknown_code"
    assert Envelope.objects.count() == 1


def test_a_code_of_another_survey_is_unknown(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, FEW, strata=[2])
    other = surveys.opened(coordinator, municipality, FEW, strata=[2], title="Annan")
    code = surveys.code(other, 1)
    wrong = lambda: services.receive(row, ANSWER, code=code, today=TODAY)  # noqa: E731
    assert code_of(wrong) == "surveys.unknown_code"


@pytest.mark.parametrize("day", [date(2026, 2, 28), date(2026, 4, 1)])
def test_nobody_answers_outside_the_days_that_were_said(coordinator, municipality, day):
    row = surveys.opened(coordinator, municipality, FEW)
    assert (
        code_of(lambda: services.receive(row, ANSWER, today=day)) == "surveys.is_not_open"
    )


def test_answers_are_opened_many_at_a_time(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, FEW)
    for nr in range(39):
        services.receive(row, ANSWER, today=TODAY)
        if nr in (18, 38):
            assert services.open_batches(TIMER, row, now=NOW) == 0
    services.receive(row, ANSWER, today=TODAY)
    assert services.open_batches(TIMER, row, now=NOW) == 20
    assert (Envelope.objects.count(), Block.objects.get().answers) == (20, 20)
    row.refresh_from_db()
    assert row.answered == 20


def test_all_are_opened_when_the_survey_is_over(
    coordinator, municipality, django_capture_on_commit_callbacks
):
    row = surveys.opened(coordinator, municipality, FEW, strata=[30, 30])
    for number in (*range(1, 29), *range(31, 36)):
        services.receive(row, ANSWER, code=surveys.code(row, number), today=TODAY)
    with django_capture_on_commit_callbacks(execute=True):
        assert close(coordinator, row) == 33
    assert not Envelope.objects.exists()
    assert not Batch.objects.exists()
    assert list(kept_keys()) == []
    # Five answered in the second stratum: they are counted with the first.
    assert set(Block.objects.values_list("stratum__code", flat=True)) == {"S0"}
    assert all(block.answers >= 20 for block in Block.objects.all())
    row.refresh_from_db()
    assert (row.answered, row.occasion.people) == (33, 33)
    assert row.occasion.phase == Phase.HEARD


def test_what_was_chosen_comes_out_as_it_went_in(coordinator, municipality):
    row = surveys.opened(coordinator, municipality)
    given: list[Answers] = [
        {"safe": {"o": [key]}, "age": {"n": 16 + nr}} for nr, key in enumerate("aabd")
    ]
    for one in given:
        services.receive(row, one, today=TODAY)
    close(coordinator, row)
    columns = unpack(bytes(Block.objects.get().columns))
    pairs = sorted(zip(columns["safe"].tolist(), columns["age"].tolist(), strict=True))
    assert pairs == [(3, 16), (3, 17), (4, 18), (6, 19)]


def test_texts_and_places_are_kept_apart_from_the_answers(coordinator, municipality):
    row = surveys.opened(coordinator, municipality)
    place = {"p": [{"at": [14.4, 59.2], "size": 150}]}
    said: Answers = {**ANSWER, "why": {"t": "Det är mörkt."}, "where": place}
    services.receive(row, said, today=TODAY)
    close(coordinator, row)
    voice = Voice.objects.get()
    assert (voice.text, voice.source, voice.occasion) == (
        "Det är mörkt.",
        "why",
        row.occasion,
    )
    assert SaidPlace.objects.get().size == 150
    assert "why" not in unpack(bytes(Block.objects.get().columns))


def test_a_survey_may_ask_for_words_alone(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, (WHY,))
    services.receive(row, {"why": {"t": "Det är mörkt."}}, today=TODAY)
    assert close(coordinator, row) == 1
    assert bytes(Block.objects.get().columns) == b""


def test_a_lost_key_gives_the_codes_back(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, FEW, strata=[30])
    for number in range(1, 26):
        services.receive(row, ANSWER, code=surveys.code(row, number), today=TODAY)
    destroy_key(Batch.objects.get(nr=2).pk)
    services.close_survey(coordinator, row, now=NOW)
    assert services.open_batches(TIMER, row, now=NOW) == 20
    assert Invitation.objects.filter(used_on__isnull=False).count() == 20
    (lost,) = Entry.objects.filter(action="surveys.key_was_lost")
    assert lost.details["answers"] == 5


def test_a_key_that_is_put_back_while_it_goes_on_opens_what_it_is_to(
    coordinator, municipality
):
    row = surveys.opened(coordinator, municipality, FEW, strata=[50])
    for number in range(1, 41):
        services.receive(row, ANSWER, code=surveys.code(row, number), today=TODAY)
    first = Batch.objects.get(nr=1)
    file = settings.SEALING_DIR / f"{first.pk.hex}.key"
    away = file.rename(file.with_suffix(".away"))
    assert services.open_batches(TIMER, row, now=NOW) == 0
    assert Invitation.objects.filter(used_on__isnull=False).count() == 40
    away.rename(file)
    assert services.open_batches(TIMER, row, now=NOW) == 20


def test_the_few_who_lay_with_a_lost_key_are_hidden_among_others(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, FEW, strata=[30, 30])
    for number in (*range(1, 24), *range(31, 51)):
        services.receive(row, ANSWER, code=surveys.code(row, number), today=TODAY)
    destroy_key(Batch.objects.get(stratum__position=0, nr=1).pk)
    assert close(coordinator, row) == 23
    assert [block.answers for block in Block.objects.all()] == [23]


def test_answers_from_elsewhere_come_many_at_a_time(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, FEW)
    few = lambda: services.take_in_mixed(TIMER, row, None, [ANSWER] * 19, now=NOW)  # noqa: E731
    assert code_of(few) == "surveys.too_few_to_mix"
    services.take_in_mixed(TIMER, row, None, [ANSWER] * 20, now=NOW)
    row.refresh_from_db()
    assert (row.answered, Block.objects.get().answers) == (20, 20)


def test_a_key_without_a_batch_is_destroyed(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, FEW)
    services.receive(row, ANSWER, today=TODAY)
    assert services.forget_keys(TIMER) == 0
    Envelope.objects.all().delete()
    Batch.objects.all().delete()
    assert services.forget_keys(TIMER) == 1
    assert list(kept_keys()) == []


def test_a_group_with_enough_answers_is_told_so_when_they_have_been_opened(
    coordinator, municipality
):
    row = surveys.survey(coordinator, municipality, FEW)
    quota = [{"question": "sex", "option": "a", "most": 20}]
    services.set_quotas(coordinator, row, quota, revision=row.revision)
    row.refresh_from_db()
    services.open_survey(coordinator, row, now=NOW)
    woman = {**ANSWER, "sex": {"o": ["a"]}}
    for _ in range(40):
        services.receive(row, woman, today=TODAY)
    services.open_batches(TIMER, row, now=NOW)
    receiving = lambda: services.receive(row, woman, today=TODAY)  # noqa: E731
    assert code_of(receiving) == "surveys.quota_is_full"
    services.receive(row, {**ANSWER, "sex": {"o": ["b"]}}, today=TODAY)


def test_staff_who_type_in_paper_are_in_the_log_and_the_answer_is_not(
    coordinator, municipality
):
    row = surveys.opened(coordinator, municipality, FEW, strata=[2])
    code = surveys.code(row, 1)
    services.type_in(coordinator, row, ANSWER, Help.PAPER, code=code, today=TODAY)
    row.refresh_from_db()
    assert (row.paper, row.assisted) == (1, 0)
    entry = Entry.objects.get(action="surveys.typed_in")
    assert entry.details == {"how": "paper"}
    assert entry.subject_id == str(row.public_id)


def test_the_installation_closes_a_survey_after_its_last_day(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, FEW)
    assert services.close_due(TIMER, now=NOW + timedelta(days=29)) == 0
    assert services.close_due(TIMER, now=NOW + timedelta(days=30)) == 1
    assert Survey.objects.get().closes_on == date(2026, 3, 31)
    services.open_due(TIMER, now=NOW)
    row.occasion.refresh_from_db()
    assert row.occasion.phase == Phase.HEARD


def test_a_survey_is_open_longer_and_never_shorter_than_was_said(coordinator, municipality):
    row = surveys.opened(coordinator, municipality, FEW)
    sooner = lambda: services.prolong(  # noqa: E731
        coordinator, row, date(2026, 3, 31), now=NOW
    )
    assert code_of(sooner) == "surveys.not_later"
    assert services.prolong(coordinator, row, date(2026, 4, 2), now=NOW).closes_on == date(
        2026, 4, 2
    )
