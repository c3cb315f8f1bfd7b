"""Findings to cite, as a field of a form: what they say, and who may not be told."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from handslag.core.access import Actor
from handslag.domain.evidence.models import Evidence
from handslag.domain.picture import queries
from handslag.domain.picture.models import Citation, Picture
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind
from handslag.web.workspace import fields

MOST = 60


class Known:
    """The findings that can be cited in a picture, in words, by their public ids."""

    def __init__(
        self, actor: Actor, picture: Picture, cited: Iterable[Citation] = ()
    ) -> None:
        found = list(queries.citable(actor, picture)[:MOST])
        there = [citation.evidence for citation in cited]
        self._by_key = {str(one.public_id): one for one in [*there, *found]}
        self._sources = terms(Kind.SOURCE, get_language() or "sv")
        self._actor = actor

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(key, self.said(one)) for key, one in self._by_key.items()]

    def said(self, finding: Evidence) -> str:
        """ "Medborgardialog: Fyra av tio undviker torget." """
        source = self._sources.get(finding.source, finding.source)
        if not queries.may_read(self._actor, finding):
            said = _("only %(home)s may read it") % {"home": finding.home}
            return f"{source} ({said})"
        said = finding.statement or finding.period_stated
        return f"{source}: {said}" if said else source

    def numbers(self, keys: Iterable[str]) -> tuple[int, ...]:
        return tuple(self._by_key[key].pk for key in keys)


def keys_of(citations: Iterable[Citation]) -> list[str]:
    return [str(citation.evidence.public_id) for citation in citations]


def field(known: Known, **more: Any) -> forms.MultipleChoiceField:
    """Which findings it rests on."""
    return forms.MultipleChoiceField(
        label=gettext_lazy("Rests on these findings"),
        choices=known.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        **more,
    )


def one_of(known: Known) -> forms.ChoiceField:
    """One finding, or none."""
    return fields.choice(
        gettext_lazy("Finding"),
        [("", gettext_lazy("None of these")), *known.choices],
        help_text=gettext_lazy("If the source is written down as a finding."),
    )
