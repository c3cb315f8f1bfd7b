"""The indexes that only one kind of database has: FTS5, or pg_trgm and tsvector."""

from django.db import migrations

ON_SQLITE = [
    """CREATE VIRTUAL TABLE search_word_index USING fts5(
        edged, content='search_word', content_rowid='id', tokenize='trigram')""",
    """CREATE VIRTUAL TABLE search_entry_index USING fts5(
        folded_title, folded_text, content='search_entry', content_rowid='id',
        tokenize='unicode61')""",
]
OFF_SQLITE = ["DROP TABLE search_word_index", "DROP TABLE search_entry_index"]

ON_POSTGRESQL = [
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX search_word_index ON search_word USING gin (edged gin_trgm_ops)",
    """ALTER TABLE search_entry ADD COLUMN lexemes tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', folded_title), 'A') ||
        setweight(to_tsvector('simple', folded_text), 'D')) STORED""",
    "CREATE INDEX search_entry_index ON search_entry USING gin (lexemes)",
]
OFF_POSTGRESQL = [
    "DROP INDEX search_entry_index",
    "ALTER TABLE search_entry DROP COLUMN lexemes",
    "DROP INDEX search_word_index",
]


def _run(schema_editor, statements):
    for statement in statements:
        schema_editor.execute(statement)


def forwards(apps, schema_editor):
    on_sqlite = schema_editor.connection.vendor == "sqlite"
    _run(schema_editor, ON_SQLITE if on_sqlite else ON_POSTGRESQL)


def backwards(apps, schema_editor):
    on_sqlite = schema_editor.connection.vendor == "sqlite"
    _run(schema_editor, OFF_SQLITE if on_sqlite else OFF_POSTGRESQL)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
