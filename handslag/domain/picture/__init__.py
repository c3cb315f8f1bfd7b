"""The situational picture of crime in a municipality (lägesbild, 4 and 6 §§ 2023:196).

Each party writes what it sees; one joint picture is merged from them and shows
what only one side sees. It has three parts: a mapping with extent and
consequences, other information, and an analysis. Its problems come with
judgements that cite evidence, and are prioritised by both parties. A version is
frozen, numbered and dated; problems keep their row from version to version.
"""
