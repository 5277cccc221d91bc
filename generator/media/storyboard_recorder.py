"""Films and photographs the running site from storyboards, so that guides and videos always show what is there."""

from __future__ import annotations

import subprocess
import tempfile
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import yaml
from pydantic import Field, TypeAdapter

from generator.media.actions import GoneError, act, go
from generator.media.browser import opened, shown
from generator.model.fields import Strict, Text, Title, Whole
from generator.model.screenshot import Action, Shot
from generator.problems.problem import HubError
from generator.store.atomic_write import inside

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, ViewportSize

T = TypeVar("T")

_TYPING = 0.12
"""Seconds between typed letters."""
_POINTING = 1.0
"""Seconds that a frame and a pointer show what is about to be clicked."""
_SIZE: ViewportSize = {"width": 960, "height": 540}
"""Pixels of a film: no wider than it is shown, so that its words can be read."""
_ABOVE = 72
"""Pixels left over what a scene shows, so that it stands high on the screen and not at its foot."""
_POINT = """element => {
  const box = element.getBoundingClientRect(), SVG = "http://www.w3.org/2000/svg";
  element.style.outline = "4px solid #d0021b"; element.style.outlineOffset = "3px";
  const arrow = document.createElementNS(SVG, "svg"), line = document.createElementNS(SVG, "path");
  arrow.id = "film-pointer"; arrow.setAttribute("viewBox", "0 0 24 32");
  line.setAttribute("d", "M2 2v24l6-6 4 10 5-2-4-9h9z"); line.setAttribute("fill", "#000");
  line.setAttribute("stroke", "#fff"); line.setAttribute("stroke-width", "2"); arrow.append(line);
  Object.assign(arrow.style, {position: "fixed", zIndex: "99", width: "30px", height: "40px", maxWidth: "none",
    left: `${box.left + Math.min(box.width / 2, 120)}px`, top: `${box.top + box.height / 2}px`});
  (element.closest("dialog") ?? document.body).append(arrow);
}"""
"""Frames an element and puts a pointer on it, over a dialog too."""
_LOCAL = """() => {
  const two = {day: "2-digit", month: "2-digit"};
  for (const field of document.querySelectorAll("input[type=date], input[type=time]")) {
    Object.assign(field.dataset, {filmType: field.type, filmValue: field.value});
    const day = field.type === "date" ? new Date(field.value) : new Date(`2026-01-01T${field.value}`);
    field.type = "text";
    if (isNaN(day)) continue;
    field.value = field.dataset.filmType === "date"
      ? day.toLocaleDateString(navigator.language, {...two, year: "numeric"})
      : day.toLocaleTimeString(navigator.language, {hour: "2-digit", minute: "2-digit"});
  }
}"""
_NATIVE = """() => {
  for (const field of document.querySelectorAll("[data-film-type]")) {
    field.type = field.dataset.filmType;
    field.value = field.dataset.filmValue;
    delete field.dataset.filmType;
    delete field.dataset.filmValue;
  }
}"""
"""Days and times as a browser in the film's language writes them: the one that films may know English alone."""
_LINE = 34
"""Letters of a title that fit beside each other on a poster."""
_POSTER = """<body style="margin:0;background:#083c44;color:#fff;font:600 46px/1.15 'IBM Plex Sans',sans-serif">
<p style="margin:40px 48px 0;max-width:16em">{title}</p>
<img src="{picture}" style="position:fixed;left:150px;top:{top}px;width:762px;border-radius:10px 10px 0 0"></body>"""
"""What stands for a film before it runs: its title over its first picture."""


class Scene(Strict):
    """A stretch of film with one caption."""

    seconds: Annotated[Whole, Field(ge=1, le=60)]
    """How long it lasts."""
    say: Text
    """The caption: what is done, in words."""
    chapter: Title | None = None
    """The chapter that starts here."""
    do: tuple[Action, ...] = ()
    """What happens, in order."""


class Story(Strict):
    """A storyboard."""

    scenes: Annotated[tuple[Scene, ...], Field(min_length=1)]
    """Its scenes."""


class Still(Shot):
    """A still picture that no guide describes."""

    file: Text
    """Where it goes, relative to the content folder."""


@dataclass
class _Film:
    """Frames with the seconds that each is shown."""

    folder: Path
    frames: list[tuple[Path, float]] = field(default_factory=list)

    def add(self, page: Page, seconds: float) -> None:
        path = self.folder / f"{len(self.frames):05}.png"
        page.evaluate(_LOCAL)
        page.screenshot(path=path)
        page.evaluate(_NATIVE)
        self.frames.append((path, seconds))

    @property
    def seconds(self) -> float:
        return sum(seconds for _, seconds in self.frames)


def read_story(path: Path) -> Story:
    """A storyboard file. HubError when it is not one."""
    return _read(path, TypeAdapter(Story))


def read_stills(path: Path) -> tuple[Still, ...]:
    """A list of still pictures. HubError when it is not one."""
    return _read(path, TypeAdapter(tuple[Still, ...]))


