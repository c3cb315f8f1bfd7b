"""Safety walks in Degerfors, made up: one answered, the same walked again, one ahead."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import uuid5

from handslag.config.demo import walked_photos as photos
from handslag.config.demo.accounts import DEGERFORS, HOUSING
from handslag.config.demo.stage import TODAY, Stage, at
from handslag.domain.evidence.rules.feedback import Told
from handslag.domain.voices import services as voices
from handslag.domain.voices.rules import OccasionDraft, Way
from handslag.domain.walks import services
from handslag.domain.walks.models import Finding, Walk
from handslag.domain.walks.rules import (
    FindingDraft,
    FlagDraft,
    FlagLevel,
    Focus,
    HeldDraft,
    Level,
    Light,
    Outcome,
    Parameter,
    PartRole,
    Reply,
    ReplyDraft,
    RevisitDraft,
    SheetDraft,
    StopDraft,
    Tone,
    WalkDraft,
    Watch,
    WatchDraft,
    Weather,
    Zone,
)

FIRST, ANSWERED, AGAIN = date(2026, 3, 18), date(2026, 4, 8), date(2026, 11, 11)
TOWN = "Centrum och gångvägen"
GOOD, FAIR, POOR, BAD = Level.GOOD, Level.FAIR, Level.POOR, Level.BAD
LIGHTING, SIGHT, DAMAGE = Parameter.LIGHTING, Parameter.SIGHT, Parameter.DAMAGE
Levels = Mapping[Parameter, Level]

STOPS = (
    StopDraft("Stora torget, vid bänkarna", "Vem är här på kvällen?", 14.4312, 59.2386),
    StopDraft("Gångvägen, vid bron", "Lampor och buskar.", 14.4392, 59.2352),
    StopDraft("Tunneln under järnvägen", "Väggar och ljus.", 14.4408, 59.2328),
    StopDraft("Gårdarna vid Bruksgatan", "Entréer och soprum.", 14.4346, 59.2362),
)
# By stop: what two groups said in March, and what one said in November.
BEFORE: tuple[tuple[Levels, Levels], ...] = (
    (
        {LIGHTING: GOOD, SIGHT: GOOD, Parameter.DESOLATION: FAIR, Parameter.MEETING: FAIR},
        {LIGHTING: GOOD, SIGHT: GOOD, Parameter.MEETING: GOOD, Parameter.LITTER: FAIR},
    ),
    (
        {LIGHTING: BAD, SIGHT: POOR, Parameter.DESOLATION: POOR},
        {LIGHTING: POOR, SIGHT: BAD, Parameter.UPKEEP: FAIR},
    ),
    (
        {LIGHTING: POOR, DAMAGE: BAD, Parameter.DESOLATION: BAD},
        {LIGHTING: POOR, DAMAGE: BAD, Parameter.LITTER: POOR},
    ),
    (
        {LIGHTING: FAIR, Parameter.LITTER: POOR, Parameter.UPKEEP: FAIR},
        {LIGHTING: FAIR, Parameter.LITTER: BAD, Parameter.SIGNS: GOOD},
    ),
)
AFTER: tuple[Levels, ...] = (
    {LIGHTING: GOOD, SIGHT: GOOD, Parameter.MEETING: GOOD, Parameter.LITTER: FAIR},
    {LIGHTING: GOOD, SIGHT: POOR, Parameter.DESOLATION: POOR, Parameter.UPKEEP: FAIR},
    {LIGHTING: FAIR, DAMAGE: FAIR, Parameter.DESOLATION: POOR, Parameter.LITTER: FAIR},
    {LIGHTING: FAIR, Parameter.LITTER: POOR, Parameter.UPKEEP: POOR},
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen at a stop, who is responsible, the answer, what one saw then."""

    stop: int
    draft: FindingDraft
    owner: str = ""
    reply: ReplyDraft | None = None
    later: RevisitDraft | None = None
    photo: Callable[[], bytes] | None = None
    alt: str = ""


