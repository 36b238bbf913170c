// Wires Eleventy to the line: one paginated template over routes, which scripts/render/eleventy.ts hands in.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** The few methods of Eleventy's configuration that we call; it ships no types. */
type EleventyConfig = {
  addExtension(extension: string, engine: Engine): void;
  addTemplateFormats(formats: string): void;
  setUseGitIgnore(enabled: boolean): void;
  setQuietMode(enabled: boolean): void;
};

type Template = { render(data: unknown): string };

type Engine = {
  readonly read: boolean;
  readonly getData: readonly string[];
  getInstanceFromInputPath(path: string): Promise<Template>;
  compile(text: string, path: string): (data: unknown) => Promise<string>;
};

/** Eleventy's own engine for scripts imports a template anew in each run, and Node never forgets a module. */
const typedTemplates: Engine = {
  read: false,
  getData: ["data"],
  getInstanceFromInputPath: (path) => import(pathToFileURL(resolve(path)).href),
  compile: (_, path) => async (data) => (await typedTemplates.getInstanceFromInputPath(path)).render(data),
};

export default function configure(config: EleventyConfig) {
  config.addExtension("11ty.ts", typedTemplates);
  config.addTemplateFormats("11ty.ts");
  config.setUseGitIgnore(false);
  config.setQuietMode(true);
  return {
    dir: { includes: "parts", data: "data" },
    templateFormats: ["11ty.ts"],
    htmlTemplateEngine: false,
    markdownTemplateEngine: false,
  };
}
