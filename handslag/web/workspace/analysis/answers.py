"""What every analysis answers with: a sentence, its figure, and how it was counted."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from handslag.web.ui.charts import Chart
from handslag.web.words.methods import Counted
from handslag.web.words.verdicts import Told


@dataclass(frozen=True, slots=True)
class Answer:
    """`sentence` is the answer. `told` is the verdict, where something was tested; then it
    is the answer's first words. `limits` is what it does not say, for whoever cites it.
    `picture` is to find one's way in and goes with no finding; `pictured` says what it is.
    """

    title: str
    sentence: str
    counted: Counted
    told: Told | None = None
    chart: Chart | None = None
    more: Sequence[str] = ()
    limits: str = ""
    sure: str = ""  # a code of evidence's Confidence; "": nothing to cite
    facts: Sequence[tuple[str, str]] = field(default_factory=tuple)
    picture: Chart | None = None
    pictured: str = ""

    @property
    def said(self) -> str:
        """The answer as one text."""
        return (
            f"{self.sentence} {self.told.sentence}".strip() if self.told else self.sentence
        )

    @property
    def after_title(self) -> str:
        """What a verdict needs after its title to be whole, in a list of answers."""
        return self.told.text if self.told and self.told.title.endswith(":") else ""
