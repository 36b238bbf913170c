// The template tag: what it escapes, what it leaves out, and what it trusts.
import { describe, expect, it } from "vitest";
import { html, isolate, join, type Printable, raw } from "../../templates/html.ts";

const printed: readonly (readonly [string, Printable, string])[] = [
  ["text", "plain", "plain"],
  ["markup in text", "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
  ["an ampersand once", "Q&amp;A", "Q&amp;amp;A"],
  ["both quotation marks", `"'`, "&quot;&#39;"],
  ["other scripts as they are", "김정은 “x” \u202e", "김정은 “x” \u202e"],
  ["a number", 0, "0"],
  ["null", null, ""],
  ["undefined", undefined, ""],
  ["false", false, ""],
  ["the empty text", "", ""],
  ["a list", ["a", "<", 1, null], "a&lt;1"],
  ["lists of lists", [["a"], [[html`<b>b</b>`]]], "a<b>b</b>"],
  ["its own markup", html`<i>${"<"}</i>`, "<i>&lt;</i>"],
  ["what is vouched for", raw("<hr>"), "<hr>"],
];

describe("html", () => {
  it.each(printed)("prints %s", (_, value, expected) => {
    expect(String(html`${value}`)).toBe(expected);
  });

  it("keeps a value inside its attribute", () => {
    expect(String(html`<a title="${`" onclick="x`}">`)).toBe(`<a title="&quot; onclick=&quot;x">`);
  });

  it("does not take an object for markup because it looks like one", () => {
    const forged = { toString: () => "<b>" } as unknown as Printable;
    expect(() => String(html`${forged}`)).toThrow();
  });

  it("joins what prints, and only that", () => {
    expect(String(join(["a", null, "", html`<b>b</b>`], " & "))).toBe("a &amp; <b>b</b>");
  });

  it("isolates another script", () => {
    expect(String(isolate("فيصل", "ar", "rtl"))).toBe('<bdi lang="ar" dir="rtl">فيصل</bdi>');
  });
});
