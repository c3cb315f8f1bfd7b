"""Who may do what.

The whole permission system is `GRANTS` below plus `require`. An auditor can
read it in five minutes; a test can try every combination without a database.
A permission is always held *in an organisation*: the same person may be
coordinator in one municipality and reader in another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What someone is, in one organisation (glossary: docs/glossary.md)."""

    COORDINATOR = "coordinator"
    LIAISON_OFFICER = "liaison_officer"
    ANALYST = "analyst"
    COMMUNICATOR = "communicator"
    REPORTER = "reporter"
    APPROVER = "approver"
    COUNCIL_MEMBER = "council_member"
    ADMINISTRATOR = "administrator"
    READER = "reader"


class Act(StrEnum):
    """What someone wants to do."""

    SEE_WORKSPACE = "see_workspace"
    RECORD_EVIDENCE = "record_evidence"
    WRITE_PICTURE = "write_picture"
    WRITE_AGREEMENT = "write_agreement"
    WRITE_PLAN = "write_plan"
    WRITE_PROMISE = "write_promise"
    RUN_COUNCIL = "run_council"
    ASK_FOR_APPROVAL = "ask_for_approval"
    APPROVE = "approve"
    REPORT_PROGRESS = "report_progress"
    FOLLOW_UP = "follow_up"
    RELEASE_COUNTS = "release_counts"
    SAY_CONTACT = "say_contact"
    REPORT_INCIDENTS = "report_incidents"
    SEE_REPORTS = "see_reports"
    HANDLE_REPORTS = "handle_reports"
    MODERATE_REPORTS = "moderate_reports"
    LISTEN = "listen"
    CONNECT = "connect"
    APPOINT = "appoint"


_SEE = frozenset({Act.SEE_WORKSPACE})
_LEAD = _SEE | {
    Act.RECORD_EVIDENCE,
    Act.WRITE_PICTURE,
    Act.WRITE_AGREEMENT,
    Act.WRITE_PLAN,
    Act.WRITE_PROMISE,
    Act.RUN_COUNCIL,
    Act.ASK_FOR_APPROVAL,
    Act.REPORT_PROGRESS,
    Act.FOLLOW_UP,
    Act.RELEASE_COUNTS,
    Act.SAY_CONTACT,
    Act.REPORT_INCIDENTS,
    Act.SEE_REPORTS,
    Act.HANDLE_REPORTS,
    Act.MODERATE_REPORTS,
    Act.LISTEN,
}

GRANTS: Mapping[Role, frozenset[Act]] = {
    Role.COORDINATOR: _LEAD | {Act.CONNECT},
    Role.LIAISON_OFFICER: _LEAD,
    Role.ANALYST: _SEE
    | {Act.RECORD_EVIDENCE, Act.WRITE_PICTURE, Act.SEE_REPORTS, Act.LISTEN},
    Role.COMMUNICATOR: _SEE | {Act.WRITE_PROMISE, Act.LISTEN},
    Role.REPORTER: _SEE | {Act.REPORT_PROGRESS, Act.REPORT_INCIDENTS, Act.SEE_REPORTS},
    Role.APPROVER: _SEE | {Act.APPROVE},
    Role.COUNCIL_MEMBER: _SEE,
    Role.ADMINISTRATOR: _SEE | {Act.APPOINT, Act.SAY_CONTACT, Act.CONNECT},
    Role.READER: _SEE,
}


class ForbiddenError(Exception):
    """The actor may not do this. The web turns it into a 403 page."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is acting, and which roles they hold in which organisations.

    `kind` and `key` are what the audit log writes: a person by number, an
    approval link or a task by code. Never a name.
    """

    name: str
    person_id: int | None = None
    roles: frozenset[tuple[int, Role]] = frozenset()
    kind: str = "person"
    key: str = ""

    @property
    def organisation_ids(self) -> frozenset[int]:
        return frozenset(organisation_id for organisation_id, _ in self.roles)

    def may(self, act: Act, organisation_id: int) -> bool:
        return any(
            act in GRANTS[role]
            for held_in, role in self.roles
            if held_in == organisation_id
        )

    def where(self, act: Act) -> frozenset[int]:
        """The organisations in which the actor may do this."""
        return frozenset(held_in for held_in, role in self.roles if act in GRANTS[role])


ANYONE = Actor(name="", kind="anyone")


def system(key: str) -> Actor:
    """The actor of a task or command: it is written down, and holds no role."""
    return Actor(name=key, kind="system", key=key)


def require(actor: Actor, act: Act, *, in_any_of: frozenset[int]) -> None:
    """Stop here unless the actor may do this in one of the organisations."""
    if not any(actor.may(act, organisation_id) for organisation_id in in_any_of):
        raise ForbiddenError(f"{act} is not granted here.")


def require_system(actor: Actor) -> None:
    """Stop here unless this is a task or command of the installation itself."""
    if actor.kind != "system":
        raise ForbiddenError("Only the installation itself does this.")
