"""The short instructions in more languages, as data: instructions.json beside this file."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Instruction:
    """What this is and is not, in one language."""

    code: str
    dir: str
    name: str
    lines: tuple[str, ...]


def _read() -> tuple[Instruction, ...]:
    shipped = Path(__file__).with_name("instructions.json").read_text(encoding="utf-8")
    return tuple(
        Instruction(one["code"], one["dir"], one["name"], tuple(one["lines"]))
        for one in json.loads(shipped)["languages"]
    )


INSTRUCTIONS = _read()
