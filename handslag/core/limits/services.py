"""Counting, and forgetting old counts."""

from datetime import datetime, timedelta

from django.db import connection
from django.utils.crypto import salted_hmac

from handslag.core.limits.models import Allowance

# One statement counts and answers: nobody can come in between. A span that
# has ended begins anew with this use.
_COUNT = """
INSERT INTO limits_allowance (key, count, ends_at) VALUES (%s, 1, %s)
ON CONFLICT (key) DO UPDATE SET
  count = CASE WHEN limits_allowance.ends_at <= %s THEN 1
          ELSE limits_allowance.count + 1 END,
  ends_at = CASE WHEN limits_allowance.ends_at <= %s THEN excluded.ends_at
            ELSE limits_allowance.ends_at END
RETURNING count
"""


def allow(key: str, *, limit: int, seconds: int, now: datetime) -> bool:
    """Count one use of the key; say whether it is within the limit.

    Call it outside a transaction: a count that is rolled back never happened,
    and a count inside a long transaction makes others wait for it.
    """
    to_database = connection.ops.adapt_datetimefield_value
    present, ends = to_database(now), to_database(now + timedelta(seconds=seconds))
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [_hashed(key), ends, present, present])
        [(count,)] = cursor.fetchall()
    return int(count) <= limit


def clear(now: datetime) -> int:
    """Forget the counts whose time has passed; say how many."""
    return Allowance.objects.filter(ends_at__lte=now).delete()[0]


def _hashed(key: str) -> str:
    return salted_hmac("handslag.limits", key, algorithm="sha256").hexdigest()
