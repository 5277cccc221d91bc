"""The desk over a small hub: what people open, write, save and publish, and whom it answers."""

from __future__ import annotations

import http.client
import io
import json
import re
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest
from PIL import Image

from generator.desk.access import Door
from generator.desk.desk import desk_of
from generator.desk.live import for_forms
from generator.desk.server import DeskServer
from generator.preview import preview_of
from tests.hub import ENGLISH_HUB, changed, copied_site

DAY = date(2026, 11, 28)


@dataclass
class Browser:
    """As much of one as the desk needs."""

    root: Path
    port: int
    token: str
    cookie: str = ""

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = {"Cookie": self.cookie, "Origin": f"http://127.0.0.1:{self.port}", **headers}
        connection.request(
            method, path, body.encode("latin-1") if body else None, {name: text for name, text in sent.items() if text}
        )
        answer = connection.getresponse()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read().decode("utf-8", "replace")

    def get(self, path: str) -> str:
        status, _, body = self.ask("GET", f"/hub-edit/{path}")
        assert status == 200, body
        return body

    def form(self, path: str) -> list[tuple[str, str]]:
        """What a browser sends of a form when nobody has changed it."""
        return filled(self.get(path))

    def press(self, path: str, act: str, form: list[tuple[str, str]], **fields: str) -> tuple[int, str]:
        """Sends the form with other values in some fields."""
        pairs = [(name, fields.pop(name.replace(".", "__"), value)) for name, value in form]
        assert not fields, f"no such fields: {fields}"
        status, _, body = self.ask("POST", f"/hub-edit/{path}", urlencode([*pairs, ("act", act)]))
        return status, body

    def file(self, path: str) -> str:
        return (self.root / "content" / path).read_text("utf-8")


_INPUT = re.compile(
    r'<input([^>]*? name="([^"]+)" value="([^"]*)"[^>]*)>'
    r"|<textarea[^>]*? name=\"([^\"]+)\"[^>]*>\n(.*?)</textarea>"
    r"|<select[^>]*? name=\"([^\"]+)\"[^>]*>(.*?)</select>",
    re.DOTALL,
)


def filled(body: str) -> list[tuple[str, str]]:
    found = []
    for rest, name, value, area, text, select, options in _INPUT.findall(body.partition("<form")[2]):
        if select:
            chosen = re.search(r'value="([^"]*)" selected', options)
            found.append((select, unescape(chosen[1]) if chosen else ""))
        elif area:
            found.append((area, unescape(text).replace("\n", "\r\n")))
        elif "checked" in rest or "checkbox" not in rest:
            found.append((name, unescape(value)))
    return [(name, value) for name, value in found if name != "act"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[DeskServer, Path]]:
    root = copied_site(ENGLISH_HUB, tmp_path_factory.mktemp("hub"))
    preview = preview_of(root / "site_config.yml", "127.0.0.1:0", lambda _: None)
    with DeskServer(("127.0.0.1", 0), preview, lambda: None) as started:
        started.answers.desk.today = lambda: DAY
        threading.Thread(target=started.serve_forever, daemon=True).start()
        yield started, root
        started.shutdown()


@pytest.fixture
def browser(server: tuple[DeskServer, Path]) -> Browser:
    """One that has come in by the address that the terminal shows."""
    started, root = server
    found = Browser(root, started.server_address[1], started.door.token)
    status, headers, _ = found.ask("GET", f"/hub-edit/?token={found.token}")
    assert status == 303
    assert "HttpOnly; SameSite=Strict" in headers["set-cookie"]
    found.cookie = headers["set-cookie"].partition(";")[0]
    return found


# Whom it answers


@pytest.mark.parametrize("path", ["/hub-edit/", "/hub-edit/course/rivers", "/", "/courses/rivers/?hub-edit"])
def test_nobody_is_let_in_without_the_cookie(browser: Browser, path: str) -> None:
    for cookie in ("", "hub-edit=", "hub-edit=guess", "other=1", "hub-edit=\xff"):
        status, _, body = browser.ask("GET", path, Cookie=cookie)

        assert (status, "terminal" in body) == (403, True)
        assert browser.ask("POST", path, "act=save:", Cookie=cookie)[0] == 403


