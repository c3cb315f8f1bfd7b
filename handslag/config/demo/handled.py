"""What became of the made-up reports: most are closed, with an outcome that is said."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from handslag.config.demo.accounts import DEGERFORS, HOUSING, KARLSKOGA, POLICE
from handslag.config.demo.reported import MENDED, SOLVED, SPOTS
from handslag.config.demo.stage import TODAY, Stage
from handslag.core.access import Actor
from handslag.domain.incidents import services
from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.rules import Outcome, Top

SEED = 1883
# Who answers for the tasks of each organisation.
ACCOUNTS = {
    DEGERFORS: "samordnare",
    KARLSKOGA: "karlskoga",
    HOUSING: "bostad",
    POLICE: "kommunpolis",
}
OUTCOMES: dict[Top, tuple[tuple[Outcome, str], ...]] = {
    Top.DAMAGE: (
        (Outcome.FIXED, "Vi har sanerat och lagat."),
        (Outcome.FIXED, "Glaset är bortsopat och rutan bytt."),
        (Outcome.PARTLY, "Klottret är borta. Bänken lagas när den nya har kommit."),
    ),
    Top.UNSAFE_PLACE: (
        (Outcome.FIXED, "Lamporna är bytta."),
        (Outcome.PARTLY, "Buskarna är klippta. En lampa väntar på reservdel."),
        (Outcome.WILL_NOT, "Vägen är enskild och kommunen får inte sätta upp lampor där."),
        (Outcome.NOTED, ""),
    ),
    Top.GATHERING: (
        (Outcome.NOTED, "Fältgruppen går förbi på kvällarna."),
        (Outcome.NOTED, ""),
        (Outcome.PARTLY, "Kvällsrundor är lagda. Vi följer upp om fyra veckor."),
    ),
    Top.DISORDER: (
        (Outcome.NOTED, ""),
        (Outcome.PARTLY, "Extra tillsyn på fredagar och lördagar."),
        (Outcome.NOT_OURS, "Det är polisens uppgift. De har fått platsen och tiderna."),
    ),
    Top.SAFE_PLACE: ((Outcome.NOTED, "Tack. Det hjälper oss att se vad som fungerar."),),
    Top.EVENT: ((Outcome.NOTED, ""),),
}
SOLVED_BY = (
    Outcome.FIXED,
    "All belysning längs spåret är bytt och sikten är röjd. Se åtgärdsplanen.",
)
_OPEN_LATELY = timedelta(days=16)
_SLOW = 0.08  # of the old ones nobody has got round to
_MIDDAY = 11


def tell(stage: Stage) -> None:
    """Close most of what is old; leave what is new, and a few that are late."""
    dice = Random(SEED)  # noqa: S311 - the same each time
    solved = {spot.name for spot in SPOTS if spot.course == SOLVED}
    rows = Incident.objects.select_related("owner", "within", "place").order_by("pk")
    for row in rows:
        came = row.received_at.date()
        if TODAY - came < _OPEN_LATELY:
            if dice.random() < 0.4:  # noqa: PLR2004 - work has begun with some
                _begin(stage, row, dice)
        elif dice.random() >= _SLOW:
            place = row.place.name if row.place else ""
            _close(stage, row, dice, is_solved=place in solved and came > MENDED)


def _begin(stage: Stage, row: Incident, dice: Random) -> None:
    now = _later(row.received_at.date(), dice.randrange(1, 4))
    services.begin(_who(stage, row), row, revision=row.revision, now=now)


def _close(stage: Stage, row: Incident, dice: Random, *, is_solved: bool) -> None:
    outcome, words = SOLVED_BY if is_solved else dice.choice(OUTCOMES[Top(row.top)])
    days = dice.choice((2, 3, 5, 8, 12, 13, 20))
    services.close(
        _who(stage, row),
        row,
        outcome=outcome,
        words=words,
        revision=row.revision,
        now=_later(row.received_at.date(), days),
    )


def _who(stage: Stage, row: Incident) -> Actor:
    owner = row.owner or row.within
    return stage.actor(ACCOUNTS[owner.name])


def _later(day: date, days: int) -> datetime:
    """An hour at work some days later, and never after today."""
    then = min(day + timedelta(days=days), TODAY)
    return datetime.combine(then, time(_MIDDAY), tzinfo=UTC)
