"""The hub's own settings, read from what MkDocs has read of site_config.yml."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig

from generator.i18n.custom_nouns import as_nouns
from generator.i18n.language import NOUNS, language
from generator.model.default_licence import USUAL
from generator.model.fields import is_mailbox
from generator.model.local_time import is_zone
from generator.model.settings import Settings
from generator.problems.personal_number import found_in
from generator.problems.problem import HubError

_IDLE = frozenset({
    "site_description", "site_author", "copyright", "repo_url", "repo_name", "edit_uri", "exclude_docs", "draft_docs",
    "not_in_nav", "use_directory_urls", "markdown_extensions", "mdx_configs",
})  # fmt: skip
"""Settings that change nothing here: pages are in the hub's own frame, and in one dialect of Markdown."""
_IDLE_LOOKS = frozenset({"palette", "font", "logo", "favicon", "icon"})
"""Settings of the theme of which that is true."""
_HUB_ID = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
"""A tagging entity of RFC 4151."""


_WORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class HubOptions(base.Config):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ untyped
    """The hub's own settings, under `plugins: hub:`."""

    language = c.Type(str, default="")
    hub_id = c.Type(str, default="")
    timezone = c.Type(str, default="Europe/Copenhagen")
    content = c.Type(str, default="content")
    report_errors_to = c.Type(str, default="")
    share_to = c.Type(str, default="")
    mail_from = c.Type(str, default="")
    accessibility_statement = c.Type(str, default="")
    privacy = c.Type(str, default="privatliv/")
    about = c.Type(str, default="om-hubben/")
    platform = c.Type(str, default="")
    organisation = c.Type(str, default="")
    words = c.Type(dict, default={})
    addresses = c.Type(dict, default={})
    lesson_minutes = c.Type(int, default=0)
    course_signs = c.Choice(("required", "optional"), default="required")
    search_examples = c.ListOfItems(c.Type(str), default=[])
    licence = c.Type(str, default=USUAL.id)
    look_alikes = c.ListOfItems(c.Type(str), default=[])
    sites = c.Type(dict, default={})
    overview_schools = c.Choice(("left-out", "numbered", "named"), default="left-out")
    offline = c.Type(bool, default=False)
    executor = c.Type(str, default="")


def root_of(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).absolute().parent


def settings_of(config: MkDocsConfig, options: HubOptions) -> Settings:
    """HubError when the language or the time zone is unknown, or the hub's id has another form."""
    if not is_zone(options.timezone):
        raise HubError(
            "“{name}” is not a time zone.", "Correct timezone in site_config.yml, for instance Europe/Copenhagen.",
            name=options.timezone,
        )  # fmt: skip
    if options.hub_id and not _HUB_ID.fullmatch(options.hub_id):
        raise HubError(
            "“{name}” cannot be a hub's id.",
            "Correct hub_id in site_config.yml: a host, a comma and a year, for instance example.org,2026.",
            name=options.hub_id,
        )  # fmt: skip
    if options.mail_from and not is_mailbox(options.mail_from):
        raise HubError(
            "“{name}” is not a mail address.", "Correct mail_from in site_config.yml, for instance hub@example.org.",
            name=options.mail_from,
        )  # fmt: skip
    code = options.language or str(config.theme.get("language") or "en")
    return Settings(
        site_name=config.site_name, site_url=config.site_url or "", hub_id=options.hub_id, language=language(code).code,
        timezone=options.timezone, content=options.content, report_errors_to=options.report_errors_to,
        share_to=options.share_to, mail_from=options.mail_from, privacy=options.privacy,
        accessibility_statement=options.accessibility_statement,
        about=options.about, platform=options.platform, organisation=options.organisation, sites=_sites(options.sites),
        look_alikes=tuple(options.look_alikes), pages=_inside(Path(config.docs_dir), root_of(config)),
        executor=options.executor, offline=options.offline, overview_schools=options.overview_schools, nav=_nav(config),
        idle=tuple(_idle(Path(config.config_file_path))),
        numbered=tuple(_numbered(Path(config.config_file_path), options.look_alikes)),
        nouns=as_nouns(options.words, NOUNS),
        addresses=tuple((folder, words[0]) for folder, words in _addresses(options.addresses)),
        former_addresses=tuple((folder, words[1:]) for folder, words in _addresses(options.addresses)),
        lesson_minutes=max(0, options.lesson_minutes),
        course_signs=options.course_signs, licence=options.licence, search_examples=tuple(options.search_examples),
    )  # fmt: skip


def _inside(folder: Path, root: Path) -> str:
    """The folder seen from the hub's root. HubError when it lies elsewhere."""
    if not folder.is_relative_to(root) or folder == root:
        raise HubError("The pages are in {folder}, which is not in the hub.", "Correct docs_dir.", folder=folder)
    return folder.relative_to(root).as_posix()


def _nav(config: MkDocsConfig) -> tuple[tuple[str, str], ...] | None:
    """The pages that `nav` names, sections opened. HubError for what is no page."""
    if config.nav is None:
        return None
    found = []
    for title, path in _named(config.nav):
        if path.removesuffix(".md") in {"index", ""}:
            continue  # the front page is in no menu
        if not path.endswith(".md") or not (Path(config.docs_dir) / path).is_file():
            raise HubError(
                "“{name}” in nav is not a page of the hub.",
                "Name a file in the folder of pages, for instance about.md.",
                name=path,
            )
        found.append((path.removesuffix(".md"), title))
    return tuple(found)


def _named(entries: object, title: str = "") -> Iterator[tuple[str, str]]:
    """Each entry of a `nav` with what it is called there, "" where nothing is said."""
    if isinstance(entries, dict):
        for name, inside in entries.items():
            yield from _named(inside, str(name))
    elif isinstance(entries, list):
        for one in entries:
            yield from _named(one)
    else:
        yield title, str(entries)


def _idle(path: Path) -> Iterator[tuple[str, int]]:
    """Settings that MkDocs knows and that nothing here asks for."""
    around = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if top := re.match(r"([a-z_]+)\s*:", line):
            around = top[1]
            if around in _IDLE:
                yield around, number
        elif around == "theme" and (inside := re.match(r"\s+([a-z_]+)\s*:", line)) and inside[1] in _IDLE_LOOKS:
            yield f"theme: {inside[1]}", number


def _numbered(path: Path, allowed: Collection[str]) -> Iterator[int]:
    """Lines with what could be the number of a person: names of the site and its owner are on every page."""
    text = path.read_text("utf-8")
    for found in found_in(text, allowed):
        yield text.count("\n", 0, found.start()) + 1


def _sites(named: Mapping[object, object]) -> tuple[tuple[str, str], ...]:
    """HubError when an address is none."""
    for name, address in named.items():
        if not str(address).startswith(("https://", "http://")):
            raise HubError(
                "The site “{name}” has no address that begins with https:// or http://.", "Correct sites.", name=name
            )
    return tuple((str(name), str(address).rstrip("/") + "/") for name, address in named.items())


def _addresses(chosen: Mapping[object, object]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What stands for each folder, and what stood for it before. HubError when one is not a plain word."""
    several = {
        str(folder): tuple(map(str, said)) if isinstance(said, list) and said else (str(said),)
        for folder, said in chosen.items()
    }
    for folder, address in ((folder, address) for folder, words in several.items() for address in words):
        if not _WORD.fullmatch(address):
            raise HubError(
                "“{address}” cannot stand in an address.",
                "Write small letters a–z, digits and hyphens under addresses in site_config.yml: {example}.",
                address=address, example=f"{folder}: wards",
            )  # fmt: skip
    return tuple(several.items())
