"""Films and photographs the running site from storyboards, so that guides and videos always show what is there."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
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
    from playwright.sync_api import Locator, Page

T = TypeVar("T")

_TYPING = 0.12
"""Seconds between typed letters."""
_POINTING = 1.0
"""Seconds that a frame is shown round what is about to be clicked."""


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
        page.screenshot(path=path)
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


def film(page: Page, site: str, story: Story, *, output: Path) -> None:
    """Plays a story on a page and writes `output`.mp4, .jpg (the poster) and .da.vtt beside each other."""
    with tempfile.TemporaryDirectory() as folder:
        reel = _Film(Path(folder))
        captions = []
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
        _encode(reel, output.with_suffix(".mp4"))
        _poster(reel, output.with_suffix(".jpg"))
    output.with_suffix(".da.vtt").write_text(_webvtt(captions), "utf-8")


def photograph(page: Page, site: str, still: Still, *, content: Path) -> None:
    """Takes one picture."""
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


def _point(page: Page, target: Locator, reel: _Film) -> None:
    target.scroll_into_view_if_needed()
    target.evaluate("element => { element.style.outline = '4px solid #d0021b'; element.style.outlineOffset = '3px' }")
    reel.add(page, _POINTING)
    target.evaluate("element => { element.style.outline = ''; element.style.outlineOffset = '' }")


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


def _poster(reel: _Film, output: Path) -> None:
    from PIL import Image

    with Image.open(reel.frames[len(reel.frames) // 2][0]) as picture:
        picture.convert("RGB").resize((960, 540)).save(output, quality=72, optimize=True)


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
    film(page, address, read_story(stories / f"{name}.yml"), output=output)
    yield output.with_suffix(".mp4")
