"""Templates say what Jinja says: our compiler of them is only quicker."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from generator.render import Templates

_PARTS = {
    "parts": "{% macro one(title, level=3) %}<h{{ level }}>{{ title }}{{ caller(level) if caller is defined else '' }}</h{{ level }}>{% endmacro %}"
             "{% macro seen() %}{{ tail }}{% endmacro %}",
    "base": "{% block said %}<p>{{ text }}</p>{% endblock %}",
}  # fmt: skip
_TEMPLATES = {
    "texts": "{{ text }} {{ html }} {{ number }} {{ html ~ text }} {{ [text, html] | join(', ') }}",
    "calls": "{{ shout(text) }} {{ shout(text, end='<') }} {{ '{a} {b}'.format(a=text, b=number) }} {{ shout(*[text]) }}",
    "macros": "{% import 'parts' as parts with context %}{{ parts.one(text) }}{{ parts.one(title=text, level=2) }}{{ parts.seen() }}",
    "callers": "{% from 'parts' import one %}{% call(level) one(html) %}{{ level }}{{ text }}{% endcall %}",
    "blocks": "{% extends 'base' %}{% block said %}{{ super() }}{{ self.more() }}{% endblock %}{% block more %}{{ text }}{% endblock %}",
    "loops": "{% for one in tree recursive %}{{ one.name }}{{ loop.cycle('<', text) }}{{ loop(one.below) }}{% endfor %}",
    "places": "{% set gone = namespace(far=0) %}{% for one in tree %}{% set gone.far = gone.far + 1 %}{% endfor %}{{ gone.far }}",
}  # fmt: skip
_GIVEN = {
    "text": "5 < 6 & \"x\"'", "html": Markup("<b>æ</b>"), "number": 7, "tail": "</p>",
    "shout": lambda text, end="!": f"{text}{end}",
    "tree": [{"name": "a", "below": [{"name": "<b>", "below": []}]}, {"name": "c", "below": []}],
}  # fmt: skip


@pytest.mark.parametrize("name", _TEMPLATES)
def test_templates_say_what_jinja_says(name: str) -> None:
    loader = DictLoader(_PARTS | _TEMPLATES)
    said = [
        sort(loader=loader, autoescape=True, undefined=StrictUndefined).get_template(name).render(_GIVEN)
        for sort in (Templates, Environment)
    ]

    assert said[0] == said[1]


def test_what_is_not_there_cannot_be_called() -> None:
    with pytest.raises(UndefinedError):
        Templates(undefined=StrictUndefined).from_string("{{ nothing(1) }}").render()
