"""Reads the ordinary pages of a hub and checks them as strictly as documents: names, text, front matter, pictures."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from generator.content.check.files_beside import says_nothing
from generator.content.check.national_id_check import file_holds, in_text
from generator.content.check.references import Links, Pointer, follow
from generator.content.check.schema import fits
from generator.content.check.unfit_links import unusable
from generator.content.file_names import fit_name, id_like, is_fit, is_reserved
from generator.content.files import about, entries, read_text, shown, twins
from generator.content.yaml.parser import value_of
from generator.content.yaml.places import span_of
from generator.images import examine
from generator.model.catalog import Finding
from generator.model.fields import Picture
from generator.model.link_policy import Sort, sort_of
from generator.model.markdown_containers import most_cells
from generator.model.markdown_page import NAME, Matter, OrdinaryPage, Piece, anchors_of, pieces_of
from generator.problems import rules
from generator.problems.content_rules import RULES
from generator.problems.invisible_signs import INVISIBLE
from generator.problems.personal_number import holds_number
from generator.problems.problem import Problem, Span, has_errors

PICTURES = Picture().suffixes
DOWNLOADS = (".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".csv", ".txt", ".ics", ".vtt", ".mp4", ".webm")
"""What pages may bring along. Nothing that runs in a browser is among it: no HTML, script, style or drawing."""
_CONTENT = (".yml", ".yaml")
_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_MERGE = re.compile(r"^(?:<{7} |>{7} ).*$", re.MULTILINE)
_FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\1|\Z)", re.MULTILINE | re.DOTALL)
_OPEN_MATTER = re.compile(r"---[ \t]*\r?\n[ \t]*[a-z_]+:(?:\s|$)")
"""Three hyphens with a key below them: nobody begins a page with a line and such a word."""
_TARGETS = re.compile(r"\]\(\s*<?([^\s)>]+)")
"""Addresses as they are written."""
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Pages:
    """The ordinary pages of a hub."""

    pages: tuple[OrdinaryPage, ...] = ()
    """Those without faults of their own."""
    files: Mapping[str, Path] = field(default_factory=dict)
    """What they may bring along, by its path in the folder of pages."""
    known: frozenset[str] = frozenset()
    """The ids of all pages, those with faults included."""
    problems: tuple[Problem, ...] = ()

    @property
    def anchors(self) -> Mapping[str, frozenset[str] | None]:
        """By id of a page; None for one with faults."""
        sound = {page.id: page.anchors for page in self.pages}
        return {id_: sound.get(id_) for id_ in self.known}


def read_pages(root: Path, folder: str, allowed: Collection[str]) -> Pages:
    """The pages in a folder and below. `allowed` are numbers that look like a person's and are none."""
    found, problems = _find(root, folder)
    pages: list[OrdinaryPage] = []
    files: dict[str, Path] = {}
    for path in found:
        inside = path[len(folder) + 1 :]
        if holds_number(inside, allowed):
            problems.append(about(RULES["personal-cpr"], path))
        elif path.endswith(".md"):
            page, wrong = _read(root, path, inside[: -len(".md")], allowed)
            problems += wrong
            pages += [page] if page else []
        else:
            files[inside] = root / path
    known = frozenset(path[len(folder) + 1 : -len(".md")] for path in found if path.endswith(".md"))
    return Pages(tuple(pages), files, known, tuple(problems))


def _find(root: Path, folder: str) -> tuple[list[str], list[Problem]]:
    """Every page and file below a folder that may be on the site, in order, and what is wrong with all others."""
    here = Path(folder)
    parents = [root / part for part in (here, *here.parents)]
    if any(parent.is_symlink() for parent in parents[:-1]):
        return [], [about(rules.FILE_SYMLINK, folder, name=here.name)]
    found: list[str] = []
    problems: list[Problem] = []
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        inside, wrong = entries(root, place)
        problems += wrong
        fit: list[str] = []
        for entry in sorted(inside, key=lambda entry: entry.name):
            path = f"{place}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                wrong = list(_unfit_name(path, entry.name, id_like(entry.name)))
                problems += wrong
                waiting += [path] if path.count("/") < 30 and not wrong else []
            elif not entry.is_file(follow_symlinks=False):
                problems.append(about(rules.FILE_KIND, path, name=entry.name))
                continue
            elif wrong := list(_unfit(path, entry.name)):
                problems += wrong
            else:
                found.append(path)
            if not wrong:
                fit.append(entry.name)
        problems += twins(place, fit)
    return sorted(found), problems


