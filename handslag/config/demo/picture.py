"""Made-up pictures: Degerfors with two versions, Åsele with the least that the law asks,
Östhammar whose picture is older than the law allows. Nothing here has happened."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from handslag.config.demo import said
from handslag.config.demo.accounts import DEGERFORS, POLICE
from handslag.config.demo.pictured import (
    ANALYSIS,
    ANALYSIS_2026,
    CELLARS,
    DAMAGE,
    DRUGS,
    INTERNAL,
    MOPEDS,
    MUNICIPAL_FINDINGS,
    MUNICIPAL_PROBLEMS,
    MUNICIPAL_TEXTS,
    NOT_PUBLIC,
    POLICE_FINDINGS,
    POLICE_PROBLEMS,
    POLICE_TEXTS,
    REWRITTEN,
    SPEED,
    STATION,
    WEIGHED,
    Held,
    Seen,
)
from handslag.config.demo.places import place_at
from handslag.config.demo.stage import Stage, at
from handslag.config.demo.telling import Finding, found
from handslag.core.access import Actor
from handslag.core.periods import parse
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Visibility
from handslag.domain.picture import services
from handslag.domain.picture.models import Picture, Problem
from handslag.domain.picture.rules.drafts import (
    JudgementDraft,
    PassageDraft,
    PictureDraft,
    ProblemDraft,
    SourceDraft,
)
from handslag.domain.picture.rules.words import (
    Aspect,
    Confidence,
    Part,
    Priority,
    Use,
)

ASELE, OSTHAMMAR = "Åsele kommun", "Östhammars kommun"
BEGUN = date(2025, 1, 8)
SAID = "dialog26"  # what people said at an occasion of their own
FROZEN = {1: date(2025, 2, 12), 2: date(2026, 2, 11)}
Findings = Mapping[str, Evidence]
BeforeFreezing = Callable[[Stage, Picture], None]


def _nothing(_stage: Stage, _picture: Picture) -> None:
    """Nothing more is told before the picture is frozen."""


def tell(stage: Stage, *, before_freezing: BeforeFreezing = _nothing) -> None:
    """The three municipalities. `before_freezing`: what else each version should hold."""
    degerfors(stage, before_freezing)
    least(
        stage,
        "asele",
        ASELE,
        Finding(
            "medborgardialog", "Tre av tio oroar sig för inbrott i fritidshus.", "2025"
        ),
        ProblemDraft("INBROTT", "Inbrott i fritidshus", affected="fritidsboende"),
        date(2025, 11, 19),
    )
    least(
        stage,
        "osthammar",
        OSTHAMMAR,
        Finding(
            "egen_enkät", "Var femte har blivit av med båtmotor eller bränsle.", "2023"
        ),
        ProblemDraft("INBROTT", "Båtmotorstölder", affected="båtägare"),
        date(2024, 3, 6),
    )


def degerfors(stage: Stage, before_freezing: BeforeFreezing) -> None:
    """Each side writes, they merge, weigh and freeze; a year later once more."""
    coordinator, officer = stage.actor("samordnare"), stage.actor("kommunpolis")
    findings = _findings(stage)
    municipal = _own(stage, coordinator, DEGERFORS, MUNICIPAL_TEXTS)
    policing = _own(stage, officer, POLICE, POLICE_TEXTS)
    theirs = _problems(coordinator, municipal, MUNICIPAL_PROBLEMS, findings)
    ours = _problems(officer, policing, POLICE_PROBLEMS, findings)
    for actor, picture in ((coordinator, municipal), (officer, policing)):
        services.share(actor, picture, now=at(date(2025, 1, 22)))
    joint = services.begin_joint(
        coordinator,
        PictureDraft("Lägesbild för Degerfors", parse("2025")),
        home=stage.org(DEGERFORS),
        parties=[stage.org(DEGERFORS), stage.org(POLICE)],
        now=at(date(2025, 1, 23)),
        is_example=True,
    )
    problems = _merged(coordinator, joint, theirs, ours)
    texts = [*municipal.passages.all(), *policing.passages.all()]
    services.take_passages(coordinator, joint, texts)
    _write(coordinator, joint, Part.ANALYSIS, ANALYSIS)
    services.add_passage(
        officer, joint, PassageDraft(Part.ANALYSIS, INTERNAL, is_internal=True)
    )
    _sources(coordinator, joint)
    _weigh(stage, problems)
    before_freezing(stage, joint)
    _freeze(coordinator, joint, 1, "Den första gemensamma bilden.")
    _year_2026(stage, joint, problems, findings)
    before_freezing(stage, joint)
    _freeze(coordinator, joint, 2, "Förnyad efter dialogen hösten 2025.")


def _findings(stage: Stage) -> Findings:
    """What both sides have found, written down before anybody cites it."""
    on = date(2025, 1, 7)
    told = {
        key: found(stage, "samordnare", DEGERFORS, one, on)
        for key, one in MUNICIPAL_FINDINGS.items()
        if key != SAID
    }
    told[SAID] = said.found_at_the_station(stage, MUNICIPAL_FINDINGS[SAID])
    for key, one in POLICE_FINDINGS.items():
        seen_by = NOT_PUBLIC.get(key, Visibility.PUBLIC)
        told[key] = found(stage, "kommunpolis", POLICE, one, on, seen_by)
    return told


def _own(stage: Stage, actor: Actor, party: str, texts: Mapping[Part, str]) -> Picture:
    picture = services.begin_own(
        actor,
        PictureDraft(f"Vad {party} ser", parse("2025")),
        home=stage.org(DEGERFORS),
        party=stage.org(party),
        now=at(BEGUN),
        is_example=True,
    )
    for part, text in texts.items():
        _write(actor, picture, part, text)
    return picture


def _write(actor: Actor, picture: Picture, part: Part, text: str) -> None:
    services.add_passage(actor, picture, PassageDraft(part, text))


def _problems(
    actor: Actor, picture: Picture, seen: Mapping[str, Seen], findings: Findings
) -> dict[str, Problem]:
    return {
        key: services.add_problem(actor, picture, _draft(one, findings))
        for key, one in seen.items()
    }


def _draft(one: Seen, findings: Findings) -> ProblemDraft:
    return ProblemDraft(
        theme=one.theme,
        title=one.title,
        description=one.text,
        place=place_at(one.named),
        place_stated=one.place,
        time_pattern=one.when,
        time_stated=one.time_stated,
        affected=one.affected,
        judgements=tuple(_held(held, findings) for held in one.held),
    )


def _held(held: Held, findings: Findings) -> JudgementDraft:
    return JudgementDraft(
        held.aspect,
        held.text,
        direction=held.way,
        confidence=held.sure,
        is_internal=held.is_internal,
        evidence=(findings[held.cites].pk,),
    )


def _merged(
    actor: Actor,
    joint: Picture,
    theirs: Mapping[str, Problem],
    ours: Mapping[str, Problem],
) -> dict[str, Problem]:
    """What both see becomes one problem; what one side sees is taken over as it is."""
    return {
        key: services.merge_problems(
            actor, joint, [side[key] for side in (theirs, ours) if key in side]
        )
        for key in (DRUGS, STATION, DAMAGE, SPEED, MOPEDS)
    }


def _sources(actor: Actor, joint: Picture) -> None:
    for draft in (
        SourceDraft(
            Use.USED,
            "Polisens trygghetsmätning",
            reason="Samma frågor varje år, så den visar utvecklingen.",
            limits="Få svar från dem som är yngre än 25.",
        ),
        SourceDraft(
            Use.REJECTED,
            "Kommentarer i sociala medier",
            reason="Vi vet inte vem som skriver, eller hur många som håller med.",
        ),
    ):
        services.add_source(actor, joint, draft)


def _weigh(stage: Stage, problems: Mapping[str, Problem]) -> None:
    """Each side scores by itself, then both agree."""
    now = at(date(2025, 2, 4))
    coordinator, officer = stage.actor("samordnare"), stage.actor("kommunpolis")
    for key, weighed in WEIGHED.items():
        scores = (
            (coordinator, DEGERFORS, weighed.municipality, weighed.whys[0]),
            (officer, POLICE, weighed.police, weighed.whys[1]),
        )
        for actor, party, value, why in scores:
            services.score(
                actor,
                problems[key],
                party=stage.org(party),
                value=value,
                reason=why,
                now=now,
            )
        _agree(coordinator, problems[key], weighed.priority, weighed.reason)


def _agree(actor: Actor, problem: Problem, priority: Priority, reason: str) -> None:
    problem.refresh_from_db()
    services.agree_priority(
        actor, problem, priority, reason=reason, revision=problem.revision
    )


def _year_2026(
    stage: Stage, joint: Picture, problems: Mapping[str, Problem], findings: Findings
) -> None:
    """What a year did: one problem closed, one new, two weighed and judged otherwise."""
    coordinator = stage.actor("samordnare")
    services.save_words(
        coordinator,
        joint,
        PictureDraft(joint.name, parse("2026")),
        revision=joint.revision,
    )
    services.close_problem(
        coordinator,
        problems[MOPEDS],
        why="Inga synpunkter under 2025. Vägen till badet är avstängd med bom.",
    )
    _judged_anew(coordinator, problems, findings)
    _agree(
        coordinator, problems[DAMAGE], Priority.WATCHED, "Minskar sedan belysningen byttes."
    )
    _agree(
        coordinator,
        problems[SPEED],
        Priority.PRIORITISED,
        "Nu är det mätt: var femte bil kör för fort där barnen går.",
    )
    for draft, why in _new(findings):
        _added(stage, joint, draft, why)
    analysis = joint.passages.get(part=Part.ANALYSIS, is_internal=False)
    services.save_passage(
        coordinator,
        analysis,
        PassageDraft(Part.ANALYSIS, ANALYSIS_2026),
        revision=analysis.revision,
    )


def _judged_anew(actor: Actor, problems: Mapping[str, Problem], findings: Findings) -> None:
    for key, (seen, held) in REWRITTEN.items():
        problems[key].refresh_from_db()
        judgements = tuple(_held(one, findings) for one in held)
        draft = _draft(seen, findings)
        services.save_problem(
            actor,
            problems[key],
            replace(draft, judgements=judgements, title=problems[key].title),
            revision=problems[key].revision,
        )


def _new(findings: Findings) -> tuple[tuple[ProblemDraft, str], ...]:
    """Problems of the second year, and why they are only watched so far."""
    heard = Held(
        Aspect.EXTENT, "19 försök som hemtjänsten hört om.", "äldre", Confidence.LOW
    )
    counted = Held(Aspect.EXTENT, "31 skador på ett år.", "källare", Confidence.MEDIUM)
    return (
        (
            ProblemDraft(
                "BEDR",
                "Bedrägerier mot äldre över telefon",
                description="Någon ringer och säger sig vara banken eller ett barnbarn.",
                affected="äldre som bor ensamma",
                judgements=(_held(heard, findings),),
            ),
            "Vi vet för lite om hur vanligt det är.",
        ),
        (
            ProblemDraft(
                "INBROTT",
                CELLARS,
                description="Lås bryts upp i hus från femtiotalet. Få skador anmäls.",
                affected="hyresgäster",
                judgements=(_held(counted, findings),),
            ),
            "Bostadsbolaget går igenom alla källare i år. Sedan vet vi mer.",
        ),
    )


def _added(stage: Stage, joint: Picture, draft: ProblemDraft, why: str) -> None:
    """A new problem, written in the joint picture at once and scored by both sides."""
    coordinator, now = stage.actor("samordnare"), at(date(2026, 2, 3))
    added = services.add_problem(coordinator, joint, draft)
    for key, party in (("samordnare", DEGERFORS), ("kommunpolis", POLICE)):
        services.score(stage.actor(key), added, party=stage.org(party), value=3, now=now)
    _agree(coordinator, added, Priority.WATCHED, why)


def _freeze(actor: Actor, picture: Picture, number: int, note: str) -> None:
    services.freeze(actor, picture, now=at(FROZEN[number]), note=note, published=True)


def least(
    stage: Stage,
    account: str,
    home: str,
    finding: Finding,
    problem: ProblemDraft,
    frozen: date,
) -> None:
    """The least that the law asks for: three parts, and one problem with a reason."""
    actor, municipality = stage.actor(account), stage.org(home)
    told = found(stage, account, home, finding, frozen)
    picture = services.begin_joint(
        actor,
        PictureDraft(f"Lägesbild för {municipality.short_name}", parse(str(frozen.year))),
        home=municipality,
        parties=[municipality],
        now=at(frozen),
        is_example=True,
    )
    _write(actor, picture, Part.EXTENT, f"Få brott anmäls. {finding.statement}")
    _write(actor, picture, Part.CONSEQUENCES, "Några låser in mer, och reser bort mindre.")
    _write(actor, picture, Part.INFORMATION, "Avstånden är stora och polisen långt borta.")
    _write(
        actor, picture, Part.ANALYSIS, "Det är få brott, men de sker när ingen är hemma."
    )
    held = JudgementDraft(
        Aspect.EXTENT,
        finding.statement,
        confidence=Confidence.MEDIUM,
        evidence=(told.pk,),
    )
    made = services.add_problem(actor, picture, replace(problem, judgements=(held,)))
    services.agree_priority(
        actor,
        made,
        Priority.PRIORITISED,
        reason="Det enda som många nämner.",
        revision=made.revision,
    )
    services.freeze(actor, picture, now=at(frozen), published=True)
