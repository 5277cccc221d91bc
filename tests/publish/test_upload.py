"""`hub publish` makes another place as the site is: only what changed, pages last, and what is gone is taken away."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import boto3
import pytest
import s3fs
from click.testing import CliRunner
from moto.server import ThreadedMotoServer

from generator.build.marker import MARKER, write_marker
from generator.cli import main
from generator.problems.problem import HubError
from generator.publish.manifest import MANIFEST, PREVIOUS
from generator.publish.upload import upload

FILES = {
    MARKER: "", "index.html": "<h1>Æ</h1>", "courses/a/index.html": "a", "assets/hub.css": "b{}", "sitemap.xml": "<x/>",
    "search/words/0123456789.bin": "1", "videos/files/a.da.vtt": "WEBVTT",
}  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


def done(site: Path, target: str) -> list[str]:
    return [f"{'-' if change.gone else '+'}{change.path}" for change in upload(site, target)]


def there(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in folder.rglob("*") if file.is_file()
    }


def test_everything_is_put_there_and_pages_come_after_what_they_need(site: Path, tmp_path: Path) -> None:
    steps = done(site, str(tmp_path / "www"))
    files = there(tmp_path / "www")

    assert steps == [
        "+assets/hub.css", "+search/words/0123456789.bin", "+videos/files/a.da.vtt",
        "+courses/a/index.html", "+index.html", "+sitemap.xml",
    ]  # fmt: skip
    assert files.pop(MANIFEST)
    assert files.pop(PREVIOUS)
    assert files == {path: text for path, text in FILES.items() if path != MARKER}


def test_only_what_changed_goes_and_what_is_gone_is_taken_away(site: Path, tmp_path: Path) -> None:
    target = str(tmp_path / "www")
    done(site, target)
    (tmp_path / "www/of-others.txt").write_text("stays", "utf-8")
    (site / "index.html").write_text("new", "utf-8")
    (site / "courses/a/index.html").unlink()

    assert done(site, target) == ["+index.html", "-courses/a/index.html"]
    assert done(site, target) == []
    assert (tmp_path / "www/of-others.txt").read_text("utf-8") == "stays"


def test_an_interrupted_upload_goes_on_where_it_stopped(site: Path, tmp_path: Path) -> None:
    target = str(tmp_path / "www")
    steps = upload(site, target)
    first = [next(steps).path, next(steps).path]
    steps.close()  # type: ignore[attr-defined]  # a generator

    assert first == ["assets/hub.css", "search/words/0123456789.bin"]
    assert done(site, target)[0] == "+videos/files/a.da.vtt"


def test_a_manifest_that_was_cut_off_is_not_trusted(site: Path, tmp_path: Path) -> None:
    target = str(tmp_path / "www")
    done(site, target)
    (tmp_path / "www" / MANIFEST).write_text('{"index.html": "', "utf-8")

    assert len(done(site, target)) == 6


def killed(site: Path, target: str, *, after: int) -> None:
    """An upload that ends without another word, as `kill -9` ends it."""
    if pid := os.fork():
        os.waitpid(pid, 0)
        return
    for number, _ in enumerate(upload(site, target), 1):
        if number == after:
            os._exit(9)
    os._exit(0)


@pytest.mark.parametrize("after", [1, 2, 5])
def test_a_first_upload_that_was_killed_goes_on(site: Path, tmp_path: Path, after: int) -> None:
    target = str(tmp_path / "www")
    killed(site, target, after=after)
    (site / "assets/hub.css").unlink()
    done(site, target)

    assert there(tmp_path / "www").keys() - {MANIFEST, PREVIOUS} == FILES.keys() - {MARKER, "assets/hub.css"}
    assert done(site, target) == []


@pytest.mark.parametrize("content", ["", '{"files": {"index.html": "', "null", "[" * 100_000, "\0"])
def test_what_was_withdrawn_is_gone_though_the_manifest_is_damaged(site: Path, tmp_path: Path, content: str) -> None:
    target = str(tmp_path / "www")
    done(site, target)
    (tmp_path / "www" / MANIFEST).write_text(content, "utf-8")
    (site / "courses/a/index.html").unlink()
    done(site, target)

    assert not (tmp_path / "www/courses").exists()


def test_that_nothing_is_known_of_before_is_said(site: Path, tmp_path: Path) -> None:
    done(site, str(tmp_path / "www"))
    for name in (MANIFEST, PREVIOUS):
        (tmp_path / "www" / name).write_text("cut", "utf-8")
    command = ["publish", str(tmp_path / "www"), "--site-dir", str(site), "--language", "en"]
    said = CliRunner().invoke(main, command)

    assert said.exit_code == 0, said.output
    assert "is not known" in said.output
    assert "is not known" not in CliRunner().invoke(main, command).output


HASH = "0" * 64


@pytest.mark.parametrize(
    "path",
    ["../victim", "a/../../victim", "/victim", "..", ".", "", "a//b", "a/./b", "C:/x", "a\\..\\b", "a\nb", MANIFEST],
)
@pytest.mark.parametrize("wrapped", [True, False])
def test_a_manifest_that_leads_outside_is_refused(site: Path, tmp_path: Path, path: str, wrapped: bool) -> None:
    (tmp_path / "victim").write_text("mine", "utf-8")
    files = {path: HASH, "mine": HASH}
    for file, text in {"mine": "mine", MANIFEST: json.dumps({"files": files} if wrapped else files)}.items():
        (tmp_path / "www").mkdir(exist_ok=True)
        (tmp_path / "www" / file).write_text(text, "utf-8")
    before = there(tmp_path / "www")
    with pytest.raises(HubError, match="none of this program's"):
        done(site, str(tmp_path / "www"))

    assert there(tmp_path / "www") == before
    assert (tmp_path / "victim").exists()


def test_what_was_damaged_or_removed_on_the_target_is_put_there_again(site: Path, tmp_path: Path) -> None:
    www = tmp_path / "www"
    done(site, str(www))
    (www / "index.html").write_text("<h1>Ø</h1>", "utf-8")
    (www / "courses/a/index.html").write_bytes(b"")
    (www / "sitemap.xml").unlink()

    assert done(site, str(www)) == ["+courses/a/index.html", "+index.html", "+sitemap.xml"]
    assert done(site, str(www)) == []


def test_nothing_goes_through_a_link_on_the_target(site: Path, tmp_path: Path) -> None:
    www, victim = tmp_path / "www", tmp_path / "victim"
    done(site, str(www))
    victim.write_text("mine", "utf-8")
    (www / "index.html").unlink()
    (www / "index.html").symlink_to("../victim")
    done(site, str(www))

    assert victim.read_text("utf-8") == "mine"
    assert not (www / "index.html").is_symlink()

    shutil.rmtree(www / "courses")
    (tmp_path / "elsewhere/a").mkdir(parents=True)
    (www / "courses").symlink_to("../elsewhere")
    with pytest.raises(HubError, match="is a link"):
        done(site, str(www))
    assert there(tmp_path / "elsewhere") == {}


@pytest.mark.parametrize("place", ["site", "site/sub", ".", "content", "content/out", "x/../content", "link", "file"])
def test_a_target_among_the_sources_is_refused(site: Path, tmp_path: Path, place: str) -> None:
    for name in ("content", "x"):
        (tmp_path / name).mkdir()
    (tmp_path / "link").symlink_to("content")
    target = f"file://{tmp_path}/content" if place == "file" else str(tmp_path / place)
    with pytest.raises(HubError, match="cannot be put in"):
        list(upload(site, target, sources=(tmp_path / "content",)))

    assert there(site).keys() == FILES.keys()


def test_a_site_that_is_not_as_it_was_built_is_not_published(site: Path, tmp_path: Path) -> None:
    write_marker(site)
    done(site, str(tmp_path / "www"))
    (site / "search.bin").write_bytes(b"of others")
    assert done(site, str(tmp_path / "www")) == ["+search.bin"]

    (site / "search/words/0123456789.bin").write_bytes(b"")
    with pytest.raises(HubError, match="as the build left it"):
        done(site, str(tmp_path / "www"))
    assert (tmp_path / "www/search/words/0123456789.bin").read_text("utf-8") == "1"


def test_a_checkout_in_the_site_is_not_published(site: Path, tmp_path: Path) -> None:
    for path in (".git/config", ".well-known/security.txt", "CNAME", ".gitignore"):
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_text("x", "utf-8")
    (site / "linked.html").symlink_to("/etc/hostname")
    done(site, str(tmp_path / "www"))

    assert there(tmp_path / "www").keys() - FILES.keys() - {MANIFEST, PREVIOUS} == {
        ".well-known/security.txt", "CNAME", ".gitignore"
    }  # fmt: skip


def test_a_web_server_can_read_what_was_put_there_whatever_the_umask(site: Path, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        done(site, str(tmp_path / "www"))
    finally:
        os.umask(before)

    modes = {(path.is_dir(), oct(path.stat().st_mode & 0o777)) for path in (tmp_path / "www").rglob("*")}
    assert modes == {(True, "0o755"), (False, "0o644")}


@pytest.mark.parametrize("target", ["data:,x", "reference://x", "jupyter://x", "http://127.0.0.1:9/x", "zip://x::y"])
def test_a_place_that_cannot_be_written_to_is_a_sentence(site: Path, target: str) -> None:
    said = CliRunner().invoke(main, ["publish", target, "--site-dir", str(site), "--language", "da"])

    assert said.exit_code == 2, said.output
    assert "Traceback" not in said.output


@pytest.mark.usefixtures("bucket")
def test_missing_credentials_are_a_sentence(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("HOME", str(site))
    s3fs.S3FileSystem.clear_instance_cache()
    said = CliRunner().invoke(main, ["publish", "s3://hub/x", "--site-dir", str(site), "--language", "da"])

    assert said.exit_code == 2
    assert "adgangsoplysninger" in said.output
    assert "Traceback" not in said.output


@pytest.mark.usefixtures("bucket")
def test_a_bucket_that_is_not_there_is_a_sentence(site: Path) -> None:
    with pytest.raises(HubError, match="cannot be reached"):
        done(site, "s3://no-such-bucket/x")


def test_what_was_damaged_or_removed_in_a_store_is_put_there_again(site: Path, bucket: Any) -> None:
    done(site, "s3://hub")
    bucket.put_object(Bucket="hub", Key="index.html", Body="<h1>Ø</h1>".encode())
    bucket.delete_object(Bucket="hub", Key="sitemap.xml")

    assert done(site, "s3://hub") == ["+index.html", "+sitemap.xml"]
    assert done(site, "s3://hub") == []


def test_a_place_of_others_is_left_alone(site: Path, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www/thesis.txt").write_text("mine", "utf-8")

    with pytest.raises(HubError, match="did not put there"):
        done(site, str(tmp_path / "www"))

    assert there(tmp_path / "www") == {"thesis.txt": "mine"}


@pytest.mark.parametrize("target", ["nowhere://bucket", "s4://x"])
def test_an_address_that_nobody_knows_is_a_sentence(site: Path, target: str) -> None:
    with pytest.raises(HubError, match="cannot be reached"):
        done(site, target)


def test_a_folder_that_was_not_built_is_not_published(tmp_path: Path) -> None:
    with pytest.raises(HubError, match="no built site"):
        done(tmp_path, str(tmp_path / "www"))


def test_the_command_says_what_it_would_do(site: Path, tmp_path: Path) -> None:
    said = CliRunner().invoke(
        main, ["publish", str(tmp_path / "www"), "--site-dir", str(site), "--dry-run", "--language", "en"]
    )

    assert said.exit_code == 0, said.output
    assert "+ index.html\n" in said.output
    assert "6 files would be put on" in said.output
    assert not (tmp_path / "www").exists()


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """An empty bucket on a server that speaks S3."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "eu-north-1",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    urlopen(Request(f"http://{host}:{port}/moto-api/reset", method="POST")).close()  # servers of one process share all
    s3fs.S3FileSystem.clear_instance_cache()
    store = boto3.client("s3")
    store.create_bucket(Bucket="hub", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
    yield store
    server.stop()


def test_an_object_store_gets_types_and_cache_headers(site: Path, bucket: Any) -> None:
    assert len(done(site, "s3://hub/skole")) == 6

    heads = {
        path: bucket.head_object(Bucket="hub", Key=f"skole/{path}")
        for path in ("index.html", "videos/files/a.da.vtt", "search/words/0123456789.bin")
    }

    assert [(head["ContentType"], head["CacheControl"]) for head in heads.values()] == [
        ("text/html; charset=utf-8", "no-cache"),
        ("text/vtt; charset=utf-8", "no-cache"),
        ("application/octet-stream", "public, max-age=31536000, immutable"),
    ]
    assert bucket.get_object(Bucket="hub", Key="skole/index.html")["Body"].read().decode() == "<h1>Æ</h1>"

    (site / "index.html").unlink()

    assert done(site, "s3://hub/skole") == ["-index.html"]

    keys = [one["Key"] for one in bucket.list_objects_v2(Bucket="hub")["Contents"]]
    manifest = json.loads(bucket.get_object(Bucket="hub", Key=f"skole/{MANIFEST}")["Body"].read())

    assert "skole/index.html" not in keys
    assert sorted(f"skole/{path}" for path in (*manifest["files"], MANIFEST, PREVIOUS)) == sorted(keys)
