"""Who is asked is drawn by chance, and the list they were drawn from is not kept."""

from random import Random

import pytest

from handslag.core.access import ForbiddenError
from handslag.core.audit.models import Entry
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.organisations.models import Place, PlaceKind
from handslag.domain.surveys import services
from handslag.domain.surveys.models import Mailing
from handslag.domain.surveys.queries import sampling as queries
from handslag.domain.surveys.rules import Selection
from handslag.domain.surveys.rules.frames import Frame, on_paper
from handslag.domain.surveys.services import sampling
from handslag.domain.surveys.services.sampling import StratumDraft
from tests.make import surveys
from tests.make.surveys import NOW, SAFE, SEX, TODAY
from tests.refusing import code_of

FEW = (SEX, SAFE)
TWO = [
    StratumDraft(None, "C", "Centrum", 900, 3),
    StratumDraft(None, "N", "Norr", 300, 2),
]
FRAME = Frame(
    {"C": range(2, 52), "N": range(60, 80)},
    {line: f"Namn {line}\nGatan {line}" for line in (*range(2, 52), *range(60, 80))},
)


@pytest.fixture
def row(coordinator, municipality):
    return surveys.survey(coordinator, municipality, FEW, selection=Selection.DRAWN)


def strata(coordinator, row, drafts=TWO, total=None):
    row.refresh_from_db()
    sampling.save_strata(coordinator, row, drafts, total=total, revision=row.revision)


def test_each_area_gets_as_many_as_were_wanted(coordinator, row):
    strata(coordinator, row)
    assert sampling.draw(coordinator, row, FRAME, chance=Random(7)) == 5
    found = list(queries.drawn_lines(row))
    assert [(code, nr) for code, _, nr, _ in found] == [
        ("C", 1),
        ("C", 2),
        ("C", 3),
        ("N", 4),
        ("N", 5),
    ]
    assert all(line in FRAME.lines[code] for code, _, _, line in found)
    one = row.invitations.get(number=4)
    assert one.address == FRAME.addresses[one.line]
    assert list(row.strata.values_list("drawn", flat=True)) == [3, 2]


def test_the_code_on_the_letter_lets_one_answer(coordinator, row):
    strata(coordinator, row)
    sampling.draw(coordinator, row, FRAME, chance=Random(7))
    services.open_survey(coordinator, row, now=NOW)
    answers = {"safe": {"o": ["a"]}}
    services.receive(row, answers, code=surveys.code(row, 4), today=TODAY)
    assert row.invitations.get(number=4).used_on == TODAY


def test_only_those_who_were_drawn_are_kept(coordinator, row):
    strata(coordinator, row)
    sampling.draw(coordinator, row, FRAME, chance=Random(7))
    lines = {line for *_, line in queries.drawn_lines(row)}
    kept = " ".join(row.invitations.values_list("address", flat=True))
    left = next(line for line in FRAME.lines["C"] if line not in lines)
    assert row.invitations.count() == 5
    assert f"Gatan {left}" not in kept.split("\n")


def test_the_log_tells_how_many_and_nobody(coordinator, row):
    strata(coordinator, row)
    sampling.draw(coordinator, row, FRAME, chance=Random(7))
    entry = Entry.objects.get(action="surveys.drawn")
    assert entry.details == {"n": 5, "source": "file", "left_out": 0}


def test_lists_on_paper_give_lines_and_no_addresses(coordinator, row):
    strata(coordinator, row)
    lists = on_paper({"C": 40, "N": 40})
    sampling.draw(coordinator, row, lists, chance=Random(7))
    assert set(row.invitations.values_list("address", flat=True)) == {""}
    assert all(1 <= (line or 0) <= 40 for *_, line in queries.drawn_lines(row))


def test_chance_decides(coordinator, row):
    strata(coordinator, row)
    drawn = []
    for seed in (1, 2):
        sampling.draw(coordinator, row, FRAME, chance=Random(seed))
        drawn.append([line for *_, line in queries.drawn_lines(row)])
    assert drawn[0] != drawn[1]
    assert row.invitations.count() == 5


