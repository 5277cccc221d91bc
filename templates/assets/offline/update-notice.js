// Tells a reader who keeps the hub that it has changed, with the way to the page where the new edition is fetched.
import { make, say } from "../strings.js";
import { edition, kept, ROOT } from "./stored-edition.js";

/** Looked at once for each visit: it is a request. */
const SEEN = `hub:edition:${ROOT.pathname}`;

async function look() {
  const there = await kept();
  if (!there || sessionStorage.getItem(SEEN)) return;
  const now = await edition();
  sessionStorage.setItem(SEEN, "1");
  if (now.edition === there.edition) return;
  const link = make("a", { href: new URL("offline/", ROOT).href, textContent: say("fetchEdition", "Fetch it") });
  const text = say("olderKept", "The copy on this device is older than the hub.");
  document.querySelector("main")?.prepend(make("p", { className: "hub-note hub-older" }, `${text} `, link));
}

look().catch((error) => console.info(error));
