"""What five municipalities have promised, restated from their own published pages.

The promises, the sources they name, who decided and how they are followed up
are theirs; the wording is condensed.
"""

from datetime import date

from handslag.config.demo.stage import COUNCIL, TODAY, Stage, at
from handslag.config.demo.telling import draft, found, owners, target
from handslag.core.periods import parse
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.drafts import ActivityDraft, PromiseDraft, SetDraft
from handslag.domain.promises.rules.words import Condition, Direction, Measures, Op
from handslag.domain.promises.services import cite, publish_restated

READ_ON = date(2026, 11, 22)


def restate_all(stage: Stage) -> None:
    """Enter and publish the older promises of the five."""
    for tell in (_degerfors, _lok_bra, _hallefors, _asele, _osthammar):
        tell(stage)


def _publish(stage: Stage, key: str, set_: PromiseSet) -> None:
    publish_restated(
        stage.actor(key),
        set_,
        url="",
        publisher="kommun",
        retrieved_on=READ_ON,
        now=at(TODAY),
    )


def _degerfors(stage: Stage) -> None:
    home, police = stage.org("Degerfors kommun"), stage.org("Lokalpolisområde Karlskoga")
    words = SetDraft(
        name="Medborgarlöften i Degerfors",
        period=parse(""),
        lead=(
            "Degerfors vision är en kommun helt utan brott och utan sådan otrygghet "
            "som begränsar människors liv. Löftena ska säga vad polisen och kommunen "
            "åstadkommer tillsammans, med fokus på det som invånarna tycker är viktigast. "
            "Sidan räknar inte upp några enskilda löften."
        ),
        agreement=(
            "Samverkansöverenskommelsen mellan kommunen och lokalpolisområdet. Långsiktiga "
            "och sociala åtgärder står i den, situationella i löftena."
        ),
    )
    set_ = draft(
        stage.actor("samordnare"), words, (), areas=[home], parties=[home, police], on=TODAY
    )
    _publish(stage, "samordnare", set_)


def _lok_bra(stage: Stage) -> None:
    degerfors, karlskoga = stage.org("Degerfors kommun"), stage.org("Karlskoga kommun")
    police, council = stage.org("Lokalpolisområde Karlskoga"), stage.org(COUNCIL)
    together = owners(police, degerfors, karlskoga)
    promises = [
        PromiseDraft(text, focus=focus, activity_types=types, owners=together)
        for text, focus, types in (
            (
                "Vi förbättrar dialogen mellan polisen och den som har drabbats av brott.",
                "BROTTSOFFER",
                ("brottsofferstöd",),
            ),
            ("Vi går igenom den fysiska miljön.", "BELYS", ("trygghetsinventering",)),
            (
                "Vi håller trygghetsdialoger enligt Purple Flag.",
                "DIALOG",
                ("medborgardialog", "certifiering"),
            ),
            ("Vi gör lokala och synliga insatser nära er.", "NARV", ("synlig_närvaro",)),
            ("Vi förebygger och ingriper mot trafikbrott.", "TRAF", ("trafikkontroll",)),
            ("Vi ökar tryggheten på allmänna platser.", "TRYGG_OFF", ()),
        )
    ]
    words = SetDraft(
        name="Lok Brås medborgarlöften 2017",
        period=parse("2017"),
        lead=(
            "Karlskoga och Degerfors har ett gemensamt lokalt brottsförebyggande råd "
            "sedan 1994. Under 2016 samlade rådet in vad invånarna tycker är viktigast "
            "för att känna sig trygga."
        ),
        announced_on=date(2017, 1, 24),
        agreement="Strategiska överenskommelser med sju prioriterade fokusområden.",
        follow_up_stated="Genom trygghetsmätningar och polisens egna mätningar.",
    )
    coordinator = stage.actor("samordnare")
    set_ = draft(
        coordinator,
        words,
        promises,
        areas=[degerfors, karlskoga],
        parties=[degerfors, karlskoga, police, council],
        on=TODAY,
    )
    findings = [
        found(coordinator, degerfors, source, statement, TODAY, period=period)
        for source, statement, period in (
            (
                "medborgardialog",
                "Invånarna har sagt vad som är viktigast för att de ska känna sig trygga.",
                "2016",
            ),
            ("trygghetsmätning", "Den sammantagna bilden är att det blir tryggare.", ""),
        )
    ]
    cite(coordinator, set_, findings)
    _publish(stage, "samordnare", set_)


