"""What a resident without an account comes to: the open desk, the report behind a code."""

from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner
from django.db.models import QuerySet

from handslag.domain.incidents.models import Category, Incident, Message, Report
from handslag.domain.incidents.queries.reports import report_by_code
from handslag.domain.incidents.rules.receipts import LETTER_LIVES, Wanted
from handslag.domain.organisations.models import Place

_SIGNER = TimestampSigner(salt="handslag.incidents.letter", sep=".")


def open_categories(slug: str) -> QuerySet[Category]:
    """What residents can report at this address, with its terms; nothing if closed."""
    found = Category.objects.filter(
        within__slugs__slug=slug,
        within__desk__is_open_to_residents=True,
        for_residents=True,
        is_ended=False,
    )
    return found.select_related("within__desk").order_by("position", "pk")


def places_at(slug: str, *, key: str = "") -> QuerySet[Place]:
    """The named places of the municipality at this address, or the one with this key."""
    found = Place.objects.filter(within__slugs__slug=slug).select_related("parent")
    if not key:
        return found
    try:
        return found.filter(public_id=UUID(key))
    except ValueError:
        return found.none()


def report_here(slug: str, code: str) -> Report | None:
    """The report that a receipt leads to, if it was sent to this municipality."""
    report = report_by_code(code)
    if report is None or not report.within.slugs.filter(slug=slug).exists():
        return None
    return report


def letter_token(report: Report, wanted: Wanted) -> str:
    """What stands in the address of a letter's link: good for this report and one deed."""
    return _SIGNER.sign(f"{report.public_id.hex}.{wanted.value}")


def report_by_letter(slug: str, token: str) -> tuple[Report, Wanted] | None:
    """The report that a letter's link is about, and what the link asks for."""
    try:
        key, wanted = _SIGNER.unsign(token, max_age=LETTER_LIVES).split(".")
    except BadSignature:
        return None
    found = Report.objects.filter(public_id=key, within__slugs__slug=slug)
    report = found.select_related("within", "contact").first()
    return (report, Wanted(wanted)) if report else None


def incidents_of(report: Report) -> QuerySet[Incident]:
    """What was reported, in order, with all that a receipt tells of it."""
    found = report.incidents.order_by("pk").select_related(
        "category", "place", "owner", "merged_into__owner"
    )
    return found.prefetch_related(
        "steps__by", "steps__owner", "merged", "merged_into__steps"
    )


def messages_of(report: Report) -> QuerySet[Message]:
    """Questions and answers, in order."""
    return report.messages.select_related("by").order_by("at", "pk")
