from django.db import migrations, models
from django.db.models import F


def of_surveys_counted_whole(apps, _schema):
    """Where the last count was of all answers there are, they are all in it. Elsewhere
    the next count says so."""
    block = apps.get_model("surveys", "Block")
    whole = apps.get_model("surveys", "Survey").objects.filter(answered=F("count__n"))
    block.objects.filter(survey__in=whole.values("pk")).update(is_counted=True)


class Migration(migrations.Migration):
    dependencies = [("surveys", "0005_how_much_is_hidden")]

    operations = [
        migrations.AddField(
            model_name="block",
            name="is_counted",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(of_surveys_counted_whole, migrations.RunPython.noop),
    ]
