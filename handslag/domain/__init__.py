"""What the field does, one package for each thing it has a word for."""
