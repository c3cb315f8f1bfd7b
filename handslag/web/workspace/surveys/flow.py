"""The way through a survey: who is asked what, as a picture and in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.domain.surveys.rules import Question, Questionnaire
from handslag.domain.surveys.rules import said as in_language
from handslag.web.requests import WorkRequest
from handslag.web.ui.drawing import Drawing, figure, words
from handslag.web.ui.letters import lines
from handslag.web.workspace.sight import shown
from handslag.web.workspace.surveys import said
from handslag.web.workspace.surveys.sight import asked_in, the_survey

WIDTH, LEFT, STEP, MOST_STEPS = 400.0, 20.0, 30.0, 3
SIZE, LEADING, SMALL, SMALL_LEADING = 15.0, 19.0, 13.0, 17.0
RADIUS, GAP = 12.0, 16.0


@dataclass(frozen=True, slots=True)
class Node:
    """One question on its way: where it stands, and after which answer it comes."""

    nr: int
    text: list[str]
    only: list[str]
    x: float
    y: float
    after: str


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The picture, and the same in a list."""
    survey = the_survey(request, key)
    asked = asked_in(survey)
    hanging = sum(1 for one in asked.questions() if one.shown_if)
    context = {
        "survey": survey,
        "hanging": hanging,
        "picture": drawn(asked),
        "steps": [
            {
                "nr": nr,
                "text": said.text_of(one),
                "condition": said.condition(one, asked),
                "leads_to": _leads_to(one, asked),
            }
            for nr, one in enumerate(asked.questions(), start=1)
        ],
    }
    return shown(request, "surveys/flow", context)


def _leads_to(question: Question, asked: Questionnaire) -> list[str]:
    """The questions that come after one of its answers, by answer."""
    numbers = said.numbered(asked)
    found = []
    for option in question.options:
        after = [
            str(numbers[one.key])
            for one in asked.questions()
            if one.shown_if
            and one.shown_if.question == question.key
            and option.key in one.shown_if.options
        ]
        if after:
            found.append(
                _("”%(answer)s” leads to question %(numbers)s")
                % {
                    "answer": in_language(option.words, "sv"),
                    "numbers": ", ".join(after),
                }
            )
    return found


def drawn(asked: Questionnaire) -> Drawing:
    """A line from the first question to the last, with a branch for what only some are
    asked. Everything in it stands in the list below it as well."""
    nodes = _nodes(asked)
    if not nodes:
        return Drawing("")
    height = max(one.y + _height(one) for one in nodes.values()) + GAP
    on_the_line = [one for one in nodes.values() if one.x == LEFT]
    spine = (
        f'<line class="spine" x1="{figure(LEFT)}" y1="{figure(on_the_line[0].y)}"'
        f' x2="{figure(LEFT)}" y2="{figure(on_the_line[-1].y)}"/>'
        if on_the_line
        else ""
    )
    branches = "".join(_branch(one, nodes) for one in nodes.values())
    marks = "".join(map(_mark, nodes.values()))
    return Drawing(
        f'<svg class="flow" viewBox="0 0 {figure(WIDTH)} {figure(height)}" role="img"'
        f' aria-labelledby="flow-t"><title id="flow-t">'
        f"{words(_('The way through the survey. The list below says the same.'))}</title>"
        f"{spine}{branches}{marks}</svg>"
    )


def _nodes(asked: Questionnaire) -> dict[str, Node]:
    found: dict[str, Node] = {}
    depths: dict[str, int] = {}
    y = GAP + RADIUS
    for nr, question in enumerate(asked.questions(), start=1):
        condition = question.shown_if
        after = condition.question if condition and condition.question in found else ""
        depths[question.key] = min(depths[after] + 1, MOST_STEPS) if after else 0
        x = LEFT + depths[question.key] * STEP
        room = WIDTH - x - RADIUS * 2
        node = Node(
            nr,
            lines(said.text_of(question), room, SIZE),
            lines(_only(question, asked), room, SMALL) if after else [],
            x,
            y,
            after,
        )
        found[question.key] = node
        y += _height(node) + GAP
    return found


def _only(question: Question, asked: Questionnaire) -> str:
    assert question.shown_if is not None  # noqa: S101 - asked of those that hang
    earlier = asked.question(question.shown_if.question)
    options = earlier.options if earlier else ()
    chosen = question.shown_if.options
    return _(" or ").join(
        f"”{in_language(one.words, 'sv')}”" for one in options if one.key in chosen
    )


def _height(node: Node) -> float:
    text = len(node.text) * LEADING + len(node.only) * SMALL_LEADING
    return max(text, RADIUS * 2)


def _branch(node: Node, nodes: Mapping[str, Node]) -> str:
    if not node.after:
        return ""
    start = nodes[node.after]
    return (
        f'<path class="branch" d="M{figure(start.x)} {figure(start.y)}'
        f'V{figure(node.y)}H{figure(node.x)}"/>'
    )


def _mark(node: Node) -> str:
    x = node.x + RADIUS + 8
    kind = "some" if node.after else "all"
    disc = (
        f'<circle class="{kind}" cx="{figure(node.x)}" cy="{figure(node.y)}"'
        f' r="{figure(RADIUS)}"/><text class="nr {kind}" x="{figure(node.x)}"'
        f' y="{figure(node.y + 4.5)}">{node.nr}</text>'
    )
    y = node.y + 5
    text = ""
    for line in node.only:
        text += f'<text class="only" x="{figure(x)}" y="{figure(y)}">{words(line)}</text>'
        y += SMALL_LEADING
    for line in node.text:
        text += f'<text x="{figure(x)}" y="{figure(y)}">{words(line)}</text>'
        y += LEADING
    return disc + text
