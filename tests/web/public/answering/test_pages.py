"""Answering a survey: no account, no cookie, no script, and nothing lost."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.crypto import salted_hmac

from handslag.core.access import Role, system
from handslag.core.limits.models import Allowance
from handslag.core.mail.models import Message
from handslag.domain.surveys import services
from handslag.domain.surveys.models import Block, Envelope, Invitation
from handslag.domain.surveys.rules import Condition, Section
from handslag.domain.surveys.rules.documents import read as read_document
from handslag.domain.surveys.rules.documents import written
from handslag.domain.voices.models import LeftAddress, Voice
from handslag.statistics.columns import unpack
from tests import make
from tests.make import surveys
from tests.make.surveys import FEARS, NOW, SAFE, SEX, TODAY, WHERE, WHY
from tests.web.pages import Page, opened, read

HERE = "/lundby/delta/trygghet-i-lundby-2026/"
QUESTIONS = (SEX, SAFE, FEARS, WHY)
SHOWN = 2  # the way to be heard, the survey
STATEMENTS = 10


@pytest.fixture
def lundby(db):
    return make.municipality("Lundby kommun")


@pytest.fixture
def listener(lundby):
    return make.member(lundby, Role.COORDINATOR)


@pytest.fixture
def survey(listener, lundby):
    return surveys.opened(listener, lundby, QUESTIONS)


@pytest.fixture
def coded(listener, lundby):
    """With a code in a letter for each who was drawn."""
    return surveys.opened(listener, lundby, QUESTIONS, strata=[30])


def in_two(survey) -> None:
    """The last question on a page of its own, as a survey of several sections has."""
    asked = read_document(survey.document)
    (section,) = asked.sections
    first = replace(section, questions=section.questions[:-1])
    last = Section("sist", {"sv": "Till sist"}, questions=section.questions[-1:])
    survey.document = written(replace(asked, sections=(first, last)))
    survey.save()


def press(visitor, page: Page, go: str = "next", **typed) -> Page:
    form = page.form(having="go")
    fields = {**form.fields, **{key.replace("_", "-"): v for key, v in typed.items()}}
    return read(visitor.post(HERE, {**fields, "go": go}))


def begun(visitor, **typed) -> Page:
    return press(visitor, opened(visitor, HERE), "begin", **typed)


def columns(survey) -> dict[str, list[int]]:
    services.close_survey(system("x"), survey, now=NOW)
    services.open_batches(system("x"), survey, now=NOW)
    return {
        name: column.tolist()
        for name, column in unpack(bytes(Block.objects.get().columns)).items()
    }


def test_what_is_collected_is_said_before_the_first_question(visitor, survey):
    page = opened(visitor, HERE)
    assert page.says("Det här samlas in")
    assert page.says("Det finns ingen kod och ingen inloggning")
    assert not page.says("Hur trygg känner du dig")


def test_an_answer_goes_all_the_way_in(visitor, survey):
    page = begun(visitor)
    page = press(visitor, page, q_sex="b", q_safe="d", q_fears=["a"], q_why="Mörkt.")
    assert page.says("Ert svar har kommit in")
    found = columns(survey)
    assert (found["sex"], found["safe"], found["fears.a"]) == ([4], [6], [4])
    assert Voice.objects.get().text == "Mörkt."


def test_no_cookie_is_set_and_nothing_is_kept_on_the_way(visitor, survey):
    page = begun(visitor)
    answer = press(visitor, page, q_safe="a").answer
    assert not answer.cookies
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["X-Robots-Tag"] == "noindex"


def test_a_required_question_is_asked_again_and_the_rest_is_kept(visitor, survey):
    page = press(visitor, begun(visitor), q_sex="a", q_why="Det är mörkt vid bron.")
    assert page.status == 422
    assert page.says("Fråga 2 – Svara på frågan, eller välj att ni inte vill svara.")
    form = page.form(having="go")
    assert form.fields["q-sex"] == ["a"]
    assert form.fields["q-why"] == ["Det är mörkt vid bron."]
    assert not Envelope.objects.exists()


def test_preferring_not_to_answer_is_an_answer(visitor, survey):
    assert press(visitor, begun(visitor), q_safe="declined").says("har kommit in")


def test_what_was_typed_on_other_pages_travels_along(visitor, survey):
    in_two(survey)
    page = press(visitor, begun(visitor), q_safe="c", q_fears=["a", "b"])
    assert page.says("Till sist")
    back = press(visitor, page, "back", q_why="Halvt")
    form = back.form(having="go")
    assert sorted(form.fields["q-fears"]) == ["a", "b"]
    assert form.fields["q-why"] == ["Halvt"]


def test_a_page_with_nothing_to_ask_of_this_person_is_passed_over(visitor, survey):
    asked = read_document(survey.document)
    hangs = replace(WHY, shown_if=Condition("safe", ("d",)))
    (section,) = asked.sections
    first = replace(section, questions=section.questions[:3])
    last = Section("sist", {"sv": "Till sist"}, questions=(hangs,))
    survey.document = written(replace(asked, sections=(first, last)))
    survey.save()
    assert press(visitor, begun(visitor), q_safe="a").says("har kommit in")
    assert press(visitor, begun(visitor), q_safe="d").says("Till sist")


def test_a_text_that_names_somebody_is_named_and_kept(visitor, survey):
    page = press(visitor, begun(visitor), q_safe="a", q_why="Ring 070-123 45 67.")
    assert page.says("Ta bort “070-123 45 67”")
    assert page.form(having="go").fields["q-why"] == ["Ring 070-123 45 67."]


def test_a_text_of_ten_million_signs_is_refused_with_a_sentence(visitor, survey):
    page = begun(visitor)
    answer = visitor.post(HERE, {**page.form().fields, "go": "next", "q-why": "x" * 10**7})
    assert answer.status_code == 400
    assert "Vi kunde inte läsa det som skickades" in answer.content.decode()
    long = press(visitor, page, q_safe="a", q_why="x" * 100_000)
    assert long.says("Skriv högst 2000 tecken")
    assert not Envelope.objects.exists()


def test_the_same_form_sent_twice_is_one_answer(visitor, survey):
    page = begun(visitor)
    for _twice in range(2):
        assert press(visitor, page, q_safe="a").says("har kommit in")
    assert Envelope.objects.count() == 1


def test_a_code_leads_in_once(visitor, coded):
    code = surveys.code(coded, 3).lower()
    page = begun(visitor, code=code)
    assert press(visitor, page, q_safe="a").says("har kommit in")
    again = begun(visitor, code=code)
    assert again.status == 422
    assert again.says("Koden är använd. Om ni nyss har svarat har ert svar kommit in.")
    assert Invitation.objects.get(number=3).used_on == TODAY


def test_a_wrong_code_is_kept_to_be_mended(visitor, coded):
    page = begun(visitor, code="ABCD-EFGH-JKMN")
    assert page.says("Vi hittar inte koden.")
    assert page.form(having="code").fields["code"] == ["ABCD-EFGH-JKMN"]


def test_a_code_used_meanwhile_is_told_at_the_end(visitor, coded):
    code = surveys.code(coded, 3)
    page = begun(visitor, code=code)
    services.receive(coded, {"safe": {"o": ["a"]}}, code=code, today=TODAY)
    assert press(visitor, page, q_safe="b").says("Koden är använd.")
    assert Envelope.objects.count() == 1


def test_a_draft_is_not_there(visitor, listener, lundby):
    surveys.survey(listener, lundby, QUESTIONS)
    assert visitor.get(HERE).status_code == 404


def test_a_closed_survey_says_so_and_takes_nothing(visitor, survey, listener):
    page = begun(visitor)
    services.close_survey(listener, survey, now=NOW)
    after = press(visitor, page, q_safe="a")
    assert after.says("Den tar inte emot fler svar.")
    assert not Envelope.objects.exists()


def test_a_survey_that_has_not_begun_says_when_it_does(visitor, listener, lundby):
    surveys.opened(listener, lundby, QUESTIONS, opens_on=date(2026, 3, 10))
    assert opened(visitor, HERE).says("Enkäten öppnar 10 mars 2026.")


def test_it_is_asked_in_english_where_it_is_translated(visitor, listener, lundby):
    english = replace(SAFE, words={"sv": "Hur trygg är du?", "en": "How safe are you?"})
    row = surveys.survey(listener, lundby, (english,))
    asked = replace(read_document(row.document), languages=("sv", "en"))
    type(row).objects.filter(pk=row.pk).update(document=written(asked))
    type(row).objects.filter(pk=row.pk).update(state="open", fingerprint="x", size=4096)
    page = read(visitor.get(f"/en{HERE}"))
    page = read(
        visitor.post(f"/en{HERE}", {**page.form(having="go").fields, "go": "begin"})
    )
    assert page.says("How safe are you?")
    assert page.says("Prefer not to answer")


def test_an_address_is_left_apart_from_the_answer(visitor, survey):
    page = press(visitor, begun(visitor), q_safe="a")
    left = read(visitor.post(HERE, {**page.form(having="email").fields, "email": "a@b.se"}))
    assert left.says("Ni får höra av oss")
    assert LeftAddress.objects.get().email == "a@b.se"
    assert not Message.objects.exists()
    wrong = read(visitor.post(HERE, {"email": "a"}))
    assert wrong.says("Skriv en e-postadress")


def test_a_form_from_elsewhere_is_refused(visitor, survey):
    answer = visitor.post(HERE, {"go": "begin"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


def test_a_named_place_and_words_do_without_a_map(visitor, listener, lundby):
    surveys.opened(listener, lundby, (WHERE,))
    page = begun(visitor)
    assert page.says("Eller beskriv var, med ord")
    after = press(visitor, page, **{"q-where-words1": "Bakom skolan"})
    assert after.says("har kommit in")


def test_an_answer_with_a_code_takes_ten_statements(visitor, coded):
    page = begun(visitor, code=surveys.code(coded, 1))
    press(visitor, page, q_safe="a")
    page = begun(visitor, code=surveys.code(coded, 2))
    with CaptureQueriesContext(connection) as sent:
        press(visitor, page, q_safe="a")
    made = [one["sql"] for one in sent if "SAVEPOINT" not in one["sql"]]
    assert len(made) <= STATEMENTS


def test_what_a_page_costs_does_not_grow_with_the_answers(visitor, survey):
    def asked() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as shown:
            page = opened(visitor, HERE)
        page = press(visitor, page, "begin")
        with CaptureQueriesContext(connection) as sent:
            press(visitor, page, q_safe="a")
        made = [one for one in sent if "SAVEPOINT" not in one["sql"]]
        return len(shown), len(made)

    asked()
    few = asked()
    for _ in range(60):
        services.receive(survey, {"safe": {"o": ["a"]}}, today=TODAY)
    services.open_batches(system("x"), survey, now=NOW)
    many = asked()
    assert few == many
    assert few[0] <= SHOWN
    assert few[1] <= STATEMENTS


def test_it_is_among_what_one_can_take_part_in(visitor, survey):
    page = opened(visitor, "/lundby/delta/")
    assert page.says("Trygghet i Lundby")
    assert page.says("enkät, till och med 31 mars 2026")
    assert HERE in page.links


def test_no_secret_that_is_kept_tells_from_where_somebody_answered(visitor, survey):
    """Whoever holds the tables and the secret of the installation may try all addresses."""
    begun(visitor)
    assert Allowance.objects.exists()
    kept = set(Allowance.objects.values_list("key", flat=True))
    tried = {
        salted_hmac(
            "handslag.limits", f"survey-{what}:127.0.0.1", algorithm="sha256"
        ).hexdigest()
        for what in ("pages", "answers", "codes")
    }
    assert not tried & kept


def test_an_error_report_holds_nothing_that_was_typed(visitor, survey):
    answer = visitor.post(HERE, {"go": "begin", "code": "7KWA"})
    assert answer.wsgi_request.sensitive_post_parameters == "__ALL__"
