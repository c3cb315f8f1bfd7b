"""What five municipalities have promised, restated from their own published pages.

The promises, the sources they name, who decided and how they are followed up
are theirs; the wording is condensed.
"""

from dataclasses import dataclass
from datetime import date

from handslag.config.demo.accounts import DEGERFORS, KARLSKOGA, POLICE
from handslag.config.demo.stage import COUNCIL, TODAY, Stage, at
from handslag.config.demo.telling import Finding, Said, draft, found, target
from handslag.core.periods import parse
from handslag.domain.promises.queries import promises_of
from handslag.domain.promises.rules.drafts import ActivityDraft, PromiseDraft, SetDraft
from handslag.domain.promises.rules.words import Condition, Direction, Measures, Op
from handslag.domain.promises.services import cite, publish_restated

READ_ON = date(2026, 11, 22)
HALLEFORS, ASELE, OSTHAMMAR = "Hällefors kommun", "Åsele kommun", "Östhammars kommun"
NORTH, NORDUPPLAND = "Polisregion Nord", "Lokalpolisområde Norduppland"
OSTHAMMARSHEM = "Östhammarshem"
TOGETHER = (POLICE, DEGERFORS, KARLSKOGA)


@dataclass(frozen=True, slots=True)
class Restated:
    """One set as its own page has it, the account that enters it, and what it rests on."""

    account: str
    areas: tuple[str, ...]
    others: tuple[str, ...]
    words: SetDraft
    promises: tuple[Said, ...] = ()
    findings: tuple[Finding, ...] = ()


