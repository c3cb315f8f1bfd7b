"""What can be done with a survey. Every write goes here."""

from handslag.domain.surveys.services.answering import (
    answer_at,
    check_code,
    leave_address_at,
)
from handslag.domain.surveys.services.banking import begin_from, take_from_bank
from handslag.domain.surveys.services.counting import (
    count_due,
    count_survey,
    save_areas,
    save_margins,
)
from handslag.domain.surveys.services.drafting import (
    SurveyDraft,
    change_survey,
    new_key,
    next_wave,
    order,
    plan_survey,
    remove_question,
    remove_section,
    save_frame,
    save_question,
    save_section,
    set_quotas,
)
from handslag.domain.surveys.services.exporting import export_answers
from handslag.domain.surveys.services.mixing import (
    forget_keys,
    give_codes_back,
    open_batches,
    open_due,
    take_in_mixed,
)
from handslag.domain.surveys.services.receiving import receive, type_in
from handslag.domain.surveys.services.releasing import (
    ask_release,
    drop_release,
    publish_release,
    take_back,
)
from handslag.domain.surveys.services.running import (
    close_due,
    close_survey,
    open_survey,
    prolong,
)

__all__ = [
    "SurveyDraft",
    "answer_at",
    "ask_release",
    "begin_from",
    "change_survey",
    "check_code",
    "close_due",
    "close_survey",
    "count_due",
    "count_survey",
    "drop_release",
    "export_answers",
    "forget_keys",
    "give_codes_back",
    "leave_address_at",
    "new_key",
    "next_wave",
    "open_batches",
    "open_due",
    "open_survey",
    "order",
    "plan_survey",
    "prolong",
    "publish_release",
    "receive",
    "remove_question",
    "remove_section",
    "save_areas",
    "save_frame",
    "save_margins",
    "save_question",
    "save_section",
    "set_quotas",
    "take_back",
    "take_from_bank",
    "take_in_mixed",
    "type_in",
]
