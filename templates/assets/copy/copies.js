// "My copies": everything that this browser keeps of the visitor's copies, to open, export, bring back and delete.
import { make } from "../strings.js";
import { saveFile } from "../word/save.js";
import { ask } from "./ask.js";
import { isDay, plainDay, today } from "./dates.js";
import { button, speak, voice } from "./fields.js";
import { allCopies, drop, dropAll, exported, takeIn } from "./store.js";
import { loadStyle } from "./style.js";
import { counted, loadWords, word } from "./words.js";

const ROOT = new URL("../../", import.meta.url);

export async function showCopies(host) {
  await Promise.all([loadWords(), loadStyle()]);
  const said = voice();
  const list = make("div", {});
  const tell = (text, isFault = false) => {
    speak(said, text);
    said.classList.toggle("is-fault", isFault);
  };
  const show = () => list.replaceChildren(...content(show, tell));
  host.replaceChildren(list, said, bringBack(show, tell));
  addEventListener("storage", show);
  show();
}

function content(show, tell) {
  const copies = allCopies().reverse();
  if (!copies.length) return [make("p", { textContent: word("noCopies") })];
  const removed = (isRemoved, text) => {
    show();
    tell(isRemoved ? text : word("notKept"), !isRemoved);
  };
  const rows = copies.map((copy) =>
    row(copy, async (opener) => {
      if (await ask(word("deleteOne", { title: nameOf(copy) }), word("deleteYes")))
        removed(drop(copy.key), word("deleted", { title: nameOf(copy) }));
      else opener.focus();
    }),
  );
  const all = button(word("deleteAll"), async () => {
    if (await ask(counted("deleteAllAsk", copies.length), word("deleteYes"))) removed(dropAll(), word("deletedAll"));
    else all.focus();
  });
  const save = button(word("exportAll"), () => {
    const name = `${word("exportName")}-${today()}.json`;
    saveFile(name, exported(), "application/json");
    tell(word("saved", { name }));
  });
  return [
    make("ul", { className: "hub-dense hub-my-copies" }, ...rows),
    make("p", { className: "hub-copy-row" }, save, all),
  ];
}

function nameOf(copy) {
  return [copy.title, copy.klass.trim()].filter(Boolean).join(" – ");
}

function row(copy, remove) {
  const address = new URL(copy.url, ROOT);
  address.hash = `copy=${copy.key}`;
  const facts = [
    isDay(copy.start) ? word("startsOn", { day: plainDay(copy.start) }) : word("noStart"),
    counted("lessonCount", copy.kept.length),
    word("madeOn", { day: plainDay(today(new Date(copy.made))) }),
  ];
  const drop = button(word("delete"), () => remove(drop));
  drop.setAttribute("aria-label", word("deleteNamed", { title: nameOf(copy) }));
  return make(
    "li",
    {},
    make(
      "div",
      {},
      make("a", { href: address.href, textContent: nameOf(copy) }),
      make("span", { className: "hub-small", textContent: facts.join(" · ") }),
    ),
    drop,
  );
}

/** A file that was exported in another browser, or before everything was deleted. */
function bringBack(show, tell) {
  const input = make("input", { type: "file", accept: ".json,application/json" });
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (!file) return;
    const { count, isStored } = takeIn(await file.text());
    input.value = "";
    show();
    if (!isStored) tell(word("notKept"), true);
    else tell(count ? counted("takenIn", count) : word("nothingIn"), !count);
  });
  return make(
    "details",
    {},
    make("summary", { textContent: word("bringBack") }),
    make("label", {}, make("span", { className: "hub-label", textContent: word("bringBackHint") }), input),
  );
}
