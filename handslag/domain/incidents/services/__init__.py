from handslag.domain.incidents.services.desks import open_desk, save_desk
from handslag.domain.incidents.services.readings import log_export, log_reading
from handslag.domain.incidents.services.receiving import Received, receive

__all__ = [
    "Received",
    "log_export",
    "log_reading",
    "open_desk",
    "receive",
    "save_desk",
]
