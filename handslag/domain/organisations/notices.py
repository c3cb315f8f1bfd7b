"""Who is told what about a text that organisations approve. Decides nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from handslag.core.access import Act
from handslag.core.approvals.models import Link
from handslag.core.mail.services import post_letter, post_text
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.queries import people_who


@dataclass(frozen=True, slots=True)
class ApprovalLetters:
    """The letters about one text, whichever kind it is. `page`: where one works with it."""

    name: str
    page: str
    about: str
    home: Organisation
    approvers: Sequence[Organisation]
    today: date  # who has left by then is told nothing

    def asked(self) -> None:
        """Those who approve for each party are asked to read and answer."""
        for party in self.approvers:
            for member in people_who(Act.APPROVE, party, today=self.today):
                self._post(
                    member.person.email,
                    _("Please approve: %(name)s"),
                    _(
                        "%(party)s is asked to approve the exact wording of %(name)s.\n\n"
                        "Read it and answer here:\n%(address)s"
                    ),
                    party=party.name,
                    address=self._address,
                )

    def link_made(self, link: Link, *, token: str, code: str) -> None:
        """The link goes by letter; the code by text message, never in the same one."""
        self._post(
            link.email,
            _("Please approve: %(name)s"),
            _(
                "You are asked to approve the exact wording of %(name)s as %(function)s."
                "\n\nRead it and answer here:\n%(address)s\n\n"
                "To answer you need a code. You get it by text message, or the coordinator "
                "reads it out to you."
            ),
            function=link.function,
            address=f"{settings.PUBLIC_ADDRESS}/godkann/{token}/",
        )
        if link.phone:
            said = _("Your code to answer about %(name)s: %(code)s")
            words = said % {"name": self.name, "code": code}
            post_text(to=link.phone, body=words, about=self.about)

    def returned(self, reason: str) -> None:
        """Those who write are told that a party said no, and why."""
        self._tell_writers(
            _("Returned: %(name)s"),
            _(
                "One party said no to the wording. Their reason:\n\n%(reason)s\n\n"
                "%(address)s"
            ),
            reason=reason,
            address=self._address,
        )

    def published(self, address: str) -> None:
        """Those who write are told that every party has approved."""
        self._tell_writers(
            _("Approved and published: %(name)s"),
            _("All parties have approved. Everyone can read it now:\n%(address)s"),
            address=f"{settings.PUBLIC_ADDRESS}{address}",
        )

    def _tell_writers(self, subject: str, body: str, **words: str) -> None:
        told = {
            member.person.email
            for party in [self.home, *self.approvers]
            for member in people_who(Act.ASK_FOR_APPROVAL, party, today=self.today)
        }
        for address in sorted(told):
            self._post(address, subject, body, **words)

    def _post(self, to: str, subject: str, body: str, **words: str) -> None:
        given = {"name": self.name, **words}
        post_letter(to=to, subject=subject % given, body=body % given, about=self.about)

    @property
    def _address(self) -> str:
        return f"{settings.PUBLIC_ADDRESS}{self.page}"
