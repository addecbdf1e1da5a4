"""Checks exports of one graph in several formats against each other.

For each NAME.ndjson in the folders given, NAME.graphml is read by networkx and
NAME.ftm.ndjson by followthemoney. Ends with 1 and says what is wrong if one is.
"""

import json
import sys
import unicodedata
from pathlib import Path

import networkx as nx
from followthemoney import model
from followthemoney.exc import InvalidData
from followthemoney.types import registry

# Characters that XML cannot hold; GraphML has U+FFFD in their place.
NOT_XML = {c: "\ufffd" for c in range(32) if c not in (9, 10, 13)} | {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}


def graph(path):
    """The nodes by id and the edges by key of an ndjson export."""
    nodes, edges = {}, {}
    for line in path.read_text("utf-8").split("\n"):
        if not line:
            continue
        item = json.loads(line)
        kind = item.pop("type")
        if kind == "node":
            nodes[item.pop("id")] = item
        elif kind == "edge":
            edges[item.pop("key")] = item
    return nodes, edges


def as_graphml(value):
    """A property as GraphML has it: a list is the text of a JSON array."""
    if isinstance(value, list):
        value = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return value.translate(NOT_XML) if isinstance(value, str) else value


def same(got, want):
    if isinstance(want, str) and want.startswith("["):
        try:
            return json.loads(got) == json.loads(want)
        except ValueError:
            pass
    return got == want and type(got) is type(want)


def check_graphml(path, nodes, edges):
    g = nx.read_graphml(path, force_multigraph=True)
    if not g.is_directed():
        yield "the graph is not directed"
    if set(g.nodes) != set(nodes):
        yield f"{len(g)} nodes, and not the {len(nodes)} of the ndjson export"
        return
    for node, want in nodes.items():
        want = {k: as_graphml(v) for k, v in want.items()}
        label = want.pop("label")
        want["labels"] = f":{label}:Committee" if want.get("committee") else f":{label}"
        yield from differences(node, g.nodes[node], want)
    found = {key: (a, b, data) for a, b, key, data in g.edges(keys=True, data=True)}
    if set(found) != set(edges):
        yield f"{len(found)} edges, and not the {len(edges)} of the ndjson export"
        return
    for key, want in edges.items():
        want = {k: as_graphml(v) for k, v in want.items() if v is not None}
        a, b, data = found[key]
        data = {k: v for k, v in data.items() if k != "id"}
        ends = want.pop("from"), want.pop("to")
        if (a, b) != ends:
            yield f"edge {key} leads from {a} to {b}, not from {ends[0]} to {ends[1]}"
        want["type"] = want.pop("label")
        yield from differences(f"edge {key}", data, want)


def differences(what, got, want):
    if set(got) != set(want):
        yield f"{what} has {sorted(got)}, not {sorted(want)}"
        return
    for name, value in want.items():
        if not same(got[name], value):
            yield f"{what}: {name} is {got[name]!r}, not {value!r}"


# What becomes of the kinds of edges that have an entity of their own.
EDGE_SCHEMATA = {"HOLDS": "Occupancy", "SUCCEEDED_BY": "Succession"}
EDGE_SCHEMATA |= dict.fromkeys(("REPORTS", "ISSUED", "DISCUSSED", "PRESENTED", "SIGNED"), "Documentation")
EDGE_SCHEMATA |= dict.fromkeys(("IN_BODY", "LOCATED_IN", "HELD_AT", "ORGANIZED"))


def check_ftm(path, nodes, edges):
    entities, lines = {}, {}
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if not line:
            continue
        data = json.loads(line)
        try:
            proxy = model.get_proxy(data)
            proxy.schema.validate(data)
        except InvalidData as e:
            yield f"line {number}: {e} {getattr(e, 'errors', '')}"
            continue
        yield from (f"line {number}: {problem}" for problem in check_entity(data, proxy))
        if proxy.id in entities:
            yield f"line {number}: {proxy.id} was there before"
        entities[proxy.id], lines[proxy.id] = proxy, number
    for proxy in entities.values():
        yield from (f"line {lines[proxy.id]}: {problem}" for problem in check_references(proxy, entities))
    want = len(nodes) + sum(1 for e in edges.values() if EDGE_SCHEMATA.get(e["label"], "UnknownLink"))
    if len(entities) != want:
        yield f"{len(entities)} entities, not {want}"
    for key, edge in edges.items():
        schema = EDGE_SCHEMATA.get(edge["label"], "UnknownLink")
        if schema and "cadre.edge." + key in entities and entities["cadre.edge." + key].schema.name != schema:
            yield f"{edge['label']} {key} is no {schema}"


def check_entity(data, proxy):
    """What validation lets pass: unknown properties, missing ones, values that
    cleaning would change."""
    if not registry.entity.validate(proxy.id):
        yield f"{proxy.id!r} is no id"
    if set(data) != {"id", "schema", "properties"} or proxy.schema.abstract:
        yield f"{data['schema']} {sorted(data)} is no entity"
    for name in proxy.schema.required:
        if not proxy.get(name):
            yield f"{proxy.schema.name} {proxy.id} has no {name}"
    cleaned = model.get_proxy(data, cleaned=False)
    for name, values in data["properties"].items():
        prop = proxy.schema.get(name)
        if prop is None or prop.stub or prop.deprecated:
            yield f"{proxy.schema.name} has no property {name}"
            continue
        if prop.type.name == "country" and values != ["vn"]:
            yield f"{proxy.id}: country {values}"
        if prop.type.name == "url":
            continue  # cleaning may write an address in another way
        want = sorted(unicodedata.normalize("NFC", v) for v in values)
        got = sorted(unicodedata.normalize("NFC", v) for v in cleaned.get(name))
        if prop.type.name == "name":  # cleaning takes quotes off
            want, got = len(set(values)), max(len(got), 1)
            if got > want:
                yield f"{proxy.id}: {name} {values}"
        elif got != want:
            yield f"{proxy.id}: {name} is {want}, cleaned {got}"
        if any(len(v) > prop.max_length for v in values):
            yield f"{proxy.id}: {name} is too long"


def check_references(proxy, entities):
    for prop, value in proxy.itervalues():
        if prop.type != registry.entity:
            continue
        other = entities.get(value)
        if other is None:
            yield f"{proxy.id}: {prop.name} {value} is not in the file"
        elif not other.schema.is_a(prop.range):
            yield f"{proxy.id}: {prop.name} {value} is no {prop.range.name}"


def main(folders):
    failed = checked = 0
    for folder in folders:
        for path in sorted(Path(folder).glob("*.ndjson")):
            if path.name.endswith(".ftm.ndjson"):
                continue
            nodes, edges = graph(path)
            for ending, check in ((".graphml", check_graphml), (".ftm.ndjson", check_ftm)):
                file = path.with_name(path.name.removesuffix(".ndjson") + ending)
                problems = list(check(file, nodes, edges))
                for problem in problems[:20]:
                    print(f"{file.name}: {ascii(problem)}", file=sys.stderr)
                failed += len(problems)
                checked += 1
                print(f"{file.name}: {len(nodes)} nodes and {len(edges)} edges, {len(problems)} problems")
    if not checked:
        print("nothing to check", file=sys.stderr)
    return 1 if failed or not checked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
