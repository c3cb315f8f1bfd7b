"""Who is told what about promises. Decides nothing.

The addresses here are promises too: letters are kept. A test opens each of them.
"""

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from handslag.core.access import Act
from handslag.core.mail.services import post_letter
from handslag.core.periods import stockholm_day
from handslag.domain.organisations.notices import ApprovalLetters
from handslag.domain.organisations.queries import people_who
from handslag.domain.promises.models import CorrectionRequest, PromiseSet
from handslag.domain.promises.queries import approvers_of

ABOUT = "promise_set"


def letters(set_: PromiseSet, now: datetime) -> ApprovalLetters:
    """What those who approve the set, and those who write it, are told."""
    return ApprovalLetters(
        name=set_.name,
        page=_page(set_),
        about=ABOUT,
        home=set_.home,
        approvers=approvers_of(set_),
        today=stockholm_day(now),
    )


def public_address(set_: PromiseSet) -> str:
    """Where everyone reads it: in the first of its municipalities."""
    found = set_.slugs.filter(current=True, municipality__slugs__current=True)
    where = found.order_by("pk").values_list("municipality__slugs__slug", "slug").first()
    return f"/{where[0]}/loften/{where[1]}/" if where else "/"


def correction_requested(request: CorrectionRequest) -> None:
    """Those who answer for the set are told; where nobody does, whoever runs this."""
    home = request.set.home
    today = stockholm_day(request.made_at)
    members = people_who(Act.WRITE_PROMISE, home, today=today)
    told = {home.contact_email, *(member.person.email for member in members)} - {""}
    for address in sorted(told) or [settings.DEFAULT_FROM_EMAIL]:
        post_letter(
            to=address,
            subject=_("Someone asks for a correction: %(name)s")
            % {"name": request.set.name},
            body=_(
                "About %(name)s, %(municipality)s, someone writes:\n\n%(text)s\n\n"
                "They can be reached at: %(contact)s\n\n%(address)s"
            )
            % {
                "name": request.set.name,
                "municipality": home.name,
                "text": request.text,
                "contact": request.contact or _("not stated"),
                "address": f"{settings.PUBLIC_ADDRESS}{_page(request.set)}",
            },
            about=ABOUT,
        )


def _page(set_: PromiseSet) -> str:
    return f"/arbete/loften/{set_.public_id}/"
