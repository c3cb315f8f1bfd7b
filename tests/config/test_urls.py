from collections.abc import Iterator

from django.urls import URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern

from handslag.domain.organisations.rules import RESERVED_SLUGS


def first_words(resolver: URLResolver, before: str = "") -> Iterator[str]:
    """The first word of every address of the product, as it is written in its route."""
    for one in resolver.url_patterns:
        prefix = "" if isinstance(one.pattern, LocalePrefixPattern) else str(one.pattern)
        route = before + prefix
        if "/" in route:
            yield route.split("/")[0]
        elif isinstance(one, URLResolver):
            yield from first_words(one, route)


def test_no_municipality_can_take_an_address_of_the_product():
    words = {word for word in first_words(get_resolver()) if not word.startswith("<")}

    assert "arbete" in words
    assert words - RESERVED_SLUGS == set()
