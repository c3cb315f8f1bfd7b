"""The pages of each part of the workspace and the public site, a file each.

`{word}` in an address stands for a thing of the demonstration: `words` finds it, in
the database that holds the demonstration.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.browser.parts import (
    agreements,
    analysis,
    answering,
    connections,
    council,
    desk,
    dialogues,
    evidence,
    handling,
    picture,
    plans,
    reporting,
    residents,
    said,
    series,
    surveys,
    walks,
    weeks,
    year,
)


def _none() -> dict[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Pages:
    """Where axe looks: public addresses, and those at work by the key of an account.

    `not_pages` are names of addresses that answer no page: files, calendars, and what
    only answers to a form that is sent.
    """

    public: tuple[str, ...] = ()
    at_work: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_pages: frozenset[str] = frozenset()
    words: Callable[[], Mapping[str, str]] = _none


PARTS: tuple[Pages, ...] = (
    Pages(agreements.PUBLIC, agreements.AT_WORK, agreements.NOT_PAGES, agreements.words),
    Pages(at_work=analysis.AT_WORK, not_pages=analysis.NOT_PAGES, words=analysis.words),
    Pages(series.PUBLIC, series.AT_WORK, not_pages=series.NOT_PAGES, words=series.words),
    Pages(at_work=connections.AT_WORK, words=connections.words),
    Pages(answering.PUBLIC),
    Pages(
        at_work=dialogues.AT_WORK,
        not_pages=dialogues.NOT_PAGES,
        words=dialogues.words,
    ),
    Pages(surveys.PUBLIC, surveys.AT_WORK, surveys.NOT_PAGES, surveys.words),
    Pages(evidence.PUBLIC, evidence.AT_WORK, evidence.NOT_PAGES, evidence.words),
    Pages(not_pages=frozenset({"workspace:move-cause", "workspace:finish-causes"})),
    Pages(
        public=picture.PUBLIC,
        at_work=picture.AT_WORK,
        not_pages=picture.NOT_PAGES,
        words=picture.words,
    ),
    Pages(at_work=desk.AT_WORK, not_pages=desk.NOT_PAGES, words=desk.words),
    Pages(at_work=year.AT_WORK, not_pages=year.NOT_PAGES, words=year.words),
    Pages(
        public=plans.PUBLIC,
        at_work=plans.AT_WORK,
        not_pages=plans.NOT_PAGES,
        words=plans.words,
    ),
    Pages(residents.PUBLIC, residents.AT_WORK, residents.NOT_PAGES),
    Pages(
        public=council.PUBLIC,
        at_work=council.AT_WORK,
        not_pages=council.NOT_PAGES,
        words=council.words,
    ),
    Pages(walks.PUBLIC, walks.AT_WORK, walks.NOT_PAGES, walks.words),
    Pages(weeks.PUBLIC, weeks.AT_WORK, not_pages=weeks.NOT_PAGES, words=weeks.words),
    Pages(at_work=reporting.AT_WORK, not_pages=reporting.NOT_PAGES),
    Pages(said.PUBLIC, said.AT_WORK, said.NOT_PAGES, said.words),
    Pages(at_work=handling.AT_WORK, not_pages=handling.NOT_PAGES, words=handling.words),
)
