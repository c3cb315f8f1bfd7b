"""Make one of each thing, ready to use. Name only what the test is about."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import uuid4

from django.db.models import (
    BigIntegerField,
    DateField,
    DateTimeField,
    Field,
    IntegerField,
    Model,
    PositiveBigIntegerField,
    PositiveIntegerField,
)

from handslag.core.access import Actor, Role, system
from handslag.core.accounts.models import Person
from handslag.core.approvals.models import Version
from handslag.core.approvals.rules.translating import Said
from handslag.core.approvals.services import freeze
from handslag.core.mail.models import Message
from handslag.core.periods import parse
from handslag.core.text import slug
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Visibility
from handslag.domain.organisations.models import (
    Kind,
    Membership,
    Organisation,
    Place,
    PlaceKind,
    Relation,
    Slug,
    Tie,
)
from handslag.domain.organisations.queries import actor_for
from handslag.domain.plans.rules.chain import Break
from handslag.domain.promises.models import (
    Document,
    FollowUp,
    Outcome,
    PlannedFollowUp,
    ProgressEntry,
    Promise,
    PromiseSet,
    SetArea,
    Target,
)
from handslag.domain.promises.queries import content
from handslag.domain.promises.rules.drafts import (
    OwnerDraft,
    PromiseDraft,
    SetDraft,
    TargetDraft,
)
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.words import Op, Origin, Verdict
from handslag.domain.promises.services import (
    approving,
    drafting,
    following_up,
    linking,
    progress,
    publishing,
    translating,
)
from handslag.domain.vocabulary.models import Kind as TermKind
from handslag.domain.vocabulary.models import Term

_number = count(1)

LONG_AGO = date(2010, 1, 1)


def organisation(
    name: str = "", kind: Kind = Kind.ASSOCIATION, code: str = ""
) -> Organisation:
    name = name or f"Organisation {next(_number)}"
    return Organisation.objects.create(name=name, short_name=name, kind=kind, code=code)


def municipality(
    name: str = "", code: str = "", population: int | None = None
) -> Organisation:
    """A municipality with its address: "Lundby kommun" lives at /lundby/."""
    name = name or f"Ort{next(_number)} kommun"
    short_name = name.removesuffix(" kommun")
    made = Organisation.objects.create(
        name=name,
        short_name=short_name,
        kind=Kind.MUNICIPALITY,
        code=code or f"9{next(_number) % 1000:03}",
        population=population,
    )
    Slug.objects.create(organisation=made, slug=slug(short_name), since=LONG_AGO)
    return made


def police_district(name: str = "", *, serving: Organisation | None = None) -> Organisation:
    name = name or f"Lokalpolisområde {next(_number)}"
    district = organisation(name, Kind.POLICE_DISTRICT)
    if serving is not None:
        relation(district, Tie.SERVES, serving)
    return district


def relation(
    lower: Organisation,
    kind: Tie,
    upper: Organisation,
    valid_from: date | None = LONG_AGO,
    valid_to: date | None = None,
) -> Relation:
    return Relation.objects.create(
        lower=lower, upper=upper, kind=kind, valid_from=valid_from, valid_to=valid_to
    )


def person(name: str = "", email: str = "", password: str | None = None) -> Person:
    number = next(_number)
    return Person.objects.create_user(
        email or f"person{number}@example.org", name or f"Person {number}", password
    )


def member(of: Organisation, role: Role, name: str = "") -> Actor:
    """Someone new with one role in one organisation."""
    someone = person(name)
    Membership.objects.create(person=someone, organisation=of, role=role, since=LONG_AGO)
    return actor_for(someone, today=date.max)


def also(actor: Actor, of: Organisation, role: Role) -> Actor:
    """The same person, with one more role."""
    someone = Person.objects.get(pk=actor.person_id or 0)
    Membership.objects.create(person=someone, organisation=of, role=role, since=LONG_AGO)
    return actor_for(someone, today=date.max)


def place(
    within: Organisation, name: str = "Torget", kind: PlaceKind = PlaceKind.SQUARE
) -> Place:
    return Place.objects.create(within=within, name=name, kind=kind)


def term(kind: TermKind, code: str, sv: str = "", en: str = "") -> Term:
    return Term.objects.create(kind=kind, code=code, sv=sv or code, en=en or code)


def evidence(
    of: Organisation,
    statement: str = "Fyra av tio undviker torget på kvällen.",
    visibility: Visibility = Visibility.PUBLIC,
) -> Evidence:
    return Evidence.objects.create(
        home=of,
        source="medborgardialog",
        statement=statement,
        visibility=visibility,
        recorded_at=datetime(2025, 11, 3, tzinfo=UTC),
    )


def promise_draft(owner: Organisation, **words: Any) -> PromiseDraft:
    """A promise with an owner and a target: four walks at least."""
    target = TargetDraft(op=Op.MIN, low=Decimal(4), unit="trygghetsvandringar")
    defaults: dict[str, Any] = {
        "text": "Vi går minst fyra trygghetsvandringar i centrum.",
        "heading": "Minst fyra trygghetsvandringar",
        "place_stated": "centrum",
        "focus": "TRYGG_OFF",
        "owners": (OwnerDraft(owner.pk),),
        "targets": (target,),
    }
    return PromiseDraft(**{**defaults, **words})


def promise_set(
    actor: Actor, *parties: Organisation, period: str = "2026", **words: Any
) -> PromiseSet:
    """A draft without promises, given by these parties. The first is its home."""
    draft = SetDraft(name=f"Medborgarlöfte {period}", period=parse(period), **words)
    set_ = drafting.draft_set(
        actor,
        draft,
        home=parties[0],
        areas=[one for one in parties if one.kind == Kind.MUNICIPALITY],
        parties=parties,
        now=datetime(2026, 1, 7, tzinfo=UTC),
    )
    explain_missing(actor, set_)
    return set_


def explain_missing(actor: Actor, set_: PromiseSet, *kinds: Break) -> None:
    """Say once, for the whole set, why its promises hang in no chain."""
    reason = "Lägesbilden är från tiden före Handslag."
    linking.explain_missing(actor, set_, {(kind, ""): reason for kind in kinds or Break})


def publish(set_: PromiseSet, actor: Actor, *approvers: tuple[Actor, Organisation]) -> None:
    """Ask for approval, and have each party say yes."""
    now = datetime(2026, 2, 18, 9, tzinfo=UTC)
    if PromiseSet.objects.get(pk=set_.pk).state == State.DRAFT:
        explain_missing(actor, set_)
    round_ = approving.ask_for_approval(actor, set_, now=now)
    for approver, party in approvers:
        approving.answer(
            approver,
            set_,
            party=party.pk,
            agrees=True,
            fingerprint=round_.version.fingerprint,
            function="ordförande",
            now=now,
        )
    set_.refresh_from_db()


def translate(actor: Actor, set_: PromiseSet, texts: Mapping[str, str]) -> None:
    """Say these texts of a published set in English, by their place."""
    said = {place: Said(text) for place, text in texts.items()}
    translating.translate(actor, set_, language="en", texts=said)


def frozen(set_: PromiseSet) -> Version:
    """A version of the set as it stands, without any question about it."""
    return freeze(
        system("test"),
        subject_kind="promise_set",
        subject_id=set_.public_id,
        content=content(set_),
    )


def columns(model: type[Model], **given: Any) -> dict[str, Any]:
    """Something in each column that must hold something, beside what is given."""
    blank: dict[type[Field[Any, Any]], Any] = {
        DateTimeField: datetime(2026, 1, 7, tzinfo=UTC),
        DateField: date(2026, 1, 7),
        IntegerField: 1,
        BigIntegerField: 1,
        PositiveBigIntegerField: 1,
        PositiveIntegerField: 1,
    }
    needed = {
        field.name: blank[type(field)]
        for field in model._meta.concrete_fields
        if type(field) in blank and not field.has_default() and not field.null
    }
    return {**needed, **given}


def with_key(draft: TargetDraft, target: Target) -> TargetDraft:
    """The same words for a target that exists."""
    return replace(draft, key=str(target.public_id))


def retold(
    of: Organisation,
    *texts: str,
    period: str = "2024",
    outcomes: Mapping[int, Verdict] | None = None,
    origin: Origin = Origin.IMPORTED,
    is_example: bool = False,
    **words: Any,
) -> PromiseSet:
    """A public set that somebody else's page was summarised into.

    `outcomes` is by the place of the promise, from 0. The rest the page is silent about.
    """
    now = datetime(2026, 2, 1, 9, tzinfo=UTC)
    read = parse(period)
    set_ = PromiseSet.objects.create(
        home=of,
        origin=origin,
        is_example=is_example,
        name=f"Medborgarlöften {period}",
        state=State.SETTLED,
        period_stated=read.stated,
        starts=read.starts,
        ends=read.ends,
        period_rule=read.rule,
        made_at=now,
    )
    SetArea.objects.create(set=set_, municipality=of)
    page = _page_about(set_)
    promises = [
        Promise.objects.create(set=set_, document=page, position=at, text=text, **words)
        for at, text in enumerate(texts or ["Polisen syns mer i centrum."])
    ]
    if outcomes:
        told = {promises[at]: verdict for at, verdict in outcomes.items()}
        _followed_up(set_, told, now)
    publishing.publish(system("import"), set_, frozen(set_), now=now)
    return set_


def _page_about(set_: PromiseSet) -> Document:
    return Document.objects.create(
        set=set_,
        kind="promise",
        leading=True,
        url="https://kommun.example/loften",
        publisher="polisen",
        retrieved_on=date(2026, 1, 20),
    )


def _followed_up(
    set_: PromiseSet, outcomes: Mapping[Promise, Verdict], now: datetime
) -> None:
    told = FollowUp.objects.create(set=set_, made_at=now, published_at=now)
    for promise, verdict in outcomes.items():
        Outcome.objects.create(follow_up=told, promise=promise, verdict=verdict)


def follow_up(
    actor: Actor,
    set_: PromiseSet,
    verdict: Verdict,
    *,
    now: datetime,
    party: Organisation | None = None,
    planned: PlannedFollowUp | None = None,
    **said: Any,
) -> FollowUp:
    """A published follow-up of the first promise, from all parties or from one."""
    begun = following_up.begin_follow_up(
        actor, set_, period=set_.period, party=party, planned=planned, now=now
    )
    promise = set_.promises.order_by("position")[0]
    draft = following_up.OutcomeDraft(verdict, **said)
    following_up.save_follow_up(actor, begun, {promise.pk: draft}, revision=1)
    following_up.publish_follow_up(actor, begun, now=now)
    return begun


def done(
    actor: Actor,
    set_: PromiseSet,
    by: Organisation,
    *,
    day: date = date(2026, 2, 1),
    **what: Any,
) -> ProgressEntry:
    """One thing reported as done for the first promise, on that day."""
    promise = set_.promises.order_by("position")[0]
    return progress.report_progress(
        actor,
        promise,
        progress.Done(day, **what),
        organisation=by,
        target=promise.targets.first(),
        token=uuid4(),
        now=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
    )


def latest_letter(about: str) -> str:
    """The words of the latest letter, or text message, that has these words in it."""
    return Message.objects.filter(body__contains=about).latest("pk").body
