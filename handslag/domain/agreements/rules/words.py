"""The words of the field as the code writes them. The glossary has them in Swedish."""

from enum import StrEnum


class Level(StrEnum):
    """A strategic agreement has operative annexes below it."""

    STRATEGIC = "strategic"
    ANNEX = "annex"


class Origin(StrEnum):
    """How an agreement came into Handslag."""

    DECIDED = "decided"  # approved here, by its parties
    RESTATED = "restated"  # typed in from what the parties have signed elsewhere


class Prolongation(StrEnum):
    """What the agreement itself says happens when no new one is signed."""

    NONE = "none"
    UNTIL_FURTHER_NOTICE = "until_further_notice"
    BY_MONTHS = "by_months"


class State(StrEnum):
    """Where the text stands."""

    DRAFT = "draft"
    IN_APPROVAL = "in_approval"
    SETTLED = "settled"
    ENDED = "ended"


class Statute(StrEnum):
    """Analysis and planning under other statutes (Lag 2023:196, 7 §)."""

    RISK = "risk"  # risk- och sårbarhetsanalys
    SCHOOL = "school"  # skolans beredskapsplan
    PUBLIC_HEALTH = "public_health"
    ANDT = "andt"
    OTHER = "other"


class Verdict(StrEnum):
    """What a follow-up says of one goal or commitment."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    ONGOING = "ongoing"
