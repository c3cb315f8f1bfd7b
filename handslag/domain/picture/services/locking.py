"""Find the row one decides on, locked."""

from handslag.domain.picture.models import Picture


def locked(picture: Picture) -> Picture:
    """The picture as it stands now, held until the transaction ends.

    Whoever changes anything within a picture holds it first. So a version that is
    being frozen sees a change whole or not at all.
    """
    return (
        Picture.objects.select_for_update(of=("self",))
        .select_related("home", "party")
        .get(pk=picture.pk)
    )