IN_DEGERFORS = Restated(
    account="samordnare",
    areas=(DEGERFORS,),
    others=(POLICE,),
    words=SetDraft(
        name="Medborgarlöften i Degerfors",
        period=parse(""),
        lead=(
            "Degerfors vision är en kommun helt utan brott och utan sådan otrygghet "
            "som begränsar människors liv. Löftena ska säga vad polisen och kommunen "
            "åstadkommer tillsammans, med fokus på det som invånarna tycker är viktigast. "
            "Sidan räknar inte upp några enskilda löften."
        ),
        purpose=(
            "Löftena ska vara prioriterade åtgärder som går ihop med hur kommunen och "
            "polisen vanligen styr sitt arbete."
        ),
        agreement=(
            "Samverkansöverenskommelsen mellan Degerfors kommun och ”lokalpolisområde "
            "Degerfors”, som sidan skriver. Långsiktiga och sociala åtgärder står i den, "
            "situationella i löftena."
        ),
    ),
    findings=(
        Finding("lägesbild", "En gemensam bild av läget är grunden för vem som gör vad."),
    ),
)
OF_LOK_BRA = (
    Said(
        PromiseDraft(
            "Vi förbättrar dialogen mellan polisen och den som har drabbats av brott.",
            focus="BROTTSOFFER",
            activity_types=("brottsofferstöd",),
        ),
        by=TOGETHER,
    ),
    Said(
        PromiseDraft(
            "Vi går igenom den fysiska miljön.",
            focus="BELYS",
            activity_types=("trygghetsinventering",),
        ),
        by=TOGETHER,
    ),
    Said(
        PromiseDraft(
            "Vi håller trygghetsdialoger enligt Purple Flag.",
            focus="DIALOG",
            activity_types=("medborgardialog", "certifiering"),
        ),
        by=TOGETHER,
    ),
    Said(
        PromiseDraft(
            "Vi gör lokala och synliga insatser nära er.",
            focus="NARV",
            activity_types=("synlig_närvaro",),
        ),
        by=TOGETHER,
    ),
    Said(
        PromiseDraft(
            "Vi förebygger och ingriper mot trafikbrott.",
            focus="TRAF",
            activity_types=("trafikkontroll",),
        ),
        by=TOGETHER,
    ),
    Said(
        PromiseDraft("Vi ökar känslan av trygghet på allmänna platser.", focus="TRYGG_OFF"),
        by=TOGETHER,
    ),
)
LOK_BRA = Restated(
    account="samordnare",
    areas=(DEGERFORS, KARLSKOGA),
    others=(POLICE, COUNCIL),
    words=SetDraft(
        name="Lok Brås medborgarlöften 2017",
        period=parse("2017"),
        lead=(
            "Karlskoga och Degerfors har ett gemensamt lokalt brottsförebyggande råd "
            "sedan 1994. Under 2016 samlade rådet in vad invånarna tycker är viktigast "
            "för att känna sig trygga. Sidan är från januari 2017, säger inte hur länge "
            "löftena gäller och ger sex av dem som exempel."
        ),
        announced_on=date(2017, 1, 24),
        agreement=(
            "Löftena utvecklar de strategiska samverkansöverenskommelserna mellan polisen "
            "och kommunerna, som har sju prioriterade fokusområden."
        ),
        follow_up_stated="Genom trygghetsmätningar och polisens egna mätningar.",
    ),
    promises=OF_LOK_BRA,
    findings=(
        Finding(
            "medborgardialog",
            "Invånarna har sagt vad som är viktigast för att de ska känna sig trygga.",
            "2016",
        ),
        Finding("trygghetsmätning", "Den sammantagna bilden är att det blir tryggare."),
    ),
)
OF_HALLEFORS = (
    Said(
        PromiseDraft(
            "Vi arbetar enligt EST, effektiv samordning för trygghet. Då kan vi arbeta "
            "systematiskt mot de problem som är aktuella.",
            heading="Vi arbetar enligt EST",
            number=1,
            focus="SAMV",
            activity_types=("EST",),
        ),
        by=(HALLEFORS, POLICE),
    ),
    Said(
        PromiseDraft(
            "Vi går trygghetsvandringar och för dialog med invånare, föreningar och "
            "näringsidkare i kommunens olika områden. Det ni säger ligger till grund för "
            "vad vi gör sedan.",
            heading="Vandringar och dialoger i kommunens områden",
            purpose="Särskilt otryggheten i offentliga miljöer.",
            number=2,
            focus="TRYGG_OFF",
            place_stated="kommunens olika områden",
            activity_types=("trygghetsvandring", "medborgardialog"),
        ),
        by=(HALLEFORS, POLICE),
    ),
    Said(
        PromiseDraft(
            "Vi utvecklar tillsammans med andra arbetet med att förebygga och ingripa mot "
            "narkotikabrott, trafikbrott och ordningsstörningar i kommunen.",
            heading="Mot narkotika, trafikbrott och ordningsstörningar",
            number=3,
            focus="NARK",
            place_stated="Hällefors kommun",
        ),
        by=(HALLEFORS, POLICE),
    ),
    Said(
        PromiseDraft(
            "Dialogen mellan polisen och den som har drabbats av brott blir bättre: man "
            "blir kontaktad inom en vecka från att en utredare har fått ärendet.",
            heading="Kontakt inom en vecka",
            number=4,
            focus="BROTTSOFFER",
            activity_types=("brottsofferstöd",),
            binds=Condition.WHEN,
            condition="När en förundersökning har inletts.",
            is_sensitive=True,
            targets=(
                target(
                    Op.WITHIN,
                    1,
                    "vecka",
                    per="ärende",
                    clock_starts="när en utredare tilldelas ärendet",
                    precondition="förundersökning har inletts",
                ),
            ),
        ),
        by=(POLICE,),
    ),
)
IN_HALLEFORS = Restated(
    account="hallefors",
    areas=(HALLEFORS,),
    others=(POLICE,),
    words=SetDraft(
        name="Medborgarlöften för Hällefors kommun",
        period=parse("från hösten 2020"),
        lead=(
            "Hösten 2020 gick polisen och kommunen igenom brottsligheten och hur trygga "
            "invånarna känner sig. Sidan säger inte hur länge löftena gäller."
        ),
        agreement=(
            "Löftena utvecklar och förstärker överenskommelserna mellan kommunen och "
            "polisen."
        ),
        follow_up_stated=(
            "Nya undersökningar, rapporter om otrygghet och uppföljning av det som har "
            "gjorts. Redovisas i lokala BRÅ."
        ),
    ),
    promises=OF_HALLEFORS,
    findings=(
        Finding("brottsstatistik", "Den aktuella brottssituationen.", "hösten 2020"),
        Finding("trygghetsmätning", "Hur trygga invånarna känner sig.", "hösten 2020"),
        Finding(
            "otrygghetsapp",
            "Ärenden som invånare har rapporterat i appen för otrygghet.",
            "hösten 2020",
        ),
        Finding("medborgardialog", "Det som kom fram i medborgardialoger.", "hösten 2020"),
        Finding("händelserapporter", "Polisens händelserapporter.", "hösten 2020"),
        Finding("Hobit", "Utdrag ur polisens kartsystem Hobit.", "hösten 2020"),
    ),
)
OF_ASELE = (
    Said(
        PromiseDraft(
            "Vi arbetar förebyggande för att tidigt upptäcka unga som brukar narkotika.",
            focus="NARK",
            place_stated="Åsele",
        ),
        by=(ASELE, NORTH),
    ),
    Said(
        PromiseDraft(
            "Vi informerar lärare och annan personal som arbetar med barn och unga om hur "
            "brott förebyggs och om tecken och symtom på droger.",
            focus="NARK",
            activity_types=("utbildning_personal",),
        ),
        by=(ASELE, NORTH),
    ),
    Said(
        PromiseDraft(
            "Polisen övervakar trafiken i centrala Åsele, riktat mot hastigheter och mot "
            "alkohol och droger bakom ratten.",
            focus="TRAF",
            place_stated="centrala Åsele",
            activity_types=("trafikkontroll",),
        ),
        by=(NORTH,),
    ),
    Said(
        PromiseDraft(
            "Polisen är mer närvarande i byarna genom trafikkontroller.",
            focus="NARV",
            place_stated="kommunens byar",
            activity_types=("trafikkontroll",),
        ),
        by=(NORTH,),
    ),
)
IN_ASELE = Restated(
    account="asele",
    areas=(ASELE,),
    others=(NORTH,),
    words=SetDraft(
        name="Medborgarlöfte 2021–2022",
        period=parse("2021-2022"),
        lead=(
            "Konkreta aktiviteter från polisen och kommunen, för ökad trygghet och färre "
            "brott. På kommunens sida finns också löftena för 2019–2020."
        ),
        agreement=(
            "Löftena utvecklar samverkansöverenskommelsen mellan Polismyndigheten och "
            "Åsele kommun. Den gäller 1 januari 2019–31 december 2022 och förlängs tills "
            "vidare om ingen ny tecknas."
        ),
        follow_up_stated=(
            "Överenskommelsens mål följs upp vartannat år av kommunchefen och "
            "kommunpolisen, eller av dem de delegerar till."
        ),
    ),
    promises=OF_ASELE,
    findings=(
        Finding("medborgardialog", "Medborgardialoger."),
        Finding("medarbetardialog", "Dialoger med medarbetare."),
        Finding("underrättelse", "Underlag från polisens underrättelseverksamhet."),
    ),
)
OF_OSTHAMMAR = (
    Said(
        PromiseDraft(
            "Kommunen och polisen arbetar mer för att ni ska känna er trygga hemma, när "
            "det gäller våld i nära relation, hot och våld samt stöld och inbrott.",
            heading="Tryggare i hemmet",
            purpose="Att stärka den upplevda tryggheten i hemmet.",
            focus="VNR",
            activity_types=("grannsamverkan", "båtsamverkan", "information_kampanj"),
            activities=(
                ActivityDraft("Vi fortsätter att utveckla Våga värna."),
                ActivityDraft("Kommunen, Östhammarshem och polisen samarbetar.", level=2),
                ActivityDraft("Vi sprider Grannsamverkan och Båtsamverkan."),
                ActivityDraft("Kampanjer om hur man skyddar sig mot stöld.", level=2),
            ),
            targets=(
                target(
                    Op.MIN,
                    None,
                    "anmälningar av våld i nära relation",
                    note="Inget tal anges.",
                    measures=Measures.EFFECT,
                    direction=Direction.UP,
                    direction_why=(
                        "Många av de här brotten anmäls förmodligen aldrig. Fler "
                        "anmälningar ser sämre ut i statistiken men är här ett gott "
                        "tecken."
                    ),
                ),
            ),
        ),
        by=(OSTHAMMAR, NORDUPPLAND),
        helped_by=(OSTHAMMARSHEM,),
        findings=(
            Finding(
                "egen_enkät",
                "Invånare svarade om trygghet i hemmet, i bostadsområdet och i kommunen, "
                "om platser som bör undvikas och om vilka brott man är rädd att utsättas "
                "för.",
                "7 oktober-2 november",
            ),
            Finding(
                "medborgardialog",
                "Förslag och synpunkter som har kommit fram i dialog med invånare.",
            ),
        ),
    ),
)
IN_OSTHAMMAR = Restated(
    account="osthammar",
    areas=(OSTHAMMAR,),
    others=(NORDUPPLAND,),
    words=SetDraft(
        name="Medborgarlöfte 2021",
        period=parse("2021"),
        lead="Löftet förnyas varje år, efter nya enkäter och dialoger med invånarna.",
        purpose=(
            "Ta vara på engagemanget lokalt, samverka mer, berätta vad som görs och låta "
            "dem som bor och vistas i kommunen vara med."
        ),
        decided_by="kommunstyrelsen och lokalpolisområdeschefen",
        agreement="Kompletterar samverkansavtalen mellan kommunen och polisen.",
        follow_up_stated=(
            "Efter medborgarundersökningen hösten 2021 och löpande i Trygg i Östhammar, "
            "som är kommunens lokala BRÅ."
        ),
    ),
    promises=OF_OSTHAMMAR,
)


def restate_all(stage: Stage) -> None:
    """Enter and publish the older promises of the five."""
    for told in (IN_DEGERFORS, LOK_BRA, IN_HALLEFORS, IN_ASELE, IN_OSTHAMMAR):
        _restate(stage, told)


def _restate(stage: Stage, told: Restated) -> None:
    set_ = draft(
        stage,
        told.account,
        told.words,
        told.promises,
        areas=told.areas,
        others=told.others,
        on=TODAY,
    )
    actor, home = stage.actor(told.account), told.areas[0]
    for said, promise in zip(told.promises, promises_of(set_), strict=True):
        if said.findings:
            own = [found(stage, told.account, home, one, TODAY) for one in said.findings]
            cite(actor, set_, own, promise=promise)
    if told.findings:
        common = [found(stage, told.account, home, one, TODAY) for one in told.findings]
        cite(actor, set_, common)
    publish_restated(
        actor, set_, url="", publisher="kommun", retrieved_on=READ_ON, now=at(TODAY)
    )
