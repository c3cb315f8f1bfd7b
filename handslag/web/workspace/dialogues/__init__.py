"""The pages of dialogues in the workspace."""
