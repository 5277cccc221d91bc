"""What templates are given is only ever a value: never markup, never a template."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError
from markupsafe import Markup

from generator.i18n.language import Language
from generator.render import environment


@pytest.fixture
def jinja(tmp_path: Path) -> Environment:
    (tmp_path / "own.html").write_text('{{ _("Front page") }} {{ text }} {{ html }}', "utf-8")
    return environment((tmp_path,), Language("da"))


def test_texts_are_escaped_and_markup_is_not(jinja: Environment) -> None:
    said = jinja.get_template("own.html").render(text="{{ 1 + 1 }} <b>\"&'", html=Markup("<b>æ</b>"))

    assert said == "Forside {{ 1 + 1 }} &lt;b&gt;&#34;&amp;&#39; <b>æ</b>"


def test_what_is_not_there_cannot_be_said_or_called(jinja: Environment) -> None:
    for template in ("{{ nothing }}", "{{ nothing(1) }}"):
        with pytest.raises(UndefinedError):
            jinja.from_string(template).render()


def test_templates_are_compiled_by_jinja_alone(jinja: Environment) -> None:
    assert type(jinja) is Environment
    assert jinja.code_generator_class is Environment.code_generator_class
