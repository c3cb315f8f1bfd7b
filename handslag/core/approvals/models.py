"""Frozen texts, the questions about them, the answers, and the links to answer by."""

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from handslag.core.approvals import rules


class Version(models.Model):
    """One exact text of one thing, as it was put to the parties. Never changed."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    subject_kind = models.CharField(max_length=80)
    subject_id = models.UUIDField()
    number = models.PositiveIntegerField()
    content = models.TextField()
    fingerprint = models.CharField(max_length=64)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("frozen version")
        verbose_name_plural = _("frozen versions")
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "number"],
                name="each_version_of_a_thing_has_its_own_number",
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject_kind} {self.subject_id} ({self.number})"


class Translation(models.Model):
    """One text of a published version in another language. Swedish is what is approved."""

    version = models.ForeignKey(
        Version, on_delete=models.PROTECT, related_name="translations"
    )
    language = models.CharField(max_length=5)
    place = models.CharField(
        max_length=120, help_text="Where in the version the text stands."
    )
    fingerprint = models.CharField(
        max_length=64, help_text="Of the Swedish text that is translated."
    )
    text = models.TextField()

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "language", "place"], name="one_translation_of_each_text"
            )
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.place}"


class Round(models.Model):
    """One question put to several parties about one version."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="rounds")
    opened_at = models.DateTimeField(db_default=Now())
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(
        max_length=10,
        choices=[(outcome.value, outcome.value) for outcome in rules.Outcome],
        default=rules.Outcome.WAITING.value,
    )

    class Meta:
        verbose_name = _("approval round")
        verbose_name_plural = _("approval rounds")
        constraints = [
            models.UniqueConstraint(
                fields=["version"],
                condition=Q(closed_at__isnull=True),
                name="one_open_round_per_version",
            ),
            models.CheckConstraint(
                condition=Q(outcome="waiting", closed_at__isnull=True)
                | (~Q(outcome="waiting") & Q(closed_at__isnull=False)),
                name="a_round_is_closed_when_it_has_an_outcome",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version}: {self.outcome}"


class RoundParty(models.Model):
    """One organisation that is asked, under the name it had then."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="parties")
    organisation_id = models.BigIntegerField()
    name = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("party of a round")
        verbose_name_plural = _("parties of a round")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "organisation_id"],
                name="an_organisation_is_asked_once_per_round",
            ),
            models.UniqueConstraint(
                fields=["round", "position"], name="parties_stand_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Vote(models.Model):
    """One party's answer, with who gave it, as it was then. Never changed."""

    round_party = models.OneToOneField(
        RoundParty, on_delete=models.PROTECT, related_name="vote"
    )
    agrees = models.BooleanField()
    reason = models.TextField(blank=True)
    voter_name = models.CharField(max_length=120)
    voter_function = models.CharField(max_length=120, blank=True)
    person_id = models.BigIntegerField(null=True, blank=True)
    channel = models.CharField(
        max_length=10, choices=[(channel.value, channel.value) for channel in rules.Channel]
    )
    code_channel = models.CharField(
        max_length=10,
        blank=True,
        choices=[(channel.value, channel.value) for channel in rules.CodeChannel],
    )
    fingerprint = models.CharField(max_length=64)
    cast_at = models.DateTimeField()

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        constraints = [
            models.CheckConstraint(
                condition=Q(agrees=True) | ~Q(reason=""), name="a_no_has_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(channel="account", person_id__isnull=False, code_channel="")
                | (Q(channel="link") & ~Q(code_channel="")),
                name="a_voter_has_an_account_or_a_code",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round_party}: {'yes' if self.agrees else 'no'}"


class Link(models.Model):
    """A way to answer without an account. Only hashes of the secrets are kept."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    round_party = models.ForeignKey(
        RoundParty, on_delete=models.PROTECT, related_name="links"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64)
    name = models.CharField(max_length=120)
    function = models.CharField(max_length=120, blank=True)
    email = models.EmailField()
    phone = models.CharField(max_length=40, blank=True)
    code_channel = models.CharField(
        max_length=10,
        choices=[(channel.value, channel.value) for channel in rules.CodeChannel],
    )
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    opened_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("approval link")
        verbose_name_plural = _("approval links")
        constraints = [
            models.UniqueConstraint(
                fields=["round_party"],
                condition=Q(used_at__isnull=True, ended_at__isnull=True),
                name="one_live_link_per_party",
            ),
            models.CheckConstraint(
                condition=Q(wrong_codes__lte=rules.WRONG_CODES),
                name="five_wrong_codes_are_all",
            ),
            models.CheckConstraint(
                condition=~Q(code_channel="sms") | ~Q(phone=""),
                name="a_text_message_needs_a_telephone",
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)
