"""Everything public, for machines: open to all, only to read, and kept as it is.

Nothing is taken away or renamed under /api/v1/; new fields may come.
"""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.decorators import decorate_view
from ninja.errors import ValidationError
from ninja.operation import Operation
from ninja.params.functions import Path, Query
from pydantic import Field

from handslag.core.limits.services import allow
from handslag.domain.promises.published import SetPage, listed, places, revisions, set_page
from handslag.domain.promises.published.bank import ON_A_PAGE, Wish, every, look
from handslag.domain.promises.published.listed import exact_text, found_at
from handslag.domain.series import published
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind
from handslag.web.api import figures, files, rows, schemas
from handslag.web.forms import client_address
from handslag.web.requests import SiteRequest

DESCRIPTION = """Citizen promises of Swedish municipalities and their local police, with
what became of them. No key, no registration; any page may ask. All rows are free to use
(CC0 1.0). A summary of somebody's public page says so in `source.notice`: keep that
sentence when you show its words, for they are not the municipality's own."""

FILES_A_MINUTE = 6


class Interface(NinjaAPI):
    """Answers that any page on the web may read."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__

    def create_response(self, *args: Any, **named: Any) -> HttpResponse:
        response: HttpResponse = super().create_response(*args, **named)
        return open_to_all(response)


def open_to_all(response: HttpResponse) -> HttpResponse:
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers.setdefault("Cache-Control", "public, no-cache")
    response.headers["X-Robots-Tag"] = "noindex"
    return response


api = Interface(
    title="Handslag",
    version="1.0.0",
    description=DESCRIPTION,
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
)


def problem(code: str, message: str) -> dict[str, str]:
    return {"code": code, "message": message}


@api.exception_handler(Http404)
def not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    said = problem("not_found", _("There is nothing public here."))
    return api.create_response(request, said, status=404)


@api.exception_handler(ValidationError)
def bad_query(request: HttpRequest, error: ValidationError) -> HttpResponse:
    fields = sorted({str(one["loc"][-1]) for one in error.errors})
    sentence = _("The question cannot be read. Look at: %(fields)s.") % {
        "fields": ", ".join(fields)
    }
    return api.create_response(request, problem("bad_query", sentence), status=422)


def unless_unchanged(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Say 304 to whoever has the answer already. It costs one small query."""

    @wraps(view)
    def asked(request: SiteRequest, *args: Any, **named: Any) -> HttpResponse:
        told = f"{revisions.of_the_country()} {request.today} {request.get_full_path()}"
        etag = f'W/"{sha256(told.encode()).hexdigest()[:32]}"'
        known = get_conditional_response(request, etag=etag)
        response = view(request, *args, **named) if known is None else known
        if response.status_code in (200, 304):
            response.headers["ETag"] = etag
        return open_to_all(response)

    return asked


class Filters(Schema):
    """The filters of the promise bank."""

    q: str = Field("", max_length=200, description="Words, however they are spelled.")
    focus: str = Field("", max_length=60, description="Focus area, by its code.")
    activity: str = Field("", max_length=60, description="Kind of activity, by its code.")
    target: str = Field("", max_length=12, description="Kind of target.")
    verdict: str = Field("", max_length=20, description="What became of it.")
    size: str = Field("", max_length=12, description="Size of the municipality.")
    county: str = Field("", max_length=2, description="County, by its two-digit code.")

    def wish(self, page: int = 1) -> Wish:
        return Wish(
            words=" ".join(self.q.replace("\0", " ").split()),
            focus=self.focus,
            activity=self.activity,
            op=self.target,
            verdict=self.verdict,
            size=self.size,
            county=self.county,
            page=page,
        )


PageNumber = Annotated[int, Query(ge=1, le=100_000, description="Which page, from 1.")]
Chosen = Annotated[Filters, Query()]
BY_PLACE = "The municipality, by its code or short name."
_ERRORS = {404: schemas.Problem, 422: schemas.Problem}


@api.get(
    "/municipalities",
    response={200: schemas.Page[schemas.Municipality], 422: schemas.Problem},
)
@decorate_view(unless_unchanged)
def municipalities(
    request: SiteRequest, county: Annotated[str, Query(max_length=2)] = ""
) -> dict[str, object]:
    """Every municipality of the country, or of a county, in one page."""
    found = places.counties(today=request.today)
    shown = [
        rows.municipality(place)
        for one in found
        if county in ("", one.code)
        for place in one.places
    ]
    return {"total": len(shown), "page": 1, "pages": 1, "items": shown}


