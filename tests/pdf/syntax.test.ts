// Objects as they are written in a PDF, and what is read from them.

import { describe, expect, test } from "vitest";
import { PdfError, PdfString, Ref, type Value } from "../../scripts/pdf/objects.ts";
import { textOf, textString } from "../../scripts/pdf/strings.ts";
import { Keyword, Syntax } from "../../scripts/pdf/syntax.ts";

const refs = new Map<number, Ref>();
const ref = (number: number): Ref =>
  refs.get(number) ?? refs.set(number, new Ref(number)).get(number) ?? ref(0);
const read = (text: string) => new Syntax(Buffer.from(text, "latin1"), 0, { ref, made: 0 }).value();
const string = (raw: string) => new PdfString(raw);

const cases: readonly (readonly [string, Value])[] = [
  ["true", true],
  ["false", false],
  ["null", null],
  ["17", 17],
  ["+17", 17],
  ["-.5", -0.5],
  ["4.", 4],
  ["0012.50", 12.5],
  ["--3", -3],
  ["99999999999999999999", 1e20],
  ["-", 0],
  ["/Name", "Name"],
  ["/", ""],
  ["/A#20B#2f", "A B/"],
  ["/A;_$@*", "A;_$@*"],
  ["(plain)", string("plain")],
  ["(a (b) c)", string("a (b) c")],
  ["(\\(\\)\\\\\\n\\101\\7\\q)", string("()\\\nA\u0007q")],
  ["(one \\\ntwo\\\r\nthree)", string("one twothree")],
  ["(one\r\ntwo\rthree)", string("one\ntwo\nthree")],
  ["()", string("")],
  ["<48656c6C6f>", string("Hello")],
  ["<48 65\n6>", string("He`")],
  ["<>", string("")],
  ["[]", []],
  ["[1 0 R 2 0]", [ref(1), 2, 0]],
  ["12 0 R", ref(12)],
  ["12 0 obj", 12],
  ["% comment\r 3 % and\n", 3],
  ["<<>>", new Map()],
  [
    "<</A 1/B/C/D[1 0 R]/E<</F(g)>>>>",
    new Map<string, Value>([
      ["A", 1],
      ["B", "C"],
      ["D", [ref(1)]],
      ["E", new Map([["F", string("g")]])],
    ]),
  ],
];

describe("objects", () => {
  test.each(cases)("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("what is no object", () => {
  test.each([
    ["nothing", ""],
    ["a word", "endobj"],
    ["a bracket without its like", "]"],
    ["an array that does not end", "[1 2"],
    ["an array that ends as another", "[1 >>"],
    ["a dictionary that does not end", "<</A 1"],
    ["a dictionary with a key that is no name", "<<1 2>>"],
    ["a dictionary without a value", "<</A>>"],
    ["a string that does not end", "((a)"],
    ["hexadecimal digits that do not end", "<4142"],
    ["ten thousand arrays in one another", "[".repeat(10_000)],
    ["ten thousand dictionaries in one another", "<</A".repeat(10_000)],
  ])("%s", (_name, text) => {
    expect(() => read(text)).toThrow(PdfError);
  });
});

test("words between objects are told from them", () => {
  const syntax = new Syntax(Buffer.from("7 0 obj null endobj"), 0, { ref, made: 0 });
  const tokens = [
    syntax.token(),
    syntax.token(),
    syntax.token(),
    syntax.token(),
    syntax.token(),
    syntax.token(),
  ];
  expect(tokens.map((one) => (one instanceof Keyword ? `word ${one.word}` : one))).toEqual([
    7,
    0,
    "word obj",
    null,
    "word endobj",
    "word ",
  ]);
});

describe("text strings", () => {
  test.each([
    ["letters", "plain", "plain"],
    ["PDFDocEncoding", "\x80\x85\xA0\xE9\x18", "•–€é˘"],
    ["UTF-16", "\xFE\xFF\x06\x45\xD8\x3D\xDE\x00", "م😀"],
    ["UTF-8", "\xEF\xBB\xBF\xD8\xA7", "ا"],
  ])("%s", (_name, raw, text) => {
    expect(textOf(string(raw))).toBe(text);
  });

  test.each(["plain", "ميناء سُهيلة", "港の話", "Größe – 5 €", "😀", "tab\tand line\n", ""])(
    "%j and back",
    (text) => {
      expect(textOf(textString(text))).toBe(text);
    },
  );
});
