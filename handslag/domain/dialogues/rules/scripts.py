"""The two meetings with staff, step by step. The words of a step stand beside its code
in `web/words/dialogues.py`. Pure."""

from dataclasses import dataclass

from handslag.domain.dialogues.rules.words import Script


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a meeting, and how long it may take."""

    code: str
    minutes: int


SCRIPTS: dict[Script, tuple[Step, ...]] = {
    Script.WHAT: (
        Step("why_we_are_here", 10),
        Step("what_we_know", 15),
        Step("alone_first", 10),
        Step("in_pairs", 15),
        Step("on_the_wall", 20),
        Step("choose_three", 15),
        Step("what_happens_next", 5),
    ),
    Script.HOW: (
        Step("what_was_chosen", 10),
        Step("what_stands_in_the_way", 15),
        Step("what_we_can_do", 20),
        Step("who_and_when", 20),
        Step("how_we_will_know", 15),
        Step("what_happens_next", 10),
    ),
}


def minutes_of(script: Script) -> int:
    """How long the meeting takes."""
    return sum(step.minutes for step in SCRIPTS[script])
