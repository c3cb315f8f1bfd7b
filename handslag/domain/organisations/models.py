"""Organisations, how they are tied, their addresses, places and people."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from handslag.core.access import Role
from handslag.domain.organisations.rules import Kind, PlaceKind, Tie

__all__ = [
    "KIND_NAMES",
    "PLACE_KIND_NAMES",
    "ROLE_NAMES",
    "TIE_NAMES",
    "InhabitedSquare",
    "Kind",
    "Membership",
    "Organisation",
    "Place",
    "PlaceKind",
    "Relation",
    "Slug",
    "Tie",
]

KIND_NAMES = {
    Kind.MUNICIPALITY: _("municipality"),
    Kind.COUNTY: _("county"),
    Kind.REGION: _("region"),
    Kind.POLICE_REGION: _("police region"),
    Kind.POLICE_AREA: _("police area"),
    Kind.POLICE_DISTRICT: _("local police district"),
    Kind.COUNCIL: _("crime prevention council"),
    Kind.HOUSING_COMPANY: _("housing company"),
    Kind.ASSOCIATION: _("association"),
    Kind.BUSINESS: _("business"),
    Kind.AUTHORITY: _("authority"),
    Kind.OTHER: _("other organisation"),
}
TIE_NAMES = {
    Tie.LIES_IN: _("lies in"),
    Tie.PART_OF: _("is part of"),
    Tie.SERVES: _("serves"),
    Tie.COVERS: _("covers"),
    Tie.MEMBER_OF: _("is a member of"),
    Tie.OWNED_BY: _("is owned by"),
}
PLACE_KIND_NAMES = {
    PlaceKind.LOCALITY: _("locality"),
    PlaceKind.NEIGHBOURHOOD: _("neighbourhood"),
    PlaceKind.STREET: _("street"),
    PlaceKind.SQUARE: _("square"),
    PlaceKind.PARK: _("park"),
    PlaceKind.SCHOOL: _("school"),
    PlaceKind.STATION: _("station"),
    PlaceKind.AREA: _("area"),
    PlaceKind.OTHER: _("other place"),
}
ROLE_NAMES = {
    Role.COORDINATOR: _("coordinator"),
    Role.LIAISON_OFFICER: _("liaison officer"),
    Role.ANALYST: _("analyst"),
    Role.COMMUNICATOR: _("communicator"),
    Role.REPORTER: _("reporter"),
    Role.APPROVER: _("approver"),
    Role.COUNCIL_MEMBER: _("council member"),
    Role.ADMINISTRATOR: _("administrator"),
    Role.READER: _("reader"),
}


Word = TypeVar("Word", bound=StrEnum)


def _plain(names: Mapping[Word, str | Promise]) -> list[tuple[str, str | Promise]]:
    """Choices as plain words, so that no migration imports our code."""
    return [(word.value, name) for word, name in names.items()]


class Organisation(models.Model):
    """Someone who promises, decides or helps: a municipality, a police district …"""

    public_id = models.UUIDField(default=uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=_plain(KIND_NAMES))
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=120)
    code = models.CharField(_("official code"), max_length=20, blank=True)
    population = models.PositiveIntegerField(_("inhabitants"), null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    # A function and its ways of contact, never a named person.
    contact_name = models.CharField(_("contact"), max_length=120, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    # The key of the public cache: raised in each transaction that changes a public page.
    public_revision = models.PositiveBigIntegerField(default=0, editable=False)
    is_example = models.BooleanField(_("made up"), default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[one.value for one in Kind]),
                name="an_organisation_has_a_known_kind",
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(short_name=""), name="an_organisation_has_a_name"
            ),
            models.UniqueConstraint(
                fields=["kind", "code"],
                condition=~Q(code=""),
                name="an_official_code_is_used_once_within_a_kind",
            ),
        ]
        indexes = [models.Index(fields=["kind", "short_name"], name="organisation_by_kind")]

    def __str__(self) -> str:
        return self.name


class Relation(models.Model):
    """One organisation's tie to another, for a time: "serves", "lies in" …"""

    lower = models.ForeignKey(Organisation, models.PROTECT, related_name="ties_up")
    upper = models.ForeignKey(Organisation, models.PROTECT, related_name="ties_down")
    kind = models.CharField(_("tie"), max_length=20, choices=_plain(TIE_NAMES))
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_to = models.DateField(_("to and including"), null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[one.value for one in Tie]),
                name="a_relation_has_a_known_kind",
            ),
            models.CheckConstraint(
                condition=~Q(lower=F("upper")), name="no_organisation_is_tied_to_itself"
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="a_relation_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["lower", "upper", "kind"],
                condition=Q(valid_to__isnull=True),
                name="two_organisations_are_tied_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lower_id} {self.kind} {self.upper_id}"


class Slug(models.Model):
    """The short name in an address. An old one is kept and leads to the new."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="slugs")
    slug = models.SlugField(_("short name in addresses"), max_length=80, unique=True)
    current = models.BooleanField(default=True)
    since = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(current=True),
                name="an_organisation_has_one_current_slug",
            ),
            models.CheckConstraint(condition=~Q(slug=""), name="a_slug_is_not_empty"),
        ]

    def __str__(self) -> str:
        return self.slug


class InhabitedSquare(models.Model):
    """How many live in one square of the national grid (statistics.grid)."""

    within = models.ForeignKey(Organisation, models.PROTECT, related_name="squares")
    size = models.PositiveSmallIntegerField(_("side in metres"))
    square = models.BigIntegerField(_("square"))
    inhabitants = models.PositiveIntegerField(_("inhabitants"))
    year = models.PositiveSmallIntegerField(_("year"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["within", "size", "square"],
                name="the_inhabitants_of_a_square_are_told_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.square}: {self.inhabitants}"


class Place(models.Model):
    """A named place within an organisation's area; places lie inside places."""

    public_id = models.UUIDField(default=uuid4, unique=True, editable=False)
    within = models.ForeignKey(Organisation, models.PROTECT, related_name="places")
    parent = models.ForeignKey(
        "self", models.PROTECT, related_name="children", null=True, blank=True
    )
    kind = models.CharField(_("kind"), max_length=20, choices=_plain(PLACE_KIND_NAMES))
    name = models.CharField(_("name"), max_length=120)
    code = models.CharField(_("official code"), max_length=20, blank=True)
    population = models.PositiveIntegerField(_("inhabitants"), null=True, blank=True)
    lon = models.FloatField(_("longitude"), null=True, blank=True)
    lat = models.FloatField(_("latitude"), null=True, blank=True)
    # A GeoJSON geometry in WGS 84, when the place has an outline.
    shape = models.JSONField(null=True, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[one.value for one in PlaceKind]),
                name="a_place_has_a_known_kind",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="a_place_has_a_name"),
            models.CheckConstraint(
                condition=Q(lon__isnull=True, lat__isnull=True)
                | Q(
                    lon__isnull=False,
                    lat__isnull=False,
                    lon__range=(-180, 180),
                    lat__range=(-90, 90),
                ),
                name="a_place_has_both_or_neither_of_its_coordinates",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="a_place_does_not_lie_in_itself",
            ),
            models.UniqueConstraint(
                fields=["code"],
                condition=~Q(code=""),
                name="a_place_code_is_used_once",
            ),
        ]
        indexes = [models.Index(fields=["within", "name"], name="place_by_name")]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """Someone's role in one organisation, for a time. Both days are inclusive."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=20, choices=_plain(ROLE_NAMES))
    since = models.DateField(_("since"))
    until = models.DateField(_("until and including"), null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=[one.value for one in Role]),
                name="a_member_has_a_known_role",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="a_membership_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["person", "organisation", "role"],
                condition=Q(until__isnull=True),
                name="a_role_is_held_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role} {self.organisation_id}"
