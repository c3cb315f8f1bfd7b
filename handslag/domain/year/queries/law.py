"""What is in the system about the law, municipality by municipality."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, OuterRef, QuerySet, Subquery

from handslag.domain.agreements.models import AgreementArea
from handslag.domain.agreements.queries import facts_for_law as of_agreements
from handslag.domain.council.queries import facts_for_law as of_councils
from handslag.domain.organisations.models import Kind, Organisation
from handslag.domain.picture.queries import facts_for_law as of_pictures
from handslag.domain.plans.models import Measure
from handslag.domain.plans.queries import facts_for_law as of_plans
from handslag.domain.plans.rules.words import State
from handslag.domain.year.models import AssemblyReport, LawStatement, LeadingBoard
from handslag.domain.year.rules.law import Facts, Finding, Reason, check
from handslag.domain.year.rules.words import Section

CAMERAS = "kamerabevakning"


@dataclass(frozen=True, slots=True)
class Checked:
    """One municipality against the law. `is_own`: also what is not public was seen."""

    key: int
    slug: str
    name: str
    short_name: str
    code: str
    findings: tuple[Finding, ...]
    paths: Mapping[Section, str]
    is_own: bool
    is_example: bool

    def found(self, section: Section) -> Finding:
        return next(one for one in self.findings if one.section is section)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the parts of the field know, by municipality."""

    pictures: Mapping[int, Any]
    plans: Mapping[int, Any]
    agreements: Mapping[int, Any]
    councils: Mapping[int, Any]


def checked(
    homes: Collection[int] | None, *, own: Collection[int], today: date
) -> list[Checked]:
    """These municipalities (None: all) against the law, by name. At most nine queries.

    Of those that are not one's own, only what is public is asked about.
    """
    known = _Known(
        of_pictures(homes, today=today),
        of_plans(homes, today=today),
        of_agreements(homes, today=today),
        of_councils(homes, today=today),
    )
    reasons = _reasons(own if homes is None else set(homes).intersection(own))
    return [
        Checked(
            key=row.pk,
            slug=vars(row)["slug"],
            name=row.name,
            short_name=row.short_name,
            code=row.code,
            findings=check(
                _facts(row, known, is_own=row.pk in own),
                reasons.get(row.pk, []),
                today=today,
            ),
            paths=_paths(row, known),
            is_own=row.pk in own,
            is_example=row.is_example,
        )
        for row in _municipalities(homes)
    ]


def statements_of(home: Organisation) -> QuerySet[LawStatement]:
    """What the municipality has said about what is not begun."""
    return LawStatement.objects.filter(home=home)


def board_of(home: Organisation) -> LeadingBoard | None:
    """The board that leads the work, if it is written down."""
    return LeadingBoard.objects.filter(home=home).first()


def _municipalities(homes: Collection[int] | None) -> Iterable[Organisation]:
    here = {"home": OuterRef("pk")}
    told = AssemblyReport.objects.filter(**here).order_by("-reported_on")
    linked = (
        AgreementArea.objects.filter(
            municipality=OuterRef("pk"), agreement__version__isnull=False
        )
        .values("municipality")
        .annotate(count=Count("agreement__statutes"))
    )
    cameras = (
        Measure.objects.filter(
            plan__home=OuterRef("pk"), plan__state=State.DECIDED, activity=CAMERAS
        )
        .order_by()
        .values("plan__home")
        .annotate(count=Count("pk"))
    )
    rows = Organisation.objects.filter(kind=Kind.MUNICIPALITY, slugs__current=True)
    if homes is not None:
        rows = rows.filter(pk__in=homes)
    return rows.annotate(
        slug=F("slugs__slug"),
        board=Subquery(LeadingBoard.objects.filter(**here).values("board")[:1]),
        reported_on=Subquery(told.values("reported_on")[:1]),
        other_plans=Subquery(linked.values("count")[:1]),
        cameras=Subquery(cameras.values("count")[:1]),
    ).order_by("short_name", "pk")


def _reasons(own: Collection[int]) -> dict[int, list[Reason]]:
    found: dict[int, list[Reason]] = {}
    for one in LawStatement.objects.filter(home__in=own):
        said = Reason(Section(one.section), one.why, one.planned_on)
        found.setdefault(one.home_id, []).append(said)
    return found


def _facts(row: Organisation, known: _Known, *, is_own: bool) -> Facts:
    columns = vars(row)
    return Facts(
        contact=bool(row.contact_name and (row.contact_email or row.contact_phone)),
        other_plans=columns["other_plans"] or 0,
        cameras=columns["cameras"] or 0,
        board=(columns["board"] or "") if is_own else "",
        reported_on=columns["reported_on"] if is_own else None,
        sees_all=is_own,
        **_picture(known.pictures.get(row.pk)),
        **_plan(known.plans.get(row.pk)),
        **_agreements(known.agreements.get(row.pk)),
        **_council(known.councils.get(row.pk)),
    )


def _picture(known: Any) -> dict[str, Any]:
    if known is None:
        return {}
    return {
        "picture_on": known.frozen_on,
        "picture_number": known.number,
        "picture_is_whole": known.has_all_parts,
    }


def _plan(known: Any) -> dict[str, Any]:
    if known is None:
        return {}
    return {
        "plan_on": known.decided_on,
        "plan_picture_number": known.picture_number,
        "plan_followed_up_on": known.followed_up_on,
        "plan_number": known.registry_no,
    }


def _agreements(known: Any) -> dict[str, Any]:
    if known is None:
        return {}
    return {
        "agreements": known.in_force,
        "with_police": known.with_police,
        "agreements_lacking": max(known.missing_purposes, known.missing_fields),
        "agreements_end": known.earliest_end,
        "agreements_ran_out": known.ran_out,
    }


def _council(known: Any) -> dict[str, Any]:
    if known is None:
        return {}
    return {
        "council": True,
        "municipal_chair": known.chair_is_municipal,
        "not_leading": len(known.not_leading),
        "council_met_on": known.latest_meeting,
        "elected_to": known.elected_to,
    }


def _paths(row: Organisation, known: _Known) -> dict[Section, str]:
    """Where each duty is done in the workspace."""
    council = known.councils.get(row.pk)
    return {
        Section.PICTURE: "/arbete/lagesbild/",
        Section.PLAN: "/arbete/atgardsplan/",
        Section.EVERY_SECOND_YEAR: f"/arbete/aret/{vars(row)['slug']}/",
        Section.TOGETHER_WITH_OTHER_PLANS: "/arbete/overenskommelser/",
        Section.AGREEMENTS: "/arbete/overenskommelser/",
        Section.COUNCIL: council.path if council else "/arbete/radet/",
        Section.COORDINATION: f"/arbete/organisationer/{row.public_id}/",
        Section.LEADING_BOARD: f"/arbete/rapport/{vars(row)['slug']}/",
        Section.CAMERAS: "/arbete/atgardsplan/",
    }
