"""What runs by itself, and how often: the whole table.

`manage.py worker` looks at it every second; `manage.py tick` once, for those
who would rather use a timer. Each job may run twice and does no harm by it.
"""

from datetime import datetime

from handslag.core.access import system
from handslag.core.accounts import services as accounts
from handslag.core.audit import queries as log
from handslag.core.audit import services as audit
from handslag.core.connections import services as connections
from handslag.core.limits import services as limits
from handslag.core.mail import services as mail
from handslag.core.periods import STOCKHOLM, stockholm_day
from handslag.core.schedule.rules import Job
from handslag.core.search import services as search
from handslag.domain.agreements import services as agreements
from handslag.domain.analysis import services as analysis
from handslag.domain.dialogues import services as dialogues
from handslag.domain.incidents import services as incidents
from handslag.domain.incidents.services import forgetting, importing
from handslag.domain.picture import services as picture
from handslag.domain.plans import services as plans
from handslag.domain.police_events import services as police_events
from handslag.domain.police_events.tasks import ask_the_police
from handslag.domain.promises.services import fill_from_progress, indexing
from handslag.domain.series import services as series
from handslag.domain.series import tasks as series_tasks
from handslag.domain.surveys import services as surveys
from handslag.domain.surveys import tasks as survey_tasks
from handslag.domain.surveys.services import fieldwork
from handslag.domain.voices import services as voices
from handslag.domain.walks import services as walks
from handslag.domain.year import services as year
from handslag.web.words.year import named

HOUR = 60 * 60
DAY = 24 * HOUR
FORGETTING = (
    forgetting.forget_contacts,
    forgetting.forget_persons,
    forgetting.forget_held,
    forgetting.forget_photos,
    forgetting.forget_readings,
    forgetting.forget_rows,
)
# Of 200 reports and more: a million that are too old at once are gone in four days.
TURNS = 50
MORNING = 6  # o'clock, in Sweden


def seal(now: datetime) -> int:
    """The log is at most a few seconds behind its seals."""
    return audit.seal_waiting(now=now) if log.is_sealing_due(now) else 0


def turn_unreported(now: datetime) -> int:
    """What should have been reported by today stands as not reported, everywhere."""
    return indexing.turn_unreported(system("timer"), now=now)


def forget_words(_now: datetime) -> int:
    """What was taken down leaves no word behind."""
    return search.forget_unused_words()


def index_documents(_now: datetime) -> int:
    """Agreements, pictures and plans from before they could be found can be found."""
    by = system("timer")
    parts = (agreements, picture, plans)
    return sum(part.index_missing(by) for part in parts)


def forget_reports(now: datetime) -> int:
    """What was reported goes in time: addresses, persons, words that waited, all of it.

    Reports some at a time, each in a transaction of its own, so that nobody waits."""
    by = system("timer")
    gone = sum(forget(by, now=now) for forget in FORGETTING)
    for _turn in range(TURNS):
        reports = forgetting.forget_reports(by, now=now)
        if not reports:
            break
        gone += reports
    return gone


def forget_voices(now: datetime) -> int:
    """What people said goes in time, and the addresses they left: the numbers stay."""
    by = system("timer")
    gone = voices.forget_addresses(by, now=now)
    for _turn in range(TURNS):
        words = voices.forget_words(by, now=now)
        if not words:
            break
        gone += words
    return gone


def remind(now: datetime) -> int:
    """Who must be told of a day is told in the morning, once."""
    if now.astimezone(STOCKHOLM).hour < MORNING:
        return 0
    return year.remind(system("timer"), now=now, naming=named)


def release_maps(now: datetime) -> int:
    """The public map of a month is fixed as soon as the month is over."""
    return incidents.release_due(system("timer"), now=now)


def read_files(now: datetime) -> int:
    """Files of other systems that were left on the way are gone on with."""
    return importing.advance_batches(system("timer"), now=now)


def release_shares(now: datetime) -> int:
    """How many reports led to something is fixed when they have had two months."""
    return incidents.release_shares_due(system("timer"), now=now)


def tell_reporters(now: datetime) -> int:
    """Who reports in service hears once a month what became of it."""
    return incidents.tell_month(system("timer"), now=now)


def tell_owners(now: datetime) -> int:
    """Who has got tasks by a rule hears of it, of all together."""
    return incidents.tell_owners(system("timer"), now=now)


def forget_walk_photos(now: datetime) -> int:
    """Photos of walks in which nobody has painted over anything in time are deleted."""
    return walks.forget_photos(system("timer"), today=stockholm_day(now))


