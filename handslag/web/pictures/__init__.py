"""A situational picture in words: as it was frozen, and what changed in it."""

from handslag.web.pictures.changing import Told, changes_answer, told
from handslag.web.pictures.wording import PictureWords, answer_of

__all__ = ["PictureWords", "Told", "answer_of", "changes_answer", "told"]