def _unfit(path: str, name: str) -> Iterator[Problem]:
    """What is wrong with a file that is neither a page nor anything that pages bring along."""
    stem, _, ending = name.rpartition(".")
    suffix = f".{ending.lower()}" if stem else ""
    if suffix in _CONTENT or re.search(r"\.ya?ml\.\w+$", name.lower()):
        yield about(rules.FILE_PLACE, path, name=name, folder="guides")
    elif suffix in {".markdown", ".mdown", ".mkd"} or (suffix == ".md" and ending != "md"):
        yield about(RULES["page-suffix"], path, name=name, wanted=f"{stem}.md")
    elif suffix != ".md" and suffix not in (*PICTURES, *DOWNLOADS):
        yield about(RULES["page-file"], path, name=name, allowed=", ".join((*PICTURES, *DOWNLOADS)))
    else:
        yield from _unfit_name(path, name, fit_name(name))


def _unfit_name(path: str, name: str, wanted: str) -> Iterator[Problem]:
    """What is wrong with a name that becomes a part of an address."""
    if is_reserved(name):
        yield about(rules.FILE_RESERVED, path, name=name, wanted=wanted)
    elif len(name) > _LONGEST or not is_fit(name) or "#" in name or "%" in name:
        yield about(rules.FILE_NAME, path, name=name, wanted=wanted)


def _read(root: Path, path: str, id_: str, allowed: Collection[str]) -> tuple[OrdinaryPage | None, list[Problem]]:
    text = read_text(root, path)[1]
    if isinstance(text, Problem):
        return None, [text]
    problems = [*in_text(text, shown(path), allowed), *_invisible(text, path)]
    written, first_line = _divided(text)
    matter, wrong = _matter(written, path)
    problems += wrong
    body = text.split("\n", first_line - 1)[first_line - 1] if first_line > 1 else text
    body = body.replace("\r\n", "\n").replace("\r", "\n")
    if most_cells(body):
        problems.append(_at(path, 1, "text-table"))
        return None, problems
    pieces = tuple(pieces_of(body, first_line))
    problems += [*_faults(pieces, path), *_merge(body, first_line, path), *_lost(text, body, first_line, path)]
    if matter is None or any(problem.severity == "error" for problem in problems):
        return None, problems
    return OrdinaryPage(id_, path, matter, body, pieces, anchors_of(body)), problems


def _divided(text: str) -> tuple[str, int]:
    """The front matter and the line of the file in which the page itself begins."""
    found = _MATTER.match(text)
    return (found[1], found[0].count("\n") + 1) if found else ("", 1)


def _invisible(text: str, path: str) -> Iterator[Problem]:
    for number, line in enumerate(text.splitlines(), 1):
        if found := INVISIBLE.search(line):
            column = found.start() + 1
            place = Span(shown(path), number, column, number, column + 1)
            yield Problem(rules.TEXT_CONTROL, place, {"character": f"U+{ord(found[0]):04X}"})


def _matter(written: str, path: str) -> tuple[Matter | None, list[Problem]]:
    """The front matter, which begins in the second line of its file; None when it is not right."""
    if not written.strip():
        return Matter(), []
    value, problems = value_of(written, shown(path))
    told = [_lower(problem) for problem in problems if problem.rule is not rules.YAML_EMPTY]
    if value is None or has_errors(told):
        return None, told
    model, findings = fits(Matter, value)
    places = ((finding, span_of(written, shown(path), finding.path, key=finding.at_key)) for finding in findings)
    return model, [*told, *(_lower(Problem(RULES[finding.rule], place, finding.values)) for finding, place in places)]


