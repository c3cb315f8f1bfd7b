"""Where a picture stands, in one sentence, and what is missing before it can be frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.core.periods import stockholm_day
from handslag.domain.picture import queries
from handslag.domain.picture.models import Picture, PictureVersion
from handslag.domain.picture.rules.freezing import Lack, lacks
from handslag.web.answers import number
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words import refusal

_PARTS = {
    f"picture.no_{part}": part
    for part in ("extent", "consequences", "information", "analysis")
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The sentence a picture's page begins with, and the way to each thing missing."""

    said: str
    stops: tuple[dict[str, object], ...]
    is_ready: bool


def standing_of(
    picture: Picture,
    content: Mapping[str, Any],
    versions: list[PictureVersion],
    *,
    today: date,
) -> Standing:
    """How it stands with a picture as it is now written."""
    found = lacks(content)
    stops = tuple(_stop(picture, lack) for lack in found)
    return Standing(_said(picture, found, versions, today), stops, not found)


def _said(
    picture: Picture, found: list[Lack], versions: list[PictureVersion], today: date
) -> str:
    missing = ngettext(
        "One thing is missing before it is whole.",
        "%(count)s things are missing before it is whole.",
        len(found),
    ) % {"count": number(len(found)).capitalize()}
    if not picture.is_joint:
        whole = _("All three parts and the problems are in place.")
        share = _("Others read it.") if picture.shared_at else _("Only you read it so far.")
        return f"{missing if found else whole} {share}"
    if versions:
        return f"{_latest(versions[0], today)} {missing if found else ''}".strip()
    ready = _("All three parts and the problems are in place. It can be frozen.")
    return missing if found else ready


def _latest(version: PictureVersion, today: date) -> str:
    due = queries.due_on(version)
    facts = {
        "number": version.number,
        "day": swedish_date(stockholm_day(version.frozen_at)),
        "due": swedish_date(due),
    }
    if due < today:
        return (
            _("Version %(number)s was frozen %(day)s. The law wanted a new one by %(due)s.")
            % facts
        )
    return _("Version %(number)s was frozen %(day)s. The next is due by %(due)s.") % facts


def _stop(picture: Picture, lack: Lack) -> dict[str, object]:
    """One thing missing, and where it is written."""
    if lack.code in _PARTS:
        href = reverse("workspace:new-passage", args=[picture.public_id, _PARTS[lack.code]])
        guide = picture.passages.filter(part=_PARTS[lack.code], is_guide=True).first()
        if guide is not None:
            href = reverse("workspace:passage", args=[picture.public_id, guide.public_id])
    elif lack.problem_id:
        href = reverse("workspace:edit-problem", args=[picture.public_id, lack.problem_id])
    else:
        href = reverse("workspace:new-problem", args=[picture.public_id])
    return {"href": href, "text": refusal(lack.error)}
