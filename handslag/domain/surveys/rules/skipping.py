"""Which questions are asked of somebody who has answered so and so. Pure."""

from collections.abc import Collection, Mapping

from handslag.domain.surveys.rules.questionnaire import Question, Questionnaire

# What somebody chose: question → keys of options. For a matrix: nothing.
Chosen = Mapping[str, Collection[str]]


def asked(questionnaire: Questionnaire, chosen: Chosen) -> list[Question]:
    """The questions for this person, in order. A question that hangs on one which is not
    asked is not asked either, whatever was typed in it before."""
    found: list[Question] = []
    keys: set[str] = set()
    for question in questionnaire.questions():
        if is_asked(question, keys, chosen):
            found.append(question)
            keys.add(question.key)
    return found


def is_asked(question: Question, before: Collection[str], chosen: Chosen) -> bool:
    """Whether a question is asked of somebody who was asked those before."""
    condition = question.shown_if
    if condition is None:
        return True
    if condition.question not in before:
        return False
    return not set(condition.options).isdisjoint(chosen.get(condition.question, ()))


def next_after(asked: Questionnaire, question: Question, option: str) -> Question | None:
    """What comes after a question for whoever chose this option, as paper must say it:
    the next that they may be asked. Nothing when it was their last."""
    rest = iter(asked.questions())
    for one in rest:
        if one.key == question.key:
            break
    left_out: set[str] = set()
    for one in rest:
        condition = one.shown_if
        if condition is None:
            return one
        is_mine = condition.question == question.key
        if condition.question not in left_out and (
            not is_mine or option in condition.options
        ):
            return one
        left_out.add(one.key)
    return None
