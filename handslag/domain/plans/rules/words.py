"""The words of action plans: states, kinds, ways of measuring."""

from enum import StrEnum


class State(StrEnum):
    """Where a plan stands. One that is decided is never written in again."""

    DRAFT = "draft"
    DECIDED = "decided"
    REPLACED = "replaced"


class Aim(StrEnum):
    """What a goal is for. Where little happens, it is to stay so."""

    REACH = "reach"
    HOLD = "hold"


class Measures(StrEnum):
    """Does the indicator count what is done, or what becomes of it?"""

    OUTPUT = "output"
    EFFECT = "effect"


class Direction(StrEnum):
    """Which way is good. More reports can be good: fewer crimes go unseen."""

    UP = "up"
    DOWN = "down"
    HOLD = "hold"


class Approach(StrEnum):
    """What a measure changes: the situation, or how people live (F3.11)."""

    SITUATIONAL = "situational"
    SOCIAL = "social"


class Strategy(StrEnum):
    """The five ways of changing a situation (F3.12)."""

    EFFORT = "effort"
    RISK = "risk"
    REWARD = "reward"
    PROVOCATION = "provocation"
    EXCUSES = "excuses"


class Horizon(StrEnum):
    """When the effect can be expected."""

    SHORT = "short"
    LONG = "long"


class Status(StrEnum):
    """How far a measure has come."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    STOPPED = "stopped"


class CarriedOut(StrEnum):
    """Was the measure carried out as planned? What nobody can say is said apart."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


class Reached(StrEnum):
    """Was the goal reached? What was not measured is unknown, never a no."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


class GrantState(StrEnum):
    """Where a project for state grants stands."""

    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"
    ACCOUNTED = "accounted"
