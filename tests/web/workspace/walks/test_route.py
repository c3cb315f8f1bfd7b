"""The route of a walk, as a list and on the map."""

import json

from handslag.web.workspace.walks.route import marks_of
from tests.make import walks as make

SQUARE, TUNNEL = (14.43, 59.23), (14.44, 59.24)


def at(place):
    return {"lon": place[0], "lat": place[1]}


def test_the_way_goes_from_stop_to_stop_past_those_that_are_not_on_the_map(
    coordinator, municipality
):
    walk = make.walk(coordinator, municipality, "Biblioteket")
    assert marks_of(list(walk.stops.all())) == ""
    make.stop(coordinator, walk, "Torget", **at(SQUARE))
    assert len(json.loads(marks_of(list(walk.stops.all())))["features"]) == 1
    make.stop(coordinator, walk, "Bakom kiosken")
    make.stop(coordinator, walk, "Tunneln", **at(TUNNEL))
    *stops, way = json.loads(marks_of(list(walk.stops.order_by("position"))))["features"]
    assert [one["properties"]["sign"] for one in stops] == ["2", "4"]
    assert way["geometry"]["coordinates"] == [[*SQUARE], [*TUNNEL]]
