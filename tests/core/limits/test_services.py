import re
from datetime import timedelta
from hashlib import sha256

import pytest

from handslag.core.limits import services
from handslag.core.limits.models import Allowance
from tests.together import at_once, in_turns

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def tries(count, now, key="login:203.0.113.7", limit=3):
    return [services.allow(key, limit=limit, seconds=60, now=now) for _ in range(count)]


def test_as_many_as_the_limit_are_allowed(now):
    assert tries(5, now) == [True, True, True, False, False]


def test_each_key_is_counted_by_itself(now):
    tries(5, now)
    assert tries(1, now, key="login:203.0.113.8") == [True]


def test_the_count_begins_anew_when_its_time_has_passed(now):
    tries(5, now)
    assert tries(1, now + MINUTE - timedelta(microseconds=1)) == [False]
    assert tries(4, now + MINUTE) == [True, True, True, False]


def test_trying_on_does_not_prolong_the_wait(now):
    tries(5, now)
    tries(5, now + MINUTE / 2)
    assert tries(1, now + MINUTE) == [True]


def test_nobody_can_read_from_the_table_who_tried_what(now, settings):
    tries(1, now, key="203.0.113.7")
    (kept,) = Allowance.objects.values_list("key", flat=True)
    assert re.fullmatch("[0-9a-f]{64}", kept)
    assert kept != sha256(b"203.0.113.7").hexdigest()
    settings.SECRET_KEY = "another"
    tries(1, now, key="203.0.113.7")
    assert Allowance.objects.count() == 2


def test_old_counts_are_forgotten(now):
    tries(1, now, key="old")
    tries(1, now + MINUTE, key="new")
    assert services.clear(now + MINUTE) == 1
    assert Allowance.objects.count() == 1
    assert services.clear(now + 2 * MINUTE) == 1


@pytest.mark.django_db(transaction=True)
def test_the_count_is_exact_when_many_come_at_once(now):
    def one() -> bool:
        return services.allow("key", limit=60, seconds=60, now=now)

    results = in_turns([one] * 200, workers=6)
    assert sorted(map(str, results)) == ["False"] * 140 + ["True"] * 60
    assert Allowance.objects.get().count == 200


@pytest.mark.django_db(transaction=True)
def test_the_first_of_many_is_counted_once(now):
    def one() -> bool:
        return services.allow("new", limit=1, seconds=60, now=now)

    assert sorted(map(str, at_once(*[one] * 6))) == ["False"] * 5 + ["True"]