@api.get("/sets", response={200: schemas.Page[schemas.SetRow], 422: schemas.Problem})
@decorate_view(unless_unchanged)
def sets(
    request: SiteRequest,
    municipality: Annotated[str, Query(max_length=80, description=BY_PLACE)] = "",
    origin: Annotated[Literal["", "decided", "restated", "imported"], Query()] = "",
    page: PageNumber = 1,
) -> dict[str, object]:
    """Public sets of promises, the newest periods first, a hundred at a time."""
    found = listed.sets(municipality=municipality, origin=origin, page=page)
    return {
        "total": found.total,
        "page": page,
        "pages": -(-found.total // listed.ON_A_PAGE),
        "items": [rows.set_row(row, today=request.today) for row in found.sets],
    }


@api.get("/sets/{set_id}", response={200: schemas.SetDetail, **_ERRORS})
@decorate_view(unless_unchanged)
def one_set(request: SiteRequest, set_id: UUID) -> schemas.SetDetail:
    """A set: its frozen words, and what has become of each promise."""
    at = found_at(set_id)
    found = at and set_page(at.municipality, at.period, today=request.today)
    if not isinstance(found, SetPage):
        raise Http404
    return rows.set_detail(str(set_id), found)


@api.get("/sets/{set_id}/versions/{number}", response={200: dict, **_ERRORS})
@decorate_view(unless_unchanged)
def version(
    request: SiteRequest, set_id: UUID, number: Annotated[int, Path(ge=1, le=100_000)]
) -> HttpResponse:
    """The exact text of a version. The SHA-256 of its bytes is the fingerprint."""
    found = exact_text(set_id, number)
    if found is None:
        raise Http404
    response = HttpResponse(found.content, content_type="application/json; charset=utf-8")
    response.headers["X-Fingerprint"] = found.fingerprint
    return response


@api.get(
    "/promises", response={200: schemas.Page[schemas.PromiseRow], 422: schemas.Problem}
)
@decorate_view(unless_unchanged)
def promises(
    request: SiteRequest, filters: Chosen, page: PageNumber = 1
) -> dict[str, object]:
    """Promises with what became of them, twenty at a time, filtered as in the bank.

    With words, at most the hundred best answers are given: choose a filter for more.
    """
    found = look(filters.wish(page))
    return {
        "total": found.total,
        "page": page,
        "pages": -(-found.total // ON_A_PAGE),
        "items": [rows.promise_row(hit, today=request.today) for hit in found.hits],
    }


@api.get("/promises.csv", response={200: str, 422: schemas.Problem, 429: schemas.Problem})
def promises_csv(
    request: SiteRequest, filters: Chosen
) -> HttpResponse | StreamingHttpResponse:
    """All promises that the filters let through, as a file. A few a minute."""
    key = f"api.file:{client_address(request)}"
    if not allow(key, limit=FILES_A_MINUTE, seconds=60, now=request.now):
        sentence = _("Wait a minute before you fetch the next file.")
        return api.create_response(request, problem("too_many", sentence), status=429)
    hits = (rows.promise_row(hit, today=request.today) for hit in every(filters.wish()))
    response = StreamingHttpResponse(
        files.lines(hits), content_type="text/csv; charset=utf-8"
    )
    response.headers["Content-Disposition"] = 'attachment; filename="loften.csv"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@api.get(
    "/indicators", response={200: schemas.Page[schemas.IndicatorRow], 422: schemas.Problem}
)
@decorate_view(unless_unchanged)
def indicators(
    request: SiteRequest,
    municipality: Annotated[str, Query(max_length=80, description=BY_PLACE)] = "",
    page: PageNumber = 1,
) -> dict[str, object]:
    """Figures that municipalities show to everyone, twenty at a time, with all periods."""
    found = published.listed(municipality=municipality, page=page)
    return {
        "total": found.total,
        "page": page,
        "pages": -(-found.total // published.ON_A_PAGE),
        "items": [figures.indicator_row(one) for one in found.indicators],
    }


@api.get("/indicators/{indicator_id}", response={200: schemas.IndicatorRow, **_ERRORS})
@decorate_view(unless_unchanged)
def one_indicator(request: SiteRequest, indicator_id: UUID) -> schemas.IndicatorRow:
    """One figure with all its periods, each with its state."""
    found = published.indicator_of(indicator_id)
    if found is None:
        raise Http404
    return figures.indicator_row(found)


Listed = Literal["focus", "activity", "source", "unit", "feature", "status", "operator"]


@api.get("/vocabulary/{kind}", response={200: schemas.Page[schemas.Word], **_ERRORS})
@decorate_view(unless_unchanged)
def vocabulary(request: SiteRequest, kind: Listed) -> dict[str, object]:
    """The codes of a shared list, and what they are called."""
    swedish, english = (terms(Kind(kind), language) for language in ("sv", "en"))
    words = [
        schemas.Word(code=code, sv=word, en=english[code]) for code, word in swedish.items()
    ]
    return {"total": len(words), "page": 1, "pages": 1, "items": words}


@api.get("/openapi.json", include_in_schema=False)
def description(request: HttpRequest) -> HttpResponse:
    """The description of this interface (OpenAPI 3.1)."""
    return api.create_response(request, api.get_openapi_schema(), status=200)


@api.get("/{path:rest}", include_in_schema=False)
def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    """An address that is not there says so in the words of the rest."""
    raise Http404
