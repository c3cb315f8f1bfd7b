"""The rows and objects of each part of the workspace, a file each.

A part names its addresses and what each of the cast is answered (ROWS, by the whole
name of the address), and makes one of everything in a world (`build`), answering with
the words that its addresses need.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from tests.web.matrix.parts import (
    agreements,
    analysis,
    causes,
    connections,
    council,
    desk,
    dialogues,
    est,
    evidence,
    feedback,
    fielding,
    figure_files,
    handling,
    maps,
    open311,
    picture,
    plans,
    point_files,
    reporting,
    residents,
    results,
    series,
    steps,
    surveys,
    voices,
    walks,
    weeks,
    year,
)
from tests.web.matrix.row import Row


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its rows, and what its addresses speak of."""

    rows: Mapping[str, Row]
    build: Callable[[Actor, Organisation, Organisation], Mapping[str, object]]


# writer, municipality, police → words
PARTS: tuple[Part, ...] = (
    Part(agreements.ROWS, agreements.build),
    Part(analysis.ROWS, analysis.build),
    Part(causes.ROWS, causes.build),
    Part(picture.ROWS, picture.build),
    Part(picture.OWN_ROWS, picture.build_own),
    Part(series.ROWS, series.build),
    Part(series.PUBLIC_ROWS, series.build_public),
    Part(figure_files.ROWS, figure_files.build),
    Part(point_files.ROWS, point_files.build),
    Part(connections.ROWS, connections.build),
    Part(steps.ROWS, steps.build),
    Part(surveys.ROWS, surveys.build),
    Part(surveys.PUBLIC_ROWS, surveys.build),
    Part(maps.ROWS, maps.build),
    Part(evidence.ROWS, evidence.build),
    Part(year.ROWS, year.build),
    Part(walks.ROWS, walks.build),
    Part(walks.PUBLIC_ROWS, walks.build_public),
    Part(walks.AGAIN_ROWS, walks.build_again),
    Part(walks.EVENING_ROWS, walks.build_evening),
    Part(walks.WATCH_ROWS, walks.build_watch),
    Part(weeks.ROWS, weeks.build),
    Part(weeks.HELD_ROWS, weeks.build_held),
    Part(weeks.FOLLOWED_ROWS, weeks.build_followed),
    Part(est.ROWS, est.build),
    Part(est.PUBLIC_ROWS, est.build_public),
    Part(council.OF_COUNCIL, council.of_council),
    Part(council.OF_SEAT, council.of_seat),
    Part(council.OF_MEETING, council.of_meeting),
    Part(council.OF_TASK, council.of_task),
    Part(desk.OF_DESK, desk.of_desk),
    Part(desk.OF_KIND, desk.of_kind),
    Part(desk.OF_RULE, desk.of_rule),
    Part(desk.OF_KEY, desk.of_key),
    Part(desk.OF_FILE, desk.of_file),
    Part(open311.ROWS, open311.build),
    Part(plans.ROWS, plans.build),
    Part(plans.GRANT_ROWS, plans.build_grant),
    Part(residents.ROWS, residents.build),
    Part(handling.ROWS, handling.build),
    Part(feedback.ROWS, feedback.build),
    Part(reporting.ROWS, reporting.build),
    Part(reporting.OWN_ROWS, reporting.build_own),
    Part(handling.WORDS_ROWS, handling.build_words),
    Part(dialogues.ROWS, dialogues.build),
    Part(dialogues.PUBLIC_ROWS, dialogues.build),
    Part(voices.ROWS, voices.build),
    Part(voices.HELD_ROWS, voices.build_held),
    Part(voices.PUBLIC_ROWS, voices.build),
    Part(fielding.ROWS, fielding.build),
    Part(results.ROWS, results.build),
    Part(results.PUBLIC_ROWS, results.build_public),
)
