"""`hub publish` makes another place as the site is: only what changed, pages last, and what is gone is taken away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from click.testing import CliRunner
from moto.server import ThreadedMotoServer

from generator.build.marker import MARKER
from generator.cli import main
from generator.problems.problem import HubError
from generator.publish.object_store import MANIFEST, upload

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
    assert sorted(f"skole/{path}" for path in (*manifest, MANIFEST)) == sorted(keys)
