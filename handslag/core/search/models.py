"""What can be found, and the words it is made of."""

from django.db import models


class Entry(models.Model):
    """One thing that can be found. Written by the service that publishes the thing."""

    kind = models.CharField(max_length=40)
    # A UUID without hyphens or a code of the caller's own.
    subject = models.CharField(max_length=80)
    weight = models.FloatField(default=1.0)
    title = models.TextField()
    folded_title = models.TextField()
    # The long columns last: SQLite need not read them to rank.
    text = models.TextField(blank=True)
    folded_text = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject"], name="a_thing_is_found_once"
            ),
            models.CheckConstraint(
                condition=models.Q(weight__gt=0), name="an_entry_has_some_weight"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.title}"


class Word(models.Model):
    """A folded word that some entry has, to measure misspelt ones against."""

    word = models.CharField(max_length=40, unique=True)
    # The word with marked ends: "qqdegerforsqq".
    edged = models.CharField(max_length=44)

    def __str__(self) -> str:
        return self.word