def film(page: Page, site: str, story: Story, *, title: str, output: Path) -> None:
    """Plays a story on a page and writes `output`.mp4, .jpg (the poster) and .da.vtt beside each other."""
    page.set_viewport_size(_SIZE)
    with tempfile.TemporaryDirectory() as folder:
        reel = _Film(Path(folder))
        captions = []
        openings = []
        for scene in story.scenes:
            start = reel.seconds
            for action in scene.do:
                _play(page, site, action, reel)
            rest = scene.seconds - (reel.seconds - start)
            if rest < 0.5:
                raise HubError(
                    "The scene “{say}” is too short for what it does.", "Give it more seconds.", say=scene.say
                )
            reel.add(page, rest)
            captions.append((start, reel.seconds, scene.say))
            openings.append(reel.frames[-1][0])
        _encode(reel, output.with_suffix(".mp4"))
        _poster(page, title, openings[0], output.with_suffix(".jpg"))
    output.with_suffix(".da.vtt").write_text(_webvtt(captions), "utf-8")


def photograph(page: Page, site: str, still: Still, *, content: Path) -> None:
    """Takes one picture."""
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(color_scheme=still.scheme)
    go(page, site + still.page, still.page)
    for action in still.actions:
        act(page, site, action)
    page.wait_for_timeout(300)
    target = inside(content, still.file)
    target.parent.mkdir(parents=True, exist_ok=True)
    (page.locator(still.element).first if still.element else page).screenshot(path=target)


def _play(page: Page, site: str, action: Action, reel: _Film) -> None:
    """Does one thing as a person would: points first, and types letter by letter."""
    if action.click:
        _point(page, page.locator(action.click).first, reel)
    for letter in action.type or "":
        page.keyboard.type(letter)
        reel.add(page, _TYPING)
    if action.type:
        page.wait_for_timeout(800)
    act(page, site, action.model_copy(update={"type": None}))
    if action.show:
        page.locator(action.show).first.evaluate(
            "(element, above) => scrollBy({top: element.getBoundingClientRect().top - above, behavior: 'instant'})",
            _ABOVE,
        )


def _point(page: Page, target: Locator, reel: _Film) -> None:
    target.scroll_into_view_if_needed()
    target.evaluate(_POINT)
    reel.add(page, _POINTING)
    target.evaluate("element => { element.style.outline = ''; element.style.outlineOffset = '' }")
    page.locator("#film-pointer").evaluate("pointer => pointer.remove()")


def _encode(reel: _Film, output: Path) -> None:
    import imageio_ffmpeg

    listing = reel.folder / "frames.txt"
    lines = [f"file '{path.name}'\nduration {seconds:.3f}" for path, seconds in reel.frames]
    listing.write_text("\n".join([*lines, f"file '{reel.frames[-1][0].name}'"]) + "\n", "utf-8")
    output.parent.mkdir(parents=True, exist_ok=True)
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-loglevel", "error", "-f", "concat", "-i", str(listing),
        "-vf", "fps=10,format=yuv420p", "-c:v", "libx264", "-preset", "slow", "-crf", "30", "-tune", "stillimage",
        "-movflags", "+faststart", "-map_metadata", "-1", "-fflags", "+bitexact", "-threads", "1",
        "-t", f"{reel.seconds:.3f}", str(output.absolute()),
    ]  # fmt: skip
    subprocess.run(command, check=True, cwd=reel.folder)


def _poster(page: Page, title: str, first: Path, output: Path) -> None:
    card = page.context.new_page()
    card.set_viewport_size(_SIZE)
    picture = f"data:image/png;base64,{b64encode(first.read_bytes()).decode()}"
    lines = 1 if len(title) < _LINE else 2
    card.set_content(_POSTER.format(title=escape(title), picture=picture, top=70 + 60 * lines))
    card.locator("img").evaluate("picture => picture.decode()")
    card.screenshot(path=output, type="jpeg", quality=78)
    card.close()


def _webvtt(captions: Sequence[tuple[float, float, str]]) -> str:
    def blocks() -> Iterator[str]:
        yield "WEBVTT\n"
        for start, end, text in captions:
            yield f"{_stamp(start)} --> {_stamp(end)}\n{text}\n"

    return "\n".join(blocks())


def _stamp(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def _read(path: Path, adapter: TypeAdapter[T]) -> T:
    try:
        return adapter.validate_python(yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise HubError(
            "The storyboard {path} cannot be read: {why}", "Mend it and try again.", path=path, why=error
        ) from error


def record(content: Path, site: Path, names: Sequence[str]) -> Iterator[Path]:
    """Films the stories of these names (all when none) and takes all pictures; yields each file made."""
    stories = content / "recordings"
    wanted = names or sorted(path.stem for path in stories.glob("*.yml"))
    with shown(site) as address, opened(locale="da-DK") as context:
        page = context.new_page()
        for name in wanted:
            try:
                yield from _recorded(page, address, name, content)
            except GoneError as gone:
                raise HubError(
                    "The storyboard “{name}” needs “{gone}”, which is not there.", "Mend it, and film it again.",
                    name=name, gone=gone.name,
                ) from gone  # fmt: skip


def _recorded(page: Page, address: str, name: str, content: Path) -> Iterator[Path]:
    stories = content / "recordings"
    if name == "pictures":
        for still in read_stills(stories / "pictures.yml"):
            photograph(page, address, still, content=content)
            yield content / still.file
        return
    output = inside(content / "videos", f"{name}.mp4").with_suffix("")
    film(page, address, read_story(stories / f"{name}.yml"), title=_title(output.with_suffix(".yml")), output=output)
    yield output.with_suffix(".mp4")


def _title(document: Path) -> str:
    """What the film is called by its document; its name while there is none."""
    said = yaml.load(document.read_text("utf-8"), Loader=yaml.CBaseLoader) if document.is_file() else None
    return str(said["title"]) if isinstance(said, dict) and "title" in said else document.stem
