"""Who is told what about agreements. Decides nothing.

The addresses here are promises too: letters are kept. A test opens each of them.
"""

from django.conf import settings
from django.utils.translation import gettext as _

from handslag.core.access import Act
from handslag.core.approvals.models import Link
from handslag.core.mail.services import post_letter, post_text
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.queries import approvers_of
from handslag.domain.organisations.queries import people_who

ABOUT = "agreement"


def approval_asked(agreement: Agreement) -> None:
    """Those who approve for each party are asked to read and answer."""
    for party in approvers_of(agreement):
        for member in people_who(Act.APPROVE, party):
            post_letter(
                to=member.person.email,
                subject=_("Please approve: %(name)s") % {"name": agreement.name},
                body=_(
                    "%(party)s is asked to approve the exact wording of %(name)s.\n\n"
                    "Read it and answer here:\n%(address)s"
                )
                % {
                    "party": party.name,
                    "name": agreement.name,
                    "address": _work_address(agreement),
                },
                about=ABOUT,
            )


def link_made(agreement: Agreement, link: Link, *, token: str, code: str) -> None:
    """The link goes by letter; the code by text message, never in the same one."""
    post_letter(
        to=link.email,
        subject=_("Please approve: %(name)s") % {"name": agreement.name},
        body=_(
            "You are asked to approve the exact wording of %(name)s as %(function)s.\n\n"
            "Read it and answer here:\n%(address)s\n\n"
            "To answer you need a code. You get it by text message, or the coordinator "
            "reads it out to you."
        )
        % {
            "name": agreement.name,
            "function": link.function,
            "address": f"{settings.PUBLIC_ADDRESS}/godkann/{token}/",
        },
        about=ABOUT,
    )
    if link.phone:
        post_text(
            to=link.phone,
            body=_("Your code to answer about %(name)s: %(code)s")
            % {"name": agreement.name, "code": code},
            about=ABOUT,
        )


def returned(agreement: Agreement, *, reason: str) -> None:
    """Those who write are told that a party said no, and why."""
    _tell_writers(
        agreement,
        _("Returned: %(name)s") % {"name": agreement.name},
        _("One party said no to the wording. Their reason:\n\n%(reason)s\n\n%(address)s")
        % {"reason": reason, "address": _work_address(agreement)},
    )


def published(agreement: Agreement) -> None:
    """Those who write are told that every party has approved."""
    _tell_writers(
        agreement,
        _("Approved and published: %(name)s") % {"name": agreement.name},
        _("All parties have approved. Everyone can read it now:\n%(address)s")
        % {"address": _public_address(agreement)},
    )


def _tell_writers(agreement: Agreement, subject: str, body: str) -> None:
    told = {
        member.person.email
        for party in [agreement.home, *approvers_of(agreement)]
        for member in people_who(Act.ASK_FOR_APPROVAL, party)
    }
    for address in sorted(told):
        post_letter(to=address, subject=subject, body=body, about=ABOUT)


def _work_address(agreement: Agreement) -> str:
    return f"{settings.PUBLIC_ADDRESS}/arbete/overenskommelser/{agreement.public_id}/"


def _public_address(agreement: Agreement) -> str:
    """Where everyone reads it: in its first municipality."""
    found = agreement.slugs.filter(
        current=True, municipality__slugs__current=True
    ).values_list("municipality__slugs__slug", "slug")
    where = found.order_by("pk").first()
    path = f"{where[0]}/overenskommelse/{where[1]}/" if where else ""
    return f"{settings.PUBLIC_ADDRESS}/{path}"
