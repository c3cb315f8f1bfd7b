"""A finding says which pictures rest on it, and a voice in them is owed an answer."""

import pytest

from handslag.domain.evidence.queries import voices_without_feedback
from handslag.domain.picture.queries.citing import citing
from tests import make
from tests.make import picture as made

pytestmark = pytest.mark.django_db


def test_a_finding_is_cited_where_a_judgement_rests_on_it(
    coordinator, elsewhere, municipality, police
):
    voice, other = make.evidence(municipality), make.evidence(municipality, "Annat.")
    picture = made.joint(coordinator, municipality, police)
    made.passage(coordinator, picture)
    assert not voices_without_feedback({municipality.pk}).exists()
    made.problem(coordinator, picture, voice)
    assert list(citing(coordinator, voice)) == [picture]
    assert not citing(coordinator, other).exists()
    assert not citing(elsewhere, voice).exists()
    assert list(voices_without_feedback({municipality.pk})) == [voice]
