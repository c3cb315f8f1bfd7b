"""Analyses: plans for seeing whether something helped, in each of their states."""

from handslag.domain.analysis.models import EffectPlan

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
    ),
}


def words() -> dict[str, str]:
    found = {one.about: str(one.public_id) for one in EffectPlan.objects.all()}
    return {
        "effect_over": found["Elljusspåret"],
        "effect_late": found["Stora torget"],
        "effect_counted": found["Rapporterad skadegörelse"],
        "effect_asked": found["Utsatta för brott"],
        "effect_ahead": found["Resecentrum"],
    }
