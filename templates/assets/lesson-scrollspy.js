// Marks in the list of lessons the one that is being read.
import { all, one } from "./strings.js";

const links = all(".hub-toc-lessons .is-lesson a", HTMLAnchorElement);
const parts = links.map((link) => one(link.hash, HTMLElement).closest("section"));
/** The parts that touch the line below the bar. @type {Set<Element>} */
const seen = new Set();

const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) seen.add(target);
      else seen.delete(target);
    }
    const here = parts.findLastIndex((part) => part && seen.has(part));
    links.forEach((link, index) => {
      if (index === here) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
    if (here >= 0) keepInView(links[here]);
  },
  { rootMargin: "-25% 0px -70% 0px" },
);
for (const part of parts) if (part) watcher.observe(part);

/**
 * The bar alone is scrolled: the page stays where the reader has it.
 * @param {HTMLElement} link
 */
function keepInView(link) {
  const bar = one(".hub-toc-lessons", HTMLElement);
  const [from, to] = [link.offsetLeft, link.offsetLeft + link.offsetWidth];
  if (from < bar.scrollLeft || to > bar.scrollLeft + bar.clientWidth) bar.scrollLeft = from - 16;
}