SEEN = (
    Seen(
        0,
        FindingDraft(
            "Bänkarna och det varma ljuset gör att man stannar.",
            Parameter.MEETING,
            Tone.GOOD,
        ),
    ),
    Seen(
        1,
        FindingDraft(
            "Lampan mitt på gångvägen är släckt.", LIGHTING, proposal="Byt till LED."
        ),
        DEGERFORS,
        ReplyDraft(Reply.DO, "Vi byter alla tre lamporna.", date(2026, 5, 15)),
        RevisitDraft(Outcome.DONE, "Alla tre lyser."),
        photos.path_at_night,
        "Gångväg i mörker med tre lyktstolpar. Den mittersta lampan är släckt.",
    ),
    Seen(
        1,
        FindingDraft(
            "Buskarna skymmer sikten i kröken.",
            SIGHT,
            proposal="Klipp ner till knähöjd.",
        ),
        DEGERFORS,
        ReplyDraft(Reply.LATER, "Fåglarna häckar. Vi klipper i höst.", date(2026, 10, 31)),
        RevisitDraft(Outcome.NOT_DONE, "Buskarna är högre än i våras."),
        photos.bushes_by_the_path,
        "Gångväg i dagsljus där höga buskar skymmer kröken.",
    ),
    Seen(
        2,
        FindingDraft(
            "Väggen i tunneln är full av klotter.", DAMAGE, proposal="Måla ljust."
        ),
        DEGERFORS,
        ReplyDraft(Reply.DO, "Vi sanerar och målar om.", date(2026, 6, 30)),
        RevisitDraft(Outcome.PARTLY, "Väggen är ren, men taket är inte målat."),
        photos.tunnel,
        "Tunnel med klotter på väggen.",
    ),
    Seen(
        3,
        FindingDraft(
            "Soprummet står olåst och det ligger skräp utanför.",
            Parameter.LITTER,
            proposal="Sätt lås på dörren.",
        ),
        HOUSING,
        ReplyDraft(Reply.DO, "Nytt lås är beställt.", date(2026, 4, 30)),
        RevisitDraft(Outcome.NOT_DONE, "Dörren står öppen."),
    ),
    Seen(
        3,
        FindingDraft(
            "Gården saknar kameror.", Parameter.DESOLATION, proposal="Sätt upp kameror."
        ),
        HOUSING,
        ReplyDraft(Reply.NO, "Skälen räcker inte för kamera. Vi satsar på ljus och lås."),
        RevisitDraft(Outcome.NOT_SEEN),
    ),
)
NEW = (
    Seen(
        2,
        FindingDraft("Tunneln är ljus och ren nu.", Parameter.UPKEEP, Tone.GOOD),
        photo=photos.tunnel_cleaned,
        alt="Samma tunnel, ren och upplyst.",
    ),
    Seen(
        3,
        FindingDraft(
            "Dörren till soprummet går fortfarande inte att låsa.",
            Parameter.UPKEEP,
            proposal="Byt hela låset.",
        ),
        HOUSING,
    ),
)
SAID = (
    "Sjutton personer gick från torget till gårdarna en mörk kväll i mars. Torget kändes"
    " bra. Gångvägen, tunneln och soprummen kändes sämre. Fem brister skrevs ner."
)
BECAME = (
    "I november gick vi samma väg igen. Lamporna lyser och tunneln är ren. Buskarna är"
    " inte klippta och soprummet går inte att låsa."
)


def tell(stage: Stage) -> None:
    """In the order it happened, so that the log does too."""
    first = _first(stage)
    _again(stage, first)
    _ahead(stage)
    _beside(stage)


