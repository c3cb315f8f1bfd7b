"""People are heard, coded, quoted, told; and an occasion is closed."""

import re
from datetime import date

import pytest

from handslag.core.access import ANYONE, ForbiddenError, Role
from handslag.core.mail.models import Message
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.evidence.rules import Finding, Visibility
from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.voices import queries, services
from handslag.domain.voices.models import LeftAddress, Occasion
from handslag.domain.voices.rules import Meant, Phase, VoiceState, Way
from tests import make
from tests.make import voices
from tests.make.voices import NOW
from tests.refusing import code_of

TOLD = Told(date(2026, 3, 1), "kommunens webbplats", "Lamporna byts i april.")


def test_two_occasions_with_one_title_have_two_addresses(coordinator, municipality):
    first = voices.occasion(coordinator, municipality)
    second = voices.occasion(coordinator, municipality)
    third = voices.occasion(coordinator, municipality, title="Ni sa 2026")
    assert (first.slug, second.slug, third.slug) == (
        "samtal-pa-torget-2026",
        "samtal-pa-torget-2026-2",
        "ni-sa-2026",
    )


@pytest.mark.parametrize("role", [Role.READER, Role.REPORTER, Role.APPROVER])
def test_only_those_who_listen_hold_occasions(municipality, role):
    somebody = make.member(municipality, role)
    with pytest.raises(ForbiddenError):
        voices.occasion(somebody, municipality)


def test_words_that_may_name_somebody_wait_and_are_not_quoted(coordinator, municipality):
    row = voices.occasion(coordinator, municipality)
    held = voices.voice(coordinator, row, "Anna Svensson på Storgatan stör.", is_quote=True)
    assert held.state == VoiceState.HELD
    assert not held.is_quote
    quoting = lambda: services.quote(coordinator, held, is_quote=True, now=NOW)  # noqa: E731
    assert code_of(quoting) == "voices.words_wait"
    decided = services.decide_words(coordinator, held, words="[…] på Storgatan stör.")
    assert decided.state == VoiceState.OPEN
    assert services.quote(coordinator, held, is_quote=True, now=NOW).is_quote
    again = lambda: services.decide_words(coordinator, held, words="x")  # noqa: E731
    assert code_of(again) == "voices.decided_already"


def test_taking_all_words_away_leaves_that_somebody_spoke(coordinator, municipality):
    row = voices.occasion(coordinator, municipality)
    held = voices.voice(coordinator, row, "Anna Svensson på Storgatan stör.")
    gone = services.decide_words(coordinator, held, words=" ")
    assert (gone.state, gone.text) == (VoiceState.REMOVED, "")
    assert row.voices.count() == 1


def test_a_voice_is_coded_by_one_at_a_time(coordinator, municipality):
    voices.theme("LJUS")
    voices.theme("RESA")
    row = voices.occasion(coordinator, municipality)
    said = voices.voice(coordinator, row)
    services.code_voice(coordinator, said, themes=["LJUS"], place=None, revision=0, now=NOW)
    with pytest.raises(ChangedMeanwhileError):
        services.code_voice(
            coordinator, said, themes=["RESA"], place=None, revision=0, now=NOW
        )
    services.code_voice(coordinator, said, themes=["RESA"], place=None, revision=1, now=NOW)
    assert [(one.theme, one.voices) for one in queries.theme_counts(row)] == [("RESA", 1)]


def test_an_unknown_theme_is_refused(coordinator, municipality):
    said = voices.voice(coordinator, voices.occasion(coordinator, municipality))
    coding = lambda: services.code_voice(  # noqa: E731
        coordinator, said, themes=["PÅHITT"], place=None, revision=0, now=NOW
    )
    assert code_of(coding) == "voices.unknown_theme"


def test_a_finding_of_an_occasion_can_be_cited(coordinator, municipality):
    row = voices.occasion(coordinator, municipality, said="Ni talade om ljuset.")
    finding = Finding(
        source="medborgardialog",
        statement="31 av 84 nämner belysningen.",
        visibility=Visibility.PUBLIC,
        n=84,
    )
    refused = code_of(lambda: services.cite(coordinator, row, finding, now=NOW))
    assert refused == "voices.release_it_first"
    services.publish_occasion(coordinator, row, now=NOW)
    evidence = services.cite(coordinator, row, finding, now=NOW)
    assert list(queries.findings_of(row)) == [evidence]


