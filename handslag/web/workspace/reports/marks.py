"""Words with a shape: how far it has come, whether in time, what became of it."""

from collections.abc import Mapping
from functools import cache

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from handslag.domain.incidents.rules import Outcome, Phase
from handslag.domain.incidents.rules.handling import Timeliness
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.templatetags.ui import marked
from handslag.web.words.incidents import OUTCOMES, PHASES, TIMELINESS

_FILLED = {Phase.NEW: 0, Phase.ASSIGNED: 1, Phase.UNDERWAY: 2, Phase.CLOSED: 3}

# What became of it, in the shapes of verdicts: filled for what was done.
SHAPES: Mapping[Outcome, str] = {
    Outcome.FIXED: "kept",
    Outcome.PARTLY: "partly",
    Outcome.NOT_OURS: "cancelled",
    Outcome.WILL_NOT: "not_kept",
    Outcome.NOTED: "not_triggered",
}


def phase(code: str, language: str = "") -> SafeString:
    """Three squares, filled as far as it has come, and the word."""
    return _phase(code, language or get_language() or "sv")


@cache
def _phase(told: str, _language: str) -> SafeString:
    code = Phase(told)
    squares = "".join(
        f'<rect class="{"f" if nr < _FILLED[code] else "o"}" x="{1 + 6.5 * nr:g}" y="6"'
        ' width="5" height="8"/>'
        for nr in range(3)
    )
    drawing = Drawing(
        f'<svg class="sign" viewBox="0 0 20 20" aria-hidden="true">{squares}</svg>'
    )
    return format_html('<span class="signed">{}{}</span>', drawing, str(PHASES[code]))


def outcome(code: str, language: str = "") -> SafeString:
    """What became of it, and nothing while it is not closed."""
    return _outcome(code, language or get_language() or "sv") if code else SafeString("")


@cache
def _outcome(told: str, _language: str) -> SafeString:
    code = Outcome(told)
    return marked(SHAPES[code], str(OUTCOMES[code]))


def timeliness(code: Timeliness, day: str = "") -> SafeString:
    """Whether it goes as fast as was said: a sentence, never a verdict."""
    kind = "late" if code is Timeliness.LATE else "in-time"
    text = f"{TIMELINESS[code]}, {day}" if day else str(TIMELINESS[code])
    return format_html('<span class="{}">{}</span>', kind, text)
