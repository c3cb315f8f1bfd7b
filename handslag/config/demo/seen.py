"""What is seen in the made-up reports: words for each kind, without anybody in them."""

from collections.abc import Mapping

SEEN: Mapping[str, tuple[str, ...]] = {
    "graffiti": (
        "Nytt klotter på kortsidan. Ungefär två meter brett.",
        "Klotter på elskåpet igen, samma färg som förra veckan.",
        "Klotter på muren och på bänken.",
    ),
    "broken_glass": (
        "Krossade flaskor på gångbanan.",
        "En ruta är krossad på baksidan. Glas ligger kvar på marken.",
        "Mycket glas vid bänkarna.",
    ),
    "fire": (
        "Spår av eld i papperskorgen. Ingenting brinner nu.",
        "Någon har eldat vid vindskyddet. Marken är svart.",
    ),
    "other_damage": (
        "Bänken är vält och en planka avbruten.",
        "Papperskorgen är nedsparkad.",
        "Staketet är nedtrampat på tre ställen.",
    ),
    "outdoors": (
        "En större samling, hög musik. De som gick förbi tog en omväg.",
        "Samling med mopeder till sent på kvällen.",
        "Flera samlade vid bänkarna, högljutt men inget bråk.",
    ),
    "in_stairwell": (
        "Samling i trapphuset. Fimpar och burkar på golvet.",
        "Dörren stod uppställd och flera höll till i entrén.",
    ),
    "in_mall": ("Samling innanför entrén efter stängning.",),
    "quarrel": (
        "Högljutt bråk som löste sig självt.",
        "Bråk utanför kiosken vid stängning.",
    ),
    "drugs": (
        "Små tomma påsar på marken. Misstänkt hantering av narkotika.",
        "Korta möten vid parkeringen flera kvällar i rad.",
    ),
    "reckless_driving": (
        "Buskörning fram och tillbaka i hög fart.",
        "A-traktor med hög musik, körde på gångbanan.",
        "Sladdspår över hela planen.",
    ),
    "lighting": (
        "Tre lampor är släckta. Det är helt mörkt mellan dem.",
        "Lampan blinkar och går ut. Man ser inte vägen.",
        "Mörkt längs hela sträckan på kvällen.",
    ),
    "sight": (
        "Buskarna är så höga att man inte ser vad som finns bakom.",
        "Grenarna skymmer lampan och vägen.",
    ),
    "litter": (
        "Mycket skräp runt bänkarna.",
        "Soporna har inte tömts. Det ligger utspritt.",
    ),
    "worn": ("Räcket är löst och trappan sliten.", "Skylten är trasig."),
    "desolate": (
        "Här är ingen efter klockan sju. Det känns ödsligt.",
        "Öde på kvällen, jag går hellre en omväg.",
    ),
    "traffic": ("Bilarna kör fort förbi övergången.",),
    "safe_place": (
        "Här är det ljust och folk i rörelse. Det känns tryggt.",
        "Sedan kiosken öppnade känns det bra att vänta här.",
    ),
    "event": ("Marknad på lördagen. Många besökare väntas, parkeringen blir full.",),
}
