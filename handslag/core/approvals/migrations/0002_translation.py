import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The table was made for promises, which have given it away as it is."""

    dependencies = [
        ("approvals", "0001_initial"),
        ("promises", "0009_translations_of_any_text"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Translation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("language", models.CharField(max_length=5)),
                        ("place", models.CharField(help_text="Where in the version the text stands.", max_length=120)),
                        ("fingerprint", models.CharField(help_text="Of the Swedish text that is translated.", max_length=64)),
                        ("text", models.TextField()),
                        ("version", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="translations", to="approvals.version")),
                    ],
                    options={
                        "verbose_name": "translation",
                        "verbose_name_plural": "translations",
                        "constraints": [models.UniqueConstraint(fields=("version", "language", "place"), name="one_translation_of_each_text")],
                    },
                ),
            ],
        ),
    ]
