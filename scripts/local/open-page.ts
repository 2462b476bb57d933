import { spawn } from "node:child_process";

/** Opens the page in the desktop's browser, where there is a desktop and a person in front of it. */
export function openPage(url: string): void {
  const command = openCommand();
  if (command === null || !process.stdout.isTTY || filled("CI")) {
    return;
  }
  const [program, ...args] = command;
  const child = spawn(program, [...args, url], { stdio: "ignore", detached: true });
  // Without a browser the printed address is enough.
  child.once("error", () => {});
  child.unref();
}

function openCommand(): [string, ...string[]] | null {
  if (process.platform === "darwin") {
    return ["open"];
  }
  if (process.platform === "win32") {
    return ["cmd", "/c", "start", ""];
  }
  return filled("DISPLAY") || filled("WAYLAND_DISPLAY") ? ["xdg-open"] : null;
}

function filled(name: string): boolean {
  return (process.env[name] ?? "") !== "";
}
