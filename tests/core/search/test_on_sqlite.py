import pytest
from django.db import connection

from handslag.core.search import services
from handslag.core.search.models import Entry


@pytest.mark.django_db
def test_the_indexes_agree_with_the_tables_after_a_change_and_a_removal():
    services.index("promise", "1", title="Mopeder", text="buskörning")
    services.index("promise", "1", title="Belysning")
    services.index("promise", "2", title="Torget")
    services.remove("promise", "2")
    services.forget_unused_words()

    statement = "INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)"
    if connection.vendor == "postgresql":  # there the indexes keep themselves
        statement = "REINDEX INDEX {index}"
    with connection.cursor() as cursor:
        for index in ("search_entry_index", "search_word_index"):
            cursor.execute(statement.format(index=index))


@pytest.mark.django_db
def test_rows_emptied_behind_our_back_are_not_found_and_rebuilding_mends_it():
    services.index("promise", "1", title="Mopeder")
    Entry.objects.all().delete()
    services.index("promise", "2", title="Belysning")

    assert services.find("mopeder") == []
    assert [hit.subject for hit in services.find("belysning")] == ["2"]
    services.rebuild()
    assert [hit.subject for hit in services.find("belysning")] == ["2"]
