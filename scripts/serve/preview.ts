// A published page as the preview shows it: with the script that listens for builds, and leave to do so.

export const eventsPath = "/.chancery/events";
export const scriptPath = "/.chancery/reload.js";

const policy = /(<meta http-equiv="Content-Security-Policy" content="[^"]*)"/;

/** `connect-src` is the one thing that the policies of most pages do not allow and the preview needs. */
export function previewPage(bytes: Uint8Array): Uint8Array {
  const script = `<script src="${scriptPath}" data-events="${eventsPath}" defer></script>\n`;
  const html = new TextDecoder().decode(bytes);
  const page = html
    .replace(
      policy,
      (_, own: string) => `${own}${own.includes("connect-src") ? "" : "; connect-src 'self'"}"`,
    )
    .replace("</head>", () => `${script}</head>`);
  return new TextEncoder().encode(page);
}
