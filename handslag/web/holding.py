"""Whether an agreement holds, in the sentence that a page begins with."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.domain.agreements.rules.force import Force, Standing, Term
from handslag.domain.agreements.rules.words import Prolongation
from handslag.web.ui.templatetags.ui import swedish_date


def how_it_holds(term: Term, now: Standing) -> str:
    """ "Överenskommelsen gäller till och med 31 december 2022 och förlängs …" """
    return {
        Force.NOT_BEGUN: _not_begun,
        Force.IN_FORCE: _in_force,
        Force.PROLONGED: _prolonged,
        Force.RUN_OUT: _over,
        Force.REPLACED: _over,
        Force.ENDED_EARLY: _over,
    }[now.force](term, now)


def _not_begun(term: Term, _now: Standing) -> str:
    return _("The agreement begins to hold on %(day)s.") % {
        "day": swedish_date(term.starts)
    }


def _in_force(term: Term, now: Standing) -> str:
    if now.until is None:
        return _("The agreement holds until it is replaced.")
    day = {"day": swedish_date(now.until)}
    if term.replaced_from is not None:
        return _("The agreement holds until %(day)s, when a new one takes over.") % day
    if term.ended_on is not None:
        return _("The agreement holds until %(day)s. It is ended early.") % day
    if term.prolongation is Prolongation.UNTIL_FURTHER_NOTICE:
        return (
            _(
                "The agreement holds until %(day)s. "
                "If no new one is signed it is prolonged until further notice."
            )
            % day
        )
    if term.prolongation is Prolongation.BY_MONTHS:
        months = term.months or 1
        return ngettext(
            "The agreement holds until %(day)s. "
            "If no new one is signed it is prolonged by %(n)s month at a time.",
            "The agreement holds until %(day)s. "
            "If no new one is signed it is prolonged by %(n)s months at a time.",
            months,
        ) % {**day, "n": months}
    return _("The agreement holds until %(day)s. It is not prolonged.") % day


def _prolonged(term: Term, now: Standing) -> str:
    since = {"end": swedish_date(term.ends), "day": swedish_date(now.until)}
    if term.replaced_from is not None:
        return (
            _(
                "The agreement holds. It ran to %(end)s and is prolonged until %(day)s, "
                "when a new one takes over."
            )
            % since
        )
    if now.until is not None:
        return (
            _("The agreement holds. It ran to %(end)s and is prolonged until %(day)s.")
            % since
        )
    return (
        _(
            "The agreement holds. It ran to %(end)s "
            "and is since then prolonged until further notice."
        )
        % since
    )


def _over(_term: Term, now: Standing) -> str:
    sentences = {
        Force.RUN_OUT: _("The agreement ran out on %(day)s, and nothing has replaced it."),
        Force.REPLACED: _("The agreement held until %(day)s. A new one has replaced it."),
        Force.ENDED_EARLY: _("The agreement was ended early. It held until %(day)s."),
    }
    if now.until is None:
        return _("The agreement never began to hold.")
    return sentences[now.force] % {"day": swedish_date(now.until)}
