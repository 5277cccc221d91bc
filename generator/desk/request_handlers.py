"""What the desk answers: pages for what a browser asks and sends, whatever carries them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from urllib.parse import parse_qs, unquote

from generator.content.loader import load_one
from generator.desk.answer import Answer, go_on
from generator.desk.deleting import delete, looked_at
from generator.desk.desk import Desk, Draft, Saved
from generator.desk.entry_references import with_references
from generator.desk.findable import lost
from generator.desk.form_state import Posted, State, changed, of_document, of_posted, with_ids
from generator.desk.form_view import shown_form
from generator.desk.item_titles import with_ids_of_titles
from generator.desk.listing import kinds, listing, offered, titles
from generator.desk.live import Live
from generator.desk.new_document import begin, entries_left
from generator.desk.pages import BASE, FormView, NewView, ToldView, asset, page
from generator.desk.recorded_steps import has_steps
from generator.desk.recording import Recorder
from generator.desk.recording_page import PICTURE, act, shown
from generator.desk.upload_replies import cropped, taken_in
from generator.desk.uploads import picture, picture_or_whole, remove_unnamed
from generator.i18n.language import mark
from generator.model.kind import Kind
from generator.problems import report
from generator.problems.problem import HubError

_DONE = {
    "saved": mark("It is saved."),
    "published": mark(
        "It is published here, in the folder of the hub. Colleagues see it when the hub has been built and put on "
        "the web again, which whoever looks after the hub does."
    ),
    "withdrawn": mark("It is a draft now. The page leaves the hub when the hub is built and put on the web again."),
    "recorded": mark("The steps are there, at the end. Write why each is done, and look at what the pictures say."),
    "begun": mark("The draft is begun. Fill in what you know, and save it now and then."),
}


@dataclass(frozen=True, slots=True)
class Answers:
    """One hub on the desk."""

    desk: Desk
    live: Live
    site: str
    """Where the hub itself is shown."""
    recorder: Recorder

    @property
    def to_form(self) -> str:
        """What a link to the form of a draft says, as HTML."""
        return escape(self._("Write it in the form"))

    def get(self, path: str, query: str) -> Answer:
        """`path` is seen from the desk's own address."""
        asked = {name: values[-1] for name, values in parse_qs(query).items()}
        if path == "":
            return self._list(asked)
        if path == "findable":
            return self._findable()
        if found := asset(path):
            return Answer(*found)
        first, _, rest = path.partition("/")
        if first == "new" and rest in self.desk.kinds:
            return self._new(self.desk.kinds[rest])
        folder, _, file = rest.partition("/")
        if path == PICTURE and self.recorder.session:
            return Answer(self.recorder.picture(), "image/png")
        if first == "record" and folder in self.desk.kinds and has_steps(self.desk.kinds[folder]):
            return self._recording(self.desk.kinds[folder], file)
        if first == "delete" and folder in self.desk.kinds:
            return self._ask_to_delete(self.desk.kinds[folder], file)
        if (
            first == "file"
            and folder in self.desk.kinds
            and (found := picture(self.desk, self.desk.kinds[folder], file))
        ):
            return Answer(*found)
        if first in self.desk.kinds and rest:
            return self._open(self.desk.kinds[first], rest, asked.get("done", ""))
        return self._nothing()

    def new_picture(self, path: str) -> tuple[bytes, str] | None:
        """A picture that a page shows and the site does not have yet: whoever has just chosen it sees it at once."""
        section, _, name = unquote(path).lstrip("/").partition("/files/")
        kind = next((one for one in self.desk.kinds.values() if one.section == section), None)
        if kind is None or "\0" in name or (self.live.shown.site / section / "files" / name).is_file():
            return None
        return picture_or_whole(self.desk, kind, name)

    def post(self, path: str, posted: Posted) -> Answer:
        first, _, rest = path.partition("/")
        try:
            if first == "new" and rest in self.desk.kinds:
                return self._begin(self.desk.kinds[rest], posted)
            folder, _, id_ = rest.partition("/")
            if first == "record" and folder in self.desk.kinds and has_steps(self.desk.kinds[folder]):
                return self._record(self.desk.kinds[folder], id_, posted)
            if first == "delete" and folder in self.desk.kinds:
                return self._delete(self.desk.kinds[folder], id_, posted)
            if first == "crop":
                return cropped(self.desk, folder, id_, posted) or self._nothing()
            if first in self.desk.kinds and rest:
                return self._posted(self.desk.kinds[first], rest, posted)
        except HubError as error:
            return self._cannot(error)
        return self._nothing()

    def _cannot(self, error: HubError) -> Answer:
        said = (self._said(text, error) for text in (error.message, error.hint) if text)
        view = ToldView(heading=self._("This cannot be done"), text=" ".join(said))
        return self._page("told", view, HTTPStatus.CONFLICT)

    def take_in(self, path: str, query: str, content: bytes) -> Answer:
        """A file for a field of a document: what the field is to say, or why it cannot be used, as JSON."""
        kind, _, id_ = path.partition("/")
        asked = {name: values[-1] for name, values in parse_qs(query).items()}
        return taken_in(self.desk, kind, id_, asked, content) or self._nothing()

    # Pages

    def _(self, msgid: str) -> str:
        return self.desk.spoken.gettext(msgid)

    def _said(self, text: str, error: HubError) -> str:
        return self._(text).format(**error.values)

    def _page(self, template: str, view: object, status: HTTPStatus = HTTPStatus.OK, **said: object) -> Answer:
        return Answer(page(self.desk, template, view, self.site, **said), status=status)

    def _list(self, asked: Mapping[str, str]) -> Answer:
        view = listing(self.desk, asked.get("q", ""), asked.get("kind", ""), asked.get("show", ""))
        return self._page("list", view)

    def _findable(self) -> Answer:
        try:
            return self._page("findable", lost(self.desk, self.live.shown.site))
        except HubError as error:
            return self._cannot(error)

    def _nothing(self) -> Answer:
        view = ToldView(heading=self._("There is nothing here"), text=self._("Choose in the list what you will edit."))
        return self._page("told", view, HTTPStatus.NOT_FOUND)

    def _new(self, kind: Kind, title: str = "", told: str = "") -> Answer:
        if not any(one.is_new for one in kinds(self.desk) if one.name == kind.name):
            return self._nothing()
        view = NewView(
            heading=self._(kind.new or "New: {kind}").format(kind=self._(kind.singular)), title=title, told=told,
            asked=self._("Which one?") if kind.vocabulary else self._("What is it called?"),
            entries=entries_left(self.desk, kind) if kind.vocabulary else None,
        )  # fmt: skip
        return self._page("new", view, mistakes=bool(told))

    def _begin(self, kind: Kind, posted: Posted) -> Answer:
        title, id_ = (next(iter(posted.get(name, ())), "").strip() for name in ("title", "id"))
        try:
            id_ = begin(self.desk, kind, title, id_)
        except HubError as error:
            return self._new(kind, title, self._said(error.message, error))
        return go_on(f"{BASE}{kind.name}/{id_}?done=begun")

    def _ask_to_delete(self, kind: Kind, id_: str) -> Answer:
        try:
            view = looked_at(self.desk, kind, id_)
        except HubError:
            return self._nothing()
        return self._page("delete", view) if view else self._nothing()

    def _delete(self, kind: Kind, id_: str, posted: Posted) -> Answer:
        delete(self.desk, kind, id_, posted.get("base", [""])[-1])
        view = ToldView(
            heading=self._("It is deleted"), text=self._("Its page is gone when the hub has been put on the web again.")
        )
        return self._page("told", view)

    # Recording

    def _recording(self, kind: Kind, id_: str) -> Answer:
        try:
            if self.desk.open(kind, id_) is None:
                return self._nothing()
            return self._page("record", shown(self.recorder, self.desk, kind, id_))
        except HubError as error:
            self.recorder.stop()
            return self._cannot(error)

    def _record(self, kind: Kind, id_: str, posted: Posted) -> Answer:
        done = act(self.recorder, self.desk, kind, id_, posted)
        return go_on(f"{BASE}{kind.name}/{id_}?done=recorded" if done else f"{BASE}record/{kind.name}/{id_}")

    # Forms

    def _open(self, kind: Kind, id_: str, done: str) -> Answer:
        try:
            document = self.desk.open(kind, id_)
        except HubError:
            return self._nothing()
        if document is None:
            return self._unreadable(kind, id_)
        state = of_document(self.desk.form(kind), document.value)
        draft = self.desk.draft(kind, id_, document.sha256, state)
        text = self._(_DONE[done]) if done in _DONE else ""
        return self._form(kind, document.sha256, state, draft, done=text)

    def _unreadable(self, kind: Kind, id_: str) -> Answer:
        path = self.desk.path(kind, id_)
        if not (self.desk.root / path).exists():
            return self._nothing()
        problems = load_one(self.desk.root, path, kind=kind.name)[1]
        told = report.as_text(problems, read=report.reader(self.desk.root), language=self.desk.spoken)
        text = self._("{file} cannot be read, so it has no form. Mend it in a text editor, or ask who wrote it.")
        view = ToldView(heading=id_, text=text.format(file=path), report=told)
        return self._page("told", view, HTTPStatus.CONFLICT)

    def _posted(self, kind: Kind, id_: str, posted: Posted) -> Answer:
        fields = self.desk.form(kind)
        base = posted.get("base", [""])[-1]
        self.desk.recall(kind, id_, base)
        act, _, name = posted.get("act", ["check:"])[-1].partition(":")
        state = with_ids(fields, of_posted(fields, posted, self.desk.spoken.code, self.desk.today()))
        state = with_ids_of_titles(fields, with_references(fields, state), titles(self.desk))
        if act in ("save", "publish", "draft"):
            return self._save(kind, id_, base, state, act)
        if act in ("add", "remove", "up", "down"):
            try:
                state = changed(fields, state, act, name)
            except ValueError:
                return self._nothing()
        draft = self.desk.draft(kind, id_, base, state)
        return self._form(kind, base, state, draft, focus=f"{act}:{name}")

    def _save(self, kind: Kind, id_: str, base: str, state: State, act: str) -> Answer:
        today = self.desk.today().isoformat()
        was_draft = self.desk.status(base) != "published"
        status: dict[str, str] = {}
        if act == "publish":
            status = {"status": "published", "updated": today, **({"published": today} if was_draft else {})}
        elif act == "draft":
            status = {"status": "draft"}
        is_strict = act == "publish" or (act == "save" and not was_draft)
        saved = self.desk.save(kind, id_, base, state, strict=is_strict, **status)
        if saved.is_written:
            remove_unnamed(self.desk, kind, id_)
            done = {"publish": "published", "draft": "withdrawn"}.get(act, "saved")
            return go_on(f"{BASE}{kind.name}/{id_}?done={done}")
        if was_draft and not saved.conflicts:
            return self._saved_as_draft(kind, id_, base, state, status)
        return self._unsaved(kind, base, state, saved)

    def _saved_as_draft(self, kind: Kind, id_: str, base: str, state: State, status: Mapping[str, str]) -> Answer:
        """What cannot be published yet is saved nevertheless; told is what is wrong with it when it is published."""
        saved = self.desk.save(kind, id_, base, state, strict=False)
        document = self.desk.open(kind, id_) if saved.is_written else None
        if document is None:
            return self._unsaved(kind, base, state, saved)
        remove_unnamed(self.desk, kind, id_)
        state = of_document(self.desk.form(kind), document.value)
        draft = self.desk.draft(kind, id_, document.sha256, state, **status)
        done = self._(mark("The draft is saved, but it is not published yet."))
        return self._form(kind, document.sha256, state, draft, done=done, is_asked=True, is_written=True)

    def _unsaved(self, kind: Kind, base: str, state: State, saved: Saved) -> Answer:
        if not saved.conflicts:
            return self._form(kind, base, state, saved.draft, is_asked=True)
        state = of_document(self.desk.form(kind), saved.draft.document.value)
        return self._form(kind, saved.base, state, saved.draft, is_asked=True, saved=saved)

    def _form(
        self, kind: Kind, base: str, state: State, draft: Draft, *, done: str = "", focus: str = "",
        is_asked: bool = False, is_written: bool = False, saved: Saved | None = None,
    ) -> Answer:  # fmt: skip
        document = draft.document
        found = (*(saved.conflicts if saved else ()), *draft.found)
        fields, known = self.desk.form(kind), titles(self.desk)
        form = shown_form(
            fields, state, found, document.value, self.desk.spoken, is_new=self.desk.is_new(base),
            opened=self.desk.opened(fields, base), titles=known,
        )  # fmt: skip
        title = document.value.get("title")
        has_page = self.live.see(document, is_saved=bool(done) and not is_asked)
        view = FormView(
            kind=kind.name, kind_name=self._(kind.singular), id=document.id, base=base, form=form, done=done,
            is_written=is_written,
            title=title if isinstance(title, str) else document.id, is_asked=is_asked,
            is_draft=self.desk.status(base) != "published", live=self.live.address(document),
            has_page=has_page,
            live_said=self._(self.live.said(has_page=has_page)), is_waiting=self.live.is_waiting,
            has_steps=has_steps(kind),
            items=offered(known), focus=focus,
        )  # fmt: skip
        return self._page("form", view, mistakes=form.errors if is_asked else 0)
