// Parts that are folded on a phone are open where there is room; the one that an address names is open everywhere.

const parts = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details[data-hub-wide]")]);

/** Opens the part that holds the place of the address, and shows it. */
export function openNamed() {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const part = parts.find((one) => one.contains(place));
  if (!part || part.open) return;
  part.open = true;
  place?.scrollIntoView();
}

if (matchMedia("(min-width: 40rem)").matches) for (const part of parts) part.open = true;
addEventListener("hashchange", openNamed);
openNamed();
