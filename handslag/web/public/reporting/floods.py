"""How much is received from one network before somebody is asked to wait.

The figures and why: docs/decisions/0023. Asked of one's own network alone: no third
party learns who reports, and no puzzle keeps anybody out.
"""

from datetime import datetime
from ipaddress import IPv4Address, ip_address, ip_network

from django.http import HttpRequest

from handslag.core.limits.services import allow
from handslag.web.forms import client_address

HOUR = 3600
STEPS_AN_HOUR = 1200  # pages of forms from one address: a class that writes together
FROM_AN_ADDRESS = 60  # reports an hour: two school classes behind one address
FROM_A_BLOCK = 180  # reports an hour from the addresses beside it
CODES_AN_HOUR = 60  # receipts opened from one address


def block_of(address: str) -> str:
    """The network an address lies in: 256 addresses of the old kind, a site of the new."""
    found = ip_address(address)
    size = 24 if isinstance(found, IPv4Address) else 48
    return str(ip_network(f"{found}/{size}", strict=False))


def too_many(request: HttpRequest, now: datetime) -> bool:
    """Count one report that is sent; whether it is more than one network may send."""
    address = client_address(request)
    try:
        block = block_of(address)
    except ValueError:
        block = address
    few = allow(f"report-sent:{address}", limit=FROM_AN_ADDRESS, seconds=HOUR, now=now)
    return not (
        few and allow(f"reports-sent:{block}", limit=FROM_A_BLOCK, seconds=HOUR, now=now)
    )
