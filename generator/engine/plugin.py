"""The MkDocs plugin: what happens when in a build, whichever command started it."""

# MkDocs names the arguments of its events; not every event needs them all.
# ruff: noqa: ARG002

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

import jinja2
from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator.engine.compiled_templates import COMPILED
from generator.engine.config import add_defaults, said_plainly, unknown_as_errors
from generator.engine.hub_settings import HubOptions, root_of, settings_of
from generator.engine.localhost_guard import for_this_machine
from generator.engine.markdown_pages import MATERIAL, as_page, material_files, url_of
from generator.engine.page_frame import Frame, Whole, frame_context, frame_of, parts_of, sitemap, whole_of
from generator.i18n.language import Language, language
from generator.model.page import Outline, Page, PageSpec
from generator.model.settings import Settings
from generator.model.site import Site
from generator.problems.problem import HubError
from generator.runtime.template_folders import template_folders

if TYPE_CHECKING:  # it brings a server and a watcher of files, which no build needs
    from mkdocs.livereload import LiveReloadServer

Prepare = Callable[[Settings, Path], Site]


class Work(Protocol):
    """What goes on beside the writing of pages."""

    def finish(self) -> object:
        """What has come of it, for whoever started the build."""


Begin = Callable[[Site, Whole, Sequence[Page], Path, Language], Work]
Content = bytes | Path | Callable[[], bytes]
Explain = Callable[[HubError, Language, Path], str]
Templates = Callable[[Path], tuple[Path, ...]]


class Beside(File):
    """A file that goes to the site as it is, Markdown or not."""

    def is_documentation_page(self) -> bool:
        return False


