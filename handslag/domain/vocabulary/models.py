"""Terms: a code for ever, a label in each language."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from handslag.domain.vocabulary.rules import Kind

__all__ = ["KIND_NAMES", "Kind", "Term"]

KIND_NAMES = {
    Kind.FOCUS: _("focus area"),
    Kind.ACTIVITY: _("kind of activity"),
    Kind.SOURCE: _("source of knowledge"),
    Kind.UNIT: _("unit"),
    Kind.FEATURE: _("feature of the document"),
    Kind.STATUS: _("outcome as the source states it"),
    Kind.OPERATOR: _("kind of target"),
    Kind.THEME: _("theme of what people say"),
}


class Term(models.Model):
    """One shared word. Provisional when it came from a source and nobody has named it."""

    kind = models.CharField(
        _("list"),
        max_length=20,
        choices=[(word.value, name) for word, name in KIND_NAMES.items()],
    )
    code = models.CharField(_("code"), max_length=120)
    sv = models.CharField(_("Swedish"), max_length=200)
    en = models.CharField(_("English"), max_length=200)
    position = models.PositiveIntegerField(default=0)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until and including"), null=True, blank=True)
    is_provisional = models.BooleanField(_("provisional"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "code"], name="a_code_is_used_once_within_a_list"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[one.value for one in Kind]),
                name="a_term_has_a_known_kind",
            ),
            models.CheckConstraint(condition=~Q(code=""), name="a_term_has_a_code"),
            models.CheckConstraint(
                condition=Q(since__isnull=True)
                | Q(until__isnull=True)
                | Q(until__gte=F("since")),
                name="a_term_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.sv
