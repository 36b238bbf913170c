// A small ZIP writer: documents for the tests, sound and broken.
import { crc32, deflateRawSync } from "node:zlib";

export type Member = { readonly name: string; readonly bytes: Uint8Array; readonly packed?: Uint8Array };

export function zip(members: readonly Member[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, packed = deflateRawSync(bytes) } of members) {
    const title = Buffer.from(name);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(8, 4);
    header.writeUInt32LE(crc32(bytes), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(bytes.length, 18);
    header.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), header, title, packed]);
    const entry = Buffer.alloc(42);
    entry.writeUInt16LE(20, 0);
    header.copy(entry, 2);
    entry.writeUInt32LE(offset, 38);
    locals.push(local);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02"), entry, title]));
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06"), end]));
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** `body`: what stands in `w:body`. `more`: other parts by name. */
export function docx(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = {
    "[Content_Types].xml": '<?xml version="1.0"?><Types/>',
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ...more,
  };
  return zip(Object.entries(parts).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })));
}
