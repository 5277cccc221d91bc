// Starts what each page needs; everything that matters is in the HTML without it.
import "./theme-toggle.js";
import "./print.js";
import "./search.js";

if (document.querySelector("[data-hub-from], [data-hub-until], [data-hub-today]")) import("./today.js");
if (document.querySelector("details[data-hub-wide]")) import("./unfold-wide.js");
if (document.querySelector("hub-ways")) import("./ways.js");
if (document.querySelector("hub-progress")) import("./progress.js");
if (document.querySelector("[data-hub-one=step]")) import("./onestep.js");
if (document.querySelector("[data-hub-one=lesson]")) import("./lesson-projector.js");
if (document.querySelector("[data-hub-moment]")) import("./video.js");
if (document.querySelector("[data-hub-copy-text], [data-hub-copy-rich], [data-hub-copy-mail]"))
  import("./copy-buttons.js");
if (document.querySelector(".hub-toc-lessons")) import("./lesson-scrollspy.js");
if (document.querySelector("article table:not([class])")) import("./wide-tables.js");
if (document.querySelector("[data-live]")) import("./live/projector.js");
if (document.querySelector("[data-hub-calendar]"))
  import("./subscription-links.js").then(({ fill }) => fill(document, location.href));
if (document.querySelector("[data-hub-one-file]")) import("./save-single-file.js");
if (document.querySelector("[data-hub-pack]")) import("./teaching-pack-word.js");
if (document.querySelector("[data-hub-sheet]")) import("./conversation-sheet-word.js");
if (document.querySelector("hub-film")) import("./video-embed.js");
if (document.querySelector("hub-choose")) import("./list-filter.js");
if (document.querySelector("hub-courses")) import("./courses/browser.js");
if (document.querySelector("hub-copy, hub-copies")) import("./copy/custom-elements.js");
if (document.querySelector("hub-offline")) import("./offline.js");
if (navigator.serviceWorker?.controller) import("./offline/update-notice.js");
if (document.querySelector("[data-hub-edit]")) import("./school/editor.js");
if (document.querySelector("[data-hub-write]")) import("./write/writer.js");
