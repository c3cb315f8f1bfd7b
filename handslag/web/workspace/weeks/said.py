"""What a board says in sentences: what changed, how sure that is, what to decide."""

from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.domain.weeks.figures import KindLine, Since, SpotLine, Weighed
from handslag.domain.weeks.rules.words import Level
from handslag.web.ui.templatetags.ui import number, swedish_date
from handslag.web.words.incidents import TOPS
from handslag.web.words.weeks import HOLIDAYS, LEVELS

_HALF = 0.5


def answer(since: Since) -> str:
    """What is new, and whether that is more than usual."""
    new = ngettext(
        "%(n)s new event since %(day)s.", "%(n)s new events since %(day)s.", since.all.n
    ) % {"n": since.all.n, "day": swedish_date(since.first)}
    return f"{new} {_sure(since.all)}"


def _sure(all_: Weighed) -> str:
    sentences = {
        Level.UNUSUAL: _("That is more than chance usually gives."),
        Level.HINT: _("That may be more than usual."),
        Level.USUAL: _("That is as usual: the difference may be chance."),
        Level.FEW: _("They are too few to say whether something has changed."),
        Level.SHORT: _("The history is too short to say whether that is unusual."),
    }
    return sentences[all_.level]


def to_decide(since: Since, left: int) -> str:
    """What the meeting has to take a stand on."""
    out = len([one for one in since.standing_out if isinstance(one, SpotLine)])
    said = []
    if out:
        said.append(
            ngettext(
                "%(n)s place stands out: decide whether it comes first.",
                "%(n)s places stand out: decide which comes first.",
                out,
            )
            % {"n": out}
        )
    if left:
        said.append(
            ngettext(
                "%(n)s target of the last meeting is to be followed up.",
                "%(n)s targets of the last meeting are to be followed up.",
                left,
            )
            % {"n": left}
        )
    return " ".join(said) or _("Decide what comes first in the coming week.")


def usual(weighed: Weighed) -> str:
    """ "about 3, at most 8" """
    if not weighed.found.can_be_judged:
        return "–"
    mean = weighed.found.estimate
    facts = {"most": number(weighed.found.upper, 0)}
    if mean < _HALF:
        return _("fewer than one, at most %(most)s") % facts
    return _("about %(mean)s, at most %(most)s") % {"mean": number(mean, 0), **facts}


def place_name(line: SpotLine) -> str:
    """What a spot is called."""
    return spot_words(line.name, is_near=line.is_near)


def spot_words(name: str, *, is_near: bool) -> str:
    """A place by its name; a square by the nearest name, or as one without."""
    if name and is_near:
        return _("near %(place)s") % {"place": name}
    return name or _("a square of 500 metres without a name")


def tops(line: SpotLine) -> str:
    return ", ".join(str(TOPS[top]) for top in line.tops)


def earlier(line: SpotLine) -> str:
    """What was there in the year before."""
    if not line.before:
        return _("Nothing here in the twelve months before.")
    said = ngettext(
        "%(n)s event here in the twelve months before.",
        "%(n)s events here in the twelve months before.",
        line.before,
    ) % {"n": line.before}
    dealt = ngettext(
        "%(n)s of them led to something.",
        "%(n)s of them led to something.",
        line.dealt_with,
    ) % {"n": line.dealt_with}
    return f"{said} {dealt}"


def about(line: KindLine | SpotLine) -> str:
    """What stands out, in words."""
    return str(TOPS[line.top]) if isinstance(line, KindLine) else place_name(line)


def mark(weighed: Weighed) -> dict[str, object]:
    """A word and its shape for how sure it is."""
    way = {Level.UNUSUAL: "up", Level.HINT: "unclear", Level.USUAL: "level"}
    return {"way": way.get(weighed.level, ""), "word": LEVELS[weighed.level]}


def holiday_said(day: date, code: str) -> str:
    """That the day is a holiday: the group decides what it does."""
    if not code:
        return ""
    return _("%(day)s is %(holiday)s. Choose another day if you do not meet.") % {
        "day": swedish_date(day),
        "holiday": HOLIDAYS[code],
    }


def method(since: Since) -> list[str]:
    """How the judgement was made."""
    weighing = since.weighing
    starts, ends = weighing.now
    said = [
        _(
            "Events are counted on the day they happened, else on the day they were sent."
            " Doubles are counted once. Coming events and safe places are not counted as"
            " problems."
        )
    ]
    n = len(weighing.earlier)
    said.append(
        ngettext(
            "%(from)s to %(to)s is compared with %(n)s earlier window of the same"
            " weekdays.",
            "%(from)s to %(to)s is compared with %(n)s earlier windows of the same"
            " weekdays.",
            n,
        )
        % {"from": swedish_date(starts), "to": swedish_date(ends), "n": n}
    )
    said.append(
        _(
            "“At most” is what chance gives in 19 cases of 20 (negative binomial, with"
            " how much the windows themselves vary). “Unexpectedly many” also holds when"
            " so many places and kinds are looked at together; “perhaps more than usual”"
            " does not: about one in twenty is marked so without any change."
        )
    )
    said.append(
        _(
            "Fewer than 5 events in four windows, or fewer than 13 windows, are not"
            " judged. More reports can mean that more people report."
        )
    )
    return said


def window_end(held_on: date, today: date) -> date:
    """The last whole day before the meeting, or today while it is ahead."""
    return min(held_on - timedelta(days=1), today)