class Later(Beside):
    """A file that is made when it is written."""

    make: Callable[[], bytes]

    def copy_file(self, dirty: bool = False) -> None:
        file = Path(self.abs_dest_path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(self.make())


class Written(Beside):
    """A page of the hub: others may link to it, and it is on the disk already."""

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing is left to do."""


class Plugin(BasePlugin[HubOptions]):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ untyped
    """One build after another: MkDocs keeps the plugin while it serves."""

    prepare: Prepare
    begin: Begin
    explain: Explain
    templates: Templates

    given: Site | None = None
    """A site that was prepared by the caller."""
    given_settings: Settings | None = None
    """What it was prepared with: whom a site is for is not in the file."""
    work: Work | None = None
    finished: object = None
    """What the work has come to."""
    whole_page: Whole
    serving = False
    settings: Settings
    language: Language
    site: Site
    ordinary: tuple[Outline, ...] = ()
    pages = 0
    """How many there are, Markdown pages included."""
    frame: Frame

    def load_config(
        self, options: dict[str, object], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        errors, warnings = super().load_config(options, config_file_path)
        return [*errors, *unknown_as_errors(warnings)], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """All content is read and checked here, before MkDocs empties the output folder."""
        spoken = language("en")
        try:
            self.settings = self.given_settings or settings_of(config, self.config)
            self.language = spoken = self.settings.spoken
            self.site = self.given or type(self).prepare(self.settings, root_of(config))
        except HubError as error:
            raise PluginError(type(self).explain(error, spoken, root_of(config))) from error
        add_defaults(config)
        own = [str(folder / "theme") for folder in type(self).templates(root_of(config)) if (folder / "theme").is_dir()]
        # Material has 14,000 icons that MkDocs would list to find files to copy; its templates come back in on_env.
        config.theme.dirs[:] = own + [folder for folder in config.theme.dirs if Path(folder) != MATERIAL]
        return config

    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The hub's files join the others, so that Markdown pages can link to them; their contents come later."""
        if self.site.holds_docs:
            _leave_out(files, config)
        ordinary = {url_of(file): file for file in files.documentation_pages()}
        for page in self.site.outlines():
            if page.url in ordinary:
                source = ordinary[page.url].src_uri
                raise PluginError(f"{source} would take the place of the hub's own page /{page.url}. Rename it.")
        overviews = [overview.url for overview in self.site.overviews]
        for url in overviews:
            put(files, config, path_of(url), b"", sort=Written)
        contents: dict[str, Content] = {export.path: export.content for export in self.site.exports}
        contents |= dict(self.site.assets)
        if ordinary:
            contents |= material_files()
        for path, content in contents.items():
            put(files, config, path, content)
        if "404.html" in overviews:
            config.theme.static_templates.discard("404.html")
        # Without an address there is no sitemap; the theme's own would go out as a template.
        if theirs := files.get_file_from_path("sitemap.xml"):
            files.remove(theirs)
        frame = frame_of(self.settings, self.language, self.site, ordinary)
        # The reload script of MkDocs' own preview is inline, which the policy forbids.
        self.frame = replace(frame, policy="") if self.serving else frame
        return files

    @event_priority(-50)
    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Markdown is rendered by now; the frame is, too, and then every page of the hub."""
        self.whole_page = whole = self.whole(env, config)
        ordinary = tuple(as_page(file.page, self.language) for file in files.documentation_pages() if file.page)
        specs = (page.spec for page in ordinary)
        self.ordinary = tuple(Outline(spec.url, updated=spec.updated, noindex=spec.noindex) for spec in specs)
        pages = (*self.site.outlines(), *self.ordinary)
        self.pages = len(pages)
        if self.settings.site_url:
            put(files, config, "sitemap.xml", sitemap(pages, self.settings.site_url))
        self.work = type(self).begin(self.site, whole, ordinary, Path(config.site_dir), self.language)
        return env

    def whole(self, env: jinja2.Environment, config: MkDocsConfig) -> Whole:
        """What makes whole pages, from the environment of MkDocs."""
        env.loader = jinja2.FileSystemLoader([*config.theme.dirs, str(MATERIAL)])
        env.globals["_"] = self.language.gettext
        env.bytecode_cache = COMPILED
        return whole_of(self.frame, env, {"config": config}, self.site.outlines())

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        made = as_page(page, self.language)
        hub = frame_context(self.frame, parts_of(made.spec, made.body, self.frame))
        context.update({"hub": hub | {"ordinary": True, "heading": made.spec.title}})  # type: ignore[misc]  # MkDocs lets plugins add
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        spec = PageSpec(
            url=template_name, title=self.language.gettext("The page is not here"), description="",
            view=None, noindex=True,
        )  # fmt: skip
        context.update({"hub": frame_context(self.frame, parts_of(spec, "", self.frame))})  # type: ignore[misc]  # as above
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self.work is None:
            return
        try:
            self.finished = self.work.finish()
        except HubError as error:
            if self.given is not None:
                raise
            raise PluginError(type(self).explain(error, self.language, root_of(config))) from error

    def on_build_error(self, *, error: Exception) -> None:
        self.work = None

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., object]
    ) -> LiveReloadServer:
        root = root_of(config)
        for folder in (root / self.settings.content, *type(self).templates(root)):
            if folder.is_dir():
                server.watch(str(folder))
        server.set_app(for_this_machine(server.serve_request))
        return server


def hub_plugin(
    *,
    prepare: Prepare,
    begin: Begin,
    explain: Explain = said_plainly,
    templates: Templates = template_folders,
) -> type[Plugin]:
    """The plugin class for the entry point `mkdocs.plugins: hub`."""
    members: dict[str, Callable[..., object]] = {
        "prepare": prepare,
        "begin": begin,
        "explain": explain,
        "templates": templates,
    }
    return type("HubPlugin", (Plugin,), {name: staticmethod(value) for name, value in members.items()})


def _leave_out(files: Files, config: MkDocsConfig) -> None:
    """The files of the folder of pages: those that belong on the site come with it. Settings may name some of them."""
    named = {*map(str, config.extra_css), *map(str, config.extra_javascript)}
    for file in list(files):
        source = file.abs_src_path
        if source and Path(source).is_relative_to(config.docs_dir) and file.src_uri not in named:
            files.remove(file)


def put(files: Files, config: MkDocsConfig, path: str, content: Content, *, sort: type[Beside] = Beside) -> None:
    """Adds a file, or takes the place of one that is there."""
    there = files.get_file_from_path(path)
    if there is not None:
        files.remove(there)
    inside: dict[str, bytes] = {"content": content if isinstance(content, bytes) else b""}
    source = {"abs_src_path": str(content)} if isinstance(content, Path) else inside
    file = (Later if callable(content) else sort).generated(config, path, inclusion=InclusionLevel.INCLUDED, **source)
    if isinstance(file, Later) and callable(content):
        file.make = content
    files.append(file)


def path_of(url: str) -> str:
    """The file of a page: `courses/x/index.html`."""
    return f"{url}index.html" if not url or url.endswith("/") else url
