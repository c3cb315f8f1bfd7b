"""One thing that was reported, and what became of it in words."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from handslag.domain.incidents.models import Incident, Step
from handslag.domain.incidents.rules import Deed, Phase
from handslag.domain.incidents.rules.fates import ANSWERS
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.incidents import DEEDS
from handslag.web.workspace.reports import marks

_TOLD = ANSWERS | {Deed.ASSIGNED, Deed.REOPENED}


def thing(incident: Incident, *, today: date) -> Mapping[str, object]:
    """What, where and when; how it stands; the last that was done, in its own words."""
    ruling = incident.merged_into or incident
    steps = [one for one in ruling.steps.all() if Deed(one.deed) in _TOLD]
    return {
        "key": incident.public_id,
        "what": _what(incident),
        "where": incident.place.name if incident.place else "",
        "day": swedish_date(incident.received_at),
        "phase": marks.phase(ruling.phase),
        "outcome": marks.outcome(ruling.outcome),
        "stands": _stands(ruling, today),
        "last": _last(steps),
    }


def _what(incident: Incident) -> str:
    english = get_language() == "en"
    return (english and incident.category.en) or incident.category.sv


def _stands(ruling: Incident, today: date) -> str:
    """With whom it is and by when; of what is closed the last step tells."""
    if ruling.phase == Phase.CLOSED:
        return ""
    if ruling.owner is None:
        return _("It is nobody's task yet.")
    said = {"owner": ruling.owner.name, "day": swedish_date(ruling.due)}
    if ruling.due is None:
        return _("Not closed. It is with %(owner)s.") % said
    if ruling.due < today:
        return _("Not closed. It is with %(owner)s, and was due on %(day)s.") % said
    return _("Not closed. It is with %(owner)s, due on %(day)s.") % said


def _last(steps: list[Step]) -> Mapping[str, object] | None:
    """The last step that says something; else the last one."""
    said = [one for one in steps if one.words] or steps
    if not said:
        return None
    step = said[-1]
    return {
        "deed": DEEDS[Deed(step.deed)],
        "day": swedish_date(step.at),
        "by": step.by.name if step.by else "",
        "words": step.words,
    }
