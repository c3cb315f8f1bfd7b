import pytest

from handslag.core.periods import parse
from handslag.domain.promises import services
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.rules.words import Change
from tests import make


@pytest.fixture
def renewed(published, coordinator, now):
    return services.renew(
        coordinator, published, name="Medborgarlöfte 2027", period=parse("2027"), now=now
    )


def changes(set_):
    return [line.change for line in set_.lineage.order_by("pk")]


def test_next_years_set_begins_with_this_years_promises(renewed, published):
    old, new = published.promises.get(), renewed.promises.get()
    assert (new.text, new.public_id == old.public_id) == (old.text, False)
    assert [row.organisation for row in new.responsible.all()] == [renewed.home]
    assert new.targets.get().public_id != old.targets.get().public_id
    assert changes(renewed) == [Change.KEPT]
    assert renewed.predecessor == published


def test_a_reworded_promise_is_changed_and_an_added_one_is_new(
    renewed, coordinator, municipality
):
    promise = renewed.promises.get()
    other = make.promise_draft(municipality, text="Minst åtta vandringar.")
    services.save_promise(coordinator, promise, other, revision=1)
    services.add_promise(coordinator, renewed, make.promise_draft(municipality))
    assert changes(renewed) == [Change.CHANGED, Change.NEW]


def test_a_dropped_promise_says_why(renewed, coordinator, published):
    promise = renewed.promises.get()
    with pytest.raises(NotAllowedError, match="dropped_needs_why"):
        services.remove_promise(coordinator, promise)
    services.remove_promise(coordinator, promise, why="Målet är nått.")
    line = renewed.lineage.get()
    assert (line.change, line.why) == (Change.DROPPED, "Målet är nått.")
    assert line.earlier == published.promises.get()
