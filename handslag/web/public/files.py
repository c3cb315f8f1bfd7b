"""A file that anyone may fetch, handed out the same way wherever it belongs."""

from typing import Protocol

from django.http import HttpResponse


class File(Protocol):
    """What a package hands out as a file."""

    @property
    def media_type(self) -> str: ...
    @property
    def content(self) -> bytes: ...


def a_file(
    found: File, name: str, *, mark: str = "", indexed: bool = False
) -> HttpResponse:
    """To be saved under this name. `mark`: its fingerprint, where the address names it."""
    response = HttpResponse(found.content, content_type=found.media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    if mark:
        response["ETag"] = f'"{mark}"'
    # Under its own fingerprint it never changes; else another may take its place.
    response["Cache-Control"] = f"public, max-age={3600 if mark else 60}"
    if not indexed:
        response["X-Robots-Tag"] = "noindex"
    return response
