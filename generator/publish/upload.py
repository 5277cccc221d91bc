"""Makes another place as the built site is: what changed or was damaged there, pages last, and what is gone away."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.build.marker import MARKER, audience_of, every_file, listed_files
from generator.model.settings import Audience
from generator.problems.problem import HubError
from generator.publish.manifest import MANIFEST, PENDING, PREVIOUS, ForeignError, decode, encode
from generator.publish.target import FolderTarget, Target, target_at

_OFTEN = 200
"""Files after which the manifest is written, so that an interrupted upload goes on where it stopped."""
_LAST = frozenset({"sitemap.xml", "search/index.json", "offline/files.json", "offline/edition.json", "sw.js"})
"""What leads to pages."""
_PRIVATE = frozenset({".git", ".hg", ".svn"})
"""What somebody may keep in a site and nobody is to fetch."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that an upload does, or cannot do."""

    path: str
    """On the site, with forward slashes."""
    gone: bool = False
    unknown: bool = False
    """What was put there before is not known: `path` is the manifest, which is damaged."""


def upload(
    site: Path, address: str, *, only_say: bool = False, sources: Sequence[Path] = (), audience: Audience = "public"
) -> Iterator[Change]:  # fmt: skip
    """Makes the target as the site is, yielding each change when it is made (or, with `only_say`, would be).

    `address` is a folder or an address that fsspec knows, as `s3://bucket/hub`; `sources` are folders that it may not
    lie in. HubError when the site is not as this program built it, when the target holds files of others and none of
    ours, or when it cannot be reached.
    """
    _refuse_damaged(site)
    _refuse_audience(site, audience)
    target = target_at(address)
    if isinstance(target, FolderTarget):
        _refuse_sources(target.root, (site, *sources))
    known = _known(target, address)
    if known is None:
        yield Change(MANIFEST, unknown=True)
        known = {}
    here = {path: _hash(site / path) for path in _published(site)}
    target.look()
    changed = [
        path for path, sha256 in here.items() if known.get(path) != sha256 or not target.holds(path, site / path)
    ]
    # A page names what lies beside it, so that must be there first; what a page of before names goes last.
    steps = [Change(path) for path in sorted(changed, key=_order)]
    steps += [Change(path, gone=True) for path in sorted(known.keys() - here.keys())]
    if only_say:
        yield from steps
    elif steps or known != here:
        yield from _made(site, target, steps, known, here)
        _verify(site, target, address, changed)


def published_on(address: str) -> Callable[[str], bytes | None]:
    """Reads files of a site that stands there. HubError when none does: to compare with nothing would look sound."""
    target = target_at(address)
    if all(target.read(path) is None for path in (MANIFEST, MARKER)):
        raise HubError(
            "There is no site of this program on {target}.", "Name the place that hub publish was given.",
            target=address,
        )  # fmt: skip
    return target.read


def _made(
    site: Path, target: Target, steps: Sequence[Change], known: dict[str, str], here: Mapping[str, str]
) -> Iterator[Change]:
    # Whatever happens, the next upload knows what this one may have put there.
    known |= {step.path: PENDING for step in steps if not step.gone}
    _write_manifest(target, known)
    try:
        for number, step in enumerate(steps, 1):
            if step.gone:
                target.remove(step.path)
                del known[step.path]
            else:
                target.write(step.path, (site / step.path).read_bytes())
                known[step.path] = here[step.path]
            yield step
            if number % _OFTEN == 0:
                _write_manifest(target, known)
    finally:
        _write_manifest(target, known)


def _write_manifest(target: Target, known: Mapping[str, str]) -> None:
    before = target.read(MANIFEST)
    if before is not None and decode(before) is not None:  # a whole one is never given up for one that is not
        target.write(PREVIOUS, before)
    target.write(MANIFEST, encode(known))


def _known(target: Target, address: str) -> dict[str, str] | None:
    """What is there of ours; None when that cannot be known. HubError when there are others' files and none of ours."""
    manifests = [content for path in (MANIFEST, PREVIOUS) if (content := target.read(path)) is not None]
    if not manifests:
        if target.is_empty():
            return {}
        raise HubError(
            "{target} holds files that this program did not put there.", "Choose an empty place.", target=address
        )
    try:
        return next((known for content in manifests if (known := decode(content)) is not None), None)
    except ForeignError as error:
        raise HubError(
            "The list of files on {target} is none of this program's: it names {path}.",
            "Choose an empty place, or remove {manifest} there.", target=address, path=error, manifest=MANIFEST,
        ) from error  # fmt: skip


def _refuse_damaged(site: Path) -> None:
    if not (site / MARKER).is_file():
        raise HubError("{folder} is no built site.", "Run “hub build” first.", folder=site)
    for path, size in (listed_files(site) or {}).items():
        file = site / path
        if not file.is_file() or file.stat().st_size != size:
            raise HubError("{path} is not as the build left it.", "Run “hub build --clean”, then publish.", path=file)


def _refuse_audience(site: Path, audience: Audience) -> None:
    """HubError unless the site is for those for whom it is to be published."""
    if audience_of(site) == audience:
        return
    if audience == "public":
        raise HubError(
            "{folder} is the internal site, which names [places].",
            "Publish it with --for internal, and only where nobody else can read it.", folder=site,
        )  # fmt: skip
    raise HubError("{folder} is the public site.", "Build the other one with “hub build --for internal”.", folder=site)


def _refuse_sources(target: Path, sources: Sequence[Path]) -> None:
    home = Path.home().resolve()
    real = [source.resolve() for source in sources]
    near = any(target == one or target.is_relative_to(one) or one.is_relative_to(target) for one in real)
    if near or target in (home, Path(target.anchor)) or home.is_relative_to(target):
        raise HubError("The site cannot be put in {path}.", "Choose a folder of its own.", path=target)


def _verify(site: Path, target: Target, address: str, put: Sequence[str]) -> None:
    target.look()
    for path in put:
        if not target.holds(path, site / path):
            raise HubError(
                "{target} does not hold {path} as it was put there.", "Publish again.", target=address, path=path
            )


def _published(site: Path) -> list[str]:
    """Every file but the program's own, and links, which may lead anywhere."""
    files = (path for path in every_file(site) if not (site / path).is_symlink())
    own = (MARKER, MANIFEST, PREVIOUS)
    return sorted(path for path in files if path not in own and _PRIVATE.isdisjoint(path.split("/")))


def _order(path: str) -> tuple[int, str]:
    """What pages need, then pages, then what leads to pages."""
    return (1 if path.endswith(".html") else 2 if path in _LAST else 0, path)


def _hash(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