def _first(stage: Stage) -> Walk:
    actor, home = stage.actor("samordnare"), stage.org(DEGERFORS)
    draft = WalkDraft(
        TOWN,
        FIRST,
        purpose="Var undviker ni att gå när det är mörkt, och varför?",
        leader="trygghetssamordnare",
        gathers="Biblioteket klockan 19. Efteråt fikar vi.",
        first_on=date(2026, 3, 4),
        answers_on=ANSWERED,
        is_example=True,
    )
    walk = services.plan_walk(actor, home, draft, now=at(date(2026, 3, 4)))
    for stop in STOPS:
        services.add_stop(actor, walk, stop)
    services.invite(actor, walk, now=at(date(2026, 3, 5)))
    for nr, sheets in enumerate(BEFORE):
        for group, levels in enumerate(sheets):
            _judge(stage, walk, nr, levels, group)
    found = [_see(stage, walk, one) for one in SEEN]
    took_part = {
        PartRole.RESIDENTS: 8,
        PartRole.OLDER: 3,
        PartRole.PROPERTY_OWNERS: 2,
        PartRole.MUNICIPAL_STAFF: 3,
        PartRole.POLICE: 1,
    }
    walk = _hold(stage, walk, HeldDraft(Light.DARK, Weather.CLOUDY, took_part), FIRST)
    services.ask_owners(actor, walk, now=at(date(2026, 3, 19)))
    for one, finding in zip(SEEN, found, strict=True):
        _answer(stage, one, finding)
    walk.refresh_from_db()
    walk = services.hold_third(actor, walk, revision=walk.revision, today=ANSWERED)
    services.cite(actor, walk, now=at(date(2026, 4, 9)))
    _publish(stage, walk)
    return walk


def _publish(stage: Stage, walk: Walk) -> None:
    """What was said and what became of it, for everyone to read."""
    actor, occasion = stage.actor("samordnare"), walk.occasion
    occasion.refresh_from_db()
    said = OccasionDraft(
        Way.WALK,
        occasion.title,
        occasion.starts,
        occasion.ends,
        people=occasion.people,
        said=SAID,
        became=BECAME,
    )
    voices.change_occasion(
        actor, occasion, said, revision=occasion.revision, now=at(date(2026, 11, 12))
    )
    voices.publish_occasion(actor, occasion, now=at(date(2026, 11, 12)))
    told = Told(
        ANSWERED,
        "Möte på biblioteket",
        "Kommunen och Degerforsbyggen svarade på varje iakttagelse.",
    )
    voices.tell(actor, occasion, told, now=at(date(2026, 11, 12)))


def _again(stage: Stage, first: Walk) -> None:
    """The same route in November: some of it done, some not, one thing not answered."""
    actor = stage.actor("samordnare")
    draft = WalkDraft(
        f"{TOWN}, en gång till",
        AGAIN,
        purpose="Har det blivit bättre sedan i mars?",
        leader="trygghetssamordnare",
        gathers="Biblioteket klockan 18.",
        first_on=date(2026, 10, 28),
        answers_on=date(2026, 12, 2),
    )
    walk = services.walk_again(actor, first, draft, now=at(date(2026, 10, 28)))
    for nr, levels in enumerate(AFTER):
        _judge(stage, walk, nr, levels, 0)
    before = {one.text: one for one in first.findings.all()}
    for seen in SEEN:
        if seen.later is not None:
            services.see_again(actor, walk, before[seen.draft.text], seen.later)
    for seen in NEW:
        _see(stage, walk, seen)
    took_part = {PartRole.RESIDENTS: 9, PartRole.MUNICIPAL_STAFF: 2, PartRole.POLICE: 1}
    walk = _hold(stage, walk, HeldDraft(Light.DARK, Weather.RAIN, took_part), AGAIN)
    services.ask_owners(actor, walk, now=at(date(2026, 11, 12)))


def _ahead(stage: Stage) -> None:
    """A walk that anyone may join."""
    actor, home = stage.actor("samordnare"), stage.org(DEGERFORS)
    draft = WalkDraft(
        "Skolan och elljusspåret",
        date(2026, 12, 3),
        purpose="Hur är vägen till och från skolan på vintern?",
        leader="trygghetssamordnare",
        gathers="Skolans entré klockan 16.30",
        first_on=date(2026, 11, 18),
        answers_on=date(2027, 1, 13),
        is_example=True,
    )
    walk = services.plan_walk(actor, home, draft, now=at(date(2026, 11, 18)))
    for stop in (StopDraft("Skolans entré"), StopDraft("Elljusspåret, första kröken")):
        services.add_stop(actor, walk, stop)
    services.invite(actor, walk, now=at(date(2026, 11, 18)))