def test_nobody_is_drawn_anew_when_letters_have_been_made(coordinator, row):
    strata(coordinator, row)
    sampling.draw(coordinator, row, FRAME, chance=Random(7))
    mailing = Mailing.objects.create(survey=row, kind="letter", due_on=TODAY)
    sampling.draw(coordinator, row, FRAME, chance=Random(8))
    Mailing.objects.filter(pk=mailing.pk).update(made_on=TODAY)
    again = lambda: sampling.draw(coordinator, row, FRAME, chance=Random(9))  # noqa: E731
    assert code_of(again) == "surveys.sample_is_fixed"
    assert code_of(lambda: sampling.undo_draw(coordinator, row)) == (
        "surveys.sample_is_fixed"
    )


def test_nobody_is_drawn_anew_when_the_survey_has_opened(coordinator, row):
    strata(coordinator, row)
    sampling.draw(coordinator, row, FRAME, chance=Random(7))
    services.open_survey(coordinator, row, now=NOW)
    again = lambda: sampling.draw(coordinator, row, FRAME, chance=Random(9))  # noqa: E731
    assert code_of(again) == "surveys.sample_is_fixed"


def test_too_short_a_list_draws_nobody(coordinator, row):
    strata(coordinator, row)
    short = on_paper({"C": 40, "N": 1})
    drawing = lambda: sampling.draw(coordinator, row, short, chance=Random(7))  # noqa: E731
    assert code_of(drawing) == "surveys.more_than_there_are"
    assert not queries.is_drawn(row)


def test_a_total_is_shared_out_by_inhabitants(coordinator, row):
    strata(coordinator, row, total=100)
    assert list(row.strata.values_list("code", "wanted")) == [("C", 75), ("N", 25)]


def test_areas_are_changed_swapped_and_taken_out(coordinator, row, municipality):
    strata(coordinator, row)
    place = Place.objects.create(within=municipality, name="N", kind=PlaceKind.AREA)
    first, second = queries.strata_of(row)
    swapped = [
        StratumDraft(first.public_id, "N", "Centrum", 900, 3, place.public_id),
        StratumDraft(second.public_id, "C", "Norr", 300, 2),
    ]
    strata(coordinator, row, swapped)
    assert list(row.strata.values_list("pk", "code")) == [(first.pk, "N"), (second.pk, "C")]
    first.refresh_from_db()
    assert first.place == place
    strata(coordinator, row, swapped[1:])
    assert list(row.strata.values_list("pk", flat=True)) == [second.pk]


def test_the_areas_stand_while_somebody_is_drawn_in_them(coordinator, row):
    strata(coordinator, row)
    sampling.draw(coordinator, row, FRAME, chance=Random(7))
    assert code_of(lambda: strata(coordinator, row)) == "surveys.drawn_already"
    sampling.undo_draw(coordinator, row)
    strata(coordinator, row)
    assert not queries.is_drawn(row)


def test_two_areas_with_one_code_are_refused(coordinator, row):
    assert code_of(lambda: strata(coordinator, row, [TWO[0], TWO[0]])) == (
        "surveys.same_area_twice"
    )


def test_two_who_change_the_areas_at_once_lose_nothing(coordinator, row):
    seen = row.revision
    sampling.save_strata(coordinator, row, TWO, total=None, revision=seen)
    with pytest.raises(ChangedMeanwhileError):
        sampling.save_strata(coordinator, row, [], total=None, revision=seen)


def test_where_anybody_may_answer_nobody_is_drawn(coordinator, municipality):
    row = surveys.survey(coordinator, municipality, FEW)
    assert code_of(lambda: strata(coordinator, row)) == "surveys.nobody_is_drawn_here"


def test_others_draw_nobody(row, reader, elsewhere):
    for somebody in (reader, elsewhere):
        with pytest.raises(ForbiddenError):
            sampling.draw(somebody, row, FRAME, chance=Random(7))
        with pytest.raises(ForbiddenError):
            sampling.save_strata(somebody, row, TWO, total=None, revision=row.revision)
        with pytest.raises(ForbiddenError):
            sampling.undo_draw(somebody, row)
