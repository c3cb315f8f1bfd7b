from io import StringIO

import pytest
from django.core.management import call_command

from handslag.domain.organisations import published


@pytest.mark.django_db
def test_the_command_loads_the_country_and_says_so_and_can_be_run_again():
    for places in ("2017", "0"):
        output = StringIO()
        call_command("load_sweden", stdout=output)
        assert f"{places} platser är nya" in output.getvalue()

    assert len(published.municipalities()) == 290
