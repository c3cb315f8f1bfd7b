"""Who is told what about promises. Decides nothing.

The addresses here are promises too: letters are kept. A test opens each of them.
"""

from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from handslag.core.access import Act
from handslag.core.approvals.models import Link
from handslag.core.mail.services import post_letter, post_text
from handslag.domain.organisations.queries import people_who
from handslag.domain.promises.models import CorrectionRequest, PromiseSet
from handslag.domain.promises.queries import approvers_of

ABOUT = "promise_set"


def approval_asked(set_: PromiseSet) -> None:
    """Those who approve for each party are asked to read and answer."""
    for party in approvers_of(set_):
        for member in people_who(Act.APPROVE, party):
            post_letter(
                to=member.person.email,
                subject=_("Please approve: %(name)s") % {"name": set_.name},
                body=_(
                    "%(party)s is asked to approve the exact wording of %(name)s.\n\n"
                    "Read it and answer here:\n%(address)s"
                )
                % {"party": party.name, "name": set_.name, "address": _work_address(set_)},
                about=ABOUT,
            )


def link_made(set_: PromiseSet, link: Link, *, token: str, code: str) -> None:
    """The link goes by letter; the code by text message, never in the same one."""
    address = f"{settings.PUBLIC_ADDRESS}/godkann/{token}/"
    post_letter(
        to=link.email,
        subject=_("Please approve: %(name)s") % {"name": set_.name},
        body=_(
            "You are asked to approve the exact wording of %(name)s as %(function)s.\n\n"
            "Read it and answer here:\n%(address)s\n\n"
            "To answer you need a code. You get it by text message, or the coordinator "
            "reads it out to you."
        )
        % {"name": set_.name, "function": link.function, "address": address},
        about=ABOUT,
    )
    if link.phone:
        post_text(
            to=link.phone,
            body=_("Your code to answer about %(name)s: %(code)s")
            % {"name": set_.name, "code": code},
            about=ABOUT,
        )


def returned(set_: PromiseSet, *, party: int, reason: str) -> None:
    """Those who write are told that a party said no, and why."""
    _tell_writers(
        set_,
        _("Returned: %(name)s") % {"name": set_.name},
        _("One party said no to the wording. Their reason:\n\n%(reason)s\n\n%(address)s")
        % {"reason": reason, "address": _work_address(set_)},
    )


def published(set_: PromiseSet, *, on: date) -> None:
    """Those who write are told that every party has approved."""
    _tell_writers(
        set_,
        _("Approved and published: %(name)s") % {"name": set_.name},
        _("All parties have approved. Everyone can read it now:\n%(address)s")
        % {"address": settings.PUBLIC_ADDRESS},
    )


def correction_requested(request: CorrectionRequest) -> None:
    """Those who answer for the set are told; where nobody does, whoever runs this."""
    home = request.set.home
    members = people_who(Act.WRITE_PROMISE, home)
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
                "address": _work_address(request.set),
            },
            about=ABOUT,
        )


def _tell_writers(set_: PromiseSet, subject: str, body: str) -> None:
    for party in [set_.home, *approvers_of(set_)]:
        for member in people_who(Act.ASK_FOR_APPROVAL, party):
            post_letter(to=member.person.email, subject=subject, body=body, about=ABOUT)


def _work_address(set_: PromiseSet) -> str:
    return f"{settings.PUBLIC_ADDRESS}/arbete/loften/{set_.public_id}/"
