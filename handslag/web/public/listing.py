"""Everything that a frozen text says, as plain lines: what was approved, and nothing else.

Whatever can differ between two versions must differ here, or a change would
look like none. A test changes each field and looks for it.
"""

import json
import re
from collections.abc import Iterable, Mapping

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from handslag.core.periods import Period, Rule
from handslag.domain.promises.published import (
    PublishedActivity,
    PublishedChain,
    PublishedGround,
    PublishedLineage,
    PublishedMissingLink,
    PublishedOrganisation,
    PublishedPlan,
    PublishedPromise,
    PublishedResponsible,
    PublishedSite,
    PublishedTarget,
    PublishedWording,
)
from handslag.domain.promises.rules.words import (
    Change,
    Condition,
    Direction,
    Measures,
    Origin,
    Rhythm,
)
from handslag.domain.vocabulary.rules import Kind
from handslag.web import targets
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.plans import BREAKS
from handslag.web.words.promises import (
    CHANGES,
    CONDITIONS,
    DIRECTIONS,
    MEASURES,
    ORIGINS,
    PARTS,
    RHYTHMS,
)

# The names of codes, by the list they stand in.
Names = Mapping[Kind, Mapping[str, str]]


def of_set(wording: PublishedWording | None, names: Names) -> dict[str, str]:
    """Everything a set says, its promises left out."""
    if wording is None:
        return {}
    return {
        pgettext("label", "Name"): wording.name,
        pgettext("label", "Introduction"): wording.lead,
        pgettext("label", "Purpose"): wording.purpose,
        pgettext("label", "District"): wording.district,
        pgettext("label", "Period"): _period(wording.period),
        pgettext("label", "Given by"): _lines(_party(one) for one in wording.parties),
        pgettext("label", "Holds in"): _lines(one.name for one in wording.areas),
        pgettext("label", "Kept by"): wording.home.name,
        pgettext("label", "Decided by"): wording.decided_by,
        pgettext("label", "Signed"): _said(
            wording.signed_stated, swedish_date(wording.signed_on)
        ),
        pgettext("label", "Made public"): swedish_date(wording.announced_on),
        pgettext("label", "Agreement"): _lines(
            [agreement(wording), wording.agreed.name if wording.agreed else ""]
        ),
        pgettext("label", "Follow-up"): _lines(
            [wording.follow_up_stated, *map(_planned, wording.plan)]
        ),
        pgettext("label", "What it rests on"): _grounds(wording.grounds, names),
        pgettext("label", "Compared with last time"): _lines(
            _line(one, wording) for one in wording.lineage
        ),
        pgettext("label", "Attached files"): _lines(
            f"{one.title} ({one.sha256[:12]})" for one in wording.attachments
        ),
        pgettext("label", "What is missing, and why"): _lines(
            _missing(one, wording) for one in wording.missing_links
        ),
        pgettext("label", "Origin"): str(ORIGINS[Origin(wording.origin)]),
        pgettext("label", "Made up"): _("Yes, as an example") if wording.is_example else "",
    }


def of_promise(promise: PublishedPromise | None, names: Names) -> dict[str, str]:
    """Everything a promise says."""
    if promise is None:
        return {}
    binds = Condition(promise.binds)
    condition = "" if binds is Condition.ALWAYS else str(CONDITIONS[binds])
    return {
        pgettext("label", "Heading"): promise.heading,
        pgettext("label", "What you promise"): promise.text,
        pgettext("label", "Purpose"): promise.purpose,
        pgettext("label", "Who"): _lines(map(_responsible, promise.responsible)),
        pgettext("label", "Where"): promise.place,
        pgettext("label", "On the map"): _on_the_map(promise.site),
        pgettext("label", "When"): _period(promise.when),
        pgettext("label", "Condition"): _said(condition, promise.condition),
        pgettext("label", "Targets"): _lines(map(_target, promise.targets)),
        pgettext("label", "Activities"): _lines(_activities(promise.activities)),
        pgettext("label", "What it rests on"): _grounds(promise.grounds, names),
        pgettext("label", "In the picture and the plan"): _hangs_on(promise.chain),
        pgettext("label", "Focus area"): _called(promise.focus, names[Kind.FOCUS]),
        pgettext("label", "Kinds of activity"): ", ".join(
            _called(code, names[Kind.ACTIVITY]) for code in promise.types
        ),
        pgettext("label", "Number"): str(promise.nr),
        pgettext("label", "Small counts"): _("Are not shown")
        if promise.is_sensitive
        else "",
        pgettext("label", "Where the responsibility is stated"): promise.basis or "",
    }


def _on_the_map(site: PublishedSite | None) -> str:
    """The place, its position and, of an outline, every point: all of it is approved."""
    if site is None:
        return ""
    position = f"({site.lat}, {site.lon})" if site.lat is not None else ""
    outline = json.dumps(site.shape["coordinates"]) if site.shape else ""
    return " ".join(part for part in (site.name, position, outline) if part)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)


def _said(*words: str) -> str:
    return ", ".join(word for word in words if word)


_RULES: Mapping[Rule, str | Lazy] = {
    Rule.OPEN: gettext_lazy("no last day"),
    Rule.UNTIL_REPLACED: gettext_lazy("until replaced"),
    Rule.EXTENDED: gettext_lazy("extended"),
    Rule.APPROXIMATE: gettext_lazy("about"),
    Rule.UNCLEAR: gettext_lazy("cannot be read as days"),
}


