"""What was answered, counted: who was asked, what share answered what, and how sure."""

from handslag.domain.surveys.figures.document import (
    Before,
    Figures,
    Grouped,
    GroupNamed,
    Line,
    Part,
    Spot,
    read_figures,
    written_figures,
)

__all__ = [
    "Before",
    "Figures",
    "GroupNamed",
    "Grouped",
    "Line",
    "Part",
    "Spot",
    "read_figures",
    "written_figures",
]