def test_a_token_opens_once(browser: Browser) -> None:
    assert browser.ask("GET", f"/hub-edit/?token={browser.token}", Cookie="")[0] == 403
    assert browser.ask("GET", "/hub-edit/?token=guess", Cookie="")[0] == 403
    assert browser.ask("GET", f"/hub-edit/?token={browser.token}")[0] == 303
    door = Door()
    first = door.token

    assert [door.opens(""), door.opens(first), door.opens(first), door.opens(door.token)] == [False, True, False, True]


def test_what_search_does_not_find_is_listed_with_the_way_to_its_form(
    browser: Browser, server: tuple[DeskServer, Path], english_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = server[0].answers.live.shown
    without = browser.ask("GET", "/hub-edit/findable")
    monkeypatch.setattr(shown, "site", english_site)
    monkeypatch.setattr("generator.authoring.findability._is_found", lambda _, item: item.id != "rivers")
    body = browser.get("findable")

    assert (without[0], "There is no built site to search in." in without[2]) == (409, True)
    assert '<a href="/hub-edit/course/rivers">' in body.partition("<h1>")[2]
    assert '<a href="/hub-edit/findable" aria-current="page">' in body


def test_other_hosts_and_other_sites_are_refused(browser: Browser) -> None:
    before = browser.file("courses/rivers.yml")
    body = urlencode([*browser.form("course/rivers"), ("act", "save:")])

    assert browser.ask("GET", "/hub-edit/", Host="evil.example")[0] == 403
    for origin in ("", "null", "http://evil.example", "https://127.0.0.1", "http://127.0.0.1:1"):
        assert browser.ask("POST", "/hub-edit/course/rivers", body, Origin=origin)[0] == 403, origin
    assert browser.file("courses/rivers.yml") == before


@pytest.mark.parametrize(
    "path",
    ["course/..%2F..%2Fsite_config", "course/../../site_config", "course/a%00b", "course/", "vocabulary/levels",
     "new/x", "desk.py", "fonts/../desk.css", "course/" + "a" * 300],
)  # fmt: skip
def test_nothing_leads_out_of_the_content(browser: Browser, path: str) -> None:
    assert browser.ask("GET", f"/hub-edit/{path}")[0] == 404
    status, _, _ = browser.ask("POST", f"/hub-edit/{path}", "act=save:&base=x&title=gone")
    assert status in (404, 409)


def test_pages_of_the_desk_run_no_script_but_their_own(browser: Browser) -> None:
    _, headers, body = browser.ask("GET", "/hub-edit/course/rivers")

    assert "unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert not re.search(r"<script(?! type=\"module\" src=)|\son\w+=|style=", body)


def test_a_hub_is_read_anew_when_a_file_of_it_goes_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    desk, found = desk_of(ENGLISH_HUB / "site_config.yml"), object()
    came = iter([FileNotFoundError("a.png"), FileNotFoundError("b.png"), found])

    def check(*_: object, **__: object) -> object:
        one = next(came)
        if isinstance(one, FileNotFoundError):
            raise one
        return one

    monkeypatch.setattr("generator.desk.desk.check_content", check)

    assert desk.checked() is found
    assert desk.checked() is found


def test_a_body_that_is_too_large_is_refused(browser: Browser) -> None:
    assert browser.ask("POST", "/hub-edit/course/rivers", "", **{"Content-Length": "99999999"})[0] == 413


# What people do


def test_saving_a_form_that_nobody_changed_changes_no_byte(browser: Browser) -> None:
    for kind, file in (
        ("course", "courses/rivers"), ("guide", "guides/find-a-course"), ("event", "events/harbour-cafe"),
        ("plan", "plans/rollout"), ("school", "schools/north"), ("training", "training/harbour"),
        ("case", "cases/list-is-empty"), ("news", "news/river-week"), ("video", "videos/tour"),
        ("digest", "digests/2026-w37"),
    ):  # fmt: skip
        before = browser.file(f"{file}.yml")
        path = f"{kind}/{file.rpartition('/')[2]}"

        assert browser.press(path, "save:", browser.form(path))[0] == 303, file
        assert browser.file(f"{file}.yml") == before


def test_a_mistake_stands_at_its_field_and_nothing_is_written(browser: Browser) -> None:
    before = browser.file("guides/find-a-course.yml")
    form = browser.form("guide/find-a-course")
    status, body = browser.press("guide/find-a-course", "save:", form, minutes="many", steps__1__action="")

    assert status == 200
    assert '<a href="#f-minutes">Minutes: “many” is not a whole number.</a>' in body
    assert re.search(r'id="f-minutes"[^>]* aria-describedby="f-minutes-help f-minutes-told" aria-invalid="true"', body)
    assert '<a href="#f-steps-1-action">Step 2: “Action” is missing.</a>' in body
    assert browser.file("guides/find-a-course.yml") == before


def test_from_a_title_to_a_published_page(browser: Browser, server: tuple[DeskServer, Path]) -> None:
    is_new = server[0].answers.desk.is_new
    assert "<h1>New news item</h1>" in browser.get("new/news")
    status, headers, _ = browser.ask("POST", "/hub-edit/new/news", "title=Floods+in+the+valley%21")
    assert (status, headers["location"]) == (303, "/hub-edit/news/floods-in-the-valley?done=begun")
    path = "news/floods-in-the-valley"
    assert "date: 2026-11-28\n" in browser.file("news/floods-in-the-valley.yml").replace('"', "")
    form = browser.form(path)
    assert is_new(dict(form)["base"])
    status, body = browser.press(path, "publish:", form)
    assert (status, 'role="alert"' in body) == (200, True)
    assert "status: draft" in browser.file("news/floods-in-the-valley.yml")

    extra = [("audience", "teacher")]
    status, body = browser.press(
        path, "publish:", [*form, *extra], summary="Water.", date="2026-11-27", body="It rose.\r\n\r\nIt fell."
    )
    text = browser.file("news/floods-in-the-valley.yml")

    assert status == 303, body
    assert text.startswith("# yaml-language-server: ")
    assert "status: published\npublished: 2026-11-28\nupdated: 2026-11-28\n" in text
    assert "body: |-\n  It rose.\n\n  It fell.\n" in text
    assert "Floods in the valley!" in browser.get("?kind=news")
    assert not is_new(dict(browser.form(path))["base"])


def test_a_draft_says_nothing_of_keys_to_those_who_write_in_forms() -> None:
    page = b'<p data-hub-desk="news/a">or in a.yml</p><dt>Title <code data-hub-key>title</code></dt><code>b</code>'
    assert for_forms(page) == b"<dt>Title</dt><code>b</code>"
    assert for_forms(page, b'<a href="\\1">') == b'<a href="news/a"><dt>Title</dt><code>b</code>'


def test_what_cannot_be_published_yet_is_saved(browser: Browser) -> None:
    assert browser.press("new/news", "new:", [("title", "Ebb tide")])[0] == 303
    form = browser.form("news/ebb-tide")
    status, body = browser.press("news/ebb-tide", "publish:", form, body="It went out.")
    text = browser.file("news/ebb-tide.yml")

    assert (status, 'role="alert"' in body, " data-written>" in body) == (200, True, True)
    assert "status: draft\n" in text
    assert "body: It went out.\n" in text
    assert "The draft is saved, but it is not published yet." in body
    assert browser.press("news/ebb-tide", "save:", filled(body), title="Low tide")[0] == 303
    assert (
        " data-written>"
        not in browser.press("guide/find-a-course", "save:", browser.form("guide/find-a-course"), title="")[1]
    )


def test_a_form_is_known_again_when_the_program_is_started_anew(
    browser: Browser, server: tuple[DeskServer, Path]
) -> None:
    form = browser.form("event/harbour-cafe")
    server[0].answers.desk._opened.clear()

    assert browser.press("event/harbour-cafe", "save:", form, title="Harbour breakfast")[0] == 303
    assert "Harbour breakfast" in browser.file("events/harbour-cafe.yml")
    server[0].answers.desk._opened.clear()
    assert browser.press("event/harbour-cafe", "save:", form)[0] == 409


def test_what_came_meanwhile_is_kept_and_what_collides_is_told(browser: Browser) -> None:
    path, file = "case/list-is-empty", browser.root / "content/cases/list-is-empty.yml"
    form = browser.form(path)
    title = dict(form)["title"]
    changed(file, lambda text: "# somebody else was here\n" + text.replace(dict(form)["summary"], "Another summary."))

    assert browser.press(path, "save:", form, title="The list is bare")[0] == 303
    text = browser.file("cases/list-is-empty.yml")
    assert text.startswith("# somebody else was here\n")
    assert "title: The list is bare\n" in text
    assert "summary: Another summary.\n" in text

    status, body = browser.press(path, "save:", form, title="Nothing in the list")
    assert status == 200
    assert "to “The list is bare”. Here stands what you wrote." in unescape(body)
    assert browser.file("cases/list-is-empty.yml") == text
    again = filled(body)
    assert dict(again)["title"] == "Nothing in the list"
    assert browser.press(path, "save:", again)[0] == 303
    assert "title: Nothing in the list\n" in browser.file("cases/list-is-empty.yml")
    assert title != "Nothing in the list"


def test_a_file_that_cannot_be_read_is_shown_with_its_mistake(browser: Browser) -> None:
    file = browser.root / "content/guides/broken.yml"
    file.write_text("title: [a\n", "utf-8")
    status, _, body = browser.ask("GET", "/hub-edit/guide/broken")
    listed = browser.get("?show=mistakes")
    file.unlink()

    assert status == 409
    assert "content/guides/broken.yml:1" in body
    assert 'href="/hub-edit/guide/broken"' in listed


def test_the_list_finds_by_words_and_says_when_there_is_nothing(browser: Browser) -> None:
    assert "course/rivers" in browser.get("?q=river&kind=course")
    assert "There are no drafts." in browser.get("?show=drafts&q=zzz")


# Files


def sent(browser: Browser, name: str, content: bytes, field: str = "steps.0.image.file") -> tuple[int, dict[str, str]]:
    connection = http.client.HTTPConnection("127.0.0.1", browser.port, timeout=60)
    path = f"/hub-edit/file/guide/find-a-course?{urlencode({'field': field, 'name': name})}"
    headers = {"Cookie": browser.cookie, "Origin": f"http://127.0.0.1:{browser.port}"}
    connection.request("POST", path, content, headers)
    answer = connection.getresponse()
    body = answer.read()
    return answer.status, json.loads(body) if answer.status in (200, 422) else {}


def drawn(form: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (30, 20), "teal").save(made, form)
    return made.getvalue()


def test_a_picture_is_made_anew_beside_the_document_and_shown(browser: Browser) -> None:
    photo = drawn("JPEG")
    name = "pictures/find-a-course-broen-oest.jpg"

    assert sent(browser, "../../Broen øst.JPG", photo) == (200, {"file": name})
    assert sent(browser, "Broen øst.jpg", photo) == (200, {"file": name})
    assert sent(browser, "broen-øst.png", drawn("PNG")) == (200, {"file": "pictures/find-a-course-broen-oest.png"})
    status, headers, _ = browser.ask("GET", f"/hub-edit/file/guide/{name}")
    assert (status, headers["content-type"]) == (200, "image/jpeg")
    # The page beside the form shows it before the site is built again.
    assert browser.ask("GET", f"/guides/files/{name}")[1]["content-type"] == "image/jpeg"
    # So do its smaller copies, for which it stands until they are made.
    for width, kind in (("800", "image/jpeg"), ("x", "text/html; charset=utf-8")):
        assert browser.ask("GET", f"/guides/files/{name}.{width}.webp")[1]["content-type"] == kind
    assert browser.ask("GET", "/guides/files/pictures/not-there.jpg.800.webp")[0] == 404
    assert browser.ask("GET", "/guides/files/../../site_config.yml")[0] == 404
    assert browser.ask("GET", "/hub-edit/file/guide/../../site_config.yml")[0] == 404
    assert browser.ask("GET", "/hub-edit/file/guide/find-a-course.yml")[0] == 404


def test_a_file_that_nothing_names_is_removed_when_its_document_is_saved(browser: Browser) -> None:
    folder = browser.root / "content/guides/pictures"
    mine = folder / "find-a-course-left-out.png"
    named = folder / "find-a-course-named.png"
    made = io.BytesIO()
    Image.new("RGB", (31, 21), "olive").save(made, "PNG")
    assert sent(browser, "left out.png", made.getvalue())[0] == 200
    assert sent(browser, "named.png", drawn("PNG") + b"other")[0] == 200
    other = browser.root / "content/notes.md"
    other.write_text("![Named](guides/pictures/find-a-course-named.png)", "utf-8")
    theirs = {*folder.iterdir()} - {mine}

    assert mine.exists()
    assert browser.press("guide/find-a-course", "save:", browser.form("guide/find-a-course"))[0] == 303
    other.unlink()
    assert not mine.exists()
    assert named in theirs


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("IMG_1.HEIC", b"\0\0\0\x18ftypheic" + bytes(30), "HEIC"),
        ("IMG_1.jpg", b"\0\0\0\x18ftypmif1" + bytes(30), "HEIC"),
        ("IMG_2.MOV", b"\0\0\0\x14ftypqt  " + bytes(30), "film"),
        ("a.png", b"GIF89a" + bytes(30), "no picture"),
        ("a.jpg", b"", "no picture"),
        ("a.svg", b"<svg/>", "cannot be used"),
        ("a.exe", b"MZ", "cannot be used"),
    ],
)
def test_what_cannot_be_used_is_told_with_what_to_do(browser: Browser, name: str, content: bytes, told: str) -> None:
    status, said = sent(browser, name, content)

    assert status == 422
    assert told in said["told"]


