from handslag.domain.picture.services.freezing import freeze, publish, take_back
from handslag.domain.picture.services.indexing import index_missing
from handslag.domain.picture.services.merging import merge_problems, take_passages
from handslag.domain.picture.services.passages import (
    add_passage,
    remove_passage,
    save_passage,
)
from handslag.domain.picture.services.pictures import (
    begin_joint,
    begin_own,
    save_words,
    set_parties,
    share,
)
from handslag.domain.picture.services.problems import (
    add_problem,
    cite_in_problem,
    close_problem,
    move_problem,
    remove_problem,
    reopen_problem,
    save_problem,
)
from handslag.domain.picture.services.sources import add_source, remove_source, save_source
from handslag.domain.picture.services.weighing import agree_priority, score

__all__ = [
    "add_passage",
    "add_problem",
    "add_source",
    "agree_priority",
    "begin_joint",
    "begin_own",
    "cite_in_problem",
    "close_problem",
    "freeze",
    "index_missing",
    "merge_problems",
    "move_problem",
    "publish",
    "remove_passage",
    "remove_problem",
    "remove_source",
    "reopen_problem",
    "save_passage",
    "save_problem",
    "save_source",
    "save_words",
    "score",
    "set_parties",
    "share",
    "take_back",
    "take_passages",
]
