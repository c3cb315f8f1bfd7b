import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("incidents", "0004_releases")]

    operations = [
        migrations.AddField(
            model_name="photo",
            name="key",
            field=models.UUIDField(default=uuid.uuid4, unique=True),
        ),
        migrations.AddField(
            model_name="photo",
            name="marked_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="photo",
            name="is_emptied",
            field=models.BooleanField(default=False),
        ),
        migrations.AddConstraint(
            model_name="photo",
            constraint=models.CheckConstraint(
                condition=models.Q(("file__isnull", True), ("marked_at__isnull", False), _connector="OR"),
                name="a_photo_is_shown_after_its_faces_were_hidden",
            ),
        ),
    ]
