"""What is kept, for how long, what happens then, and why. Pure."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Statement:
    """One rule of the document management plan (dokumenthanteringsplan).

    `keep` is the code of the series, `months` how long after the thing is
    finished (None: for ever), `then` what happens after that.
    """

    model: str
    keep: str
    months: int | None
    then: Literal["keep", "delete", "anonymise"]
    why: str

    def __post_init__(self) -> None:
        if (self.months is None) != (self.then == "keep"):
            raise ValueError(f"{self.model}: what is kept for ever has no months.")
        if not self.why:
            raise ValueError(f"{self.model}: say why.")
