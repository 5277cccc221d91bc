"""Search as people type: with slips, apart and together, without æ, ø and å; and what is said when nothing is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from generator.model.page import Page as PageRead
from generator.model.page import PageSpec
from generator.search import read as page_record
from generator.search.index_search import finder
from tests.browser.axe import violations
from tests.hard_pages import HARD

ARTICLE = re.compile(r"<article[^>]*\bdata-hub-article\b[^>]*>(.*)</article>", re.DOTALL)
TITLES = """async () => {
  const { load } = await import(new URL("assets/search/engine.js", document.baseURI).href);
  const reader = await load();
  return (await Promise.all(reader.pages.map((number) => reader.card(number)))).map(({ title }) => title);
}"""
SPEC = PageSpec(url="x/", title="Titel", description="", view=None)


@pytest.fixture
def dialog(open_page: Any) -> Any:
    page = open_page("")
    page.keyboard.press("Control+k")
    page.locator("#hub-q").wait_for()
    return page


def asked(page: Any, query: str) -> list[str]:
    """The titles found for a query, best first; waits until the dialog has answered."""
    page.locator("#hub-q").fill(query)
    page.wait_for_function(
        "query => new URLSearchParams(location.search).get('q') === query"
        " && document.querySelector('hub-search').answered === query"
        " && !document.querySelector('.hub-hits[aria-busy]')",
        arg=query,
    )
    titles: list[str] = page.locator(".hub-hit > a").all_inner_texts()
    return titles


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("undertekster", "Se en video med undertekster og udskrift"),
        ("undertekst", "Se en video med undertekster og udskrift"),
        ("soeg i hubben", "Søg i hubben"),
        ("cafemode", "Hold et cafémøde"),
        ("under tekster", "Se en video med undertekster og udskrift"),
        ("udtertekster", "Se en video med undertekster og udskrift"),
        ("tekster", "Se en video med undertekster og udskrift"),
        ("hvordan udskriver jeg et forløb", "Udskriv et forløb"),
        ("printe forløb", "Udskriv et forløb"),
    ],
)
def test_a_page_is_found_as_people_type(dialog: Any, query: str, title: str) -> None:
    assert title in asked(dialog, query)[:5]


def test_a_slip_of_the_pen_is_asked_about(dialog: Any) -> None:
    asked(dialog, "udtertekster")
    dialog.get_by_role("button", name="Mente du »undertekster«?").click()
    dialog.wait_for_function("() => document.querySelector('hub-search').answered === 'undertekster'")

    expect(dialog.get_by_text("Mente du")).to_have_count(0)
    expect(dialog.locator(".hub-hit")).not_to_have_count(0)


def test_nonsense_finds_nothing_and_offers_ways_on(dialog: Any) -> None:
    assert asked(dialog, "xyzzyq") == []
    expect(dialog.get_by_role("status").filter(has_text="Ingen resultater for »xyzzyq«.")).to_be_visible()
    assert dialog.locator(".hub-hits a").all_inner_texts()[:3] == ["Alt fra A til Å", "Efter fag", "Ordliste"]
    assert violations(dialog) == []


def test_words_that_are_nowhere_are_said_and_the_rest_is_found(dialog: Any) -> None:
    assert "Udskriv et forløb" in asked(dialog, "udskriv xyzzyq")
    expect(dialog.get_by_text("Ikke fundet: xyzzyq.")).to_be_visible()


def test_a_phrase_in_quotation_marks_is_found_as_it_stands(dialog: Any) -> None:
    assert "Søg i hubben" in asked(dialog, '"tryk Ctrl og K på tastaturet"')
    assert asked(dialog, '"tastaturet på K og Ctrl tryk"') == []


def test_titles_come_first_whatever_the_kind(dialog: Any) -> None:
    first = asked(dialog, "søg i hubben")[:2]

    assert first == ["Søg i hubben", "Søg i hubben"]
    assert sorted(dialog.locator(".hub-hit > .hub-kind").all_inner_texts()[:2]) == ["Guide", "Video"]


def test_filters_count_and_narrow(dialog: Any) -> None:
    asked(dialog, "forløb")
    everything = int(dialog.locator(".hub-hit-count").inner_text().split()[0])
    dialog.locator(".hub-facets summary", has_text="Type").click()
    dialog.get_by_label("Guider (").check()
    dialog.wait_for_function("""() => {
      const kinds = [...document.querySelectorAll(".hub-hit > .hub-kind")].map((kind) => kind.textContent);
      const said = document.querySelector(".hub-hit-count").textContent;
      return said.startsWith(`${kinds.length} `) && kinds.every((kind) => kind === "Guide");
    }""")  # fmt: skip
    count = dialog.locator(".hub-hit").count()

    assert 0 < count < everything
    expect(dialog.locator(".hub-facets label", has_text="Guider").locator("span")).to_have_text(f"({count})")
    assert violations(dialog) == []


def test_a_question_that_waited_for_the_programs_is_not_asked_after_a_newer_one(open_page: Any) -> None:
    page = open_page("")
    page.evaluate("""() => {
      const search = document.querySelector("hub-search");
      const ready = search.ready.bind(search);
      const asked = new Promise((done) => { window.asked_ = done; });
      let calls = 0;
      search.ready = async () => {
        const isFirst = ++calls === 1;
        const programs = await ready();
        if (isFirst) await asked;
        const ask = async (...given) => {
          setTimeout(window.asked_);
          return programs.ask(...given);
        };
        return { ...programs, ask };
      };
    }""")  # fmt: skip
    page.keyboard.press("Control+k")
    page.locator("#hub-q").wait_for()
    page.wait_for_function("() => document.querySelector('hub-search').turn === 1")

    assert "Søg i hubben" in asked(page, "søg i hubben")
    page.evaluate("new Promise((done) => setTimeout(done, 300))")
    expect(page.locator(".hub-hit")).not_to_have_count(0)


def test_an_older_answer_does_not_mix_into_a_newer_one(dialog: Any) -> None:
    forms = asked(dialog, "forløb")
    dialog.evaluate("""() => {
      const later = window.setTimeout;
      window.frames_ = [];
      window.requestAnimationFrame = (frame) => frames_.push(frame);
      window.setTimeout = (task, wait) => wait === 100 ? 0 : later(task, wait);
    }""")  # fmt: skip
    dialog.locator("#hub-q").fill("søg")
    dialog.wait_for_function("() => window.frames_.length === 1", polling=20)
    few = dialog.locator(".hub-hit").count()
    dialog.locator("#hub-q").fill("forløb")
    dialog.wait_for_function("() => window.frames_.length === 2", polling=20)
    dialog.evaluate(
        "() => { requestAnimationFrame = (frame) => setTimeout(frame); for (const frame of frames_) frame(); }"
    )
    dialog.locator(".hub-hits:not([aria-busy])").wait_for()

    assert few == 2
    assert forms == dialog.locator(".hub-hit > a").all_inner_texts()


def test_what_is_seen_first_is_all_that_is_fetched_while_somebody_types(dialog: Any) -> None:
    fetched: list[str] = []
    dialog.on("request", lambda request: request.url.endswith("/") and fetched.append(request.url))
    dialog.evaluate("""() => {
      const later = window.setTimeout;
      window.rested = [];
      window.setTimeout = (task, wait) => wait === 300 ? rested.push(task) : later(task, wait);
    }""")  # fmt: skip
    dialog.locator("#hub-q").fill("forløb")
    dialog.wait_for_function("() => document.querySelector('hub-search').answered === 'forløb' && rested.length > 0")

    assert (dialog.locator(".hub-hit").count(), len(fetched)) == (3, 3)

    dialog.evaluate("() => { for (const task of rested) task(); }")
    dialog.get_by_role("button", name="Vis flere").wait_for()

    assert (dialog.locator(".hub-hit").count(), len(fetched)) == (6, 6)


def test_a_box_keeps_the_focus_when_it_is_checked(dialog: Any) -> None:
    asked(dialog, "forløb")
    dialog.locator(".hub-facets summary", has_text="Type").click()
    box = dialog.get_by_label("Guider (")
    box.focus()
    dialog.keyboard.press("Space")
    dialog.get_by_text("Type (1)").wait_for()
    dialog.wait_for_url("**q-kind=Guider**")
    dialog.wait_for_load_state("networkidle")

    expect(box).to_be_checked()
    expect(box).to_be_focused()


def test_values_in_the_address_narrow_before_their_boxes_are_made(open_page: Any) -> None:
    page = open_page("?q=forløb&q-kind=Guider&q-kind=Ugler")
    page.get_by_text("Type (1)").wait_for()

    assert set(page.locator(".hub-hit > .hub-kind").all_inner_texts()) == {"Guide"}
    expect(page.locator(".hub-facets input")).to_have_count(0)

    page.locator(".hub-facets summary", has_text="Type").click()

    expect(page.get_by_label("Guider (")).to_be_checked()
    expect(page.locator(".hub-facets input:checked")).to_have_count(1)


def test_more_results_come_after_those_that_stand_there(dialog: Any) -> None:
    first = asked(dialog, "og")
    dialog.get_by_role("button", name="Vis flere").click()
    dialog.wait_for_function("() => document.querySelectorAll('.hub-hit').length > 9")

    assert first == dialog.locator(".hub-hit > a").all_inner_texts()[: len(first)]
    expect(dialog.locator(".hub-hit").nth(len(first)).locator("a").first).to_be_focused()


def test_the_words_that_were_found_are_marked(dialog: Any) -> None:
    asked(dialog, "piletasterne enter")
    marks = " ".join(dialog.locator(".hub-hit").first.locator("mark").all_inner_texts()).lower()

    assert "piletasterne" in marks
    assert "enter" in marks


@pytest.mark.parametrize(
    ("token", "form", "found"),
    [
        ("læse-/skrivetræning,", "skrivetræning", True),
        ("(Cafémøde)", "cafémøde", True),
        ("BINGO24", "24", False),
        ("bløde\u00adord", "blødeord", True),
        ("–", "a", False),
    ],
)
def test_tokens_are_marked_by_the_words_in_them(dialog: Any, token: str, form: str, found: bool) -> None:
    places = dialog.evaluate("""async ([token, form]) => {
      const { marks } = await import(new URL("assets/search/excerpts.js", document.baseURI).href);
      return marks(["Først", token], new Set([form]));
    }""", [token, form])  # fmt: skip

    assert places == ([1] if found else [])


def test_the_latest_searches_are_kept_in_this_browser_and_forgotten_when_asked(dialog: Any) -> None:
    asked(dialog, "undertekster")
    dialog.locator(".hub-hit > a").first.click()
    dialog.wait_for_url("**/guides/**")
    dialog.keyboard.press("Control+k")
    dialog.get_by_role("button", name="undertekster", exact=True).click()
    dialog.locator(".hub-hit").first.wait_for()
    dialog.wait_for_load_state("networkidle")
    dialog.locator("#hub-q").fill("")
    dialog.get_by_role("button", name="Glem dem").click()

    dialog.wait_for_function("() => localStorage.getItem('hub:searches') === '[]'")


@pytest.mark.parametrize(
    "query", ['"', "»«", "<img src=x onerror=alert(1)>", "a" * 2000, "🦊 \u202e", "((((", "   ", "-"]
)
def test_no_query_breaks_it(dialog: Any, query: str) -> None:
    asked(dialog, "undertekster")
    dialog.locator("#hub-q").fill(query)
    dialog.wait_for_function(
        "query => document.querySelector('hub-search').answered === query.normalize('NFC').trim()", arg=query
    )

    expect(dialog.get_by_text("Søgningen virker ikke lige nu")).to_have_count(0)


def test_a_thread_of_its_own_searches(dialog: Any) -> None:
    asked(dialog, "undertekster")

    assert [worker.url.rsplit("/", 1)[1] for worker in dialog.workers] == ["worker.js"]


def test_search_works_where_there_are_no_threads(dialog: Any) -> None:
    dialog.add_init_script("delete window.Worker")
    dialog.reload()
    dialog.keyboard.press("Control+k")

    assert "Søg i hubben" in asked(dialog, "soeg i hubben")
    assert dialog.workers == []


def test_opening_the_dialog_fetches_nothing_of_the_words_on_pages(dialog: Any) -> None:
    fetched: list[str] = []
    dialog.on("request", lambda request: fetched.append(request.url))
    dialog.reload()
    dialog.keyboard.press("Control+k")
    dialog.locator(".hub-facets summary").first.wait_for()

    assert any("/search/core/" in url for url in fetched)
    assert not any("/search/words/" in url or url.endswith("/guides/soeg-i-hubben/") for url in fetched)


def test_a_phrase_is_looked_for_on_the_best_pages_alone(dialog: Any) -> None:
    fetched: list[str] = []
    dialog.on("request", lambda request: request.url.endswith("/") and fetched.append(request.url))
    every = dialog.evaluate("""async () => {
      const { everything } = await import(new URL("assets/search/engine.js", document.baseURI).href);
      return (await everything()).numbers.length;
    }""")  # fmt: skip

    assert "Søg i hubben" in asked(dialog, "„tryk Ctrl og K“")
    assert 0 < len(fetched) < every


def test_values_chosen_without_words_show_every_page_that_has_them(dialog: Any) -> None:
    dialog.locator(".hub-facets summary", has_text="Type").click()
    dialog.get_by_label("Guider (").check()
    dialog.locator(".hub-hit").first.wait_for()

    assert set(dialog.locator(".hub-hit > .hub-kind").all_inner_texts()) == {"Guide"}


def test_the_browser_reads_what_the_index_was_made_of(dialog: Any, danish_site: Path) -> None:
    """Every page of the hub, and hard ones: the same words, in the same number."""
    read = """async (html) => {
      const { articleOf, textOf } = await import(new URL("assets/search/article-text.js", document.baseURI).href);
      const { wordsOf } = await import(new URL("assets/search/tokenize.js", document.baseURI).href);
      return wordsOf(textOf(articleOf(html)).tokens.join(" "));
    }"""
    articles = {name: f"<main><article data-hub-article>{html}</article></main>" for name, html in HARD.items()}
    pages = {
        file.relative_to(danish_site).as_posix(): file.read_text("utf-8") for file in danish_site.rglob("index.html")
    }
    whole = {name: html for name, html in pages.items() if "<main" in html}  # the others lead to another page
    for name, html in {**articles, **whole}.items():
        main = html.split("<main", 1)[-1].partition(">")[2].rpartition("</main>")[0]
        found = ARTICLE.search(main)
        record = next(page_record(PageRead(SPEC, "", found[1] if found else main)))
        theirs = dialog.evaluate(read, html)

        assert len(theirs) == record.card.length or not theirs, name
        assert set(theirs) | {"titel"} == set(record.words.split()) | {"titel"}, name


def test_what_the_command_line_finds_is_what_the_dialog_finds(dialog: Any, danish_site: Path) -> None:
    index = finder(danish_site, "da")
    words = sorted({word for title in dialog.evaluate(TITLES) for word in index.asked(title)})
    found = dialog.evaluate("""async (words) => {
      const { ask } = await import(new URL("assets/search/worker-client.js", document.baseURI).href);
      const found = [];
      for (const word of words) found.push((await ask(word, {}, 3)).results.map(({ url }) => url.slice(1)));
      return found;
    }""", words)  # fmt: skip
    same = [set(theirs[:1]) <= set(index.find(word, 3)) for word, theirs in zip(words, found, strict=True)]

    assert len(words) > 50
    assert sum(same) > 0.97 * len(words)


def test_enter_opens_what_was_typed_and_not_what_stood_there_before(dialog: Any) -> None:
    before = asked(dialog, "undertekster")[0]
    dialog.locator("#hub-q").fill("soeg i hubben")
    dialog.keyboard.press("Enter")
    dialog.wait_for_url("**/soeg-i-hubben/**")

    assert before != "Søg i hubben"


def test_choices_that_hide_everything_can_be_taken_back(open_page: Any) -> None:
    page = open_page("?q=undertekster&q-kind=Planer")
    page.get_by_role("button", name="Søg uden dine valg").click()
    page.locator(".hub-hit").first.wait_for()

    assert "q-kind" not in page.url


def test_a_value_that_no_page_has_hides_nothing(open_page: Any) -> None:
    page = open_page("?q=undertekster&q-kind=Ugler")

    page.locator(".hub-hit").first.wait_for()


def test_choices_without_a_query_survive_loading_again(open_page: Any) -> None:
    page = open_page("?q-kind=Guider")
    page.locator(".hub-hit").first.wait_for()

    assert set(page.locator(".hub-hit > .hub-kind").all_inner_texts()) == {"Guide"}


def test_a_click_beside_the_dialog_closes_it(dialog: Any) -> None:
    dialog.mouse.click(5, 500)
    dialog.locator("#hub-q").wait_for(state="hidden")


BEGINNINGS = (
    "baenk", "baenkeb", "undertekst", "cafemoed", "cafe", "forlob", "forloeb", "laer", "laeri", "laering", "broek",
    "broeker", "aarsp", "foraeld", "maal", "oevels", "soeg", "kopie", "aflev", "laesefor",
)  # fmt: skip
"""What people have typed so far, who have no æ, ø, å or é."""


def test_a_beginning_is_found_without_the_letters_of_the_language(dialog: Any) -> None:
    nothing = dialog.evaluate("""async (beginnings) => {
      const { find } = await import(new URL("assets/search/engine.js", document.baseURI).href);
      const found = [];
      for (const query of beginnings) found.push((await find(query)).numbers.length);
      return beginnings.filter((_, place) => !found[place]);
    }""", list(BEGINNINGS))  # fmt: skip

    assert nothing == []


def test_what_answers_other_words_cannot_be_opened_and_goes_when_the_answer_takes_its_time(dialog: Any) -> None:
    asked(dialog, "undertekster")
    dialog.evaluate("""() => {
      const search = document.querySelector("hub-search");
      const ready = search.ready.bind(search);
      search.ready = async () => ({ ...(await ready()), ask: () => new Promise((done) => { window.answer_ = done; }) });
    }""")  # fmt: skip
    dialog.locator("#hub-q").fill("forløb")

    expect(dialog.locator(".hub-hits[inert]")).to_have_count(1)
    expect(dialog.locator(".hub-hit-count")).to_have_text("Søger …")
    expect(dialog.locator(".hub-hit")).to_have_count(0)


def test_back_closes_the_dialog_and_stays_on_the_page(dialog: Any) -> None:
    asked(dialog, "undertekster")
    dialog.go_back()

    expect(dialog.locator(".hub-dialog[open]")).to_have_count(0)
    expect(dialog).to_have_url(re.compile(r"/$"))

    dialog.keyboard.press("Control+k")
    dialog.locator("#hub-q").wait_for()
    dialog.keyboard.press("Escape")
    dialog.wait_for_function("() => !history.state?.hubSearch")

    expect(dialog.locator(".hub-dialog[open]")).to_have_count(0)


def test_a_dialog_that_is_opened_again_at_once_stays_open(dialog: Any) -> None:
    """Closing is told, and the step back is taken, in tasks of their own."""
    again = "() => { const search = document.querySelector('hub-search'); search.dialog.close(); search.open() }"
    dialog.evaluate(again)

    assert asked(dialog, "undertekster") != []

    expect(dialog.locator(".hub-dialog[open]")).to_have_count(1)


def test_an_empty_field_offers_all_of_a_kind_and_a_choice_can_be_taken_back(dialog: Any) -> None:
    dialog.get_by_role("button", name=re.compile(r"Guider \(\d+\)")).click()

    expect(dialog.locator(".hub-hit > .hub-kind").first).to_have_text("Guide")

    dialog.get_by_role("button", name="Søg uden dine valg").click()

    expect(dialog.get_by_role("link", name="Alt fra A til Å")).to_be_visible()


def test_a_course_says_for_whom_it_is_and_how_long(dialog: Any) -> None:
    asked(dialog, "brøken er et tal")

    expect(dialog.locator(".hub-hit-facts").first).to_contain_text("5. klasse")