def test_a_file_goes_where_a_field_asks_for_one_and_nowhere_else(browser: Browser, tmp_path: Path) -> None:
    assert sent(browser, "a.jpg", drawn("JPEG"), "title")[0] == 404
    assert sent(browser, "a.jpg", drawn("JPEG"), "steps.0.image.alt")[0] == 404
    folder = browser.root / "content/news/pictures"
    folder.symlink_to(tmp_path, target_is_directory=True)
    path = f"/hub-edit/file/news/river-week?{urlencode({'field': 'picture.file', 'name': 'a.jpg'})}"
    status, _, _ = browser.ask("POST", path, drawn("JPEG").decode("latin-1"))
    folder.unlink()

    assert status == 422
    assert list(tmp_path.iterdir()) == []


def cropped(browser: Browser, file: str, field: str = "steps.0.image.file", **edges: str) -> tuple[int, str]:
    posted = {"field": field, "file": file, "left": "0", "top": "0", "right": "0", "bottom": "0", **edges}
    status, _, body = browser.ask("POST", "/hub-edit/crop/guide/find-a-course", urlencode(posted))
    return status, json.loads(body)["file" if status == 200 else "told"] if status in (200, 422) else ""


def test_a_picture_is_cropped_upright_and_what_was_cut_off_is_gone_when_it_is_saved(browser: Browser) -> None:
    made = io.BytesIO()
    lying = Image.new("RGB", (60, 40), "navy")
    exif = lying.getexif()
    exif[0x0112] = 6
    lying.paste("red", (0, 0, 60, 20))  # the right half, once it stands
    lying.save(made, "JPEG", exif=exif, quality=100)
    name = "pictures/find-a-course-by-hand.jpg"
    whole = browser.root / "content/guides" / name
    whole.parent.mkdir(exist_ok=True)
    whole.write_bytes(made.getvalue())

    assert cropped(browser, name, left="50", top="10", bottom="20.5") == (200, name.replace(".jpg", "-2.jpg"))
    left = browser.root / "content/guides/pictures/find-a-course-by-hand-2.jpg"
    with Image.open(left) as picture:
        pixel = picture.getpixel((10, 10))
        assert isinstance(pixel, tuple)
        assert (picture.size, dict(picture.getexif()), pixel[0] > 200, pixel[2] < 60) == ((20, 42), {}, True, True)
    form = [(key, f"pictures/{left.name}" if key == "steps.0.image.file" else said) for key, said in browser.form(
        "guide/find-a-course")]  # fmt: skip
    assert browser.press("guide/find-a-course", "save:", form)[0] == 303
    assert (whole.exists(), left.exists()) == (False, True)


