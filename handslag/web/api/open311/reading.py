"""What another system asks for, read as the standard writes it."""

from datetime import datetime, timedelta

from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive, make_aware
from django.utils.translation import gettext as _

from handslag.domain.incidents.published.requests import Wish
from handslag.web.requests import SiteRequest

USUAL_SPAN = timedelta(days=90)
MOST_ON_A_PAGE = 100
STATUSES = {"open": True, "closed": False}
LONGEST_NUMBER = 200


class BadAskingError(Exception):
    """What was asked cannot be answered, with a sentence that says why."""

    def __init__(self, said: str, *, status: int = 400) -> None:
        super().__init__(said)
        self.said = said
        self.status = status


def shown_key(request: SiteRequest) -> str:
    """The key, wherever it is shown: a header keeps it out of the logs on the way."""
    given = request.headers.get("X-Api-Key") or request.POST.get("api_key")
    return (given or request.GET.get("api_key", "")).strip()


def own_number(request: SiteRequest) -> str:
    """What the other system itself calls the report, so that it is taken in once."""
    names = ("attribute[external_id]", "attribute[fixmystreet_id]")
    found = [request.headers.get("Idempotency-Key", "")]
    found += [request.POST.get(name, "") for name in names]
    said = next((one.strip() for one in found if one.strip()), "")
    return said[:LONGEST_NUMBER]


def wish_of(request: SiteRequest, *, now: datetime) -> Wish:
    """Filters and page; without days, the latest ninety."""
    start = _instant(request, "start_date")
    end = _instant(request, "end_date")
    if start is None:
        start = (end or now) - USUAL_SPAN
    codes = request.GET.get("service_code", "").split(",")
    return Wish(
        start=start,
        end=end,
        codes=tuple(one.strip() for one in codes if one.strip()),
        is_open=_status(request.GET.get("status", "")),
        page=_whole(request, "page", most=10_000, usual=1),
        on_a_page=_whole(request, "page_size", most=MOST_ON_A_PAGE, usual=50),
    )


def _instant(request: SiteRequest, name: str) -> datetime | None:
    said = request.GET.get(name, "").strip()
    if not said:
        return None
    try:
        # A plus sign that was not escaped has become a space.
        found = parse_datetime(said.replace(" ", "+"))
    except ValueError:
        found = None
    if found is None:
        raise BadAskingError(
            _("%(name)s must be written like 2026-11-22T12:00:00Z.") % {"name": name}
        )
    return make_aware(found) if is_naive(found) else found


def _status(said: str) -> bool | None:
    """Open, closed, or both."""
    asked = {one.strip() for one in said.split(",") if one.strip()}
    if asked - STATUSES.keys():
        raise BadAskingError(_("status must be open, closed or both with a comma."))
    return STATUSES[asked.pop()] if len(asked) == 1 else None


def _whole(request: SiteRequest, name: str, *, most: int, usual: int) -> int:
    said = request.GET.get(name, "") or str(usual)
    if not said.isascii() or not said.isdigit() or not 1 <= int(said[:9]) <= most:
        facts = {"name": name, "most": most}
        raise BadAskingError(_("%(name)s must be between 1 and %(most)s.") % facts)
    return int(said)