def _lower(problem: Problem) -> Problem:
    """The same, in the file instead of in its front matter alone."""
    span = problem.span
    place = Span(span.file, span.line + 1, span.column, span.end_line + 1, span.end_column)
    return Problem(problem.rule, place, problem.values)


def _faults(pieces: tuple[Piece, ...], path: str) -> Iterator[Problem]:
    for piece in pieces:
        if piece.sort == "html":
            yield _at(path, piece.line, "rich-html")
        elif piece.sort == "picture" and sort_of(piece.target, {NAME}) is not Sort.PATH:
            yield _at(path, piece.line, "page-picture", file=unquote(piece.target)[:80])
        elif piece.sort == "picture" and not piece.alt:
            yield _at(path, piece.line, "picture-undescribed", file=unquote(piece.target)[:80])
        elif piece.sort == "picture" and says_nothing(piece.alt):
            yield _at(path, piece.line, "picture-words", alt=piece.alt)


def check_links(read: Pages, links: Links) -> Iterator[Problem]:
    """What is wrong with links of pages to documents and other pages by name, and elsewhere."""
    names = {*links.kinds, NAME}
    for page in read.pages:
        for piece in page.pieces:
            if piece.sort != "link":
                continue
            target = unquote(piece.target)
            match sort_of(piece.target, names):
                case Sort.NAMED:
                    wrong = follow(Pointer((), "*", target), links)[0]
                    if wrong:
                        yield Problem(RULES[wrong.rule], _line(page.path, piece.line), wrong.values)
                case Sort.ANCHOR:
                    if target[1:] and target[1:] not in page.anchors:
                        values = {"id": page.id, "anchor": target[1:], "nearest": "–"}
                        yield _at(page.path, piece.line, "ref-anchor", **values)
                case Sort.UNFIT:
                    written = target or _as_written(page, names)
                    wrong = unusable((), written) if written else Finding("link-empty", ())
                    yield _at(page.path, piece.line, wrong.rule, **wrong.values)


def _as_written(page: OrdinaryPage, names: set[str]) -> str:
    """The first address that the page is not made with, since nobody's browser may be given it."""
    kept = {unquote(piece.target) for piece in page.pieces}
    unfit = (one for one in _TARGETS.findall(page.body) if sort_of(one, names) is Sort.UNFIT)
    return next((one for one in unfit if one not in kept), "")


def check_files(read: Pages, used: Mapping[str, tuple[str, int]], allowed: Collection[str]) -> Iterator[Problem]:
    """What is wrong with files that pages bring along. `used` says which page, in which line, names each of them."""
    for name, (path, line) in used.items():
        file = read.files[name]
        if file_holds(file, allowed):
            yield _at(path, line, "personal-cpr")
        if PurePosixPath(name).suffix.lower() in PICTURES:
            yield from (_at(path, line, rule, **values) for rule, values in examine(file))


def _merge(body: str, first_line: int, path: str) -> Iterator[Problem]:
    """What Git left where two changes met; within a block of code it may be what the page explains."""
    prose = _FENCED.sub(lambda found: "\n" * found[0].count("\n"), body)
    if found := _MERGE.search(prose):
        line = first_line + prose.count("\n", 0, found.start())
        yield Problem(rules.TEXT_MERGE, _line(path, line), {})


def _lost(text: str, body: str, first_line: int, path: str) -> Iterator[Problem]:
    """A page that says nothing, and front matter that is shown as text since its end is missing."""
    if not body.strip():
        yield Problem(rules.YAML_EMPTY, Span(shown(path)), {})
    elif first_line == 1 and _OPEN_MATTER.match(text):
        yield _at(path, 1, "page-matter")


def _at(path: str, line: int, code: str, **values: str) -> Problem:
    return Problem(RULES[code], _line(path, line), values)


def _line(path: str, line: int) -> Span:
    return Span(shown(path), line, 1, line, 10_000)