@pytest.mark.parametrize(
    ("file", "edges", "told"),
    [
        ("list.png", {"left": "60", "right": "40"}, "So little"),
        ("list.png", {"top": "-1"}, "So little"),
        ("list.png", {"top": "nan"}, "So little"),
        ("list.png", {"top": "a lot"}, "So little"),
        ("gone.png", {"top": "10"}, "no picture"),
        ("find-a-course.yml", {"top": "10"}, "no picture"),
        ("../../site_config.png", {"top": "10"}, "not a file"),
        ("a\0.png", {"top": "10"}, "no picture"),
    ],
)
def test_what_cannot_be_cropped_is_told(browser: Browser, file: str, edges: dict[str, str], told: str) -> None:
    status, said = cropped(browser, file, **edges)

    assert (status, told in said) == (422, True), said
    assert cropped(browser, file, "title", **edges)[0] == 404


# Deleting


def test_a_document_is_deleted_when_who_names_it_is_known_and_git_is_asked(browser: Browser) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=Hub", "-c", "user.email=hub@example.org")
        subprocess.run(["git", *who, *words], cwd=browser.root, check=True, capture_output=True)

    assert browser.press("new/news", "new:", [("title", "To be deleted")])[0] == 303
    path = browser.root / "content/news/to-be-deleted.yml"
    asked = browser.get("delete/news/to-be-deleted")
    assert "Nothing else on the hub names it." in asked
    assert "No copy of it is kept" in asked
    assert "Make it a draft" not in asked
    git("init", "-q")
    git("add", "content/news")
    git("commit", "-qm", "News")
    assert "It can be brought back as it was on " in browser.get("delete/news/to-be-deleted")

    form = browser.form("delete/news/to-be-deleted")
    changed(path, lambda text: f"{text}# meanwhile\n")
    assert browser.press("delete/news/to-be-deleted", "delete:", form)[0] == 409
    assert path.exists()
    status, body = browser.press("delete/news/to-be-deleted", "delete:", browser.form("delete/news/to-be-deleted"))

    assert (status, "It is deleted" in body, path.exists()) == (200, True, False)
    assert browser.ask("GET", "/hub-edit/delete/news/to-be-deleted")[0] == 404
    assert browser.ask("GET", "/hub-edit/delete/news/..%2f..%2fsite_config")[0] == 404


