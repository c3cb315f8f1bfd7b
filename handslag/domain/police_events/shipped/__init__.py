"""Real events that the demonstration shows. README.md says where they are from."""

from pathlib import Path

EVENTS = Path(__file__).parent / "events.jsonl"