def test_who_left_an_address_gets_one_letter_and_can_answer(coordinator, municipality):
    row = voices.heard(coordinator, municipality)
    for _twice in range(2):
        services.leave_address(row, "Nagon@Example.se", language="sv", now=NOW)
    services.tell(coordinator, row, TOLD, now=NOW)
    services.tell(coordinator, row, TOLD, now=NOW)
    (letter,) = Message.objects.all()
    assert letter.to == "nagon@example.se"
    assert "Lamporna byts i april." in letter.body
    assert LeftAddress.objects.count() == 1
    (token,) = re.findall(r"/ni-sa/svar/([^/]+)/", letter.body)
    for meant in (Meant.NO, Meant.NO, Meant.PARTLY):
        services.say_meant(ANYONE, token, meant)
    row.refresh_from_db()
    assert (row.meant_yes, row.meant_partly, row.meant_no) == (0, 1, 0)


def test_a_link_that_was_tampered_with_counts_nothing(coordinator, municipality):
    row = voices.heard(coordinator, municipality)
    left = services.leave_address(row, "nagon@example.se", language="sv", now=NOW)
    token = queries.letter_token(left)
    refused = code_of(lambda: services.say_meant(ANYONE, token[:-2] + "xx", Meant.YES))
    assert refused == "voices.letter_is_too_old"


def test_it_is_closed_first_when_they_have_been_told(coordinator, municipality):
    row = voices.heard(coordinator, municipality)
    closing = lambda: services.close_occasion(coordinator, row, now=NOW)  # noqa: E731
    assert code_of(closing) == "voices.nobody_was_told"
    services.tell(coordinator, row, TOLD, now=NOW)
    assert closing().closed_on == date(2026, 3, 2)


def test_a_reason_for_silence_must_be_public(coordinator, municipality):
    row = voices.heard(coordinator, municipality, said="Ingen kom till torget.")
    closing = lambda: services.close_occasion(  # noqa: E731
        coordinator, row, why="Ingen kom.", now=NOW
    )
    assert code_of(closing) == "voices.reason_is_not_public"
    services.publish_occasion(coordinator, row, now=NOW)
    assert closing().no_feedback_why == "Ingen kom."


def test_nothing_is_published_before_it_says_something(coordinator, municipality):
    row = voices.heard(coordinator, municipality)
    publishing = lambda: services.publish_occasion(coordinator, row, now=NOW)  # noqa: E731
    assert code_of(publishing) == "voices.nothing_to_read"


def test_an_occasion_changes_under_one_pen_at_a_time(coordinator, municipality):
    row = voices.occasion(coordinator, municipality)
    draft = voices.draft("Samtal i skolan", people=40)
    services.change_occasion(coordinator, row, draft, revision=0, now=NOW)
    with pytest.raises(ChangedMeanwhileError):
        services.change_occasion(coordinator, row, draft, revision=0, now=NOW)
    assert Occasion.objects.get().slug == "samtal-pa-torget-2026"


def test_the_next_step_follows_the_one_before(coordinator, municipality):
    row = voices.occasion(coordinator, municipality, way=Way.SURVEY)
    services.step(coordinator, row, Phase.OPEN, now=NOW)
    services.step(coordinator, row, Phase.HEARD, now=NOW)
    back = lambda: services.step(coordinator, row, Phase.PLANNED, now=NOW)  # noqa: E731
    assert code_of(back) == "voices.not_the_next_step"


def test_many_occasions_of_one_name_have_an_address_each(coordinator, municipality):
    slugs = [voices.occasion(coordinator, municipality).slug for _turn in range(3)]
    assert slugs == [
        "samtal-pa-torget-2026",
        "samtal-pa-torget-2026-2",
        "samtal-pa-torget-2026-3",
    ]
