"""What a drawing holds."""

from xml.etree import ElementTree

from handslag.web.ui.charts import Chart


def drawn(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own drawing


def of(root: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    return [one for one in root.iter() if one.get("class") == kind]


def words_of(chart: Chart) -> list[str]:
    """Everything that is written in it."""
    return [one.text or "" for one in drawn(chart.drawing).iter() if one.tag == "text"]
