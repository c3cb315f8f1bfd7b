from django.db import migrations


class Migration(migrations.Migration):
    """Translations belong to any approved text: the table goes to approvals as it is."""

    dependencies = [
        ("approvals", "0001_initial"),
        ("promises", "0008_chain"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.AlterModelTable("Translation", "approvals_translation"),
            ],
            state_operations=[migrations.DeleteModel("Translation")],
        ),
    ]
