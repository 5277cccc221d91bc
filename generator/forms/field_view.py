"""Fields as templates show them: with what is filled in, what is wrong there, and rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.forms.shapes import Field, File, Goals, Group, Rows, Shape


@dataclass(frozen=True, slots=True)
class Told:
    """What is wrong at a field."""

    text: str
    hint: str
    is_error: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A field, or what one row of a list holds."""

    name: str
    """As browsers send it."""
    field: Field
    value: str = ""
    ticked: tuple[str, ...] = ()
    fields: tuple[Shown, ...] = ()
    rows: tuple[ShownRow, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    told: tuple[Told, ...] = ()
    is_filled: bool = False
    """Whether something is written in it, or wrong with it."""
    is_out: bool = True
    """Whether it stands among the fields that are shown at once when it says something: it did when the form was
    opened. What is filled in since then stays where it was found.
    """
    is_kept: bool = False
    """The file says something else here than a form can show: it stays."""
    is_needed: bool = False
    """Whether something must stand there because of what is chosen beside it."""
    made: str = ""
    """The id that the program made of what its entry says, and makes anew when that changes; "" for one that stays."""
    pattern: ShownRow | None = None
    """An empty row of a list, for a script to copy: its token is `{0}`, that of a row in its rows `{1}`."""
    is_held: bool = False
    """Whether a browser holds the file that is chosen in it, until the form is saved with it."""

    @property
    def id(self) -> str:
        return f"f-{self.name.replace('.', '-')}"

    @property
    def is_asked(self) -> bool:
        """Whether the form shows it at once."""
        return self.field.is_asked or self.is_needed

    @property
    def is_shown(self) -> bool:
        """Whether it is not folded away."""
        return self.is_asked or (self.is_filled and self.is_out) or self.sort == "file"

    @property
    def is_written(self) -> bool:
        """Whether somebody has written in it, and not the program."""
        return self.is_filled and not self.made

    @property
    def when(self) -> str:
        """The name of a field beside it and the value with which it must be filled in, as `state=solved`."""
        if self.field.expected is None or self.field.expected.when is None:
            return ""
        around = self.name[: self.name.rfind(".") + 1]
        return around + "=".join(self.field.expected.when)

    @property
    def after(self) -> str:
        """The names of the fields beside it with one of which it must be filled in."""
        around = self.name[: self.name.rfind(".") + 1]
        return " ".join(f"{around}{name}" for name in (self.field.expected.with_any if self.field.expected else ()))

    @property
    def instead(self) -> str:
        """The name of the field beside it that may be filled in instead."""
        around = self.name[: self.name.rfind(".") + 1]
        return f"{around}{self.field.expected.instead}" if self.field.expected and self.field.expected.instead else ""

    @property
    def unknown(self) -> str:
        """What the file names a goal by that no framework has; "" for one that there is, or none."""
        known = self.field.shape.goals if isinstance(self.field.shape, Goals) else ()
        return self.value.rpartition("#")[2] if all(one.id != self.value for one in known) else ""

    @property
    def sort(self) -> str:
        return self.field.shape.sort


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One entry of a list."""

    name: str
    token: str
    title: str
    """What people call it, as far as it says that itself."""
    inside: Shown
    told: tuple[Told, ...]

    @property
    def is_open(self) -> bool:
        """Whether its fields are unfolded: it is new, or something in it is wrong."""
        return not self.token.isdecimal() or bool(self.told) or _has_mistakes(self.inside)


def blank(fields: Iterable[Field], at: str = "", depth: int = 0) -> tuple[Shown, ...]:
    """Fields in which nobody has written yet, and the patterns of their rows."""
    return tuple(_blank(one, f"{at}{one.name}", depth) for one in fields if not one.is_former)


def _blank(one: Field, name: str, depth: int) -> Shown:
    shape = one.shape
    if isinstance(shape, Group):
        fields = blank(shape.fields, f"{name}.", depth)
        return Shown(name, one, fields=fields, is_held=_is_picture(shape))
    if isinstance(shape, Rows):
        token = f"{{{depth}}}"
        inside = _blank(Field("", "", "", True, shape.each), f"{name}.{token}", depth + 1)
        pattern = ShownRow(f"{name}.{token}", token, "", inside, ())
        return Shown(name, one, pattern=pattern, is_held=_is_picture(shape.each))
    return Shown(name, one, options=getattr(shape, "options", ()), is_held=isinstance(shape, File))


def _is_picture(shape: Shape) -> bool:
    """Whether an entry begins with a file, and only says what that shows."""
    return isinstance(shape, Group) and bool(shape.fields) and isinstance(shape.fields[0].shape, File)


def _has_mistakes(one: Shown) -> bool:
    return bool(one.told) or any(map(_has_mistakes, (*one.fields, *(row.inside for row in one.rows))))
