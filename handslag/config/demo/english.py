"""The made-up year of Degerfors in English: a translation, the Swedish is approved."""

from handslag.config.demo.stage import Stage
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.published.translations import promise_place
from handslag.domain.promises.queries import promises_of

OF_THE_SET = {
    "name": "Citizen promises 2026",
    "lead": "What the police and the municipality promise those who live or stay here.",
}
# Heading, text and place of each promise, in order.
PROMISES = (
    (
        "At least four safety walks, in the centre and in Strömtorp",
        "We walk at least four safety walks in the centre and in Strömtorp. What you point "
        "out is answered within a month: we do it, we do it later, or we say why not.",
        "the centre and Strömtorp",
    ),
    (
        "A traffic control every week on the roads you pointed out",
        "The police carry out at least one traffic control a week on the roads that you "
        "pointed out.",
        "road 205, Herrgårdsgatan and Strömtorpsvägen",
    ),
    (
        "The lights along the path by Letälven are on before October",
        "The lights along the footpath by Letälven are on before October.",
        "the footpath by Letälven",
    ),
    (
        "If you have reported a crime you hear from us within a week",
        "Anyone who has been the victim of a crime hears from the police within a week of "
        "an investigator being given the case.",
        "",
    ),
    (
        "A visit to every class in year 7",
        "Every class in year 7 is visited by the field team and the police.",
        "Stora Vallaskolan",
    ),
    (
        "More adults out when there has been trouble",
        "If there is trouble in the centre two weekends in a row, more adults are out the "
        "weekend after.",
        "the centre",
    ),
    (
        "Every cellar is checked",
        "Degerforsbyggen checks all 24 cellars and store rooms and secures those that need "
        "it.",
        "the houses of Degerforsbyggen",
    ),
    (
        "Two dialogue meetings with the associations",
        "We hold two dialogue meetings with the associations, one in spring and one in "
        "autumn.",
        "Folkets hus",
    ),
)


def tell(stage: Stage, set_: PromiseSet) -> None:
    """Add the translation of every promise."""
    texts = dict(OF_THE_SET)
    for promise, words in zip(promises_of(set_), PROMISES, strict=True):
        for name, text in zip(("heading", "text", "place"), words, strict=True):
            if text:
                texts[promise_place(str(promise.public_id), name)] = text
    services.translate(stage.actor("kommunikator"), set_, language="en", texts=texts)
