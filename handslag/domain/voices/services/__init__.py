"""What can be done with occasions, voices and what people are told. Every write."""

from handslag.domain.voices.services.coding import (
    code_voice,
    decide_words,
    put_at,
    quote,
)
from handslag.domain.voices.services.forgetting import forget_addresses, forget_words
from handslag.domain.voices.services.hearing import hear
from handslag.domain.voices.services.occasions import (
    SOURCES,
    change_occasion,
    cite,
    close_occasion,
    count_people,
    end_hearing,
    plan_occasion,
    publish_occasion,
    step,
    take_back_occasion,
    tell,
    tie_findings,
)
from handslag.domain.voices.services.telling import (
    leave_address,
    leave_address_at,
    say_meant,
)

__all__ = [
    "SOURCES",
    "change_occasion",
    "cite",
    "close_occasion",
    "code_voice",
    "count_people",
    "decide_words",
    "end_hearing",
    "forget_addresses",
    "forget_words",
    "hear",
    "leave_address",
    "leave_address_at",
    "plan_occasion",
    "publish_occasion",
    "put_at",
    "quote",
    "say_meant",
    "step",
    "take_back_occasion",
    "tell",
    "tie_findings",
]
