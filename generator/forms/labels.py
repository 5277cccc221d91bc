"""What forms call fields, entries of lists and what can be chosen, in the catalog of a language."""

from __future__ import annotations

from generator.i18n.language import Language, mark


def label(language: Language, name: str, model: str = "") -> str:
    """What a field is called: the catalog's word for its name, in that model when it means something else there."""
    msgid = _msgid(name)
    own = language.pgettext(f"field of {model}", msgid)
    return own if own != msgid else language.pgettext("field", msgid)


def label_of_one(language: Language, name: str) -> str:
    """What one entry of a list is called; "" for what the catalog does not know."""
    msgid = _msgid(name)
    said = language.pgettext("one of field", msgid)
    return "" if said == msgid else said


def quoted(language: Language, called: str) -> str:
    """What something is called, in a sentence."""
    return language.gettext(mark("“{field}”")).format(field=called)


def _msgid(name: str) -> str:
    said = name.replace("_", " ")
    return f"{said[:1].upper()}{said[1:]}"


def option(language: Language, value: str) -> str:
    """What one of the words that a model itself offers is called."""
    said = value.replace("-", " ")
    return language.pgettext("choice", f"{said[:1].upper()}{said[1:]}")


def chosen(language: Language, value: str) -> str:
    """What is chosen in a field, as a message says it by its value: a word of the model, or yes or no."""
    if value in ("true", "false"):
        return language.gettext(mark("Yes")) if value == "true" else language.gettext(mark("No"))
    return option(language, value)
