// A published page as the preview shows it: with the script that listens for builds, and leave to do so.
import { eventsPath, scriptPath } from "./server.ts";

/** `connect-src` is the one thing that the page's own policy does not allow and the preview needs. */
export function previewPage(bytes: Uint8Array): Uint8Array {
  const html = new TextDecoder().decode(bytes);
  const page = html
    .replace(/X
    .replace("</head>", `<script src="${scriptPath}" data-events="${eventsPath}" defer></script>\n</head>`);
  return new TextEncoder().encode(page);
}
