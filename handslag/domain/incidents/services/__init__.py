from handslag.domain.incidents.services.desks import open_desk, save_desk
from handslag.domain.incidents.services.receiving import Received, receive

__all__ = ["Received", "open_desk", "receive", "save_desk"]
