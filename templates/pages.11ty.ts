// The only template that Eleventy sees: it writes each route's page to the route's own path.

type Data = { readonly path: string; readonly renderRoute: (path: string) => string };

export const data = {
  pagination: { data: "paths", size: 1, alias: "path" },
  permalink: ({ path }: Data) => `/${path}`,
  eleventyExcludeFromCollections: true,
};

export function render({ path, renderRoute }: Data): string {
  return renderRoute(path);
}
