// Applies the colours that the visitor chose before, ahead of the first paint; and says that there are scripts, so that
// room is kept for what they will show.
document.documentElement.dataset.scripts = "";
try {
  const theme = localStorage.getItem("hub:theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be switched off; the system's colours are right then.
}
