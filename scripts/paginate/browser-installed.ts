// Where a browser of the Chromium family is usually installed, for the systems that npm brings none for.

import { access, constants } from "node:fs/promises";
import { join } from "node:path";

const LINUX = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge-stable",
];

const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const WINDOWS = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

/** The first browser found at a usual place, or undefined. */
export async function installedBrowser(): Promise<string | undefined> {
  for (const path of usualPlaces(process.platform, process.env)) {
    if (await isProgram(path)) return path;
  }
  return undefined;
}

/** Full paths in the order of preference. */
export function usualPlaces(platform: string, env: NodeJS.ProcessEnv): readonly string[] {
  if (platform === "darwin") {
    return [...MAC, ...MAC.map((path) => join(env.HOME ?? "/", path))];
  }
  if (platform === "win32") {
    const roots = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? WINDOWS.map((path) => `${root}\\${path}`) : []));
  }
  const folders = (env.PATH ?? "").split(":").filter((folder) => folder.startsWith("/"));
  return LINUX.flatMap((name) => [...folders, "/usr/bin", "/snap/bin"].map((folder) => join(folder, name)));
}

export async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
