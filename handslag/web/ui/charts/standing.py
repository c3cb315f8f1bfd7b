"""A chart that stands alone: as a file, in a PDF, on another site."""

import re
from functools import cache
from pathlib import Path

from handslag.web.ui.charts.plane import Chart
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.themes import DARK, LIGHT, tokens

STYLES = Path(__file__).parent.parent / "static" / "ui" / "charts.css"
_RULE = re.compile(r"^  (\.chart[^{]*)\{([^}]*)\}", re.MULTILINE)
_TOKEN = re.compile(r"var\(--([\w-]+)\)")
WHITE = "#ffffff"
_FONT = "Schibsted Grotesk"


def standing_alone(drawing: Drawing, *, scheme: str = LIGHT) -> bytes:
    """The chart with the colours of the style sheet in itself, as an SVG file.

    `scheme` is "light" or "dark". Raises ValueError("E_SHAPE") for what is no chart,
    or another scheme.
    """
    start, found, rest = drawing.partition("<svg ")
    if start or not found or scheme not in {LIGHT, DARK}:
        raise ValueError("E_SHAPE")
    opening, more, inside = rest.partition(">")
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {opening}{more}'
    ground = f'<rect width="100%" height="100%" fill="{tokens()[scheme]["paper"]}"/>'
    return f"{head}<style>{_styles(scheme)}</style>{ground}{inside}".encode()


def on_paper(chart: Chart, description: str) -> dict[str, object]:
    """The chart and its table, as a report on paper takes them (ui/paper/report.typ)."""
    return {
        "svg": standing_alone(chart.drawing)
        .decode()
        .replace(tokens()[LIGHT]["paper"], WHITE),
        "words": description,
        "columns": list(chart.table.columns),
        "rows": [list(row) for row in chart.table.rows],
    }


@cache
def _styles(scheme: str) -> str:
    """The rules of the charts, with the token's colour for each token."""
    colours = {**tokens()[LIGHT], **tokens()[scheme], "font": _FONT}
    rules = (
        f"{names.strip()}{{{_filled(body, colours)}}}"
        for names, body in _RULE.findall(STYLES.read_text())
    )
    return "".join(rules)


def _filled(body: str, colours: dict[str, str]) -> str:
    named = _TOKEN.sub(lambda found: colours[found[1]], body)
    return " ".join(named.split())
