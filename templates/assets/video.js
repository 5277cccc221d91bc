// Lets chapters and transcript lines move the player, follows along, and reads #t=75 in the address.
import { pieces } from "./find-in-text.js";
import { recall, remember } from "./storage.js";
import { all, given, make, one } from "./strings.js";

const player = document.querySelector(".hub-player");
/** The links before the lines of the transcript. */
const lines = all(".hub-transcript [data-hub-moment]", HTMLElement);

if (player instanceof HTMLMediaElement) follow(player);
if (lines.length) findLines(one(".hub-find-line", HTMLElement));

/** @param {HTMLMediaElement} player */
function follow(player) {
  const jump = (/** @type {number} */ seconds) => {
    player.currentTime = seconds;
    player.scrollIntoView({ block: "nearest" });
  };
  const fromAddress = () => {
    const found = /^#t=(\d+)$/.exec(location.hash);
    if (found) jump(Number(found[1]));
  };
  for (const link of all("[data-hub-moment]", HTMLElement)) {
    link.addEventListener("click", () => jump(Number(given(link, "hubMoment"))));
  }
  player.addEventListener("timeupdate", () => {
    const now = lines.findLast((line) => Number(line.dataset.hubMoment) <= player.currentTime + 0.05);
    for (const line of lines) line.parentElement?.classList.toggle("is-now", line === now && player.currentTime > 0);
  });
  addEventListener("hashchange", fromAddress);
  fromAddress();
  keepCaptions(player.textTracks);
}

/**
 * Captions are on or off as the visitor last chose.
 * @param {TextTrackList} tracks
 */
function keepCaptions(tracks) {
  const [first] = tracks;
  if (!first) return;
  first.mode = recall("captions", (found) => found !== false, true) ? "showing" : "hidden";
  tracks.addEventListener("change", () =>
    remember(
      "captions",
      [...tracks].some((track) => track.mode === "showing"),
    ),
  );
}

/**
 * Marks the lines that hold what is typed.
 * @param {HTMLElement} box
 */
function findLines(box) {
  const input = one("input", HTMLInputElement, box);
  const said = one("[role=status]", HTMLElement, box);
  const texts = all(".hub-transcript [data-hub-moment] + *", HTMLElement);
  const originals = texts.map((text) => text.textContent);
  box.hidden = false;
  input.addEventListener("input", () => {
    const query = input.value.trim();
    const found = texts.filter((text, index) => marked(text, originals[index], query));
    const text = given(said, found.length === 1 ? "one" : "many").replace("{count}", String(found.length));
    said.textContent = query ? text : "";
    found[0]?.parentElement?.scrollIntoView({ block: "nearest" });
  });
}

/**
 * Writes a line with the query marked; whether it is in it.
 * @param {HTMLElement} element
 * @param {string} text
 * @param {string} query
 */
function marked(element, text, query) {
  const parts = pieces(text, query);
  element.replaceChildren(...parts.map((part, at) => (at % 2 ? make("mark", { textContent: part }) : part)));
  return parts.length > 1;
}
