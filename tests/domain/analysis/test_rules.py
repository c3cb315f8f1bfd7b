from handslag.domain.analysis.rules import TROUBLES, Way, kind_of, kinds_of
from handslag.domain.incidents.rules import Channel, Top


def test_every_report_has_a_number_and_no_two_sorts_share_one():
    numbers = {(top, channel): kind_of(top, channel) for top in Top for channel in Channel}
    assert len(set(numbers.values())) == len(Top) * len(Way)
    assert numbers[Top.DAMAGE, Channel.RESIDENT] == 11
    assert numbers[Top.SAFE_PLACE, Channel.IMPORTED] == 62


def test_what_is_asked_for_is_all_ways_unless_said():
    assert kinds_of([Top.DAMAGE]) == (10, 11, 12)
    assert kinds_of([Top.DAMAGE, Top.EVENT], [Way.RESIDENT]) == (11, 51)


def test_what_is_safe_is_no_trouble():
    assert Top.SAFE_PLACE not in TROUBLES
    assert Top.EVENT not in TROUBLES
