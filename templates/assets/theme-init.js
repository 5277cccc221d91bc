// Applies the colours that the visitor chose before, ahead of the first paint; and says that there are scripts, so that
// room is kept for what they will show, or nothing is shown that is about to go.
document.documentElement.dataset.scripts = "";
if (/[?&]view=(step|lesson)\b/.test(location.search)) document.documentElement.dataset.one = "";
try {
  const theme = localStorage.getItem("hub:theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be switched off; the system's colours are right then.
}