def _period(period: Period) -> str:
    """The words, and how they are read, so that a change in either is seen."""
    days = (swedish_date(period.starts), swedish_date(period.ends))
    read = _said("–".join(days) if any(days) else "", str(_RULES.get(period.rule, "")))
    return f"{period.stated} ({read})" if read and period.stated else period.stated or read


def _party(one: PublishedOrganisation) -> str:
    return one.name if one.approves else _("%(name)s, is not asked") % {"name": one.name}


def agreement(wording: PublishedWording) -> str:
    """ "Bilaga till samverkansöverenskommelsen", however it was written."""
    stated = wording.agreement
    if not wording.is_annex:
        return stated
    annex = _("Annex to the agreement")
    if not stated:
        return annex
    is_said = stated.casefold().startswith(("bilaga", "annex"))
    return stated if is_said else f"{annex}: {stated}"


def _planned(one: PublishedPlan) -> str:
    rhythm = str(RHYTHMS[Rhythm(one.rhythm)])
    day = swedish_date(one.due_on)
    return _said(day, one.label, one.function, one.delegate, one.forum, rhythm)


def _called(code: str, names: Mapping[str, str]) -> str:
    return names.get(code) or code.replace("_", " ")


def _grounds(grounds: Iterable[PublishedGround], names: Names) -> str:
    sources = names[Kind.SOURCE]
    return _lines(f"{_called(one.source, sources)}: {_found(one)}" for one in grounds)


def _found(one: PublishedGround) -> str:
    said = _said(one.period, one.place)
    return f"{one.statement} ({said})" if said else one.statement


def _line(one: PublishedLineage, wording: PublishedWording) -> str:
    """What became of one promise since last time. A new one is named by its own words."""
    now = next((p.title for p in wording.promises if p.id == one.promise), "")
    earlier = _said(one.earlier_text, one.earlier_set)
    said = f"{earlier} → {now}" if earlier and now else earlier or now
    why = f" ({one.why})" if one.why else ""
    return f"{CHANGES[Change(one.change)]}: {said}{why}"


def _responsible(one: PublishedResponsible) -> str:
    inferred = _("our reading, not stated") if one.inferred else ""
    stated = f"”{one.stated}”" if one.stated and one.stated != one.name else ""
    return _said(f"{one.name}: {PARTS[one.part]}", stated, inferred)


def _hangs_on(chain: PublishedChain | None) -> str:
    """From problem to measure, each under its name."""
    if chain is None:
        return ""
    links = {
        pgettext("label", "Problem"): chain.problem,
        pgettext("label", "Causes"): "; ".join(chain.causes),
        pgettext("label", "Goal"): chain.goal,
        pgettext("label", "Measure"): chain.measure,
        pgettext("label", "Plan"): chain.plan,
    }
    return _lines(f"{label}: {words}" for label, words in links.items() if words)


def _missing(one: PublishedMissingLink, wording: PublishedWording) -> str:
    """A link that is missing, in which promises, and the reason."""
    titles = [p.title for p in wording.promises if p.id in one.promises]
    return f"{BREAKS[one.kind]} ({'; '.join(titles)}): {one.text}"


def _target(one: PublishedTarget) -> str:
    """A target with everything that decides how it is counted.

    What its words say already, and what holds for most targets, is not repeated:
    more is better, and what is done is counted.
    """
    words = targets.in_words(one)
    out_of = "" if one.out_of is None else targets.said(one.out_of)
    least = "" if one.least_share is None else targets.said(one.least_share * 100)
    numbers = [targets.said(n) for n in (one.low, one.high) if n is not None]
    direction = (
        "" if one.direction == Direction.UP else DIRECTIONS[Direction(one.direction)]
    )
    measures = MEASURES[Measures.EFFECT] if one.measures == Measures.EFFECT else ""
    notes = {
        pgettext("label", "How it is counted"): one.counting_rule,
        pgettext("label", "The clock starts"): one.clock_starts,
        pgettext("label", "Applies when"): one.precondition,
        pgettext("label", "Note"): one.note,
        pgettext("label", "In all"): out_of,
        pgettext("label", "Least share, percent"): least,
        pgettext("label", "Per"): "" if one.per in words else one.per,
        pgettext("label", "Between"): ""
        if set(numbers) <= set(re.findall(r"[\d,]+", words))
        else _said(*numbers),
        pgettext("label", "Which way is good"): _said(str(direction), one.direction_why),
        pgettext("label", "Measures"): str(measures),
        pgettext("label", "Extra"): _("Beyond what is ordinarily done.")
        if one.beyond_ordinary
        else "",
        pgettext("label", "Shared"): pgettext("label", "Yes") if one.is_shared else "",
        pgettext("label", "Part"): pgettext("label", "Yes") if one.part_of else "",
    }
    said = "; ".join(f"{label}: {note.strip()}" for label, note in notes.items() if note)
    return f"{words} ({said})" if said else words


def _activities(rows: Iterable[PublishedActivity], depth: int = 0) -> Iterable[str]:
    for one in rows:
        yield f"{'– ' * depth}{_said(one.text, one.owner, one.place, one.when)}"
        yield from _activities(one.parts, depth + 1)
