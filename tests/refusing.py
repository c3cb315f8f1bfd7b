"""Which refusal a deed meets."""

from collections.abc import Callable

import pytest

from handslag.core.refusals import NotAllowedError


def code_of(deed: Callable[[], object]) -> str:
    """The code of the sentence that somebody reads who tries this. It must be refused."""
    with pytest.raises(NotAllowedError) as refused:
        deed()
    return refused.value.code