def test_a_published_document_is_made_a_draft_with_what_its_form_says(browser: Browser) -> None:
    assert browser.press("new/news", "new:", [("title", "Off the hub")])[0] == 303
    path = "news/off-the-hub"
    assert 'value="draft:"' not in browser.get(path)
    form = [*browser.form(path), ("audience", "teacher")]
    said = {"summary": "Water.", "date": "2026-11-27", "body": "It rose."}
    assert browser.press(path, "publish:", form, **said)[0] == 303
    assert ">Make it a draft</button>" in browser.get(path)
    assert "press “Make it a draft” under its form" in browser.get(f"delete/{path}")

    sent = urlencode(
        [*((name, "" if name == "body" else value) for name, value in browser.form(path)), ("act", "draft:")]
    )
    status, headers, _ = browser.ask("POST", f"/hub-edit/{path}", sent)

    assert (status, headers["location"]) == (303, f"/hub-edit/{path}?done=withdrawn")
    text = browser.file(f"{path}.yml")
    assert "status: draft\n" in text
    assert "It rose." not in text
    assert "It is a draft now." in browser.get(f"{path}?done=withdrawn")


def test_who_names_a_document_is_said_with_the_way_to_it(browser: Browser) -> None:
    asked = browser.get("delete/guide/find-a-course")

    assert "The hub cannot be built until they name it no more." in asked
    assert re.findall(r'<li><a href="/hub-edit/([^"]+)">', asked.partition("hub-form-summary")[2]) != []
