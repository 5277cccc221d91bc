"""Reads site_config.yml, an MkDocs configuration, and adds what it may leave out."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import yaml
from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config import load_config as load_mkdocs_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.engine.unsafe_config_tags import refuse_programs
from generator.i18n.custom_nouns import as_nouns
from generator.i18n.language import NOUNS, Language, language
from generator.model.fields import is_mailbox
from generator.model.licence import USUAL
from generator.model.schedule import is_zone
from generator.model.settings import Settings
from generator.problems.personal_number import found_in
from generator.problems.problem import HubError

_EXTENSIONS: dict[str, dict[str, object]] = {
    "abbr": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    # Aligned columns as an attribute: a style attribute is refused by the page's security policy.
    "tables": {"use_align_attribute": True},
    "toc": {},
    "pymdownx.details": {},
    "pymdownx.highlight": {"anchor_linenums": True},
    "pymdownx.inlinehilite": {},
    "pymdownx.superfences": {},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
}
"""Markdown extensions that Material's documentation takes for granted; what site_config.yml says goes first."""


_PLAIN = frozenset({
    "site_name", "site_url", "site_description", "site_author", "copyright", "docs_dir", "site_dir", "theme", "plugins",
    "markdown_extensions", "mdx_configs", "nav", "extra", "extra_css", "extra_javascript", "strict", "validation",
    "repo_url", "repo_name", "edit_uri", "exclude_docs", "draft_docs", "not_in_nav", "use_directory_urls", "dev_addr",
})  # fmt: skip
"""Settings of MkDocs that do not make it read files elsewhere, as `hooks` and `INHERIT` do."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineConfig:
    """A configuration that was read and found good."""

    settings: Settings
    root: Path
    """The folder of site_config.yml: the hub's root."""
    site_dir: Path
    docs_dir: Path
    """Where the ordinary Markdown pages are."""
    warnings: tuple[str, ...]
    """What MkDocs had to say about the configuration."""
    mkdocs: MkDocsConfig
    """For the engine alone."""
    reads: tuple[Path, ...] | None
    """Every file and folder that the engine reads for a build; None when the configuration lets it read others."""


def load_config(path: Path, *, site_dir: Path | None = None, strict: bool | None = None) -> EngineConfig:
    """HubError when the file cannot be read or says something that cannot be."""
    path = Path(path)
    with _no_traceback(path, []):
        refuse_programs(path)
    with heard() as said, _no_traceback(path, said), path.open("rb") as source:
        config = load_mkdocs_config(
            source, config_file_path=str(path.absolute()), site_dir=str(site_dir) if site_dir else None, strict=strict
        )
    # A hook stands among the plugins, and has no configuration.
    plugins = [plugin for plugin in config.plugins.values() if isinstance(getattr(plugin, "config", None), HubOptions)]
    if not plugins:
        raise HubError("{path} does not name the plugin “hub”.", "Add “hub” under “plugins”.", path=path)
    return EngineConfig(
        settings=settings_of(config, plugins[0].config), root=root_of(config), site_dir=Path(config.site_dir),
        docs_dir=Path(config.docs_dir), warnings=tuple(said), mkdocs=config, reads=_reads(path, config),
    )  # fmt: skip


def _reads(path: Path, config: MkDocsConfig) -> tuple[Path, ...] | None:
    try:
        raw = yaml.safe_load(path.read_bytes())
    except yaml.YAMLError:
        return None  # a tag such as !ENV, by which MkDocs looks elsewhere
    theme = raw.get("theme") or {}
    known = (
        _PLAIN.issuperset(raw)
        and set(config.plugins) == {"hub"}
        and _EXTENSIONS.keys() >= set(config.markdown_extensions) - {"fenced_code"}  # which MkDocs adds
        and config.theme.name == "material"
        and (isinstance(theme, str) or "custom_dir" not in theme)
    )
    return (path, Path(config.docs_dir)) if known else None


@contextmanager
def _no_traceback(path: Path, said: list[str]) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise HubError(
            "{path} cannot be read: {why}", "Give the right file with --config.", path=path, why=error.strerror or error
        ) from error
    except (MkDocsException, yaml.YAMLError, UnicodeDecodeError) as error:
        why = " ".join(said) or str(error)
        raise HubError("{path} is not right: {why}", "Mend it and try again.", path=path, why=why) from error


@contextmanager
def heard() -> Iterator[list[str]]:
    """Collects the warnings and errors that MkDocs logs, and keeps them off the terminal."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]  # a handler of one line
    loggers = [logging.getLogger(name) for name in ("mkdocs", "properdocs")]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        yield said
    finally:
        for logger in loggers:
            logger.removeHandler(handler)


def unknown_as_errors(warnings: base.ConfigWarnings) -> base.ConfigErrors:
    """A misspelt setting is an error: a setting that silently does nothing helps nobody."""
    known = [name for name, _ in HubOptions._schema]
    errors: base.ConfigErrors = []
    for name, warning in warnings:
        close = get_close_matches(name, known, 1)
        hint = f' Did you mean "{close[0]}"?' if close else f" Known settings: {', '.join(known)}."
        errors.append((name, base.ValidationError(f"{str(warning).rstrip('.')}.{hint}")))
    return errors


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
        addresses=_addresses(options.addresses), lesson_minutes=max(0, options.lesson_minutes),
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


def _addresses(chosen: Mapping[object, object]) -> tuple[tuple[str, str], ...]:
    """HubError when one is not a plain word."""
    for folder, address in chosen.items():
        if not _WORD.fullmatch(str(address)):
            raise HubError(
                "“{address}” cannot stand in an address.",
                "Write small letters a–z, digits and hyphens under addresses in site_config.yml: {example}.",
                address=address, example=f"{folder}: wards",
            )  # fmt: skip
    return tuple((str(folder), str(address)) for folder, address in chosen.items())


def add_defaults(config: MkDocsConfig) -> None:
    """Everything that a short site_config.yml leaves to the program."""
    config.use_directory_urls = True
    for name, options in _EXTENSIONS.items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        config.mdx_configs[name] = {**options, **(config.mdx_configs.get(name) or {})}
    # The sitemap is made here: MkDocs compresses its own with the time of the build in it.
    config.theme.static_templates.discard("sitemap.xml")
    links = config.validation.links
    # Writers link to folders (`../courses/x/`); the links of the whole site are checked at the end.
    for name in ("unrecognized_links", "absolute_links"):
        if links[name] == logging.INFO:
            links[name] = logging.DEBUG


def said_plainly(error: HubError, spoken: Language, root: Path) -> str:  # noqa: ARG001  # as every Explain
    """The error as one text: what, and what to do."""
    texts = [spoken.gettext(text).format(**error.values) for text in (error.message, error.hint) if text]
    return " ".join(texts)
