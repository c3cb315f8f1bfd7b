"""What points at somebody, in plain words: what it is, what to do, and why; and what
a person who reads it can decide."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from handslag.core.guard.rules import Choice, Kind
from handslag.web.words.text import Text

KINDS: Mapping[Kind, Text] = {
    Kind.NAME: _("a name"),
    Kind.PERSONNUMMER: _("a personal identity number"),
    Kind.PHONE: _("a telephone number"),
    Kind.EMAIL: _("an e-mail address"),
    Kind.PLATE: _("a registration plate"),
    Kind.APARTMENT: _("the number of an apartment"),
    Kind.HANDLE: _("a name on social media"),
    Kind.CASE_NUMBER: _("the number of a case"),
}
# Beside a field while someone types. Nothing is stopped by it.
SEEN: Mapping[Kind, Text] = {
    Kind.NAME: _("“%(what)s” looks like a name. Write what the person does here instead."),
    Kind.PERSONNUMMER: _(
        "“%(what)s” looks like a personal identity number. Do not write it here."
    ),
    Kind.PHONE: _("“%(what)s” looks like a telephone number. Do not write it here."),
    Kind.EMAIL: _("“%(what)s” looks like an e-mail address. Do not write it here."),
    Kind.PLATE: _(
        "“%(what)s” looks like a registration plate. Write what it is instead: a red car."
    ),
    Kind.APARTMENT: _(
        "“%(what)s” looks like the number of an apartment. Write the entrance or the house."
    ),
    Kind.HANDLE: _("“%(what)s” looks like a name on social media. Do not write it here."),
    Kind.CASE_NUMBER: _(
        "“%(what)s” looks like the number of a case. Do not write it here."
    ),
}
# When a form is sent back: what to do, and why.
REFUSED: Mapping[Kind, Text] = {
    Kind.NAME: _("“%(what)s” is the name of a person. Take it out: this is about places."),
    Kind.PERSONNUMMER: _(
        "“%(what)s” is a personal identity number. Take it out: it points at one person."
    ),
    Kind.PHONE: _(
        "“%(what)s” is a telephone number. Take it out: others than you will read the text."
    ),
    Kind.EMAIL: _(
        "“%(what)s” is an e-mail address. Take it out: others than you will read the text."
    ),
    Kind.PLATE: _(
        "“%(what)s” is a registration plate. Take it out: it leads to the owner."
    ),
    Kind.APARTMENT: _(
        "“%(what)s” is the number of an apartment. Take it out: somebody lives there."
    ),
    Kind.HANDLE: _(
        "“%(what)s” is a name on social media. Take it out: it points at one person."
    ),
    Kind.CASE_NUMBER: _(
        "“%(what)s” is the number of a case. Take it out: single cases are not kept here."
    ),
}
# For whoever decides about words that wait.
CHOICES: Mapping[Choice, Text] = {
    Choice.LET_THROUGH: _("Let it through: it names nobody"),
    Choice.TAKE_OUT: _("Take out what is ticked or written below"),
    Choice.TAKE_ALL: _("Take away all the words"),
}
FOUND: Mapping[Kind, Text] = {
    Kind.NAME: _("looks like a name"),
    Kind.PERSONNUMMER: _("looks like a personal identity number"),
    Kind.PHONE: _("looks like a telephone number"),
    Kind.EMAIL: _("looks like an e-mail address"),
    Kind.PLATE: _("looks like a registration plate"),
    Kind.APARTMENT: _("looks like an apartment number"),
    Kind.HANDLE: _("looks like an account in social media"),
    Kind.CASE_NUMBER: _("looks like a case number"),
}
REFUSALS: Mapping[str, Text] = {
    "guard.not_in_the_words": _("“%(said)s” does not stand in the text."),
    "guard.nothing_to_take_out": _("Say which words are to be taken out."),
}
