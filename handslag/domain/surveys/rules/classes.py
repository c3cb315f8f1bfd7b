"""Classes of ages, where the age was asked for as a number. Pure."""

OLDEST = 150
CLASSES: tuple[tuple[int, int], ...] = ((16, 29), (30, 49), (50, 64), (65, OLDEST))


def class_code(bounds: tuple[int, int]) -> str:
    """ "16-29"; "65-" for the last."""
    least, most = bounds
    return f"{least}-" if most == OLDEST else f"{least}-{most}"


def class_words(bounds: tuple[int, int]) -> dict[str, str]:
    """What it is called in each language."""
    least, most = bounds
    if most == OLDEST:
        return {"sv": f"{least} år och äldre", "en": f"{least} years and older"}
    return {"sv": f"{least}–{most} år", "en": f"{least}–{most} years"}
