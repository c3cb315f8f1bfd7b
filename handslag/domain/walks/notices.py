"""Who is told what after a walk. Decides nothing."""

from collections import defaultdict
from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.core.mail.services import post_letter
from handslag.domain.organisations.models import Organisation
from handslag.domain.walks.models import Finding, Walk

ABOUT = "walks"


def asked(walk: Walk, findings: Iterable[Finding]) -> int:
    """Each organisation is told what it is asked about. One without an address is not."""
    by_owner: dict[Organisation, list[Finding]] = defaultdict(list)
    for one in findings:
        if one.owner is not None and one.owner.contact_email:
            by_owner[one.owner].append(one)
    for owner, theirs in by_owner.items():
        _post(walk, owner, theirs)
    return len(by_owner)


def _post(walk: Walk, owner: Organisation, findings: list[Finding]) -> None:
    n = len(findings)
    about = {"walk": walk.occasion.title, "day": walk.occasion.starts.isoformat(), "n": n}
    intro = ngettext(
        "On the safety walk %(walk)s, %(day)s, those who walked saw %(n)s thing that you"
        " are responsible for.",
        "On the safety walk %(walk)s, %(day)s, those who walked saw %(n)s things that you"
        " are responsible for.",
        n,
    )
    post_letter(
        to=owner.contact_email,
        subject=_("What will you do? %(walk)s") % about,
        body=_(
            "%(intro)s\n\n%(findings)s\n\nSay for each one what you will do: do it, do it"
            " later, or not, and why. Everyone who walked gets to read your answer.\n\n"
            "Answer here:\n%(address)s"
        )
        % {
            "intro": intro % about,
            "findings": "\n".join(_line(one) for one in findings),
            "address": address(walk),
        },
        about=ABOUT,
    )


def _line(finding: Finding) -> str:
    where = f" ({finding.stop.name})" if finding.stop else ""
    proposal = f"\n   {finding.proposal}" if finding.proposal else ""
    return f"{finding.number}. {finding.text}{where}{proposal}"


def address(walk: Walk) -> str:
    """Where those with an account answer. Letters are kept: so is this."""
    return f"{settings.PUBLIC_ADDRESS}/arbete/vandringar/{walk.public_id}/"
