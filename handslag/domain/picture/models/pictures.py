import uuid

from django.db import models
from django.db.models import Q

from handslag.core.periods import Period, Rule
from handslag.core.text import choices
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture.rules.words import Part


class Picture(models.Model):
    """A picture of crime and insecurity in one municipality, as it is being written.

    With a `party` it is that party's own; without, the joint one. The rows are the
    working text, which goes on from year to year; what was fixed is in the versions.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    party = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    joint = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="own_pictures"
    )
    name = models.CharField(max_length=200)
    period_stated = models.CharField(max_length=300, blank=True)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    period_rule = models.CharField(
        max_length=20, choices=choices(Rule), default=Rule.MISSING.value
    )
    # Goes up with every change of anything within it: a preview knows what it showed.
    revision = models.PositiveIntegerField(default=1)
    is_example = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    # From then on the other parties may read a party's own picture.
    shared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(starts=None) | Q(ends=None) | Q(starts__lte=models.F("ends")),
                name="a_picture_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["home"],
                condition=Q(party=None),
                name="a_municipality_has_one_joint_picture",
            ),
            models.UniqueConstraint(
                fields=["home", "party"],
                condition=~Q(party=None),
                name="a_party_has_one_picture_of_its_own",
            ),
            models.CheckConstraint(
                condition=Q(joint=None) | ~Q(party=None),
                name="only_an_own_picture_goes_into_a_joint_one",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def period(self) -> Period:
        return Period(self.period_stated, self.starts, self.ends, Rule(self.period_rule))

    @property
    def is_joint(self) -> bool:
        return self.party_id is None


class PictureParty(models.Model):
    """One that writes the picture, and scores its problems."""

    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["picture", "organisation"], name="each_party_once_in_a_picture"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}"


class Passage(models.Model):
    """A piece of text in one part of the picture.

    `written_by` says whose words it is when it came from a party's own picture;
    `taken_revision` which wording of theirs was taken. `is_guide`: still as the
    template gave it, so nobody has written anything yet.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="passages")
    part = models.CharField(max_length=12, choices=choices(Part))
    position = models.PositiveSmallIntegerField(default=0)
    text = models.TextField()
    is_guide = models.BooleanField(default=False)
    is_internal = models.BooleanField(default=False)
    written_by = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="taken_to"
    )
    taken_revision = models.PositiveIntegerField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.part}: {self.text[:60]}"
