from datetime import date

import pytest

from handslag.integrations.periods import period
from handslag.integrations.values import UnreadableError


@pytest.mark.parametrize(
    ("said", "starts", "ends"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026M12", date(2026, 12, 1), date(2026, 12, 31)),
        ("Augusti  2026", date(2026, 8, 1), date(2026, 8, 31)),
        ("2026K3", date(2026, 7, 1), date(2026, 9, 30)),
        ("kvartal 4 2026", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026-06-30", date(2026, 6, 30), date(2026, 6, 30)),
    ],
)
def test_a_period_is_read_as_it_is_named(said, starts, ends):
    assert period(said) == (starts, ends)


@pytest.mark.parametrize("said", ["2026-13", "2026-06-31", "våren 2026", ""])
def test_what_is_no_period_is_refused(said):
    with pytest.raises(UnreadableError, match="not_a_"):
        period(said)
