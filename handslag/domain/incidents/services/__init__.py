from handslag.domain.incidents.services.categories import (
    add_category,
    end_category,
    move_category,
    resume_category,
    save_category,
)
from handslag.domain.incidents.services.conversing import answer, ask
from handslag.domain.incidents.services.desks import open_desk, save_desk
from handslag.domain.incidents.services.echoing import say_the_same
from handslag.domain.incidents.services.feedback import (
    choose_letters,
    tell_month,
    tell_owners,
)
from handslag.domain.incidents.services.groups import (
    add_group,
    come_in,
    decline,
    leave,
    save_group,
    take_in,
)
from handslag.domain.incidents.services.handling import (
    assign,
    begin,
    close,
    measure,
    reopen,
    share,
)
from handslag.domain.incidents.services.machines import end_key, make_key
from handslag.domain.incidents.services.merging import merge, separate
from handslag.domain.incidents.services.moderating import (
    decide,
    pass_texts,
    take_out_words,
)
from handslag.domain.incidents.services.readings import log_export, log_reading
from handslag.domain.incidents.services.receiving import Received, receive
from handslag.domain.incidents.services.releasing import release_due, release_map
from handslag.domain.incidents.services.residents import (
    follow_letter,
    report_at,
    say_if_better,
    take_back,
)
from handslag.domain.incidents.services.routing import add_route, remove_route, save_route
from handslag.domain.incidents.services.shares import release_share, release_shares_due

__all__ = [
    "Received",
    "add_category",
    "add_group",
    "add_route",
    "answer",
    "ask",
    "assign",
    "begin",
    "choose_letters",
    "close",
    "come_in",
    "decide",
    "decline",
    "end_category",
    "end_key",
    "follow_letter",
    "leave",
    "log_export",
    "log_reading",
    "make_key",
    "measure",
    "merge",
    "move_category",
    "open_desk",
    "pass_texts",
    "receive",
    "release_due",
    "release_map",
    "release_share",
    "release_shares_due",
    "remove_route",
    "reopen",
    "report_at",
    "resume_category",
    "save_category",
    "save_desk",
    "save_group",
    "save_route",
    "say_if_better",
    "say_the_same",
    "separate",
    "share",
    "take_back",
    "take_in",
    "take_out_words",
    "tell_month",
    "tell_owners",
]
