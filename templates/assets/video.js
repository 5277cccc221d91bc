// Lets chapters and transcript lines move the player, follows along, and reads #t=75 in the address.
import { recall, remember } from "./storage.js";

const player = document.querySelector(".hub-player");
const lines = [...document.querySelectorAll(".hub-transcript [data-hub-moment]")];

function jump(seconds) {
  player.currentTime = seconds;
  player.scrollIntoView({ block: "nearest" });
}

function fromAddress() {
  const found = /^#t=(\d+)$/.exec(location.hash);
  if (found) jump(Number(found[1]));
}

if (player) {
  for (const link of document.querySelectorAll("[data-hub-moment]")) {
    link.addEventListener("click", () => jump(Number(link.dataset.hubMoment)));
  }
  player.addEventListener("timeupdate", () => {
    const now = lines.findLast((line) => Number(line.dataset.hubMoment) <= player.currentTime + 0.05);
    for (const line of lines) line.parentElement.classList.toggle("is-now", line === now && player.currentTime > 0);
  });
  addEventListener("hashchange", fromAddress);
  fromAddress();
  keepCaptions(player.textTracks);
}
if (lines.length) findLines(document.querySelector(".hub-find-line"));

/** Captions are on or off as the visitor last chose. */
function keepCaptions(tracks) {
  const [first] = tracks;
  if (!first) return;
  first.mode = recall("captions", true) ? "showing" : "hidden";
  tracks.addEventListener("change", () =>
    remember(
      "captions",
      [...tracks].some((track) => track.mode === "showing"),
    ),
  );
}

/** Marks the lines that hold what is typed. */
function findLines(box) {
  const [input, said] = [box.querySelector("input"), box.querySelector("[role=status]")];
  const texts = lines.map((link) => link.nextElementSibling);
  const originals = texts.map((text) => text.textContent);
  box.hidden = false;
  input.addEventListener("input", () => {
    const query = input.value.trim().toLocaleLowerCase();
    const found = texts.filter((text, index) => marked(text, originals[index], query));
    said.textContent = !query
      ? ""
      : found.length === 1
        ? said.dataset.one
        : said.dataset.many.replace("{count}", String(found.length));
    found[0]?.parentElement.scrollIntoView({ block: "nearest" });
  });
}

/** Writes a line with the query marked; whether it is in it. */
function marked(element, text, query) {
  const pieces = [];
  const low = text.toLocaleLowerCase();
  let from = 0;
  for (let at = query ? low.indexOf(query) : -1; at >= 0; at = low.indexOf(query, from)) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(at, at + query.length);
    pieces.push(text.slice(from, at), mark);
    from = at + query.length;
  }
  element.replaceChildren(...pieces, text.slice(from));
  return pieces.length > 0;
}
