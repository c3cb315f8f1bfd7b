from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.periods import Period, Rule, address, parse


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("words", "starts", "ends", "rule"),
    [
        ("2021", "2021-01-01", "2021-12-31", Rule.FIXED),
        ("2021-2022", "2021-01-01", "2022-12-31", Rule.FIXED),
        ("2021\u22122022", "2021-01-01", "2022-12-31", Rule.FIXED),
        ("2021\u00ad\u00a0–\u00a02022", "2021-01-01", "2022-12-31", Rule.FIXED),
        ("2022/2023", "2022-01-01", "2023-12-31", Rule.FIXED),
        ("2018 och 2019", "2018-01-01", "2019-12-31", Rule.FIXED),
        ("2018-10--2019-10", "2018-10-01", "2019-10-31", Rule.FIXED),
        ("1 juli 2021-31 december 2022", "2021-07-01", "2022-12-31", Rule.FIXED),
        ("20190601-20211231", "2019-06-01", "2021-12-31", Rule.FIXED),
        ("mars-maj 2022", "2022-03-01", "2022-05-31", Rule.FIXED),
        ("2020 (treårsperiod)", "2020-01-01", "2022-12-31", Rule.FIXED),
        ("--2021-12", "", "2021-12-31", Rule.FIXED),
        ("2019-06-01--", "2019-06-01", "", Rule.OPEN),
        ("från 1 juni 2019", "2019-06-01", "", Rule.OPEN),
        ("2024 och tills vidare", "2024-01-01", "", Rule.UNTIL_REPLACED),
        ("2020-2021, gäller tills nya presenteras", "2020-01-01", "", Rule.UNTIL_REPLACED),
        ("2023-2024; överenskommelse tills vidare", "2023-01-01", "2024-12-31", Rule.FIXED),
        ("2021 förlängt till 2022", "2021-01-01", "2022-12-31", Rule.EXTENDED),
        ("hösten 2015", "2015-01-01", "2015-12-31", Rule.APPROXIMATE),
        ("från hösten 2020", "2020-01-01", "", Rule.APPROXIMATE),
        ("31 juni 2023 - 31 juni 2027", "", "", Rule.UNCLEAR),
        ("2022-2020", "", "", Rule.UNCLEAR),
        ("löpande", "", "", Rule.UNCLEAR),
        ("", "", "", Rule.MISSING),
        (None, "", "", Rule.MISSING),
    ],
)
def test_the_words_of_real_documents_are_read(words, starts, ends, rule):
    assert parse(words) == Period(words or "", day(starts), day(ends), rule)


@pytest.mark.parametrize(
    ("words", "found_at"),
    [
        ("2026", "2026"),
        ("2021-2022", "2021-2022"),
        ("2018-10--2019-10", "2018-10--2019-10"),
        ("2019-05-08--2020-04-30", "2019-05-08--2020-04-30"),
        ("2019-06-01--", "2019-06--"),
        ("2024 och tills vidare", "2024--"),
        ("--2021-12", "--2021-12"),
        ("från hösten 2020", "fran-hosten-2020"),
        ("", "utan-period"),
    ],
)
def test_a_period_has_a_short_address(words, found_at):
    assert address(parse(words)) == found_at


@given(st.text(max_size=80))
def test_any_words_can_be_read_and_are_kept(words):
    read = parse(words)
    assert read.stated == words
    assert address(read)
    if read.starts and read.ends:
        assert read.starts <= read.ends


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(0, 2000))
def test_two_days_are_read_as_they_are_written(first, length):
    last = date.fromordinal(first.toordinal() + length)
    read = parse(f"{first.isoformat()}--{last.isoformat()}")
    assert (read.starts, read.ends) == (first, last)
    assert read.holds(first)
    assert read.holds(last)
    assert not read.holds(date.fromordinal(last.toordinal() + 1))
