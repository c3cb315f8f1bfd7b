"""Answers as rows, one for each who answered, in which nobody can be singled out."""

from handslag.domain.surveys.figures.exports.rows import Export, export_of
from handslag.domain.surveys.figures.exports.variables import Variable, VariableKind

__all__ = ["Export", "Variable", "VariableKind", "export_of"]
