"""The fixed words of a walk."""

from enum import StrEnum


class Kind(StrEnum):
    """With those who live there, or by those whose task it is."""

    WALK = "walk"
    INVENTORY = "inventory"


class Stage(StrEnum):
    """Which of the three meetings has been held."""

    PLANNED = "planned"  # the first plans the route
    WALKED = "walked"  # the second walks it
    TOLD = "told"  # at the third those who are responsible have said what they will do


class Light(StrEnum):
    DAYLIGHT = "daylight"
    DUSK = "dusk"
    DARK = "dark"


class Weather(StrEnum):
    CLEAR = "clear"
    CLOUDY = "cloudy"
    RAIN = "rain"
    SNOW = "snow"
    FOG = "fog"


class Parameter(StrEnum):
    """What one looks at in each stop (F7.3)."""

    LIGHTING = "lighting"
    SIGHT = "sight"
    DAMAGE = "damage"
    LITTER = "litter"
    SIGNS = "signs"
    TRAFFIC = "traffic"
    DESOLATION = "desolation"
    MEETING = "meeting"
    UPKEEP = "upkeep"


class Level(StrEnum):
    """How it is, from good to bad; each parameter has its own words for them."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    BAD = "bad"
    UNKNOWN = "unknown"  # looked at, and could not be judged


ORDER = (Level.GOOD, Level.FAIR, Level.POOR, Level.BAD)


class Tone(StrEnum):
    """Something that is lacking, or something that is good and should stay."""

    LACKING = "lacking"
    GOOD = "good"


class Reply(StrEnum):
    """What the one responsible answers."""

    DO = "do"
    LATER = "later"
    NO = "no"


class Outcome(StrEnum):
    """What one sees of a finding when one walks again."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    NOT_SEEN = "not_seen"  # the stop was not walked again


class PartRole(StrEnum):
    """As what somebody took part. Never who."""

    RESIDENTS = "residents"
    YOUNG = "young"
    OLDER = "older"
    ASSOCIATIONS = "associations"
    PROPERTY_OWNERS = "property_owners"
    BUSINESS = "business"
    MUNICIPAL_STAFF = "municipal_staff"
    POLICE = "police"
    ELECTED = "elected"
    OTHERS = "others"


class Focus(StrEnum):
    """The five areas of Purple Flag (F7.4)."""

    SAFETY = "safety"
    ACCESS = "access"
    OFFER = "offer"
    PLACE = "place"
    POLICY = "policy"


class Zone(StrEnum):
    """The four time zones of Purple Flag."""

    EVENING = "17-20"
    LATE_EVENING = "20-23"
    NIGHT = "23-02"
    LATE_NIGHT = "02-05"


class FlagLevel(StrEnum):
    """How it works in that area at that time."""

    WORKS = "works"
    PARTLY = "partly"
    LACKING = "lacking"
    UNKNOWN = "unknown"


class Watch(StrEnum):
    """What is counted: areas that keep watch together, never households."""

    NEIGHBOURS = "neighbours"  # grannsamverkan
    BOATS = "boats"  # båtsamverkan
