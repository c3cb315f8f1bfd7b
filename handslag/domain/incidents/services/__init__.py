from handslag.domain.incidents.services.conversing import answer, ask
from handslag.domain.incidents.services.desks import open_desk, save_desk
from handslag.domain.incidents.services.readings import log_export, log_reading
from handslag.domain.incidents.services.receiving import Received, receive
from handslag.domain.incidents.services.residents import (
    follow_letter,
    report_at,
    say_if_better,
    take_back,
)

__all__ = [
    "Received",
    "answer",
    "ask",
    "follow_letter",
    "log_export",
    "log_reading",
    "open_desk",
    "receive",
    "report_at",
    "save_desk",
    "say_if_better",
    "take_back",
]
