// The content security policy of each kind of page: our own files and nothing else.

export type PolicyNeeds = {
  /** The search page runs Pagefind, which is WebAssembly and fetches its index. */
  readonly search?: boolean;
  /** The page has a form that leads to the search page. */
  readonly form?: boolean;
};

/** For a meta tag; `frame-ancestors` has no meaning there. */
export function policyFor({ search = false, form = false }: PolicyNeeds): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    search ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'",
    ...(search ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    form ? "form-action 'self'" : "form-action 'none'",
  ].join("; ");
}

/** Of pages that only show something. */
export const policy = policyFor({});
