"""Reads site_config.yml, an MkDocs configuration, and adds what it may leave out."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import yaml
from mkdocs.config import base
from mkdocs.config import load_config as load_mkdocs_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.engine.config_faults import fault
from generator.engine.hub_settings import HubOptions, root_of, settings_of
from generator.engine.unsafe_config_tags import refuse_programs
from generator.i18n.language import Language
from generator.model.settings import Settings
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
        path.read_text("utf-8")  # the settings are read by line as well
        refuse_programs(path)
    with heard() as said, _no_traceback(path, said), path.open("rb") as source:
        config = load_mkdocs_config(
            source, config_file_path=str(path.absolute()), site_dir=str(site_dir) if site_dir else None, strict=strict
        )
    if unknown := next((one for one in said if "Unrecognised configuration name" in one), None):
        raise fault(path, unknown)
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
        raise fault(path, " ".join(said) or str(error)) from error


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
