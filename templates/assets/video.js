// Lets chapters and transcript lines move the player, follows along, and reads #t=75 in the address.
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
}
