from handslag.domain.voices.models.feedback import LeftAddress, Told
from handslag.domain.voices.models.occasions import Occasion, OccasionFinding
from handslag.domain.voices.models.voices import Voice, VoiceTheme

__all__ = [
    "LeftAddress",
    "Occasion",
    "OccasionFinding",
    "Told",
    "Voice",
    "VoiceTheme",
]
