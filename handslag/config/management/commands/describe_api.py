"""docs/api.md, made from the code: `manage.py describe_api > docs/api.md`."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.management.base import BaseCommand

from handslag.core.sheets.cells import SEPARATOR
from handslag.web.api.files import COLUMNS
from handslag.web.api.interface import api
from handslag.web.api.open311.description import TEXT as OPEN311

MAP = """## The public map of reports

Under `/<municipality>/karta/`, when anything has been released there.

- `GET rutor.geojson`: the squares of the last year (500 metres, SWEREF 99 TM), each with
  its numbers and the months they are of.
- `GET rutor.csv`: every number that was ever released.

A number is released once and never changed; each report is in one number at most.
`made_up` and `pahittat` say that nothing of it has happened.
"""

Json = Mapping[str, Any]


class Command(BaseCommand):
    """Writes what the open data offers, as a page for people."""

    help = "Writes the description of the open data. It is kept in docs/api.md."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(page(), ending="")


def page() -> str:
    """The whole page."""
    schema: Json = api.get_openapi_schema()
    return "\n".join(_page(schema)) + "\n"


def _page(schema: Json) -> Iterator[str]:
    yield from (
        "# The open data",
        "",
        "Made from the code by `manage.py describe_api`.",
        "",
    )
    yield from (schema["info"]["description"], "")
    yield "The same for machines, as OpenAPI 3.1: `/api/v1/openapi.json`."
    yield from ("", "## Addresses", "")
    for path, methods in schema["paths"].items():
        yield from _operation(path, methods["get"])
    yield from ("## The file", "")
    yield f"UTF-8, one row a promise, `{SEPARATOR}` between the columns, which are"
    yield ", ".join(f"`{column}`" for column in COLUMNS) + "."
    yield "A text that a spreadsheet would take for a formula has an apostrophe before it."
    yield from ("", *OPEN311.splitlines())
    yield from ("", *MAP.splitlines())
    yield from ("", "## Fields", "")
    for name, shape in sorted(schema["components"]["schemas"].items()):
        if not name.startswith("Page_"):
            yield from _shape(name, shape)


def _operation(path: str, operation: Json) -> Iterator[str]:
    yield from (f"### `GET {path}`", "", operation.get("description", "").strip(), "")
    for asked in operation.get("parameters", []):
        words = [f"- `{asked['name']}` ({_type(asked['schema'])})"]
        words.append(asked.get("description", asked["schema"].get("description", "")))
        yield ": ".join(word for word in words if word)
    answers = [
        f"{status} {_answer(one)}".strip() for status, one in operation["responses"].items()
    ]
    yield from ("", f"Answers: {'; '.join(answers)}.", "")


def _answer(response: Json) -> str:
    content = response.get("content", {}).get("application/json", {})
    kind = _type(content.get("schema", {}))
    return f"`{kind}`" if kind != "any" else ""


def _shape(name: str, shape: Json) -> Iterator[str]:
    yield from (f"### {name}", "", " ".join(shape.get("description", "").split()), "")
    for field, about in shape.get("properties", {}).items():
        words = [f"- `{field}` ({_type(about)})", about.get("description", "")]
        yield ": ".join(word for word in words if word)
    if values := shape.get("enum"):
        yield ", ".join(f"`{value}`" for value in values)
    yield ""


def _type(schema: Json) -> str:
    """What a value is, in a word or two."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1].strip("_").replace("_", " of ", 1)
    if several := schema.get("anyOf") or schema.get("allOf"):
        return " or ".join(_type(one) for one in several)
    if "enum" in schema:
        return "one of " + ", ".join(value or "nothing" for value in schema["enum"])
    if schema.get("type") == "array":
        inside = schema.get("items") or {"anyOf": schema.get("prefixItems", [])}
        return f"list of {_type(inside)}" if inside else "list"
    return str(schema.get("format") or schema.get("type") or "any")
