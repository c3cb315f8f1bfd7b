import pytest

from handslag.core.access import ForbiddenError, Role, system
from handslag.domain.organisations import queries, services, squares
from handslag.domain.organisations.rules import NotAllowedError
from tests import make

TABLE = ["\ufeffRuta;Kommun;Invånare", "4675006566000;1862;41", "4677506566250;1862;9", ""]


def test_a_table_is_read_with_its_columns_in_any_order():
    assert squares.read(TABLE, 250) == {4675006566000: 41, 4677506566250: 9}
    assert squares.read(["pop,rut_id", "7,4675006566000"], 500) == {4675006566000: 7}


@pytest.mark.parametrize(
    ("lines", "size", "code"),
    [
        (TABLE, 1000, "squares_too_large"),
        (TABLE, 300, "squares_too_large"),
        (TABLE, 500, "no_squares"),  # the second lies askew in squares of 500 metres
        ([], 250, "no_squares"),
        (TABLE[:1], 250, "no_squares"),
        (["Ruta;Namn", "4675006566000;x"], 250, "no_squares"),
        (["Ruta;Invånare", "4675006566000;många"], 250, "no_squares"),
        (["Ruta;Invånare", "4675006566000;-1"], 250, "no_squares"),
        (["Ruta;Invånare", "4675006566000;1", "4675006566000;2"], 250, "no_squares"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused(lines, size, code):
    with pytest.raises(NotAllowedError, match=code):
        squares.read(lines, size)


@pytest.mark.django_db
def test_small_squares_are_added_up_and_a_new_table_takes_the_place_of_the_old():
    lundby = make.municipality("Lundby kommun")
    old = {4680006566000: 5}
    services.count_inhabitants(system("test"), lundby, old, size=250, year=2024)
    new = squares.read(TABLE, 250)
    services.count_inhabitants(system("test"), lundby, new, size=250, year=2025)

    assert queries.inhabitants_by_square(lundby, 500) == {4675006566000: 50}
    administrator = make.member(lundby, Role.ADMINISTRATOR)
    with pytest.raises(ForbiddenError):
        services.count_inhabitants(administrator, lundby, new, size=250, year=2025)
