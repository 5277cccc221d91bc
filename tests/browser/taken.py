"""The words of a page, and of what is taken along of it: nothing that is said on a page may be missing in a file."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

_COURSES = """async (addresses) => {
  const assets = new URL("../../assets/", location.href);
  const load = (name) => import(new URL(name, assets));
  const [{ fittedParts, whole }, { Body }, { plainText }, { cleanHtml }, plans, { loadWords }, { fetched }] =
    await Promise.all(["copy/adapted-course.js", "word/html-to-ooxml.js", "html-to-text.js", "copy/copy-rich-text.js",
      "copy/plan.js", "copy/words.js", "fetched-strings.js"].map(load));
  await loadWords();
  const found = {};
  for (const address of addresses) {
    const text = await (await fetch(address)).text();
    const page = new DOMParser().parseFromString(text, "text/html");
    const [host, article] = [page.querySelector("hub-copy"), page.querySelector("article")];
    const [data, holidays] = await Promise.all(
      ["course", "holidays"].map((name) => fetched(new URL(host.dataset[name], new URL(address, location.href)).href)));
    const { course, id, url, hash } = data;
    const copy = { key: "key", course: id, title: course.title, url, hash, version: course.version, klass: "",
      goals: "", notes: "", made: "2026-09-01T12:00:00.000Z", kept: course.lessons.map((_, index) => index + 1),
      holidays: true, revision: 0, ...plans.proposal("2026-09-01", course, holidays) };
    const plan = plans.schedule(copy, plans.keptLessons(copy, course), holidays);
    const taken = whole(fittedParts({ copy, data, plan, article }));
    found[address] = { page: article.querySelector(".hub-body").outerHTML, word: new Body().of(taken),
      plain: plainText(taken), rich: cleanHtml(taken) };
  }
  return found;
}"""
_SHOWN = """(markup) => {
  const { body } = new DOMParser().parseFromString(markup, "text/html");
  let section = "";
  for (const element of [...body.firstElementChild.children]) {
    if (element.localName === "h2") section = element.id;
    if (["experiences", "see-also"].includes(section)) element.remove();
  }
  const unsaid = "[hidden], script, style, template, button, input, svg, hub-copy, .hub-lesson > h3, .hub-legend, " +
    ".hub-fold > summary";
  for (const element of body.querySelectorAll(unsaid)) element.remove();
  for (const image of body.querySelectorAll("img")) image.replaceWith(` ${image.alt} `);
  return body.innerHTML;
}"""
"""What a page says to everybody; the heads of lessons say their time otherwise than the file, with the day."""


@dataclass(frozen=True)
class Taken:
    """What is missing of a page, by the way in which it was taken along."""

    page: int
    """Words on the page."""
    missing: dict[str, Counter[str]]


def words(markup: str) -> Counter[str]:
    """The words of a text, HTML or the XML of Word."""
    apart = re.sub(r"</w:p>|<w:br/>|</?(?!w:)[a-z][^>]*>", " ", markup)
    return Counter(re.findall(r"\w+", html.unescape(re.sub(r"<[^>]*>", "", apart))))


def of_courses(page: Any, addresses: list[str]) -> dict[str, Taken]:
    """Courses as Word file, as plain text and as rich text of the clipboard, which is printed too."""
    return {
        address: _compared(page, said) for address, said in page.evaluate(_COURSES, addresses).items()
    }  # fmt: skip


def _compared(page: Any, said: dict[str, str]) -> Taken:
    shown = words(page.evaluate(_SHOWN, said["page"]))
    plain = Counter(re.findall(r"\w+", said["plain"]))
    ways = {"word": words(said["word"]), "plain": plain, "rich": words(said["rich"])}
    return Taken(shown.total(), {way: shown - taken for way, taken in ways.items()})
