// The looks of "Use this course" and "My copies", fetched once.
const ADDRESS = new URL("copy.css", import.meta.url).href;
/** @type {Promise<void> | undefined} */
let loading;

/** To be awaited before anything is shown. Throws when it cannot be had; then it may be tried again. */
export function loadStyle() {
  loading ??= new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: ADDRESS });
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => {
      link.remove();
      loading = undefined;
      reject(new Error(ADDRESS));
    });
    document.head.append(link);
  });
  return loading;
}
