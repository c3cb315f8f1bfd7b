"""The living style page: every part of the pages, in every state, with its line."""

from datetime import UTC, date, datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from handslag.web.requests import WorkRequest
from handslag.web.ui.marks import HANDSHAKE, VERDICTS
from handslag.web.workspace import style_charts as charts
from handslag.web.workspace import style_drawings as drawings
from handslag.web.workspace import style_findings as findings
from handslag.web.workspace import style_maps as maps
from handslag.web.workspace import style_samples as samples
from handslag.web.workspace.style_fields import guarded_form

# What a page writes to get each part. Shown beside the part.
LINES = {
    "frame": '{% extends "ui/page.html" %}  ·  {% extends "arbete/frame.html" %}',
    "verdict": '{% verdict "kept" %}  ·  {{ code|verdict_word }}',
    "finding": '{% include "ui/verdict.html" with told=told counted=counted only %}  ·  '
    "words.verdicts.told(verdict(result, desired), facts_of(result))",
    "signs": '{% arrow "up" _("increases") %}  ·  {% sureness "high" _("sure") %}',
    "glance": '{% include "ui/picture_glance.html" with shown=shown only %}',
    "yards": '{% include "ui/yards.html" with yards=yards only %}  ·  '
    "ui.charts.way_bar(start, goal, reached)",
    "owner": '{% owner "together" %}  ·  {% owner "others" "Förening A" %}',
    "target": '{% target words="av minst 4" value=5 goal=4 upper=6 scale=100 late="…" %}',
    "row": '<ol class="promises">{% include "ui/row.html" with number=1 href=… title=…'
    " side=… owner=… verdict=… words=… value=… goal=… late=… only %}</ol>",
    "chain": '{% include "ui/chain.html" with links=links only %}',
    "line": '{% include "ui/line.html" with events=events only %}',
    "claims": '{% include "ui/claims.html" with claims=claims only %}',
    "steps": '{% include "ui/steps.html" with steps=steps only %}',
    "do": '{% include "ui/do.html" with things=things only %}',
    "trail": '{% include "ui/trail.html" with steps=steps only %}',
    "pager": '{% include "ui/pager.html" with page=page query=query only %}',
    "note": '{% include "ui/note.html" with head=… text=… kind="done" href=… link=… %}',
    "empty": '{% include "ui/empty.html" with text=… href=… link=… only %}',
    "table": '{% include "ui/table.html" with id=… caption=… columns=… rows=… only %}',
    "numbers": "{{ 1052|number }}  ·  {{ 0.314|percent }}  ·  {{ 0.314|percent:1 }}"
    "  ·  {% swedish_date day %}  ·  {{ at|moment }}  ·  {{ at|clock }}",
    "diff": "{% diff old new %}",
    "chart": '{% include "ui/chart.html" with drawing=… caption=… columns=… rows=… only %}',
    "charts": '{% include "ui/charted.html" with chart=chart only %}  ·  ui.charts.'
    "line_chart, dot_plot, matrix, small_multiples, funnel_plot",
    "shares": "{% shares rows caption %}",
    "wheel": '{% include "ui/wheel.html" with drawing=… kinds=… marks=… only %}  ·  '
    "ui.wheel.wheel(arcs, marks, today=…, months=…, centre=…, label=…)",
    "map": '{% include "ui/map.html" with drawing=… label=… places=… legend=… only %}',
    "live_map": '{% include "ui/_map.html" with key=… label=… source=… ground=… table=… '
    'legend=… only %}  ·  {% include "ui/_map_styles.html" %}  ·  '
    '{% include "ui/_map_scripts.html" %}',
    "picker": '{% include "ui/_picker.html" with key=… lon_name="lon" lat_name="lat" lon=… '
    "lat=… ground=… list_href=… only %}  ·  "
    '{% include "ui/_map_scripts.html" with picker=True %}',
    "tree": '{% include "ui/tree.html" with drawing=… lines=lines only %}  ·  '
    '{% include "ui/_tree_lines.html" with lines=lines only %}  ·  '
    "ui.trees.tree(key, title, description, trunk)",
    "triangle": '{% include "ui/triangle.html" with drawing=… corners=… only %}  ·  '
    "ui.triangles.triangle(key, title, description, corners, middle)",
    "form": '<form method="post" novalidate>{% csrf_token %}{{ form }}'
    '<div class="buttons"><button type="submit" class="btn">…</button></div></form>',
    "autosave": '<form method="post" novalidate {% autosave address %}>{% csrf_token %}'
    '{{ form }}<p class="saved" role="status"></p>…</form>',
    "guarded": "guarded(forms.CharField(…))  ·  class AForm(Guarded, forms.Form)  ·  "
    '<script src="{% asset "ui/guard.js" %}" defer></script>',
    "confirm": '{% include "ui/confirm.html" with what=… yes=… no_href=… danger=True %}',
    "buttons": '<a class="btn">  ·  btn second  ·  btn danger  ·  btn link',
}


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """All of it on one page."""
    old, new = samples.wordings()
    return render(
        request,
        "arbete/style.html",
        {
            "lines": LINES,
            "verdicts": VERDICTS,
            "sides": HANDSHAKE,
            "ways": drawings.WAYS,
            "levels": drawings.LEVELS,
            "glances": drawings.glances(),
            "yards": drawings.yards(),
            "promises": samples.PROMISES,
            "links": samples.links(),
            "events": samples.events(),
            "claims": samples.claims(),
            "steps": samples.steps(),
            "things": samples.things(),
            "table": samples.table(),
            "chart": samples.chart(),
            "charts": charts.drawn(),
            "shares": samples.shares(),
            "findings": findings.said(),
            "map": samples.pictured(),
            "squares": maps.beside(),
            "tree": drawings.grown(),
            "wheel": drawings.turned(),
            "triangle": drawings.cornered(),
            "page": samples.pages(),
            "old": old,
            "new": new,
            "form": samples.form(request.GET.get("formular", "")),
            "guarded": guarded_form(request.GET.get("formular", "")),
            "day": date(2026, 11, 14),
            "at": datetime(2026, 11, 14, 13, 2, tzinfo=UTC),
        },
    )
