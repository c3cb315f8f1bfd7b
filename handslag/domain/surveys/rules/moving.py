"""Questions and sections in another order, and days in another year. Pure."""

from datetime import date

from handslag.domain.surveys.rules.questionnaire import Questionnaire

# Keys of sections, each with the keys of its questions.
Layout = list[tuple[str, list[str]]]


def layout_of(asked: Questionnaire) -> Layout:
    """The order in which they stand now."""
    return [(one.key, [each.key for each in one.questions]) for one in asked.sections]


def question_moved(layout: Layout, question: str, by: int) -> Layout:
    """A question one step up or down; past the end of its section into the next one."""
    found = [(section, list(keys)) for section, keys in layout]
    for nr, (_section, keys) in enumerate(found):
        if question not in keys:
            continue
        at = keys.index(question)
        if 0 <= at + by < len(keys):
            keys[at], keys[at + by] = keys[at + by], keys[at]
        elif 0 <= nr + by < len(found):
            keys.remove(question)
            into = found[nr + by][1]
            into.insert(len(into) if by < 0 else 0, question)
        break
    return found


def section_moved(layout: Layout, section: str, by: int) -> Layout:
    """A section one step up or down, with its questions."""
    found = list(layout)
    at = next((nr for nr, (key, _keys) in enumerate(found) if key == section), None)
    if at is not None and 0 <= at + by < len(found):
        found[at], found[at + by] = found[at + by], found[at]
    return found


def a_year_later(day: date) -> date:
    """The same day next year; the last of February for a day that is not there."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
