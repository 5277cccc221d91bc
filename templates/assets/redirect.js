// At an old address: goes on to the new one with what stands after ? and #, and leaves no step back.
const link = document.querySelector("a");
if (link instanceof HTMLAnchorElement)
  location.replace(link.href.replace(/#.*/, "") + location.search + (location.hash || link.hash));
