// The one markdown-it that touches our text: HTML, linkify, typographer and pictures off, citations on.
import MarkdownIt from "markdown-it";
import { citation } from "./citation.ts";

/** Only addresses that a reader can safely follow from a page become links; others stay as typed. */
const followable = /^(https?:\/\/|mailto:)/i;

export const markdownIt = new MarkdownIt("default", { html: false, linkify: false, typographer: false });
markdownIt.validateLink = (url) => followable.test(url);
markdownIt.disable("image");
markdownIt.use(citation);
