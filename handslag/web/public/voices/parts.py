"""What one can take part in: what each way of being heard tells of itself.

A part (surveys, dialogues, walks) has a function that lists what is open or comes soon,
and a view of one of them. `taking_part.py` gathers them; it knows no part but by these.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse


@dataclass(frozen=True, slots=True)
class Chance:
    """One thing that somebody can take part in, as a line of the list.

    `text`: what it is called; `hint`: what kind it is and until when, in a few words;
    `starts`: the first day, which says whether it is open now or comes soon.
    """

    href: str
    text: str
    hint: str
    starts: date
    is_example: bool = False


# municipality (its address), today → what there is to take part in
Chances = Callable[[str, date], Iterable[Chance]]
# The view of one: request, municipality and slug by name. If it takes a form it is
# guarded with `public_write`, as every public form.
View = Callable[..., HttpResponse]
