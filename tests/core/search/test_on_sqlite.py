import pytest
from django.db import connection

from handslag.core.search import services


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
