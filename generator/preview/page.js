// In the preview: reloads the page when it has changed, and shows what stops the preview over the last good page.
/** Milliseconds until a preview that does not answer is asked again. */
const PAUSE = 500;

/** The element that brought this script; it says which edition of the page this is. */
const script = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-hub-page]"));
const address = new URL("hub-preview", import.meta.url);
address.searchParams.set("page", location.pathname);
address.searchParams.set("seen", script.dataset.hubPage ?? "");

const box = Object.assign(document.createElement("section"), { className: "hub-overlay", hidden: true });
box.setAttribute("role", "alert");
const text = document.createElement("pre");
text.tabIndex = 0;
box.append(text);
document.body.append(box);

/**
 * The preview answers when there is something new. A page that nobody looks at does not wait in line.
 * @returns {Promise<{page: string, problems: string, told: string} | null>}
 */
async function news() {
  while (document.hidden) {
    await new Promise((done) => document.addEventListener("visibilitychange", done, { once: true }));
  }
  address.searchParams.set("told", text.dataset.told ?? "");
  const answer = await fetch(address, { cache: "no-store" });
  return answer.ok ? answer.json() : null;
}

for (;;) {
  const now = await news().catch(() => null);
  if (!now) {
    await new Promise((done) => setTimeout(done, PAUSE));
    continue;
  }
  if (now.page !== script.dataset.hubPage) {
    location.reload();
    break;
  }
  text.dataset.told = now.told;
  text.textContent = now.problems;
  box.hidden = !now.problems;
}