def remind_of_dialogues(now: datetime) -> int:
    """Who has a place is reminded two days before, and forgotten a week after. So is
    what was typed and never saved, after a month."""
    by = system("timer")
    forgotten = dialogues.forget_sign_ups(by, now=now) + dialogues.forget_drafts(
        by, now=now
    )
    return dialogues.remind(by, now=now) + forgotten


def open_answers(now: datetime) -> int:
    """Sealed answers are opened when enough have come to be mixed, or all have come."""
    by = system("timer")
    surveys.close_due(by, now=now)
    opened = surveys.open_due(by, now=now)
    surveys.forget_keys(by)
    return opened


def forget_drawn(now: datetime) -> int:
    """Names and addresses of those who were drawn go when the survey has closed, and
    that they were drawn three months later."""
    by = system("timer")
    gone = fieldwork.forget_addresses(by, now=now)
    return gone + fieldwork.forget_invitations(by, now=now)


def count_answers(now: datetime) -> int:
    """Figures are made anew when answers enough have come, and protected when asked."""
    by = system("timer")
    return surveys.count_due(by, now=now) + survey_tasks.prepare_releases(by)


def renew_points(now: datetime) -> int:
    """What analyses are made of is made anew: what is deleted is in it no more."""
    return analysis.renew(system("timer"), now=now)


def lay_out_points(now: datetime) -> int:
    """Files of points that were read in are laid out for analysis."""
    return analysis.lay_out_due(system("timer"), now=now)


def forget_points(now: datetime) -> int:
    """Files of points that were never read in go after a day, points after five years."""
    return analysis.forget_points(system("timer"), now=now)


def fill_series(now: datetime) -> int:
    """What has been reported, answered and done becomes series that an indicator can
    follow."""
    by = system("timer")
    counted = analysis.fill_series(by, now=now) + analysis.fill_from_surveys(by, now=now)
    return counted + fill_from_progress(by, now=now)


def fetch_figures(now: datetime) -> int:
    """Kolada and Statistics Sweden are asked, if somebody has turned it on."""
    by = system("timer")
    return series_tasks.fetch_kolada(by, now=now) + series_tasks.fetch_population(
        by, now=now
    )


def forget_figures(now: datetime) -> int:
    """Files of figures that were sent in and never read in go after a day."""
    return series.forget_files(system("timer"), now=now)


def count_effects(now: datetime) -> int:
    """What is to show whether something helped is counted while its reports are there."""
    return analysis.count_effects(system("timer"), now=now)


def ask_police(now: datetime) -> int:
    """What the police tell is fetched, if that is turned on and its time has come."""
    return ask_the_police(system("timer"), now=now)


def forget_fetched(now: datetime) -> int:
    """Events of the police, and what was noted of each fetching, go after two years."""
    by = system("timer")
    gone = connections.forget_runs(by, now=now)
    return gone + police_events.forget_events(by, now=now)


JOBS = (
    Job("seal_audit", every=2, run=seal, lease=10, apart=True),
    Job("send_mail", every=5, run=mail.send_due),
    Job("turn_unreported", every=HOUR, run=turn_unreported),
    Job("remind", every=HOUR, run=remind),
    Job("release_maps", every=HOUR, run=release_maps),
    Job("release_shares", every=HOUR, run=release_shares),
    Job("tell_reporters", every=HOUR, run=tell_reporters),
    Job("tell_owners", every=HOUR, run=tell_owners),
    Job("clear_limits", every=HOUR, run=limits.clear),
    Job("clear_signing_in", every=DAY, run=accounts.clear_expired),
    Job("index_documents", every=DAY, run=index_documents),
    Job("forget_reports", every=HOUR, run=forget_reports),
    Job("forget_walk_photos", every=DAY, run=forget_walk_photos),
    Job("remind_of_dialogues", every=HOUR, run=remind_of_dialogues),
    Job("open_answers", every=60, run=open_answers),
    Job("forget_drawn", every=HOUR, run=forget_drawn),
    Job("forget_voices", every=DAY, run=forget_voices),
    Job("count_answers", every=20, run=count_answers),
    Job("read_files", every=20, run=read_files),
    Job("renew_points", every=DAY, run=renew_points),
    Job("lay_out_points", every=20, run=lay_out_points),
    Job("forget_points", every=HOUR, run=forget_points),
    Job("count_effects", every=DAY, run=count_effects),
    Job("fill_series", every=DAY, run=fill_series),
    Job("fetch_figures", every=HOUR, run=fetch_figures),
    Job("forget_figures", every=HOUR, run=forget_figures),
    Job("ask_police", every=60, run=ask_police),
    Job("forget_fetched", every=HOUR, run=forget_fetched),
    Job("forget_words", every=DAY, run=forget_words),
)
