"""The EST pictures of the group in Degerfors: some that were frozen, and one draft."""

from dataclasses import dataclass
from datetime import date, timedelta

from handslag.config.demo.stage import TODAY, Stage, at
from handslag.core.access import Actor
from handslag.domain.incidents.models import Group
from handslag.domain.weeks import services
from handslag.domain.weeks.models import EstPicture
from handslag.domain.weeks.queries.pictures import passages_of
from handslag.domain.weeks.rules.spans import Span, SpanKind, span_of
from handslag.domain.weeks.rules.words import Heading


@dataclass(frozen=True, slots=True)
class Seen:
    """What the group wrote of one span."""

    kind: SpanKind
    day: date
    words: dict[Heading, str]

    @property
    def span(self) -> Span:
        return span_of(self.kind, self.day)


QUARTER = Seen(
    SpanKind.QUARTER,
    date(2026, 9, 30),
    {
        Heading.OBSERVATIONS: "Rapportörerna på fritidsgården var lediga i juli. Det syns"
        " i siffrorna: mindre rapporterades, inte säkert mindre hände.",
        Heading.PROBLEMS: "Sommaren samlas kring vattnet: nedskräpning, buskörning och"
        " eldning på kvällarna. I centrum är det mest klotter och krossat glas.",
        Heading.CAUSES: "Det är ljust länge, vägen dit är öppen för fordon och ingen vuxen"
        " är där efter klockan 20.",
        Heading.WORRIES: "Skolstarten och mörkare kvällar: samlingarna brukar flytta in"
        " mot centrum i september.",
        Heading.FOLLOWED_UP: "Den nya belysningen vid elljusspåret är på plats. Sedan dess"
        " har nästan inget rapporterats därifrån. Extra tömning av kärl hjälpte inte.",
        Heading.PRIORITIES: "Badplatsen först: bom vid infarten (kommunen) och ronder"
        " fredag och lördag kväll (polisen och bostadsbolaget).",
        Heading.SUMMARY: "Under sommaren rapporterades mest från platser vid vattnet:"
        " skräp, buskörning och samlingar på kvällarna. Där belysningen är ny rapporteras"
        " nästan inget längre. I höst ställer kommunen upp en bom, och polisen och"
        " bostadsbolaget går ronder på helgkvällar.",
    },
)
OCTOBER = Seen(
    SpanKind.MONTH,
    date(2026, 10, 31),
    {
        Heading.PROBLEMS: "Det mesta kommer från badplatsen. På torget är det"
        " A-traktorer, mest på fredagar.",
        Heading.CAUSES: "Bommen är inte uppsatt än. På torget finns inget annat att göra"
        " när fritidsgården stänger klockan 20.",
        Heading.WORRIES: "Skolavslutningen före jul och nyår: fyrverkerier på torget.",
        Heading.FOLLOWED_UP: "Ronderna gjordes tre helger av fyra. De som var där såg"
        " färre samlingar, men rapporterna säger inget säkert än.",
        Heading.PRIORITIES: "Sätta upp bommen. Pröva öppet till 22 på fredagar på"
        " fritidsgården.",
        Heading.SUMMARY: "I oktober rapporterades mest från vattnet och från centrum på"
        " fredagskvällar. Fritidsgården prövar längre öppet på fredagar. Vi berättar i"
        " nästa sammanfattning om det hjälper.",
    },
)
DRAFT = Seen(
    SpanKind.MONTH,
    date(2026, 11, 20),
    {
        Heading.PROBLEMS: "Badplatsen igen, men färre samlingar sedan bommen kom på plats.",
        Heading.WORRIES: "Luciafirandet den 13 december.",
    },
)


def tell(stage: Stage) -> None:
    """A quarter and a month that are frozen, and the month under way."""
    actor = stage.actor("samordnare")
    group = Group.objects.get(name="EST Degerfors")
    for seen in (QUARTER, OCTOBER):
        on = seen.span.ends + timedelta(days=3)
        picture = _written(actor, group, seen, on)
        services.freeze_picture(
            actor, picture, revision=picture.revision, is_read=True, now=at(on, 15)
        )
        services.publish_summary(actor, picture, is_read=True, now=at(on, 16))
    _written(actor, group, DRAFT, TODAY)


def _written(actor: Actor, group: Group, seen: Seen, on: date) -> EstPicture:
    picture = services.begin_picture(
        actor, group, seen.span, within=group.lead, now=at(on, 10)
    )
    passages = passages_of(picture)
    for heading, words in seen.words.items():
        services.write_passage(
            actor,
            picture,
            heading,
            words,
            revision=passages[heading].revision,
            now=at(on, 11),
        )
    picture.refresh_from_db()
    return picture
