"""What the police tell of in one's municipality: context, never statistics."""
