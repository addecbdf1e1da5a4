"""Holds that check.py finds what it is there to find."""

import json
import tempfile
import unittest
from pathlib import Path

import check

GRAPH = """{"type":"node","label":"Person","id":"a","name":"A"}
{"type":"node","label":"Position","id":"position/b","name":"B"}
{"type":"edge","label":"HOLDS","from":"a","to":"position/b","key":"k"}
"""
GRAPHML = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="l" for="node" attr.name="labels" attr.type="string"/><key id="n" for="node" attr.name="name" attr.type="string"/>
<key id="t" for="edge" attr.name="type" attr.type="string"/>
<graph edgedefault="directed">
<node id="a"><data key="l">:Person</data><data key="n">A</data></node>
<node id="position/b"><data key="l">:Position</data><data key="n">B</data></node>
<edge id="k" source="a" target="position/b"><data key="t">HOLDS</data></edge>
</graph></graphml>
"""
ENTITIES = [
    {"id": "cadre.a", "schema": "Person", "properties": {"name": ["A"]}},
    {"id": "cadre.position.b", "schema": "Position", "properties": {"name": ["B"]}},
    {"id": "cadre.edge.k", "schema": "Occupancy", "properties": {"holder": ["cadre.a"], "post": ["cadre.position.b"]}},
]


def run(graphml=GRAPHML, entities=ENTITIES):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "x.ndjson").write_text(GRAPH)
        Path(folder, "x.graphml").write_text(graphml)
        Path(folder, "x.ftm.ndjson").write_text("".join(json.dumps(e) + "\n" for e in entities))
        nodes, edges = check.graph(Path(folder, "x.ndjson"))
        problems = list(check.check_graphml(Path(folder, "x.graphml"), nodes, edges))
        return problems + list(check.check_ftm(Path(folder, "x.ftm.ndjson"), nodes, edges))


def change(i, **properties):
    entities = json.loads(json.dumps(ENTITIES))
    entities[i]["properties"] |= properties
    return entities


class Check(unittest.TestCase):
    def test_good(self):
        self.assertEqual(run(), [])

    def test_graphml(self):
        for old, new in ((">A<", ">C<"), ('target="position/b"', 'target="a"'), ('id="k"', 'id="j"'), ('="directed"', '="undirected"'), (">HOLDS<", "><")):
            with self.subTest(new):
                self.assertTrue(run(graphml=GRAPHML.replace(old, new)))

    def test_ftm(self):
        for name, entities in {
            "missing": ENTITIES[:2],
            "no name": change(0, name=[]),
            "date": change(2, startDate=["soon"]),
            "unknown property": change(0, shoe=["42"]),
            "reference": change(2, holder=["cadre.c"]),
            "range": change(2, holder=["cadre.position.b"]),
            "id": change(0) + [{"id": "a b", "schema": "Person", "properties": {"name": ["A"]}}],
            "twice": ENTITIES + ENTITIES[:1],
            "schema": change(0) + [{"id": "c", "schema": "Thing", "properties": {"name": ["A"]}}],
            "country": change(1, country=["la"]),
            "address": change(0, sourceUrl=["javascript:alert(1)"]),
        }.items():
            with self.subTest(name):
                self.assertTrue(run(entities=entities))


if __name__ == "__main__":
    unittest.main()
