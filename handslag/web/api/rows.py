"""From what is published to the rows of the open data."""

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.utils.translation import gettext as _

from handslag.domain.promises.published import PromiseStanding, PublishedOutcome, SetPage
from handslag.domain.promises.published.bank import BankHit
from handslag.domain.promises.published.listed import ListedArea, ListedSet
from handslag.domain.promises.published.places import PublishedPlace
from handslag.domain.promises.rules.verdicts import phase
from handslag.domain.promises.rules.words import Origin
from handslag.web.api import schemas

LICENCE = "CC0-1.0"
HERE = "/api/v1"


def address(path: str) -> str:
    """A page or a resource of this site, as anyone can open it."""
    return f"{settings.PUBLIC_ADDRESS}{path}"


def notice(origin: str, retrieved_on: date | None) -> str:
    """What must be said wherever somebody's summary is shown."""
    if origin == Origin.DECIDED:
        return ""
    if origin == Origin.RESTATED:
        return _("Restated from the parties' own public document")
    if retrieved_on is None:
        return _("Summary of a public page; not the municipality's own words")
    return _(
        "Summary of a public page, retrieved %(day)s; not the municipality's own words"
    ) % {"day": retrieved_on.isoformat()}


def source(
    origin: str, url: str, retrieved_on: date | None, *, is_example: bool
) -> schemas.Source:
    return schemas.Source(
        origin=origin,
        notice=notice(origin, retrieved_on),
        url=url,
        retrieved_on=retrieved_on,
        is_example=is_example,
        licence=LICENCE,
    )


def municipality(place: PublishedPlace) -> schemas.Municipality:
    return schemas.Municipality(
        code=place.code,
        name=place.name,
        slug=place.slug,
        county=place.county,
        population=place.population,
        presence=place.presence,
        promises=place.promises,
        made_up=place.made_up,
        url=address(f"/{place.slug}/"),
    )


def set_row(row: ListedSet, *, today: date) -> schemas.SetRow:
    return schemas.SetRow(
        id=row.id,
        name=row.name,
        period=schemas.Period(stated=row.stated, starts=row.starts, ends=row.ends),
        areas=[_area(area) for area in row.areas],
        source=source(
            row.origin, row.source_url, row.retrieved_on, is_example=row.is_example
        ),
        version=row.version,
        fingerprint=row.fingerprint,
        promises=row.promises,
        phase=phase(row.starts, row.ends, today=today),
        changed_at=row.changed_at,
        href=address(f"{HERE}/sets/{row.id}"),
    )


def _area(area: ListedArea) -> schemas.Area:
    url = address(f"/{area.slug}/loften/{area.period}/")
    return schemas.Area(code=area.code, name=area.name, url=url)


def promise_row(hit: BankHit, *, today: date) -> schemas.PromiseRow:
    return schemas.PromiseRow(
        id=hit.id,
        number=hit.nr,
        title=hit.title,
        text=hit.text,
        municipality=hit.municipality,
        county=hit.county,
        size=hit.size,
        period=schemas.Period(stated=hit.stated, starts=hit.starts, ends=hit.ends),
        focus=hit.focus,
        activities=list(hit.activities),
        owners=hit.owners,
        verdict=hit.verdict,
        phase=phase(hit.starts, hit.ends, today=today),
        target=_target(hit) if hit.op else None,
        done=_number(hit.amount),
        source=source(
            hit.origin, hit.source_url, hit.retrieved_on, is_example=hit.is_example
        ),
        url=address(f"/{hit.slug}/loften/{hit.period}/{hit.nr}/"),
    )


def _target(hit: BankHit) -> schemas.Target:
    return schemas.Target(
        kind=hit.op,
        low=_number(hit.low),
        high=_number(hit.high),
        unit=hit.unit,
        per=hit.per,
        direction=hit.direction,
    )


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def set_detail(set_id: str, page: SetPage) -> schemas.SetDetail:
    read = page.wording.source
    return schemas.SetDetail(
        id=set_id,
        url=address(f"/{page.canonical.municipality}/loften/{page.canonical.period}/"),
        source=source(
            page.wording.origin,
            read.url if read else "",
            read.retrieved_on if read else None,
            is_example=page.wording.is_example,
        ),
        wording=page.wording,
        standing=[_standing(one) for one in page.standing.promises],
        phase=page.standing.phase,
        timeliness=page.standing.timeliness,
        next_due=page.standing.next_due,
        is_withdrawn=page.is_withdrawn,
        versions=[
            schemas.VersionRow(
                number=one.number,
                fingerprint=one.fingerprint,
                on=one.on,
                kind=one.kind,
                reason=one.reason,
                href=address(f"{HERE}/sets/{set_id}/versions/{one.number}"),
            )
            for one in page.history
        ],
    )


def _standing(one: PromiseStanding) -> schemas.Standing:
    return schemas.Standing(
        promise=one.promise.id,
        verdict=one.verdict,
        late_since=one.late_since,
        claims=[_claim(claim) for claim in one.claims],
        done=[_number(target.done) for target in one.targets],
    )


def _claim(claim: PublishedOutcome) -> schemas.Claim:
    return schemas.Claim(
        party=claim.party,
        verdict=claim.verdict,
        result=claim.result,
        amount=_number(claim.amount),
        reservation=claim.reservation,
        period=claim.period,
        published_on=claim.published_on,
        stated_status=claim.stated_status,
    )
