type MadeApp = { readonly id: string; readonly name: string };

let madeApps: readonly MadeApp[] = [];

/** Remembers apps that a file leaves on a real domain, for the list at the end of the run. */
export function noteMadeApps(apps: ReadonlyMap<string, string>): void {
  madeApps = [...madeApps, ...[...apps].map(([id, name]) => ({ id, name }))];
}

/** The apps that were noted since this was last asked. */
export function takeMadeApps(): MadeApp[] {
  const taken = [...madeApps];
  madeApps = [];
  return taken;
}
