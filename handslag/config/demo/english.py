"""The made-up years of Degerfors in English: a translation, the Swedish is approved."""

from collections.abc import Mapping

from handslag.config.demo.stage import Stage
from handslag.core.approvals.rules.translating import Said
from handslag.domain.agreements import services as agreements
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.published import texts_of
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.published import approved_texts, read

# By the Swedish words, so that one can read them side by side.
BOTH_YEARS = {
    "Vad polisen och kommunen lovar er som bor och vistas i Degerfors.": (
        "What the police and the municipality promise those who live or stay in Degerfors."
    ),
    "kommunstyrelsen och lokalpolisområdeschefen": (
        "the municipal executive board and the head of the local police district"
    ),
    "Bilaga till samverkansöverenskommelsen mellan kommunen och lokalpolisområdet.": (
        "Annex to the cooperation agreement between the municipality and the local police"
        " district."
    ),
    "Var fjärde månad, i Lok Brå.": (
        "Every four months, in the local crime prevention council."
    ),
    "Tertialuppföljning": "Four-monthly follow-up",
    "trygghetssamordnaren och kommunpolisen": (
        "the safety coordinator and the municipal police officer"
    ),
    "Lok Brå": "the local crime prevention council",
    "centrum": "the centre",
    "vandringar": "walks",
    "kontroller": "checks",
}
YEAR_2025 = {
    "Medborgarlöfte 2025": "Citizen promises 2025",
    "Minst fyra trygghetsvandringar i centrum": "At least four safety walks in the centre",
    "Vi går minst fyra trygghetsvandringar i centrum.": (
        "We walk at least four safety walks in the centre."
    ),
    "Trafikkontroller vid skolorna": "Traffic checks at the schools",
    "Polisen kontrollerar trafiken vid skolorna minst två gånger i månaden.": (
        "The police check the traffic at the schools at least twice a month."
    ),
    "vid skolorna": "at the schools",
    "månad": "month",
    "Nya lyktor i bostadsområdena": "New street lights in the housing areas",
    "Vi byter minst tio trasiga lyktor i Degerforsbyggens områden.": (
        "We replace at least ten broken street lights in the areas of Degerforsbyggen."
    ),
    "Degerforsbyggens områden": "the areas of Degerforsbyggen",
    "lyktor": "street lights",
}
YEAR_2026 = {
    "Medborgarlöfte 2026": "Citizen promises 2026",
    # What they rest on
    "214 av 1 100 svarande nämnde centrum eller stationen som en plats de undviker.": (
        "214 of the 1,100 who answered named the centre or the station as a place they"
        " avoid."
    ),
    "hösten 2025": "autumn 2025",
    "centrum och stationen": "the centre and the station",
    "”Man går omvägar runt stationen när det är mörkt.”": (
        "“You take the long way round the station when it is dark.”"
    ),
    "oktober 2025": "October 2025",
    "stationen": "the station",
    # 1
    "Minst fyra trygghetsvandringar, i centrum och i Strömtorp": (
        "At least four safety walks, in the centre and in Strömtorp"
    ),
    "Vi går minst fyra trygghetsvandringar i centrum och i Strömtorp. Det ni pekar ut får "
    "ett svar inom en månad: vi gör det, vi gör det senare, eller vi säger varför inte.": (
        "We walk at least four safety walks in the centre and in Strömtorp. What you point"
        " out is answered within a month: we do it, we do it later, or we say why not."
    ),
    "Färre ska gå omvägar för att det känns otryggt.": (
        "Fewer people should take the long way round because it feels unsafe."
    ),
    "centrum och Strömtorp": "the centre and Strömtorp",
    "mars-november 2026": "March to November 2026",
    "Bjuda in": "Invite people",
    "tre veckor före": "three weeks before",
    "Affischer på torget och i trapphusen": "Posters in the square and in the stairwells",
    "Ett inlägg på kommunens webbplats": "A post on the website of the municipality",
    "Gå vandringen": "Walk the walk",
    "Polisen är med": "The police take part",
    "Svara på varje iakttagelse": "Answer every observation",
    "inom en månad": "within a month",
    "En vandring räknas när minst fem invånare är med.": (
        "A walk counts when at least five residents take part."
    ),
    # 2
    "En trafikkontroll i veckan på vägarna som ni pekade ut": (
        "A traffic check every week on the roads you pointed out"
    ),
    "Polisen gör minst en trafikkontroll i veckan på vägarna som ni pekade ut.": (
        "The police carry out at least one traffic check a week on the roads that you"
        " pointed out."
    ),
    "väg 205, Herrgårdsgatan och Strömtorpsvägen": (
        "road 205, Herrgårdsgatan and Strömtorpsvägen"
    ),
    "vecka": "week",
    # 3
    "Belysningen längs gångvägen vid Letälven är tänd före oktober": (
        "The lights along the path by Letälven are on before October"
    ),
    "Belysningen längs gångvägen vid Letälven är tänd före oktober.": (
        "The lights along the footpath by Letälven are on before October."
    ),
    "gångvägen vid Letälven": "the footpath by Letälven",
    "före oktober 2026": "before October 2026",
    "sträcka": "stretch of path",
    # 4
    "Den som anmält ett brott får höra av oss inom en vecka": (
        "If you have reported a crime you hear from us within a week"
    ),
    "Den som har drabbats av brott får höra av polisen inom en vecka från att en utredare "
    "har fått ärendet.": (
        "Anyone who has been the victim of a crime hears from the police within a week of"
        " an investigator being given the case."
    ),
    "När en förundersökning har inletts.": "When a preliminary investigation has begun.",
    "när en utredare får ärendet": "when an investigator is given the case",
    "förundersökning har inletts": "a preliminary investigation has begun",
    "ärende": "case",
    # 5
    "Besök i alla klasser i årskurs 7": "A visit to every class in year 7",
    "Alla klasser i årskurs 7 får besök av fältgruppen och polisen.": (
        "Every class in year 7 is visited by the field team and the police."
    ),
    "Stora Vallaskolan": "Stora Vallaskolan",
    "procent av klasserna": "percent of the classes",
    # 6
    "Fler vuxna ute när det har varit oroligt": (
        "More adults out when there has been trouble"
    ),
    "Om det är oroligt i centrum två helger i rad är fler vuxna ute helgen efter.": (
        "If there is trouble in the centre two weekends in a row, more adults are out the"
        " weekend after."
    ),
    "Om det har varit oroligt två helger i rad.": (
        "If there has been trouble two weekends in a row."
    ),
    "helger": "weekends",
    # 7
    "Alla källare gås igenom": "Every cellar is checked",
    "Degerforsbyggen går igenom alla 24 källare och förråd och säkrar dem som behöver "
    "det.": (
        "Degerforsbyggen checks all 24 cellars and store rooms and secures those that need"
        " it."
    ),
    "Degerforsbyggens hus": "the houses of Degerforsbyggen",
    "procent av källarna": "percent of the cellars",
    # 8
    "Två dialogmöten med föreningarna": "Two dialogue meetings with the associations",
    "Vi håller två dialogmöten med föreningarna, ett på våren och ett på hösten.": (
        "We hold two dialogue meetings with the associations, one in spring and one in"
        " autumn."
    ),
    "Folkets hus": "Folkets hus",
    "möten": "meetings",
    # Since the year before, and since February
    "Alla gamla lyktor är bytta. Nu gäller det gångvägen vid Letälven.": (
        "All the old street lights are replaced. Now it is the footpath by Letälven."
    ),
    "Nu ska varje iakttagelse också få ett svar.": (
        "Now every observation is to be answered as well."
    ),
    "Ni pekade ut fler vägar. Nu är det en kontroll i veckan.": (
        "You pointed out more roads. Now it is one control a week."
    ),
    "Strömtorp lades till efter dialogen i maj.": (
        "Strömtorp was added after the dialogue in May."
    ),
}


