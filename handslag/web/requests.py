"""What a page knows about who asks, and when."""

from datetime import date, datetime

from django.http import HttpRequest

from handslag.core.access import Actor
from handslag.core.accounts.models import Person


class SiteRequest(HttpRequest):
    """Any request. The middleware reads the clock once, so that pages need not."""

    actor: Actor
    now: datetime
    today: date


class WorkRequest(SiteRequest):
    """A request under /arbete/: someone has signed in."""

    user: Person
