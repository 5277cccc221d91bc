"""However a hub is edited, the site that `hub build` leaves is the one that a clean build makes."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from generator.kinds import KINDS
from generator.problems.problem import ContentError, HubError
from tests.hub import ROOT
from tests.rebuilt import again, copy, files_of, repaint

SEQUENCES = int(os.environ.get("HUB_SEQUENCES", "2"))
"""How many sequences of changes are tried; each has up to STEPS."""
STEPS = 8

Clean = tuple[list[str] | str | None, dict[str, str]]
"""What stops a clean build, and the files of its site with their hashes."""

WORDS = st.sampled_from(["vand", "å og ø", "bæk", "a: b", "<b>", "{{ 1 }}", "’citat’", "river"])
NUMBERS = st.integers(0, 999)


class Changes(RuleBasedStateMachine):
    """A hub that is edited at random. After each edit it is built over the old site, and clean beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.root = copy(Path(self.folder.name) / "hub")
        self.removed: dict[Path, bytes] = {}
        self.clean: dict[tuple[tuple[str, str], ...], Clean] = {}

    def teardown(self) -> None:
        self.folder.cleanup()

    def documents(self) -> list[Path]:
        content = self.root / "content"
        return sorted(file for kind in KINDS for file in (content / kind.folder).glob("*.yml"))

    def pick(self, number: int) -> Path:
        documents = self.documents()
        return documents[number % len(documents)]

    @initialize()
    def first(self) -> None:
        again(self.root)

    @rule(number=NUMBERS, word=WORDS)
    def edit_a_document(self, number: int, word: str) -> None:
        file = self.pick(number)
        lines = file.read_text("utf-8").split("\n")
        at = next(at for at, line in enumerate(lines) if line.startswith(("title:", "summary:")))
        lines[at] = f"title: {json.dumps(f'{word} {number}', ensure_ascii=False)}"
        file.write_text("\n".join(lines), "utf-8")

    @rule(number=NUMBERS, word=WORDS)
    def edit_a_text(self, number: int, word: str) -> None:
        """Somewhere in the midst of a document: nothing that lists show."""
        file = self.pick(number)
        lines = file.read_text("utf-8").split("\n")
        texts = [
            at for at, line in enumerate(lines) if re.match(r" +-? ?(text|action|measure|post): [^|>&*!{\[]", line)
        ]
        if texts:
            at = texts[number % len(texts)]
            lines[at] = f"{lines[at].partition(': ')[0]}: {json.dumps(f'{word} river {number}', ensure_ascii=False)}"
            file.write_text("\n".join(lines), "utf-8")

    @rule(number=NUMBERS, state=st.sampled_from(["open", "closed"]), weight=st.sampled_from(["stop", "note"]))
    def change_a_case(self, number: int, state: str, weight: str) -> None:
        """What it touches tells of it, or does not any more; lists warn of what it stops."""
        cases = sorted((self.root / "content/cases").glob("*.yml"))
        if cases:
            file = cases[number % len(cases)]
            text = re.sub(r"^state:.*$", f"state: {state}", file.read_text("utf-8"), flags=re.MULTILINE)
            file.write_text(re.sub(r"^weight:.*$", f"weight: {weight}", text, flags=re.MULTILINE), "utf-8")

    @rule(number=NUMBERS, other=NUMBERS)
    def point_to_another(self, number: int, other: int) -> None:
        source, target = self.pick(number), self.pick(other)
        kind = next(kind.name for kind in KINDS if kind.folder == target.parent.name)
        text = re.sub(r"^see_also:.*\n", "", source.read_text("utf-8"), flags=re.MULTILINE)
        source.write_text(f"{text.rstrip()}\nsee_also: ['{kind}:{target.stem}']\n", "utf-8")

    @rule(number=NUMBERS, school=st.sampled_from(["north", "south"]))
    def tell_how_a_course_went(self, number: int, school: str) -> None:
        """What the school has shared is shown by other courses too."""
        courses = sorted((self.root / "content/courses").glob("*.yml"))
        course = courses[number % len(courses)]
        text = re.sub(r"^experiences:.*\n", "", course.read_text("utf-8"), flags=re.MULTILINE)
        told = f"experiences: [{{school: {school}, date: 2026-10-01, text: Told {number}.}}]"
        course.write_text(f"{text.rstrip()}\n{told}\n", "utf-8")

    @rule(number=NUMBERS, of=st.integers(1, 30))
    def count_at_a_school(self, number: int, of: int) -> None:
        """Few people, or many, or more of them than there are, which stops the build."""
        counted = f"{{criterion: half, as_of: 2026-09-21, reached: {number % 25}, of: {of}, how: Counted, by: teacher}}"
        self.say_of_a_school(number, "observations", f"observations: [{counted}]")

    @rule(number=NUMBERS, level=st.sampled_from(["level-1", "level-2", "level-3"]))
    def rise_at_a_school(self, number: int, level: str) -> None:
        self.say_of_a_school(
            number, "levels", f"levels: [{{subject: english, level: {level}, as_of: 2026-09-21, by: teacher}}]"
        )

    @rule(number=NUMBERS)
    def begin_at_a_school(self, number: int) -> None:
        """A school that has had no file; or one that begins anew."""
        (self.root / "content/schools/south.yml").write_text(
            f"title: South School\nsummary: It begins {number}.\nstatus: published\npublished: 2026-09-01\n"
            "updated: 2026-10-01\ncontact: consultant\nplans: [{of: rollout}]\n", "utf-8",
        )  # fmt: skip

    def say_of_a_school(self, number: int, field: str, line: str) -> None:
        schools = sorted((self.root / "content/schools").glob("*.yml"))
        if schools:
            school = schools[number % len(schools)]
            text = re.sub(rf"^{field}:.*\n([ -].*\n)*", "", school.read_text("utf-8"), flags=re.MULTILINE)
            school.write_text(f"{text.rstrip()}\n{line}\n", "utf-8")

    @rule(number=NUMBERS, day=st.integers(1, 28))
    def move_a_date_of_a_plan(self, number: int, day: int) -> None:
        """The pages of schools that have made the plan their own say by how much they differ from it."""
        plans = sorted((self.root / "content/plans").glob("*.yml"))
        if plans:
            plan = plans[number % len(plans)]
            plan.write_text(re.sub(r"due: 2026-11-..", f"due: 2026-11-{day:02}", plan.read_text("utf-8")), "utf-8")

    @rule(name=st.sampled_from(["The Coast", "The Shore"]))
    def rename_a_district(self, name: str) -> None:
        file = self.root / "content/vocabulary/districts.yml"
        file.write_text(re.sub("name: The (Coast|Shore)", f"name: {name}", file.read_text("utf-8")), "utf-8")

    @rule(number=NUMBERS)
    def use_a_function(self, number: int) -> None:
        """A course or a guide uses the function, or does not any more."""
        file = self.pick(number)
        if file.parent.name in {"courses", "guides"}:
            text = file.read_text("utf-8")
            kept = re.sub(r"^functions:.*\n", "", text, flags=re.MULTILINE)
            file.write_text(kept if kept != text else f"{text.rstrip()}\nfunctions: [feedback]\n", "utf-8")

    @rule(number=NUMBERS, day=st.integers(1, 28))
    def update_a_document(self, number: int, day: int) -> None:
        """The hub's day may move, and back again."""
        file = self.pick(number)
        text = re.sub(r"^updated:.*$", f"updated: 2026-11-{day:02}", file.read_text("utf-8"), flags=re.MULTILINE)
        file.write_text(text, "utf-8")

    @rule(number=NUMBERS)
    def point_to_nothing(self, number: int) -> None:
        file = self.pick(number)
        file.write_text(re.sub(r"^see_also:.*\n", "", file.read_text("utf-8"), flags=re.MULTILINE), "utf-8")

    @rule(number=NUMBERS)
    def adapt_a_course(self, number: int) -> None:
        """A copy of a copy, and perhaps of a course that is gone later."""
        courses = sorted((self.root / "content/courses").glob("*.yml"))
        source = courses[number % len(courses)]
        text = re.sub(r"^based_on:\n(  .*\n)*", "", source.read_text("utf-8"), flags=re.MULTILINE)
        based = f"based_on: {{course: {source.stem}, title: T, version: '1', creator: C, licence: CC-BY-4.0}}\n"
        source.with_name(f"adapted-{number}.yml").write_text(f"{text.rstrip()}\n{based}", "utf-8")

    @rule(number=NUMBERS)
    def spoil_a_document(self, number: int) -> None:
        """The next rule may mend it, or the hub stays broken."""
        file = self.pick(number)
        self.removed.setdefault(file, file.read_bytes())
        file.write_bytes(file.read_bytes() + b"\nnot yaml")

    @rule(number=NUMBERS)
    def add_a_document(self, number: int) -> None:
        file = self.pick(number)
        if file.parent.name != "digests":  # a mail is named after its week
            file.with_name(f"added-{number}.yml").write_bytes(file.read_bytes())

    @rule(number=NUMBERS)
    @precondition(lambda self: len(self.documents()) > 2)
    def remove_a_document(self, number: int) -> None:
        file = self.pick(number)
        self.removed.setdefault(file, file.read_bytes())
        file.unlink()

    @rule(number=NUMBERS)
    def rename_a_document(self, number: int) -> None:
        file = self.pick(number)
        if file.parent.name != "digests":
            file.rename(file.with_name(f"renamed-{number}.yml"))

    @rule()
    @precondition(lambda self: self.removed)
    def mend_what_is_missing(self) -> None:
        for file, content in self.removed.items():
            file.write_bytes(content)
        self.removed.clear()

    @rule(word=WORDS)
    def edit_a_vocabulary(self, word: str) -> None:
        file = self.root / "content/vocabulary/subjects.yml"
        named = re.sub("name: [^,]*", lambda _: f"name: {json.dumps(word)}", file.read_text("utf-8"), count=1)
        file.write_text(named, "utf-8")

    @rule(word=WORDS, number=NUMBERS)
    def edit_the_synonyms(self, word: str, number: int) -> None:
        with (self.root / "content/vocabulary/synonyms.yml").open("a", encoding="utf-8") as end:
            end.write(f"  - {{words: [{json.dumps(word)}, word{number}]}}\n")

    @rule(number=NUMBERS)
    def edit_a_template(self, number: int) -> None:
        own = self.root / "templates/guide/page.html"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text((ROOT / "templates/guide/page.html").read_text("utf-8") + f"<!-- {number} -->", "utf-8")

    @rule(number=NUMBERS)
    def edit_a_style(self, number: int) -> None:
        own = self.root / "templates/assets/own.css"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(f"main{{order:{number}}}", "utf-8")

    @rule()
    def take_the_templates_back(self) -> None:
        shutil.rmtree(self.root / "templates", ignore_errors=True)

    @rule(word=WORDS)
    def edit_the_configuration(self, word: str) -> None:
        lines = (self.root / "site_config.yml").read_text("utf-8").split("\n")
        named = [f"site_name: {json.dumps(word)}" if line.startswith("site_name:") else line for line in lines]
        (self.root / "site_config.yml").write_text("\n".join(named), "utf-8")

    @rule(word=WORDS)
    def edit_a_markdown_page(self, word: str) -> None:
        with (self.root / "content/pages/about.md").open("a", encoding="utf-8") as end:
            end.write(f"\n{word}\n")

    @rule(word=WORDS)
    def edit_the_captions(self, word: str) -> None:
        file = self.root / "content/videos/tour.vtt"
        lines = file.read_text("utf-8").rstrip().split("\n")
        file.write_text("\n".join([*lines[:-1], f"{word} river"]), "utf-8")

    @rule(number=NUMBERS)
    def repaint_a_picture(self, number: int) -> None:
        repaint(self.root, number)

    @rule(number=NUMBERS)
    def touch_a_document(self, number: int) -> None:
        self.pick(number).touch()

    @rule(number=NUMBERS, content=st.binary(max_size=40))
    def spoil_what_is_kept(self, number: int, content: bytes) -> None:
        kept = sorted(path for path in (self.root / ".hub").rglob("*") if path.is_file())
        if kept:
            kept[number % len(kept)].write_bytes(content)

    @rule()
    def forget(self) -> None:
        shutil.rmtree(self.root / ".hub", ignore_errors=True)

    @invariant()
    def as_a_clean_build(self) -> None:
        old = files_of(self.root / "site")
        wanted, site = self.built_clean()
        assert self.outcome(self.root) == wanted
        assert files_of(self.root / "site") == (site if wanted is None else old)

    def built_clean(self) -> Clean:
        """Of a copy without cache and site. One that is as an earlier one was is not built again."""
        beside = Path(self.folder.name) / "clean"
        shutil.rmtree(beside, ignore_errors=True)
        shutil.copytree(self.root, beside, ignore=shutil.ignore_patterns(".hub", "site"))
        of = tuple(sorted(files_of(beside).items()))
        if of not in self.clean:
            wanted = self.outcome(beside)
            self.clean[of] = wanted, files_of(beside / "site")
        return self.clean[of]

    @staticmethod
    def outcome(root: Path) -> list[str] | str | None:
        """What stops a build; None when nothing does."""
        try:
            again(root)
        except ContentError as error:
            event("the content has errors")
            return [f"{problem.code} {problem.span}" for problem in error.problems]
        except HubError as error:
            return error.message
        event("a site is built")
        return None


def test_an_edited_hub_is_built_as_from_nothing() -> None:
    run_state_machine_as_test(
        Changes,
        settings=settings(
            max_examples=SEQUENCES, stateful_step_count=STEPS, deadline=None,
            derandomize="HUB_SEQUENCES" not in os.environ,
            # To find the shortest sequence takes many builds, and each is whole already.
            suppress_health_check=list(HealthCheck), phases=[Phase.generate],
        ),
    )  # fmt: skip
