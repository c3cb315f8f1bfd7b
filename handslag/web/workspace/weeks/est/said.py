"""The figures of an EST picture in sentences and tables: never one without its doubt.

They are made of the frozen numbers, so they read the same in ten years, in both
languages.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from handslag.domain.incidents.rules import Inside, Top
from handslag.domain.weeks.rules.comparing import Missing, Verdict
from handslag.domain.weeks.rules.spans import Span, before
from handslag.domain.weeks.rules.words import Level, Result
from handslag.web.ui.templatetags.ui import arrow, number, percent, swedish_date
from handslag.web.words.est import BLOCKS, MISSING, REPORTERS, VERDICTS, WAYS, span_name
from handslag.web.words.incidents import INSIDES, TOPS
from handslag.web.words.weeks import LEVELS, RESULTS
from handslag.web.workspace.weeks.said import spot_words

Figures = Mapping[str, Any]
Words = dict[str, object]
LEAST_FOR_PERCENT = 20  # under this, one event more is many per cent
_HALF = 0.5
UNKNOWN = "–"


def answer(figures: Figures, span: Span) -> str:
    """What was reported, beside the span before, and how sure that is."""
    n = figures["all"]["n"]
    facts = {"n": number(n), "span": span_name(span)}
    if figures["days"] < span.days:
        counted = ngettext(
            "%(n)s event so far in %(span)s.", "%(n)s events so far in %(span)s.", n
        )
    else:
        counted = ngettext("%(n)s event in %(span)s.", "%(n)s events in %(span)s.", n)
    return f"{counted % facts} {verdict_sentence(figures['all'], figures, span)}"


def verdict_sentence(line: Figures, figures: Figures, span: Span) -> str:
    """What can be said of a count beside that of the span before."""
    verdict = Verdict(line["verdict"])
    if verdict is Verdict.MISSING:
        return str(MISSING[Missing(figures["missing"])])
    facts = {
        "span": span_name(before(span)),
        "before": number(line["before"]),
        "share": _share(line),
        "least": percent(float(line["least"])) if line["least"] is not None else "",
    }
    return _SENTENCES[verdict](line) % facts


def _share(line: Figures) -> str:
    """ "43 % more each day, between 12 and 83 %", or nothing for few."""
    if min(line["n"], line["before"] or 0) < LEAST_FOR_PERCENT:
        return ""
    if line["ratio"] is None or line["upper"] is None:
        return ""
    ratio, *ends = (float(line[name]) - 1 for name in ("ratio", "lower", "upper"))
    low, high = sorted(ends, key=abs)
    facts = {"p": percent(abs(ratio)), "low": percent(abs(low)), "high": percent(abs(high))}
    if ratio >= 0:
        return _(" (%(p)s more each day, between %(low)s and %(high)s)") % facts
    return _(" (%(p)s fewer each day, between %(low)s and %(high)s)") % facts


def _few(line: Figures) -> str:
    if line["least"] is None:
        return _("There were %(before)s in %(span)s. They are too few to judge.")
    return _(
        "There were %(before)s in %(span)s. They are too few to judge: only a rise of about"
        " %(least)s would have been certain."
    )


_SENTENCES: Mapping[Verdict, Callable[[Figures], str]] = {
    Verdict.UP: lambda _line: _(
        "That is a certain rise from %(before)s in %(span)s%(share)s. It is larger than"
        " chance usually gives, also among those who reported both times."
    ),
    Verdict.DOWN: lambda _line: _(
        "That is a certain fall from %(before)s in %(span)s%(share)s. It is larger than"
        " chance usually gives, also among those who reported both times."
    ),
    Verdict.MORE_TOLD: lambda _line: _(
        "There were %(before)s in %(span)s%(share)s. More was reported than chance gives,"
        " but not for certain by those who reported both times: perhaps more people"
        " report."
    ),
    Verdict.LESS_TOLD: lambda _line: _(
        "There were %(before)s in %(span)s%(share)s. Less was reported than chance gives,"
        " but not for certain by those who reported both times: perhaps fewer people"
        " report."
    ),
    Verdict.SAME: lambda _line: _(
        "That is as good as unchanged from %(before)s in %(span)s: at most a tenth more or"
        " less each day."
    ),
    Verdict.NONE: lambda _line: _(
        "There were %(before)s in %(span)s. The difference may be chance. That does not"
        " mean that nothing has changed."
    ),
    Verdict.FEW: _few,
    Verdict.SHORT: lambda _line: _(
        "There were %(before)s in %(span)s. The history is too short to say how much weeks"
        " vary, so the difference is not judged."
    ),
    Verdict.NOTHING: lambda _line: _("There was nothing in %(span)s either."),
}


def kinds(figures: Figures) -> Words:
    """The table of kinds: now, before, usual, and what can be said."""
    rows = [[str(TOPS[Top(one["top"])]), *_cells(one)] for one in figures["kinds"]]
    return {
        "columns": [
            {"text": _("Kind")},
            {"text": pgettext("table", "Number"), "num": True},
            {"text": _("The span before"), "num": True},
            {"text": _("Usual")},
            {"text": _("What can be said")},
        ],
        "rows": [*rows, [_("All together"), *_cells(figures["all"])]],
    }


def _cells(line: Figures) -> list[object]:
    verdict = Verdict(line["verdict"])
    word = str(VERDICTS[verdict])
    way = WAYS.get(verdict, "")
    return [
        number(line["n"]),
        UNKNOWN if line["before"] is None else number(line["before"]),
        usual(line),
        arrow(way, word) if way else word,
    ]


def usual(line: Figures) -> str:
    """ "about 3, at most 8" """
    if line["usual"] is None:
        return UNKNOWN
    mean = float(line["usual"])
    facts = {"mean": number(mean, 0), "most": number(line["most"], 0)}
    if mean < _HALF:
        return _("fewer than one, at most %(most)s") % facts
    return _("about %(mean)s, at most %(most)s") % facts


def effort(figures: Figures) -> list[str]:
    """Who reported: what a comparison rests on."""
    told = figures["effort"]
    if figures["missing"]:
        return [_reporters_now(told["organisations"])]
    facts = {
        "n": number(told["organisations"]),
        "before": number(told["organisations_before"]),
        "both": number(told["both"]),
    }
    said = ngettext(
        "%(n)s organisation reported, %(before)s in the span before; %(both)s both times.",
        "%(n)s organisations reported, %(before)s in the span before; %(both)s both times.",
        told["organisations"],
    )
    both = figures["all"]["both"]
    return [
        said % facts,
        _("Those that reported both times: %(now)s events now, %(then)s before.")
        % {"now": number(both[0]), "then": number(both[1])},
    ]


def _reporters_now(n: int) -> str:
    said = ngettext("%(n)s organisation reported.", "%(n)s organisations reported.", n)
    return said % {"n": number(n)}


def ways(figures: Figures) -> list[list[object]]:
    """How the events came in, now and before."""
    missing = bool(figures["missing"])
    return [
        [
            str(REPORTERS[way]),
            number(now),
            UNKNOWN if missing else number(then),
        ]
        for way, (now, then) in figures["effort"]["ways"].items()
    ]


def spots(figures: Figures) -> list[Words]:
    """Where: each spot with what is usual there and what was there in the year before."""
    return [
        {
            "name": spot_words(one["name"], is_near=one["is_near"]),
            "n": number(one["n"]),
            "usual": usual(one),
            "word": LEVELS[Level(one["level"])],
            "way": _LEVEL_WAYS.get(one["level"], ""),
            "tops": ", ".join(str(TOPS[Top(top)]) for top in one["tops"]),
            "year": _year(one),
        }
        for one in figures["spots"]
    ]


_LEVEL_WAYS = {"unusual": "up", "hint": "unclear", "usual": "level"}


def _year(spot: Figures) -> str:
    if not spot["year"]:
        return _("Nothing here in the twelve months before.")
    said = ngettext(
        "%(n)s event here in the twelve months before.",
        "%(n)s events here in the twelve months before.",
        spot["year"],
    )
    return said % {"n": number(spot["year"])}


def when(figures: Figures) -> Words:
    """When on the day, and whether indoors; how many it is not known of stands beside."""
    found = figures["when"]
    rows = [[str(name), number(found[code])] for code, name in BLOCKS.items()]
    rows += [[str(INSIDES[one]), number(figures["inside"][one.value])] for one in Inside]
    weekend = ""
    if found["timed"]:
        weekend = _("%(n)s of %(all)s with a known time were on a Saturday or Sunday.") % {
            "n": number(found["weekend"]),
            "all": number(found["timed"]),
        }
    return {
        "columns": [
            {"text": pgettext("table", "When and where")},
            {"text": pgettext("table", "Number"), "num": True},
        ],
        "rows": rows,
        "weekend": weekend,
    }


def events(figures: Figures) -> list[str]:
    """Coming events in the span after."""
    language = "en" if get_language() == "en" else "sv"
    found = []
    for one in figures["events"]:
        day = swedish_date(date.fromisoformat(one["day"]))
        where = f", {one['where']}" if one["where"] else ""
        found.append(f"{day}: {one[language]}{where}")
    return found


def followed(figures: Figures) -> list[str]:
    """What became of what was reported, and of what was decided."""
    done, targets = figures["handled"], figures["targets"]
    said = [
        _(
            "Of %(n)s reported events %(closed)s are closed, and %(led)s of them led to"
            " something. %(late)s are late."
        )
        % {name: number(done[name]) for name in ("n", "closed", "led", "late")}
    ]
    if any(targets.values()):
        results = [f"{RESULTS[one]}: {number(targets[one.value])}" for one in Result]
        unsaid = _("Not followed up yet: %(n)s") % {"n": number(targets[""])}
        said.append(
            _("Targets that were set at the meetings. %(results)s.")
            % {"results": ". ".join([*results, unsaid])}
        )
    else:
        said.append(_("No meeting of the span set a target."))
    return said


def method(figures: Figures) -> list[str]:
    """How it was counted."""
    said = [
        _(
            "Counted on %(day)s. Only what is shared with the group is counted; what a"
            " municipality keeps to itself is not, and is not said. Events are counted on"
            " the day they happened, else on the day they were sent. Doubles are counted"
            " once. Safe places and coming events are not counted as problems."
        )
        % {"day": swedish_date(date.fromisoformat(figures["counted_on"]))},
        _(
            "A span is compared with the one before by events for each day, with a 95 per"
            " cent interval (conditional mid-p) that is wider the more single weeks vary."
            " Kinds are judged together (Benjamini and Hochberg). A rise or fall is only"
            " called certain when the organisations that reported both times show it as"
            " well."
        ),
    ]
    n = figures["windows"]
    said.append(
        ngettext(
            "What is usual comes from %(n)s earlier week of the half year before.",
            "What is usual comes from %(n)s earlier weeks of the half year before.",
            n,
        )
        % {"n": number(n)}
    )
    said.append(
        _("“–” means that it is not known or cannot be judged. It is not the same as 0.")
    )
    return said
