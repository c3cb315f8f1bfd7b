"""Where a picture stands, in one sentence, and what is missing before it can be frozen."""

from collections.abc import Callable, Iterator, Mapping
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
from handslag.domain.picture.rules.words import Priority, State
from handslag.web.answers import number
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words import refusal

_PARTS = {
    f"picture.no_{part}": part
    for part in ("extent", "consequences", "information", "analysis")
}
_NEEDS_A_FINDING = {"picture.no_problem", "picture.problem_without_evidence"}


@dataclass(frozen=True, slots=True)
class Standing:
    """The sentence a picture's page begins with, and the way to each thing missing."""

    said: str
    stops: tuple[dict[str, object], ...]
    before: tuple[dict[str, object], ...]  # stops nothing, and the plan needs it
    is_ready: bool


def standing_of(
    picture: Picture,
    content: Mapping[str, Any],
    versions: list[PictureVersion],
    *,
    has_findings: Callable[[], bool],
    today: date,
) -> Standing:
    """How it stands with a picture as it is now written."""
    found = lacks(content)
    stops = [_stop(picture, lack) for lack in found]
    if found and found[-1].code in _NEEDS_A_FINDING and not has_findings():
        stops.insert(-1, _first_finding(picture))
    before = tuple(_before(picture, content)) if picture.is_joint and not found else ()
    said = _said(picture, len(stops), versions, today, is_more=bool(before))
    return Standing(said, tuple(stops), before, not found)


def _first_finding(picture: Picture) -> dict[str, object]:
    """A problem rests on a finding: the first one is written before it."""
    href = f"{reverse('workspace:new-finding')}?bild={picture.public_id}"
    return {"href": href, "text": _("Write down what you know, so that it can be cited.")}


def _before(picture: Picture, content: Mapping[str, Any]) -> Iterator[dict[str, object]]:
    """What a plan on the frozen picture will ask for: priorities, and their causes."""
    problems = [one for one in content["problems"] if one["state"] == State.OPEN]
    if any(not one["priority"] for one in problems):
        yield {
            "href": reverse("workspace:priorities", args=[picture.public_id]),
            "text": _("Weigh the problems: the plan answers those that come first."),
        }
    for one in problems:
        is_explained = bool(one["analysis"] and one["analysis"]["causes"])
        if one["priority"] == Priority.PRIORITISED and not is_explained:
            keys = [picture.public_id, one["id"]]
            yield {
                "href": reverse("workspace:causes", args=keys),
                "text": _("Ask why it happens: %(problem)s") % {"problem": one["title"]},
            }


def _said(
    picture: Picture,
    found: int,
    versions: list[PictureVersion],
    today: date,
    *,
    is_more: bool,
) -> str:
    missing = ngettext(
        "One thing is missing before it is whole.",
        "%(count)s things are missing before it is whole.",
        found,
    ) % {"count": number(found).capitalize()}
    if not picture.is_joint:
        whole = _("All three parts and the problems are in place.")
        share = _("Others read it.") if picture.shared_at else _("Only you read it so far.")
        return f"{missing if found else whole} {share}"
    if versions:
        return f"{_latest(versions[0], today)} {missing if found else ''}".strip()
    if found:
        return missing
    whole = _("All three parts and the problems are in place.")
    freeze = _("It can be frozen.")
    return whole if is_more else f"{whole} {freeze}"


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
