"""Refusals of what a municipality decides about its reports, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from handslag.web.words.text import Text

REFUSALS: Mapping[str, Text] = {
    "incidents.name_is_missing": _("Write the name."),
    "incidents.name_too_long": _("Write the name in at most %(most)s letters."),
    "incidents.days_out_of_bounds": _("Write a number of days between 1 and %(most)s."),
    "incidents.no_such_weekday": _("Choose a day of the week."),
    "incidents.too_many_kinds": _(
        "There are %(most)s kinds already. Rename one, or take one into use again."
    ),
    "incidents.categories_stay": _(
        "The six categories are the same everywhere and stay. You can rename it."
    ),
    "incidents.too_many_routes": _("There are %(most)s rules already. Take one away."),
    "incidents.unknown_owner": _(
        "Choose the organisation once more: the list has changed."
    ),
    "incidents.route_is_there": _(
        "There is a rule for this kind and place already. Change that one."
    ),
    "incidents.sits_there_already": _("It sits in the group already."),
    "incidents.who_leads_stays": _(
        "The one that leads the group sits in it. Let the group end instead."
    ),
    "incidents.key_has_ended": _("The key has ended. Ask the municipality for a new one."),
    "incidents.too_many_keys": _("There are %(most)s keys. End one that is not used."),
}
