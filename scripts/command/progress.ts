// How long work shows that it goes on: one line that is written over on a terminal, plain lines elsewhere.

/** Says what is being done now; an empty text ends the line. */
export type Progress = (text: string) => void;

type Stream = { readonly isTTY?: boolean; write(text: string): unknown };

export function progress(stream: Stream): Progress {
  if (stream.isTTY !== true) return (text) => void (text !== "" && stream.write(`${text}\n`));
  return (text) => void stream.write(`\r\u001b[K${text}`);
}
