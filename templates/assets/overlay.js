// In the preview: shows what stops it over the last good page, and takes it away when it is mended.
const ADDRESS = new URL("../hub-problems", import.meta.url);
const PAUSE = 500;
const PATIENT = 20;
/** Times that the preview may fail to answer before it is taken to have ended. */

const box = Object.assign(document.createElement("section"), { className: "hub-overlay", hidden: true });
box.setAttribute("role", "alert");
const text = document.createElement("pre");
text.tabIndex = 0;
box.append(text);
document.body.append(box);

for (let failed = 0; failed < PATIENT; ) {
  try {
    const answer = await fetch(ADDRESS, { cache: "no-store" });
    const said = answer.ok ? await answer.text() : "";
    if (said !== text.textContent) text.textContent = said;
    box.hidden = !said;
    failed = 0;
  } catch {
    failed += 1;
  }
  await new Promise((done) => setTimeout(done, PAUSE));
}
