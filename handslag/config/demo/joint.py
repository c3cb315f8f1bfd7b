"""A made-up joint set for two municipalities, out for approval: one party has said yes."""

from datetime import date
from decimal import Decimal

from handslag.config.demo.accounts import DEGERFORS, KARLSKOGA, POLICE
from handslag.config.demo.stage import COUNCIL, Stage, at
from handslag.config.demo.telling import Said, draft, explain_missing, target
from handslag.core.periods import parse
from handslag.domain.promises import services
from handslag.domain.promises.rules.drafts import PromiseDraft, SetDraft
from handslag.domain.promises.rules.words import Op, Rhythm

WORDS = SetDraft(
    name="Lok Brås gemensamma löften 2027",
    period=parse("2027"),
    lead="Karlskoga och Degerfors lovar tillsammans med polisen.",
    decided_by="kommunstyrelserna och lokalpolisområdeschefen",
    follow_up_stated="Var sjätte månad, i Lok Brå.",
)
PROMISES = (
    Said(
        PromiseDraft(
            "Polisen gör minst tolv nykterhetskontroller på E18 genom de båda kommunerna.",
            heading="Minst tolv nykterhetskontroller på E18",
            focus="TRAF",
            place_stated="E18 i Karlskoga och Degerfors",
            activity_types=("trafikkontroll",),
            targets=(
                target(Op.MIN, 12, "kontroller", per="löftesperiod", is_shared=True),
                target(Op.SUBSET, 4, "kontroller i Degerfors", part_of=0),
            ),
        ),
        by=(POLICE,),
    ),
    Said(
        PromiseDraft(
            "Vi håller två till tre föräldrakvällar per termin, växelvis i kommunerna.",
            heading="Två till tre föräldrakvällar per termin",
            focus="UNGA",
            place_stated="växelvis i Karlskoga och Degerfors",
            activity_types=("föräldrainfo",),
            targets=(
                target(Op.RANGE, 2, "föräldrakvällar", high=Decimal(3), per="termin"),
            ),
        ),
        by=(KARLSKOGA, DEGERFORS),
        helped_by=(POLICE, COUNCIL),
    ),
)


def tell(stage: Stage) -> None:
    """Asked about on 17 November; Karlskoga has answered, two parties have not."""
    coordinator = stage.actor("karlskoga")
    set_ = draft(
        stage,
        "karlskoga",
        WORDS,
        PROMISES,
        areas=[KARLSKOGA, DEGERFORS],
        others=[POLICE],
        on=date(2026, 11, 9),
        is_example=True,
    )
    services.plan_follow_ups(
        coordinator,
        set_,
        Rhythm.HALF_YEAR,
        function="de båda samordnarna och kommunpolisen",
        forum="Lok Brå",
    )
    explain_missing(coordinator, set_, date(2026, 11, 17))
    asked = services.ask_for_approval(coordinator, set_, now=at(date(2026, 11, 17)))
    services.answer(
        stage.actor("karlskoga-ordforande"),
        set_,
        party=stage.org(KARLSKOGA).pk,
        agrees=True,
        fingerprint=asked.version.fingerprint,
        function="kommunstyrelsens ordförande",
        now=at(date(2026, 11, 18)),
    )
