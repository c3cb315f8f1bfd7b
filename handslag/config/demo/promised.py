"""The made-up promises of Degerfors, in words."""

from dataclasses import replace
from decimal import Decimal

from handslag.config.demo.accounts import DEGERFORS, HOUSING, POLICE
from handslag.config.demo.pictured import CELLARS
from handslag.config.demo.places import CENTRE, PATH, place_at
from handslag.config.demo.planned import ADULTS_OUT, LIT_PATH, OPEN_SATURDAYS, VISITS
from handslag.config.demo.telling import Said, owners, target
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises.rules.drafts import ActivityDraft, PromiseDraft
from handslag.domain.promises.rules.words import Condition, Op

# A year that is over.
PROMISES_2025 = (
    Said(
        PromiseDraft(
            "Vi går minst fyra trygghetsvandringar i centrum.",
            heading="Minst fyra trygghetsvandringar i centrum",
            focus="TRYGG_OFF",
            place_stated="centrum",
            activity_types=("trygghetsvandring",),
            targets=(target(Op.MIN, 4, "vandringar", per="löftesperiod"),),
        ),
        by=(DEGERFORS, POLICE),
    ),
    Said(
        PromiseDraft(
            "Polisen kontrollerar trafiken vid skolorna minst två gånger i månaden.",
            heading="Trafikkontroller vid skolorna",
            focus="TRAF",
            place_stated="vid skolorna",
            activity_types=("trafikkontroll",),
            targets=(target(Op.MIN, 2, "kontroller", per="månad"),),
        ),
        by=(POLICE,),
    ),
    Said(
        PromiseDraft(
            "Vi byter minst tio trasiga lyktor i Degerforsbyggens områden.",
            heading="Nya lyktor i bostadsområdena",
            focus="BELYS",
            place_stated="Degerforsbyggens områden",
            activity_types=("belysning",),
            targets=(target(Op.MIN, 10, "lyktor", per="löftesperiod"),),
        ),
        by=(HOUSING,),
        helped_by=(DEGERFORS,),
    ),
)


def walks_2026(home: Organisation, police: Organisation) -> PromiseDraft:
    """The first promise, as it was before Strömtorp was added in June."""
    return PromiseDraft(
        "Vi går minst fyra trygghetsvandringar i centrum. Det ni pekar ut får ett svar "
        "inom en månad: vi gör det, vi gör det senare, eller vi säger varför inte.",
        heading="Minst fyra trygghetsvandringar i centrum",
        purpose="Färre ska gå omvägar för att det känns otryggt.",
        focus="TRYGG_OFF",
        place_stated="centrum",
        place=place_at(CENTRE),
        when_stated="mars-november 2026",
        activity_types=("trygghetsvandring",),
        owners=owners(home, police),
        activities=(
            ActivityDraft("Bjuda in", when_stated="tre veckor före"),
            ActivityDraft("Affischer på torget och i trapphusen", level=2, owner=home.pk),
            ActivityDraft("Ett inlägg på kommunens webbplats", level=2, owner=home.pk),
            ActivityDraft("Gå vandringen"),
            ActivityDraft("Polisen är med", level=2, owner=police.pk),
            ActivityDraft("Svara på varje iakttagelse", when_stated="inom en månad"),
        ),
        targets=(
            target(
                Op.MIN,
                4,
                "vandringar",
                per="löftesperiod",
                counting_rule="En vandring räknas när minst fem invånare är med.",
            ),
        ),
    )


def with_stromtorp(words: PromiseDraft, target_key: str) -> PromiseDraft:
    """The same promise as it reads since June."""
    return replace(
        words,
        text=words.text.replace("i centrum", "i centrum och i Strömtorp", 1),
        heading="Minst fyra trygghetsvandringar, i centrum och i Strömtorp",
        place_stated="centrum och Strömtorp",
        targets=(replace(words.targets[0], key=target_key),),
    )


# The year under way, beside the walks; each in a state of its own.
OTHERS_2026 = (
    Said(
        PromiseDraft(
            "Polisen gör minst en trafikkontroll i veckan på vägarna som ni pekade ut.",
            heading="En trafikkontroll i veckan på vägarna som ni pekade ut",
            focus="TRAF",
            place_stated="väg 205, Herrgårdsgatan och Strömtorpsvägen",
            activity_types=("trafikkontroll",),
            targets=(target(Op.MIN, 1, "kontroller", per="vecka"),),
        ),
        by=(POLICE,),
        problem="Bilar kör för fort vid skolorna",
    ),
    Said(
        PromiseDraft(
            "Belysningen längs gångvägen vid Letälven är tänd före oktober.",
            heading="Belysningen längs gångvägen vid Letälven är tänd före oktober",
            focus="BELYS",
            place_stated="gångvägen vid Letälven",
            when_stated="före oktober 2026",
            activity_types=("belysning", "fysisk_miljö"),
            targets=(target(Op.EXACT, 1, "sträcka"),),
        ),
        by=(DEGERFORS,),
        helped_by=(HOUSING,),
        at=PATH,
        measure=LIT_PATH,
    ),
    Said(
        PromiseDraft(
            "Den som har drabbats av brott får höra av polisen inom en vecka från att en "
            "utredare har fått ärendet.",
            heading="Den som anmält ett brott får höra av oss inom en vecka",
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
                    clock_starts="när en utredare får ärendet",
                    precondition="förundersökning har inletts",
                    least_share=Decimal("0.9"),
                ),
            ),
        ),
        by=(POLICE,),
    ),
    Said(
        PromiseDraft(
            "Alla klasser i årskurs 7 får besök av fältgruppen och polisen.",
            heading="Besök i alla klasser i årskurs 7",
            focus="UNGA",
            place_stated="Stora Vallaskolan",
            activity_types=("skolbesök", "fältarbete"),
            targets=(target(Op.ALL, 100, "procent av klasserna", out_of=Decimal(6)),),
        ),
        by=(DEGERFORS, POLICE),
        measure=VISITS,
    ),
    Said(
        PromiseDraft(
            "Om det är oroligt i centrum två helger i rad är fler vuxna ute helgen efter.",
            heading="Fler vuxna ute när det har varit oroligt",
            focus="NARV",
            place_stated="centrum",
            activity_types=("nattvandring",),
            binds=Condition.WHEN,
            condition="Om det har varit oroligt två helger i rad.",
            targets=(target(Op.ON_REQUEST, None, "helger"),),
        ),
        by=(DEGERFORS,),
        helped_by=(POLICE,),
        measure=ADULTS_OUT,
    ),
    Said(
        PromiseDraft(
            "Degerforsbyggen går igenom alla 24 källare och förråd och säkrar dem som "
            "behöver det.",
            heading="Alla källare gås igenom",
            focus="INBROTT",
            place_stated="Degerforsbyggens hus",
            activity_types=("trygghetsinventering",),
            targets=(target(Op.ALL, 100, "procent av källarna", out_of=Decimal(24)),),
        ),
        by=(HOUSING,),
        problem=CELLARS,
    ),
    Said(
        PromiseDraft(
            "Vi håller två dialogmöten med föreningarna, ett på våren och ett på hösten.",
            heading="Två dialogmöten med föreningarna",
            focus="DIALOG",
            place_stated="Folkets hus",
            activity_types=("medborgardialog",),
            targets=(target(Op.EXACT, 2, "möten", per="löftesperiod"),),
        ),
        by=(DEGERFORS,),
        measure=OPEN_SATURDAYS,
    ),
)