def tell(stage: Stage, set_: PromiseSet, words: Mapping[str, str]) -> None:
    """Translate every approved text of the set."""
    assert set_.version is not None  # noqa: S101 - told when it is published
    known = {**BOTH_YEARS, **words}
    texts = {
        one.key: Said(known[one.swedish])
        for one in approved_texts(read(set_.version.content))
    }
    services.translate(stage.actor("kommunikator"), set_, language="en", texts=texts)


AGREEMENT = {
    "Samverkansöverenskommelse 2024–2027": "Cooperation agreement 2024–2027",
    "En kommun helt utan brott, och utan sådan otrygghet som begränsar hur människor"
    " lever.": (
        "A municipality entirely without crime, and without the kind of fear that limits"
        " how people live."
    ),
    "Minska brottsligheten och öka tryggheten i Degerfors": (
        "Reduce crime and make Degerfors safer"
    ),
    "Göra tydligt vem som ansvarar för vad": "Make clear who is responsible for what",
    "Använda samma begrepp och samma bild av läget": (
        "Use the same terms and the same picture of the situation"
    ),
    "Unga som dricker och prövar narkotika": "Young people who drink and try drugs",
    "Otrygghet i centrum på kvällarna": "People feel unsafe in the centre in the evenings",
    "Överenskommelsen är vår gemensamma plattform. Långsiktiga och sociala åtgärder står"
    " här. Det situationella står i medborgarlöftena.": (
        "The agreement is our common platform. Long-term and social measures are stated"
        " here. The situational ones are stated in the citizen promises."
    ),
    "Andelen niondeklassare som har druckit alkohol minskar till 30 procent 2027": (
        "The share of ninth graders who have drunk alcohol falls to 30 per cent in 2027"
    ),
    "drogvaneundersökning i årskurs 9": "survey of drug habits in grade 9",
    "Varje skola har en trygghetsgrupp som möts minst en gång i månaden": (
        "Every school has a safety group that meets at least once a month"
    ),
    "skolornas årsberättelse": "the annual reports of the schools",
    "Vi tar fram en gemensam lägesbild och ger medborgarlöften utifrån den.": (
        "We make a joint situational picture and give citizen promises based on it."
    ),
    "Erbjuder alla föräldrar till barn i årskurs 6 ett föräldraprogram.": (
        "Offers all parents of children in grade 6 a parent programme."
    ),
    "Har en fältgrupp som arbetar minst två kvällar i veckan.": (
        "Has youth workers out at least two evenings a week."
    ),
    "Har en kommunpolis med minst halva sin tid i Degerfors.": (
        "Has a municipal police officer with at least half of their time in Degerfors."
    ),
    "Deltar i skolornas trygghetsgrupper.": "Takes part in the schools' safety groups.",
    "Har en trygghetsvärd i Strömtorp.": "Has a safety host in Strömtorp.",
}


def tell_agreement(stage: Stage, row: Agreement) -> None:
    """Translate what most people read. The rest is left, as it often is."""
    assert row.version is not None  # noqa: S101 - told when it is settled
    texts = {
        one.key: Said(AGREEMENT[one.swedish])
        for one in texts_of(row.version.content)
        if one.swedish in AGREEMENT
    }
    agreements.translate(stage.actor("samordnare"), row, language="en", texts=texts)