def _beside(stage: Stage) -> None:
    """An evening place, and how many areas keep watch."""
    actor, home = stage.actor("samordnare"), stage.org(DEGERFORS)
    works, partly, lacking = FlagLevel.WORKS, FlagLevel.PARTLY, FlagLevel.LACKING
    cells = {
        (Focus.SAFETY, Zone.EVENING): (works, ""),
        (Focus.SAFETY, Zone.LATE_EVENING): (partly, "Ordningsvakt bara på fredagar."),
        (Focus.ACCESS, Zone.EVENING): (works, ""),
        (Focus.ACCESS, Zone.LATE_EVENING): (lacking, "Sista bussen går 21.10."),
        (Focus.OFFER, Zone.EVENING): (partly, "Biblioteket stänger 18."),
        (Focus.PLACE, Zone.EVENING): (works, "Nya bänkar och varmt ljus."),
        (Focus.POLICY, Zone.EVENING): (partly, "Gemensam plan saknas."),
    }
    flag = FlagDraft("Stora torget", date(2026, 10, 16), cells)
    services.begin_flag(actor, home, flag)
    for watch, year, areas, new in (
        (Watch.NEIGHBOURS, 2024, 11, 1),
        (Watch.NEIGHBOURS, 2025, 13, 2),
        (Watch.NEIGHBOURS, 2026, 16, 3),
        (Watch.BOATS, 2025, 1, 1),
        (Watch.BOATS, 2026, 2, 1),
    ):
        draft = WatchDraft(watch, year, areas, new)
        services.count_watch(actor, home, draft, today=TODAY)


def _judge(stage: Stage, walk: Walk, nr: int, levels: Levels, group: int) -> None:
    stop = walk.stops.all()[nr]
    services.note_sheet(
        stage.actor("samordnare"),
        stop,
        SheetDraft(levels, 1),
        key=uuid5(stop.public_id, str(group)),
        now=at(walk.occasion.starts, 19),
    )


def _see(stage: Stage, walk: Walk, seen: Seen) -> Finding:
    """Written down, with its photo, and given to somebody."""
    actor, now = stage.actor("samordnare"), at(walk.occasion.starts, 20)
    stop = walk.stops.all()[seen.stop]
    draft = FindingDraft(
        seen.draft.text,
        seen.draft.parameter,
        seen.draft.tone,
        stop.public_id,
        seen.draft.proposal,
    )
    key = uuid5(stop.public_id, draft.text)
    finding = services.note_finding(actor, walk, draft, key=key, now=now)
    if seen.photo is not None:
        photo = services.take_in_photo(
            actor, finding, key=uuid5(key, "bild"), content=seen.photo(), now=now
        )
        services.mark_photo(actor, photo, boxes=[], alt=seen.alt, nobody=True)
    if seen.owner:
        owner, today = stage.org(seen.owner), walk.occasion.starts
        services.make_responsible(actor, finding, owner, revision=0, today=today)
    return finding


def _hold(stage: Stage, walk: Walk, held: HeldDraft, day: date) -> Walk:
    walk.refresh_from_db()
    return services.save_held(
        stage.actor("samordnare"),
        walk,
        held,
        revision=walk.revision,
        now=at(day, 21),
        today=day,
    )


def _answer(stage: Stage, seen: Seen, finding: Finding) -> None:
    if seen.reply is None:
        return
    actor = stage.actor("bostad" if seen.owner == HOUSING else "samordnare")
    finding.refresh_from_db()
    when = date(2026, 4, 2)
    services.answer(actor, finding, seen.reply, seen=0, now=at(when), today=when)
