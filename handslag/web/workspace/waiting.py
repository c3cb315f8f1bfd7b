"""What waits for somebody: each part of the workspace says what it has."""

from dataclasses import dataclass

from handslag.web.words.text import Text


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to do, and where it is done. `urgent`: others wait, or it is late.

    `parts`: what it is made of, each kind with how many there are.
    """

    href: str
    text: str
    hint: str = ""
    late: str = ""
    urgent: bool = False
    parts: tuple[tuple[Text, int], ...] = ()
