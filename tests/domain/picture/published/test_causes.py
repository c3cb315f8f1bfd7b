from handslag.domain.evidence.rules import Visibility
from handslag.domain.picture.published import read
from handslag.domain.picture.published.causes import read_analysis
from handslag.domain.picture.queries import content
from handslag.domain.picture.rules.causes import Corner
from handslag.domain.picture.rules.freezing import public
from tests import make
from tests.make import causes as made


def test_causes_are_read_with_their_numbers_from_a_version(
    coordinator, municipality, police
):
    problem = made.prioritised(municipality, police)
    above = made.cause(coordinator, problem, "Mörkt")
    made.cause(coordinator, problem, "Trasig lykta", under=above)
    made.cause(coordinator, problem, "Olåst", corner=None)
    analysis = read(content(problem.picture)).problems[0].analysis
    assert analysis is not None
    assert [(one.number, one.text) for one in analysis.every()] == [
        ("1", "Mörkt"),
        ("1.1", "Trasig lykta"),
        ("2", "Olåst"),
    ]
    assert [one.corner for one in analysis.causes] == [Corner.GUARDIAN, None]


def test_a_finding_that_may_not_be_shown_is_counted_and_not_named(
    coordinator, municipality, police
):
    problem = made.prioritised(municipality, police)
    open_ = make.evidence(municipality, "Tolv anmälningar.")
    closed = make.evidence(municipality, "Internt.", visibility=Visibility.OWN)
    made.cause(coordinator, problem, evidence=(open_.pk, closed.pk))
    analysis = read(public(content(problem.picture))).problems[0].analysis
    assert analysis is not None
    (cause,) = analysis.causes
    assert (cause.notes, cause.unshown) == ((1,), 1)


def test_a_version_from_before_there_were_analyses_shows_none():
    assert read_analysis(None, {}) is None