def _hallefors(stage: Stage) -> None:
    home, police = stage.org("Hällefors kommun"), stage.org("Lokalpolisområde Karlskoga")
    both = owners(home, police)
    promises = (
        PromiseDraft(
            "Vi arbetar enligt EST, effektiv samordning för trygghet, mot de problem "
            "som är aktuella.",
            heading="Vi arbetar enligt EST",
            number=1,
            focus="SAMV",
            activity_types=("EST",),
            owners=both,
        ),
        PromiseDraft(
            "Vi går trygghetsvandringar och för dialog med invånare, föreningar och "
            "näringsidkare i kommunens olika områden. Det ni säger ligger till grund för "
            "vad vi gör sedan.",
            heading="Vandringar och dialoger i kommunens områden",
            purpose="Särskilt otryggheten i offentliga miljöer.",
            number=2,
            focus="TRYGG_OFF",
            activity_types=("trygghetsvandring", "medborgardialog"),
            owners=both,
        ),
        PromiseDraft(
            "Vi utvecklar arbetet mot narkotikabrott, trafikbrott och ordningsstörningar "
            "tillsammans med andra.",
            heading="Mot narkotika, trafikbrott och ordningsstörningar",
            number=3,
            focus="NARK",
            owners=both,
        ),
        PromiseDraft(
            "Den som har drabbats av brott får höra av polisen inom en vecka från att en "
            "utredare har fått ärendet.",
            heading="Kontakt inom en vecka",
            number=4,
            focus="BROTTSOFFER",
            activity_types=("brottsofferstöd",),
            binds=Condition.WHEN,
            condition="När en förundersökning har inletts.",
            is_sensitive=True,
            owners=owners(police),
            targets=(
                target(
                    Op.WITHIN,
                    1,
                    "vecka",
                    per="ärende",
                    clock_starts="när en utredare tilldelas ärendet",
                    precondition="förundersökning har inletts",
                    counting_rule="Polisen räknar ärenden; ett ärende är en anmälan.",
                ),
            ),
        ),
    )
    words = SetDraft(
        name="Medborgarlöften för Hällefors kommun",
        period=parse("från hösten 2020"),
        lead=(
            "Hösten 2020 gick polisen och kommunen igenom brottsligheten och hur trygga "
            "invånarna känner sig."
        ),
        follow_up_stated=(
            "Nya undersökningar och uppföljning av det som görs; redovisas i lokala BRÅ."
        ),
    )
    coordinator = stage.actor("hallefors")
    set_ = draft(
        coordinator, words, promises, areas=[home], parties=[home, police], on=TODAY
    )
    sources = (
        ("brottsstatistik", "Den aktuella brottssituationen."),
        ("trygghetsmätning", "Hur trygga invånarna känner sig."),
        ("otrygghetsapp", "Ärenden som invånare har rapporterat i appen för otrygghet."),
        ("medborgardialog", "Det som kom fram i medborgardialoger."),
        ("händelserapporter", "Polisens händelserapporter."),
        ("Hobit", "Utdrag ur polisens kartsystem Hobit."),
    )
    findings = [
        found(coordinator, home, source, statement, TODAY, period="hösten 2020")
        for source, statement in sources
    ]
    cite(coordinator, set_, findings)
    _publish(stage, "hallefors", set_)


def _asele(stage: Stage) -> None:
    home, police = stage.org("Åsele kommun"), stage.org("Polisregion Nord")
    both = owners(home, police)
    promises = (
        PromiseDraft(
            "Vi arbetar förebyggande för att tidigt upptäcka unga som brukar narkotika.",
            focus="NARK",
            owners=both,
        ),
        PromiseDraft(
            "Vi informerar lärare och annan personal som arbetar med barn och unga om hur "
            "brott förebyggs och om tecken på droger.",
            focus="NARK",
            activity_types=("utbildning_personal",),
            owners=both,
        ),
        PromiseDraft(
            "Polisen övervakar hastigheter och rattfylleri i centrala Åsele.",
            focus="TRAF",
            place_stated="centrala Åsele",
            activity_types=("trafikkontroll",),
            owners=owners(police),
        ),
        PromiseDraft(
            "Polisen är mer närvarande i byarna genom trafikkontroller.",
            focus="NARV",
            place_stated="kommunens byar",
            activity_types=("trafikkontroll",),
            owners=owners(police),
        ),
    )
    words = SetDraft(
        name="Medborgarlöfte 2021–2022",
        period=parse("2021-2022"),
        agreement=(
            "Samverkansöverenskommelsen 2019–2022, som förlängs tills vidare om ingen ny "
            "tecknas."
        ),
        follow_up_stated=(
            "Vartannat år av kommunchefen och kommunpolisen, eller dem de delegerar till."
        ),
    )
    coordinator = stage.actor("asele")
    set_ = draft(
        coordinator, words, promises, areas=[home], parties=[home, police], on=TODAY
    )
    sources = (
        ("medborgardialog", "Medborgardialoger."),
        ("medarbetardialog", "Dialoger med medarbetare."),
        ("underrättelse", "Underlag från polisens underrättelseverksamhet."),
    )
    cite(
        coordinator,
        set_,
        [found(coordinator, home, source, said, TODAY) for source, said in sources],
    )
    _publish(stage, "asele", set_)


def _osthammar(stage: Stage) -> None:
    home, police = stage.org("Östhammars kommun"), stage.org("Lokalpolisområde Norduppland")
    housing = stage.org("Östhammarshem")
    promise = PromiseDraft(
        "Kommunen och polisen arbetar mer för att ni ska känna er trygga hemma, när det "
        "gäller våld i nära relation, hot och våld samt stöld och inbrott.",
        heading="Tryggare i hemmet",
        purpose="Att stärka den upplevda tryggheten i hemmet.",
        focus="VNR",
        activity_types=("grannsamverkan", "båtsamverkan", "information_kampanj"),
        owners=owners(home, police, helped_by=[housing]),
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
                    "Många av de här brotten anmäls aldrig. Fler anmälningar kan därför "
                    "vara ett gott tecken: fler vågar berätta."
                ),
            ),
        ),
    )
    words = SetDraft(
        name="Medborgarlöfte 2021",
        period=parse("2021"),
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
    )
    coordinator = stage.actor("osthammar")
    set_ = draft(
        coordinator, words, [promise], areas=[home], parties=[home, police], on=TODAY
    )
    survey = found(
        coordinator,
        home,
        "egen_enkät",
        "Frågor om trygghet i hemmet, i bostadsområdet och i kommunen, om platser som "
        "bör undvikas och om vilka brott man är rädd att utsättas för.",
        TODAY,
        period="7 oktober-2 november",
    )
    cite(coordinator, set_, [survey], promise=set_.promises.get())
    _publish(stage, "osthammar", set_)
