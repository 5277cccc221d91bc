// Applies the colours that the visitor chose before, ahead of the first paint.
try {
  const theme = localStorage.getItem("hub:theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be switched off; the system's colours are right then.
}
