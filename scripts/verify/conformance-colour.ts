// Colours mean what the output intent says (ISO 19005-3, 6.2.3 and 6.2.4).

import { unpacked } from "../pdf/filters.ts";
import { listIn, nameIn, numberIn, type Stream, streamIn } from "../pdf/objects.ts";
import { type ConformanceFault, fault, type Subject } from "./conformance-subject.ts";

const COMPONENTS: Readonly<Record<string, number>> = { "RGB ": 3, GRAY: 1, CMYK: 4 };

export function colourFaults({ file, pages, objects }: Subject): readonly ConformanceFault[] {
  const faults: ConformanceFault[] = [];
  const intents = listIn(file.catalog, "OutputIntents").filter((one) => one instanceof Map);
  const meant = intents.filter((one) => nameIn(one, "S") === "GTS_PDFA1");
  if (!meant.length) faults.push(fault("A 6.2.3", "There is no output intent of PDF/A"));
  const profiles = new Set(intents.map((one) => one.get("DestOutputProfile")));
  if (profiles.size > 1) faults.push(fault("A 6.2.3", "Output intents have different profiles"));
  const spaces = new Set<string>();
  for (const intent of meant) {
    const profile = streamIn(intent, "DestOutputProfile");
    if (!profile) faults.push(fault("A 6.2.3", "The output intent has no profile"));
    else {
      const read = readProfile(profile);
      spaces.add(read.space);
      if (read.fault) faults.push(fault("A 6.2.3", read.fault));
    }
  }
  pages.forEach((page, index) => {
    for (const space of page.spaces) {
      if (space === "DeviceRGB" && !spaces.has("RGB "))
        faults.push(fault("A 6.2.4.3", `Page ${index + 1} uses DeviceRGB without a profile for it`));
      if (space === "DeviceGray" && !spaces.size)
        faults.push(fault("A 6.2.4.3", `Page ${index + 1} uses DeviceGray without a profile for it`));
      if (space === "DeviceCMYK")
        faults.push(fault("A 6.2.4.3", `Page ${index + 1} uses DeviceCMYK without a profile for it`));
    }
  });
  for (const { ref, dict, stream } of objects) {
    if (stream && nameIn(dict, "Subtype") === "Image" && nameIn(dict, "ColorSpace") === "DeviceCMYK") {
      faults.push(fault("A 6.2.4.3", `The image ${ref} uses DeviceCMYK without a profile for it`));
    }
  }
  return faults;
}

function readProfile(stream: Stream): { readonly space: string; readonly fault: string | null } {
  const bytes = Buffer.from(unpacked(stream));
  const [kind, space, magic] = [
    bytes.toString("latin1", 12, 16),
    bytes.toString("latin1", 16, 20),
    bytes.toString("latin1", 36, 40),
  ];
  const wrong =
    bytes.length < 132 || bytes.readUInt32BE(0) !== bytes.length
      ? "is cut short"
      : magic !== "acsp"
        ? "is no ICC profile"
        : !["mntr", "prtr"].includes(kind)
          ? "is neither of a display nor of a printer"
          : (bytes[8] ?? 9) > 4
            ? "is of a later version than 4"
            : COMPONENTS[space] !== numberIn(stream.dict, "N")
              ? "has another number of colours than it says"
              : null;
  return { space, fault: wrong && `The profile of the output intent ${wrong}` };
}
