"""Dialogues that anyone may come to."""
