// How the browser is started: the flags and the environment that make its pages the same on every machine.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";

const DISABLED = "Translate,AcceptCHFrame,MediaRouter,OptimizationHints,IsolateSandboxedIframes";

/** Security features stay on. What is never used is off: each of its processes costs as much as some pages do. */
export const FLAGS: readonly string[] = [
  "--headless",
  "--no-startup-window",
  "--hide-scrollbars",
  "--mute-audio",
  "--export-tagged-pdf",
  "--generate-pdf-document-outline",
  "--font-render-hinting=none",
  "--disable-lcd-text",
  "--force-device-scale-factor=1",
  "--force-color-profile=srgb",
  "--lang=en-US",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--disable-breakpad",
  "--disable-crash-reporter",
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--disable-hang-monitor",
  "--disable-ipc-flooding-protection",
  "--disable-popup-blocking",
  "--disable-prompt-on-repost",
  "--disable-renderer-backgrounding",
  "--disable-backgrounding-occluded-windows",
  "--disable-background-timer-throttling",
  "--disable-component-update",
  "--disable-background-networking",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-client-side-phishing-detection",
  "--metrics-recording-only",
  "--password-store=basic",
  "--use-mock-keychain",
  "--no-first-run",
  "--no-pings",
  "--no-default-browser-check",
  "--disk-cache-size=1",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--proxy-server=direct://",
  `--disable-features=${DISABLED}`,
  "--enable-features=NetworkServiceInProcess2",
];

/**
 * Writes the font configuration into the profile, and gives the environment of the browser's process. On Linux
 * nothing of the user's own environment passes but what is needed to find programs and libraries.
 */
export async function environment(
  profile: string,
  fonts: string,
  libraries: string | undefined,
): Promise<Record<string, string | undefined>> {
  if (process.platform !== "linux") return { ...process.env, TZ: "UTC" };
  const config = join(profile, "fonts.conf");
  await writeFile(config, fontConfig(fonts, join(profile, "fontconfig")));
  const search = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return {
    PATH: process.env.PATH,
    TMPDIR: process.env.TMPDIR,
    ...(search ? { LD_LIBRARY_PATH: search } : {}),
    HOME: profile,
    XDG_CONFIG_HOME: profile,
    XDG_CACHE_HOME: profile,
    XDG_RUNTIME_DIR: profile,
    DBUS_SESSION_BUS_ADDRESS: "disabled:",
    FONTCONFIG_FILE: config,
    TZ: "UTC",
    LANG: "C.UTF-8",
    LC_ALL: "C.UTF-8",
  };
}

function fontConfig(fonts: string, cache: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${escapeXml(fonts)}</dir>
  <cachedir>${escapeXml(cache)}</cachedir>
</fontconfig>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
