"""A finding in words: its facts, its table, its pictures and its versions."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.published import table_of
from handslag.domain.evidence.rules import Classification, Confidence, Visibility
from handslag.web.ui.tables import columns_and_rows, counted
from handslag.web.words.evidence import CLASSIFICATIONS, CONFIDENCES, VISIBILITIES
from handslag.web.words.text import Text


def facts_of(finding: Evidence) -> list[tuple[str, Text]]:
    """What is known of it, by name. What is not said is left out."""
    return [(name, words) for name, words in _facts(finding) if words]


def _facts(finding: Evidence) -> Iterator[tuple[str, Text]]:
    yield _("When?"), finding.period_stated
    yield _("Where?"), finding.place_stated
    yield _("Named place"), finding.place.name if finding.place else ""
    yield _("How was it found out?"), finding.method
    yield (
        _("How many answered, took part or were counted?"),
        "" if finding.n is None else counted(finding.n),
    )
    if finding.confidence:
        yield _("How sure is it?"), CONFIDENCES[Confidence(finding.confidence)]
    yield _("What does it not say?"), finding.limits
    yield _("Whose finding is it?"), finding.home.name
    yield _("Who may see it?"), VISIBILITIES[Visibility(finding.visibility)]
    if finding.classification:
        kind = CLASSIFICATIONS[Classification(finding.classification)]
        yield _("What kind of summary is it?"), kind


def table_shown(finding: Evidence) -> dict[str, Any] | None:
    """The table as ui/table.html takes it."""
    table = table_of(finding)
    return columns_and_rows(table.header, table.rows) if table else None


def figures_of(finding: Evidence) -> list[dict[str, str]]:
    """Where its pictures are fetched, and what they show."""
    return [
        {
            "src": reverse(
                "workspace:finding-file", args=[finding.public_id, one.file.sha256]
            ),
            "alt": one.alt,
        }
        for one in finding.files.select_related("file").order_by("position")
    ]


def shown_in(versions: Iterable[Evidence], here: Evidence) -> list[dict[str, object]]:
    """The chain of corrections, the latest first; nothing when there is one version."""
    events: list[dict[str, object]] = [
        {
            "day": version.recorded_at.date(),
            "text": _("Version %(number)s: %(statement)s")
            % {"number": version.number, "statement": version.statement},
            "href": ""
            if version.pk == here.pk
            else reverse("workspace:finding", args=[version.public_id]),
            "link": _("Read it"),
        }
        for version in versions
    ]
    return events[::-1] if len(events) > 1 else []
