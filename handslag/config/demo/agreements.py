"""Cooperation agreements: restated from a published page, or made up and marked as such.

Degerfors has the long-term social measures in its agreement and the situational ones
in the promises, as its own page says; the days and commitments are made up. The page
of Karlskoga and Degerfors says that the focus areas are seven, and names none of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from handslag.config.demo import english
from handslag.config.demo.accounts import DEGERFORS, HOUSING, KARLSKOGA, POLICE
from handslag.config.demo.seeds import ASELE, HALLEFORS, NORDUPPLAND, NORTH, OSTHAMMAR
from handslag.config.demo.stage import TODAY, Stage, at
from handslag.core.approvals.services import link_actor
from handslag.core.periods import parse
from handslag.domain.agreements import services
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.rules.drafts import (
    ContentsDraft,
    GoalDraft,
    PartyDraft,
    StatuteDraft,
    WordsDraft,
)
from handslag.domain.agreements.rules.words import Prolongation, Statute, Verdict
from handslag.domain.agreements.services import Said

ITS_PAGE = "kommunens webbplats"
DAY = date(2023, 12, 13)


@dataclass(frozen=True, slots=True)
class Told:
    """One agreement: who keeps it, its words, and what each party undertakes."""

    account: str
    parties: Sequence[str]
    words: WordsDraft
    contents: ContentsDraft
    sides: dict[str, PartyDraft] = field(default_factory=dict)
    together: Sequence[str] = ()
    is_example: bool = False


IN_ASELE = Told(
    account="asele",
    parties=(ASELE, NORTH),
    words=WordsDraft(
        name="Samverkansöverenskommelse 2019–2022",
        period=parse("2019-01-01--2022-12-31"),
        prolongation=Prolongation.UNTIL_FURTHER_NOTICE,
        background=(
            "Att förebygga brott kräver att många samverkar: orsakerna är sammansatta och "
            "påverkas av många delar av samhället. Offentliga och privata aktörer och "
            "invånarnas egna initiativ ska arbeta sida vid sida."
        ),
        follow_up="Målen följs upp vartannat år.",
        follow_up_by="kommunchefen och kommunpolisen, eller de som de delegerar till",
    ),
    contents=ContentsDraft(
        purposes=("Öka tryggheten och minska brottsligheten i Åsele kommun",),
        fields=(("NARK", ""), ("ALK", ""), ("SAMV", "")),
        goals=(
            GoalDraft("Förebygga och minska brottsligheten i kommunen"),
            GoalDraft("Tryggheten i kommunen ska fortsatt vara hög"),
            GoalDraft("Fortsätta med och utveckla samverkan mellan kommunen och polisen"),
        ),
    ),
    sides={
        ASELE: PartyDraft(
            commitments=(
                "Utser en kontaktperson eller samordnare som samordnar det lokala ANDT- "
                "och brottsförebyggande arbetet tillsammans med polisen.",
            ),
            contact_function="samordnare för ANDT och brottsförebyggande arbete",
        ),
        NORTH: PartyDraft(
            commitments=(
                "Utser en samordnare eller områdespolis som ansvarar för samverkan.",
            ),
            contact_function="områdespolis",
        ),
    },
    together=(
        "En lokal samverkansgrupp samordnar de brottsförebyggande insatserna.",
        "Samordnarna möts regelbundet varje år och utgår från lägesbilden.",
    ),
)
IN_OSTHAMMAR = Told(
    account="osthammar",
    parties=(OSTHAMMAR, NORDUPPLAND),
    is_example=True,
    words=WordsDraft(
        name="Samverkansöverenskommelse 2021–2023",
        period=parse("2021-2023"),
        background=(
            "Kommunens sida nämner samverkansavtal mellan kommunen och polisen, men inte "
            "när de gäller. Perioden, områdena och åtagandena här är påhittade."
        ),
        follow_up="I Trygg i Östhammar, som är kommunens lokala BRÅ.",
        follow_up_by="kommundirektören och lokalpolisområdeschefen",
    ),
    contents=ContentsDraft(
        purposes=("Öka samverkan mellan polisen och kommunen",),
        fields=(("INBROTT", ""), ("VNR", "")),
        goals=(GoalDraft("Tio nya områden med grannsamverkan till och med 2023"),),
    ),
    sides={
        OSTHAMMAR: PartyDraft(("Sprider grannsamverkan och båtsamverkan.",)),
        NORDUPPLAND: PartyDraft(("Utbildar nya kontaktpersoner.",)),
    },
)
IN_DEGERFORS = Told(
    account="samordnare",
    parties=(DEGERFORS, POLICE, HOUSING),
    is_example=True,
    words=WordsDraft(
        name="Samverkansöverenskommelse 2024–2027",
        period=parse("2024-2027"),
        prolongation=Prolongation.UNTIL_FURTHER_NOTICE,
        background=(
            "Överenskommelsen är vår gemensamma plattform. Långsiktiga och sociala "
            "åtgärder står här. Det situationella står i medborgarlöftena."
        ),
        vision=(
            "En kommun helt utan brott, och utan sådan otrygghet som begränsar hur "
            "människor lever."
        ),
        documentation="Samordnaren för protokoll. Åtgärder och resultat skrivs i Handslag.",
        follow_up="Vartannat år, för Lok Brå och kommunfullmäktige.",
        follow_up_by="kommunchefen och lokalpolisområdeschefen",
    ),
    contents=ContentsDraft(
        purposes=(
            "Minska brottsligheten och öka tryggheten i Degerfors",
            "Göra tydligt vem som ansvarar för vad",
            "Använda samma begrepp och samma bild av läget",
        ),
        fields=(("UNGA", ""), ("NARK", ""), ("VNR", ""), ("TRYGG_OFF", "")),
        problem_words=(
            "Unga som dricker och prövar narkotika",
            "Otrygghet i centrum på kvällarna",
        ),
        goals=(
            GoalDraft(
                "Andelen niondeklassare som har druckit alkohol minskar till 30 procent "
                "2027",
                "drogvaneundersökning i årskurs 9",
            ),
            GoalDraft(
                "Varje skola har en trygghetsgrupp som möts minst en gång i månaden",
                "skolornas årsberättelse",
            ),
        ),
        statutes=(
            StatuteDraft(Statute.SCHOOL, "Skolornas beredskapsplaner"),
            StatuteDraft(Statute.PUBLIC_HEALTH, "Folkhälsoplan 2024–2027"),
            StatuteDraft(Statute.RISK, "Risk- och sårbarhetsanalys 2023"),
        ),
    ),
    sides={
        DEGERFORS: PartyDraft(
            commitments=(
                "Erbjuder alla föräldrar till barn i årskurs 6 ett föräldraprogram.",
                "Har en fältgrupp som arbetar minst två kvällar i veckan.",
            ),
            steering="Målen står i kommunplanen och följs upp i årsredovisningen.",
            contact_function="trygghetssamordnare",
            contact_email="trygghet@degerfors.example",
        ),
        POLICE: PartyDraft(
            commitments=(
                "Har en kommunpolis med minst halva sin tid i Degerfors.",
                "Deltar i skolornas trygghetsgrupper.",
            ),
            steering="Åtagandena står i lokalpolisområdets verksamhetsplan.",
            contact_function="kommunpolis",
            contact_email="kommunpolis@handslag.example",
        ),
        HOUSING: PartyDraft(
            commitments=("Har en trygghetsvärd i Strömtorp.",),
            contact_function="trygghetsvärd",
        ),
    },
    together=("Vi tar fram en gemensam lägesbild och ger medborgarlöften utifrån den.",),
)
SEVEN = ("UNGA", "NARK", "VNR", "TRYGG_OFF", "TRAF", "SKADE", "INBROTT")
TOGETHER = Told(
    account="karlskoga",
    parties=(KARLSKOGA, DEGERFORS, POLICE),
    is_example=True,
    words=WordsDraft(
        name="Strategisk överenskommelse Karlskoga–Degerfors 2023–2026",
        period=parse("2023-2026"),
        prolongation=Prolongation.BY_MONTHS,
        prolongation_months=12,
        background=(
            "Lok Brå har funnits sedan 1994, för båda kommunerna. Sidan säger att "
            "fokusområdena är sju men nämner inget av dem: de sju här, perioden och "
            "åtagandena är påhittade."
        ),
        follow_up="I Lok Brå, med trygghetsmätningar och polisens egna mätningar.",
        follow_up_by="kommundirektörerna och lokalpolisområdeschefen",
    ),
    contents=ContentsDraft(
        purposes=(
            "Öka tryggheten i de båda kommunerna",
            "Bekämpa och förebygga brott tillsammans",
        ),
        fields=tuple((code, "") for code in SEVEN),
        goals=(
            GoalDraft(
                "Färre avstår från att gå ut på kvällen 2026 än 2023", "trygghetsmätning"
            ),
        ),
    ),
    sides={
        KARLSKOGA: PartyDraft(("Leder Lok Brå vartannat år.",)),
        DEGERFORS: PartyDraft(("Leder Lok Brå vartannat år.",)),
        POLICE: PartyDraft(("Redovisar läget vid varje möte med Lok Brå.",)),
    },
    together=("Nämnder och förvaltningar i båda kommunerna strävar åt samma håll.",),
)
ANNEX = WordsDraft(
    name="Operativ bilaga: trafiken på E18 2025–2026",
    period=parse("2025-2026"),
    follow_up="I den beredande gruppen varje kvartal.",
    follow_up_by="kommunpolisen",
)


def tell(stage: Stage) -> Agreement:
    """All of them. Hands on the one of Degerfors: promises are given under it."""
    for told in (IN_ASELE, IN_OSTHAMMAR):
        actor = stage.actor(told.account)
        row = _draft(stage, told, TODAY)
        services.publish_restated(actor, row, source=ITS_PAGE, read_on=TODAY, now=at(TODAY))
    under = _draft(stage, IN_DEGERFORS, date(2023, 11, 6))
    _approve(stage, under, "samordnare", ("ordforande", "polischef"), DAY)
    under.refresh_from_db()
    english.tell_agreement(stage, under)
    _follow_up(stage, under)
    joint = _draft(stage, TOGETHER, date(2022, 10, 3))
    _approve(stage, joint, "karlskoga", JOINT_VOTERS, date(2022, 12, 14))
    _annex(stage, joint)
    _under_way(stage, joint)
    return under


JOINT_VOTERS = ("karlskoga-ordforande", "ordforande", "polischef")


def _draft(
    stage: Stage, told: Told, on: date, parent: Agreement | None = None
) -> Agreement:
    actor, parties = stage.actor(told.account), [stage.org(name) for name in told.parties]
    row = services.draft_agreement(
        actor,
        told.words,
        home=parties[0],
        parties=parties,
        parent=parent,
        is_example=told.is_example,
        now=at(on),
    )
    services.save_contents(actor, row, told.contents, revision=1)
    sides = {stage.org(name).pk: said for name, said in told.sides.items()}
    services.save_commitments(actor, row, sides, together=told.together, revision=2)
    return row


def _approve(
    stage: Stage, row: Agreement, asker: str, voters: Sequence[str], on: date
) -> None:
    """Those with an account sign in; a landlord without one answers by link."""
    round_ = services.ask_for_approval(stage.actor(asker), row, now=at(on))
    asked = {party.organisation_id for party in round_.parties.all()}
    if stage.org(HOUSING).pk in asked:
        link, _code = services.invite_by_link(
            stage.actor(asker),
            row,
            party=stage.org(HOUSING).pk,
            name="Vd, Degerforsbyggen (demo)",
            function="vd",
            email="vd@degerforsbyggen.example",
            phone="",
            now=at(on),
        )
        services.answer_by_link(
            link_actor(link), link, agrees=True, reason="", now=at(on, 11)
        )
    for hour, key in enumerate(voters, start=13):
        voter = stage.actor(key)
        services.answer(
            voter,
            row,
            party=next(iter(voter.organisation_ids)),
            agrees=True,
            fingerprint=round_.version.fingerprint,
            function=voter.name.split(",")[0],
            now=at(on, hour),
        )
    row.refresh_from_db()


def _follow_up(stage: Stage, row: Agreement) -> None:
    """Followed up after two years, by those the agreement names."""
    actor, on = stage.actor("samordnare"), date(2025, 12, 10)
    told = services.begin_follow_up(
        actor, row, on=on, functions=row.follow_up_by, now=at(on)
    )
    goals = list(row.goals.all())
    undertaken = list(row.commitments.order_by("party__position", "position"))
    said = {
        goals[0].pk: Said(
            Verdict.PARTLY, "38 procent 2025, mot 42 procent när vi började."
        ),
        goals[1].pk: Said(Verdict.DONE, "Alla tre skolorna har en grupp sedan 2024."),
    }
    done = {one.pk: Said(Verdict.DONE, "Enligt plan.") for one in undertaken[:4]}
    done[undertaken[1].pk] = Said(
        Verdict.PARTLY, "En kväll i veckan under 2024, två sedan augusti 2025."
    )
    services.save_follow_up(
        actor,
        told,
        goals=said,
        commitments=done,
        summary="Det mesta är gjort. Fältgruppen kom i gång senare än vi lovade.",
        revision=1,
    )
    services.publish_follow_up(actor, told, now=at(on, 14))


def _annex(stage: Stage, joint: Agreement) -> None:
    contents = ContentsDraft(
        purposes=("Färre onyktra och för snabba förare på E18",), fields=(("TRAF", ""),)
    )
    sides = {POLICE: PartyDraft(("Gör nykterhetskontroller minst en gång i månaden.",))}
    told = Told("karlskoga", TOGETHER.parties, ANNEX, contents, sides, is_example=True)
    row = _draft(stage, told, date(2025, 1, 13), parent=joint)
    _approve(stage, row, "karlskoga", JOINT_VOTERS, date(2025, 1, 29))


def _under_way(stage: Stage, joint: Agreement) -> None:
    """A next one as a draft, one that waits for its answers, one being followed up."""
    asele = stage.actor("asele")
    held = Agreement.objects.get(home=stage.org(ASELE))
    services.renew(
        asele,
        held,
        name="Samverkansöverenskommelse 2027–2030",
        period=parse("2027-2030"),
        changes="",
        now=at(TODAY),
    )
    first = services.draft_first(
        stage.actor("hallefors"),
        WordsDraft(
            name="Samverkansöverenskommelse 2027–2030",
            period=parse("2027-2030"),
            prolongation=Prolongation.UNTIL_FURTHER_NOTICE,
        ),
        home=stage.org(HALLEFORS),
        parties=[stage.org(HALLEFORS), stage.org(POLICE)],
        now=at(TODAY),
    )
    services.ask_for_approval(stage.actor("hallefors"), first, now=at(TODAY))
    services.begin_follow_up(
        stage.actor("karlskoga"),
        joint,
        on=TODAY,
        functions=joint.follow_up_by,
        now=at(TODAY),
    )
