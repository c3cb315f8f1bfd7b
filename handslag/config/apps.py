"""Loads what Django must know of at the start."""

from django.apps import AppConfig

from handslag.config import checks

__all__ = ["Config", "checks"]


class Config(AppConfig):
    """How Handslag is put together."""

    name = "handslag.config"
