"""How a text is put to its parties, whichever kind it is: asked about, answered, settled.

What is particular to promises, agreements and so on is handed to `Asking`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from django.db import transaction

from handslag.core.access import Act, Actor, ForbiddenError, require
from handslag.core.approvals.models import Link, Round, Version
from handslag.core.approvals.rules import Channel, CodeChannel, Outcome, Steps
from handslag.core.approvals.services import links, rounds
from handslag.core.approvals.services.rounds import Voter
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError

# A row of any kind with `state` and `round`; each kind names its own model.
Thing = TypeVar("Thing", bound=Any)


class Letters(Protocol):
    """What those who approve or write are told about one thing."""

    def asked(self) -> None: ...
    def link_made(self, link: Link, *, token: str, code: str) -> None: ...
    def returned(self, reason: str) -> None: ...


@dataclass(frozen=True, kw_only=True)
class Asking(Generic[Thing]):
    """What one kind of text needs to be approved; its methods are the services.

    `part` begins the codes in the log. `freeze` refuses what is not ready and
    keeps the wording of a locked thing; `settle` is what happens when all said yes.
    """

    part: str
    steps: Steps
    find: Callable[[UUID], Thing]
    locked: Callable[[Thing], Thing]
    party_ids: Callable[[Thing], frozenset[int]]
    approvers_of: Callable[[Thing], Sequence[Any]]
    freeze: Callable[[Actor, Thing, datetime], Version]
    settle: Callable[[Actor, Thing, Round, datetime], None]
    letters: Callable[[Thing, datetime], Letters]

    @transaction.atomic
    def ask(self, actor: Actor, thing: Thing, *, now: datetime) -> Round:
        """Freeze the wording and ask every party. The text is closed until they answer."""
        require(actor, Act.ASK_FOR_APPROVAL, in_any_of=self.party_ids(thing))
        row = self.locked(thing)
        row.state = self.steps.step(row.state, "in_approval")
        version = self.freeze(actor, row, now)
        asked = [(party.pk, party.name) for party in self.approvers_of(row)]
        round_ = rounds.open_round(actor, version, parties=asked, now=now)
        row.round = round_
        row.save(update_fields=["state", "round"])
        record(actor, f"{self.part}.approval_asked", row, version=version.number)
        self.letters(row, now).asked()
        return round_

    @transaction.atomic
    def take_back(self, actor: Actor, thing: Thing) -> None:
        """Take the question back, so that the text can be changed."""
        require(actor, Act.ASK_FOR_APPROVAL, in_any_of=self.party_ids(thing))
        row = self.locked(thing)
        rounds.withdraw(actor, _open(row))
        self._reopen(row)
        record(actor, f"{self.part}.approval_withdrawn", row)

    @transaction.atomic
    def answer(
        self,
        actor: Actor,
        thing: Thing,
        *,
        party: int,
        agrees: bool,
        fingerprint: str,
        function: str,
        now: datetime,
        reason: str = "",
    ) -> Outcome:
        """One party answers. The last yes settles it; one no, with a reason, returns it."""
        require(actor, Act.APPROVE, in_any_of=frozenset({party}))
        voter = Voter(actor.name, function, actor.person_id, Channel.ACCOUNT.value)
        return self._answer(
            actor,
            thing,
            party=party,
            agrees=agrees,
            reason=reason,
            fingerprint=fingerprint,
            voter=voter,
            now=now,
        )

    @transaction.atomic
    def invite(
        self,
        actor: Actor,
        thing: Thing,
        *,
        party: int,
        name: str,
        function: str,
        email: str,
        phone: str,
        now: datetime,
    ) -> tuple[Link, str]:
        """Send a named approver a link. The code goes by text message, or is read out.

        Returns the link and, when there is no phone number, the code to read out.
        """
        require(actor, Act.ASK_FOR_APPROVAL, in_any_of=self.party_ids(thing))
        row = self.locked(thing)
        asked = _open(row).parties.filter(organisation_id=party, vote=None).first()
        if asked is None:
            raise NotAllowedError("already_answered")
        channel = CodeChannel.SMS if phone else CodeChannel.READ_OUT
        link, token, code = links.make_link(
            actor,
            asked,
            name=name,
            function=function,
            email=email,
            phone=phone,
            code_channel=channel.value,
            now=now,
        )
        self.letters(row, now).link_made(link, token=token, code=code)
        record(actor, f"{self.part}.link_sent", row, channel=link.code_channel)
        return link, "" if phone else code

    @transaction.atomic
    def answer_by_link(
        self, actor: Actor, link: Link, *, agrees: bool, reason: str, now: datetime
    ) -> Outcome:
        """A named approver without an account answers.

        The code has been checked before, in a transaction of its own, so that a
        wrong one is counted whatever becomes of the answer.
        """
        if actor.kind != "link" or actor.key != str(link.public_id):
            raise ForbiddenError("A vote by link comes from that link.")
        asked = link.round_party
        voter = Voter(link.name, link.function, None, Channel.LINK.value, link.code_channel)
        outcome = self._answer(
            actor,
            self.find(asked.round.version.subject_id),
            party=asked.organisation_id,
            agrees=agrees,
            reason=reason,
            fingerprint=asked.round.version.fingerprint,
            voter=voter,
            now=now,
        )
        links.use_link(link, now=now)
        return outcome

    def _answer(
        self,
        actor: Actor,
        thing: Thing,
        *,
        party: int,
        agrees: bool,
        reason: str,
        fingerprint: str,
        voter: Voter,
        now: datetime,
    ) -> Outcome:
        row = self.locked(thing)
        round_ = _open(row)
        if not agrees and not reason.strip():
            raise NotAllowedError("no_needs_reason")
        outcome = rounds.cast(
            actor,
            round_,
            party=party,
            agrees=agrees,
            reason=reason,
            voter=voter,
            fingerprint=fingerprint,
            now=now,
        )
        said = f"{self.part}.{'approved' if agrees else 'refused'}"
        record(actor, said, row, on_behalf=party, channel=voter.channel)
        if outcome is Outcome.APPROVED:
            self.settle(actor, row, round_, now)
        elif outcome is Outcome.REJECTED:
            self._reopen(row)
            self.letters(row, now).returned(reason)
        return outcome

    def _reopen(self, row: Thing) -> None:
        """The text is a draft again."""
        row.state = self.steps.step(row.state, "draft")
        row.save(update_fields=["state"])


def _open(row: Any) -> Round:
    """The open question, or a refusal: it has been answered, or taken back."""
    round_: Round | None = row.round
    if round_ is None or row.state != "in_approval":
        raise NotAllowedError("not_in_approval")
    return round_
