"""What a standard asks of a file, asked by programs that know nothing of ours."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

_ATOM = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
_EVENT = Draft202012Validator(
    json.loads(Path(__file__).with_name("event.schema.json").read_text("utf-8")), format_checker=FormatChecker()
)


def event_faults(data: Mapping[str, object]) -> list[str]:
    """What is wrong with the JSON-LD of an event, by what schema.org and those who read it ask."""
    return [f"{error.json_path}: {error.message}" for error in _EVENT.iter_errors(json.loads(json.dumps(data)))]


def atom_faults(feed: bytes) -> list[str]:
    """What is wrong with a feed by RFC 4287; nothing when it is right."""
    tree = etree.fromstring(feed)
    _ATOM.validate(tree)
    ids = [element.text for element in tree.findall("{*}entry/{*}id")]
    links = sorted(str(link.get("rel")) for link in tree.findall("{*}link"))
    faults = [] if links == ["alternate", "self"] else [f"the feed has the links {links}"]
    faults += [f"two entries are called {id_}" for id_ in sorted(set(ids)) if ids.count(id_) > 1]
    return [*faults, *(str(error.message) for error in _ATOM.error_log)]
