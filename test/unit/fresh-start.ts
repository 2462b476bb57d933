import { afterAll, vi } from "vitest";

// A setup file: it runs before each test file. One process runs several of them, because reading the code anew for each takes
// most of the time; so each begins with an empty page and modules of its own, and gives back what it replaced.
if (typeof document !== "undefined") {
  vi.resetModules();
  document.head.replaceChildren();
  document.body.replaceChildren();
  history.replaceState(null, "", "/");
  localStorage.clear();
  sessionStorage.clear();
}

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
