"""Analyses: plans for seeing whether something helped, in each of their states."""

from handslag.core.access import Role
from handslag.domain.analysis.models import EffectPlan, PointFile
from handslag.domain.analysis.services import choose_point_columns
from handslag.domain.organisations.models import Organisation
from tests import make
from tests.web.matrix.parts import point_files

ANALYSIS = "/arbete/analys/"
EFFECTS = f"{ANALYSIS}fore-efter/"
AT_WORK = {
    "samordnare": (
        ANALYSIS,
        f"{ANALYSIS}var/",
        f"{ANALYSIS}igen/",
        f"{ANALYSIS}nar/",
        f"{ANALYSIS}utveckling/?ar=2&vad=damage",
        f"{ANALYSIS}ovanligt/",
        f"{ANALYSIS}mot-enkaten/",
        f"{ANALYSIS}forst/?vikt-damage=3",
        EFFECTS,
        f"{EFFECTS}ny/",
        f"{EFFECTS}nytt-matt/",
        EFFECTS + "{effect_counted}/",
        EFFECTS + "{effect_asked}/",
        EFFECTS + "{effect_over}/",
        EFFECTS + "{effect_late}/",
        EFFECTS + "{effect_ahead}/andra/",
        EFFECTS + "{effect_ahead}/blev-inte-av/",
        f"{ANALYSIS}punkter/",
        ANALYSIS + "punkter/{points_waiting}/",
        ANALYSIS + "punkter/{points}/",
        ANALYSIS + "var/?kalla={points}",
        ANALYSIS + "nar/?kalla={points}&vad=1",
    ),
}
NOT_PAGES = frozenset(
    {
        *("workspace:read-point-file", "workspace:undo-point-file"),
        "workspace:remove-point-file",
    }
)


def words() -> dict[str, str]:
    found = {one.about: str(one.public_id) for one in EffectPlan.objects.all()}
    return {
        "effect_over": found["Elljusspåret"],
        "effect_late": found["Stora torget"],
        "effect_counted": found["Rapporterad skadegörelse"],
        "effect_asked": found["Utsatta för brott"],
        "effect_ahead": found["Resecentrum"],
        "points": str(PointFile.objects.get(done_at__isnull=False).public_id),
        "points_waiting": _waiting(),
    }


def _waiting() -> str:
    """A file with a line that cannot be used, of which the columns are told."""
    home = Organisation.objects.get(short_name="Degerfors", desk__isnull=False)
    actor = make.member(home, Role.COORDINATOR)
    police = home  # not asked
    key = str(point_files.build(actor, home, police)["key"])
    sent = PointFile.objects.get(public_id=key)
    columns = {"day": "Datum", "north": "N", "east": "E"}
    choose_point_columns(actor, sent, columns, revision=sent.revision)
    return str(sent.public_id)
