"""People get roles, and leave them."""

from datetime import date

from django.db import IntegrityError, transaction

from handslag.core.access import Actor, ForbiddenError, Role
from handslag.core.accounts.models import Person
from handslag.core.audit.services import record
from handslag.domain.organisations import rules
from handslag.domain.organisations.models import Membership, Organisation
from handslag.domain.organisations.services.public import require_own


@transaction.atomic
def appoint(
    actor: Actor,
    person: Person,
    organisation: Organisation,
    role: Role,
    *,
    since: date,
    until: date | None = None,
) -> Membership:
    """Give someone a role in the organisation, from a day and perhaps to one."""
    require_own(actor, organisation)
    if until is not None and until < since:
        raise rules.NotAllowedError("ends_before_it_begins")
    Person.objects.select_for_update().get(pk=person.pk)
    held = Membership.objects.filter(person=person, organisation=organisation, role=role)
    for other in held:
        if rules.meet(since, until, other.since, other.until):
            raise rules.NotAllowedError("already_appointed")
    membership = Membership.objects.create(
        person=person, organisation=organisation, role=role, since=since, until=until
    )
    record(
        actor,
        "organisations.appointed",
        membership,
        person=person.pk,
        organisation=organisation.pk,
        role=str(role),
    )
    return membership


@transaction.atomic
def end_membership(actor: Actor, membership: Membership, *, last_day: date) -> None:
    """Someone holds the role to and including this day, and not after it."""
    require_own(actor, membership.organisation)
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    if last_day < membership.since:
        raise rules.NotAllowedError("ends_before_it_begins")
    if membership.until and membership.until < last_day:
        raise rules.NotAllowedError("already_ended")
    membership.until = last_day
    membership.save(update_fields=["until"])
    record(actor, "organisations.membership_ended", membership, last_day=last_day)


@transaction.atomic
def invite(
    actor: Actor,
    organisation: Organisation,
    role: Role,
    *,
    email: str,
    name: str,
    since: date,
    password: str | None = None,
) -> Person:
    """Give someone an account, if they have none, and a role. Returns the account.

    Without a password nobody can sign in with it until one is chosen. Whoever
    has an account keeps its name and password: an invitation changes neither.
    """
    require_own(actor, organisation)
    if not email.strip() or not name.strip():
        raise rules.NotAllowedError("name_missing")
    address = email.strip().casefold()
    person = Person.objects.filter(email=address).first()
    if person is None:
        person, is_new = _account(address, name.strip(), password)
        if is_new:
            record(actor, "accounts.invited", person, organisation=organisation.pk)
    appoint(actor, person, organisation, role, since=since)
    return person


def _account(address: str, name: str, password: str | None) -> tuple[Person, bool]:
    """A new account, or the one that somebody else made for them this very moment."""
    try:
        with transaction.atomic():
            return Person.objects.create_user(address, name, password), True
    except IntegrityError:
        return Person.objects.get(email=address), False


@transaction.atomic
def choose_language(actor: Actor, person: Person, language: str) -> None:
    """Choose in which language the workspace speaks to oneself."""
    _only_oneself(actor, person)
    person.language = language
    person.save(update_fields=["language"])
    record(actor, "accounts.language_chosen", person, language=language)


@transaction.atomic
def choose_password(actor: Actor, person: Person, password: str) -> None:
    """Choose a new password for oneself."""
    _only_oneself(actor, person)
    person.set_password(password)
    person.save(update_fields=["password"])
    record(actor, "accounts.password_chosen", person)


def _only_oneself(actor: Actor, person: Person) -> None:
    if actor.person_id != person.pk:
        raise ForbiddenError("Nobody chooses for another person.")
