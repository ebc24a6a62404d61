// Runs before the first paint: a person who chose dark or light never sees the other flash by.
// Without a choice the attribute stays away and the style sheet follows the system.
// The value may be bare or JSON (gloo-storage writes "dark" with its quotes).
try {
  const theme = (localStorage.getItem('outrider.theme') ?? '').replaceAll('"', '');
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed to us (a browser setting): the system's theme serves.
}
