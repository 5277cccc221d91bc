// Fills in the ways to follow a calendar where the build did not know the hub's address: the reader's browser does.
import { all, given, one } from "./strings.js";

/**
 * The addresses by which programs follow a calendar, as `generator/model/feed.py` makes them.
 * @param {string} address of the calendar
 * @param {string} title
 * @returns {Record<string, string>}
 */
export function subscription(address, title) {
  const webcal = address.replace(/^https?:/, "webcal:");
  const asked = `url=${encodeURIComponent(address)}&name=${encodeURIComponent(title)}`;
  return {
    outlook: `https://outlook.office.com/calendar/0/addfromweb?${asked}`,
    apple: webcal,
    google: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`,
  };
}

/**
 * Shows the ways that a page has ready without their addresses; opened from a folder, it has none.
 * @param {ParentNode} root
 * @param {string} here the address of the page
 */
export function fill(root, here) {
  if (!/^https?:/.test(here)) return;
  for (const block of all("[data-hub-calendar]", HTMLElement, root)) {
    const address = new URL(given(block, "hubCalendar"), here).href;
    const ways = subscription(address, given(block, "title"));
    for (const link of all("a[data-way]", HTMLAnchorElement, block)) link.href = ways[given(link, "way")] ?? address;
    if (block.querySelector("code")) one("code", HTMLElement, block).textContent = address;
    block.hidden = false;
  }
}
