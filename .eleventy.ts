// Wires Eleventy to the line: one paginated template over routes, which scripts/render/eleventy.ts hands in.

/** The few methods of Eleventy's configuration that we call; it ships no types. */
type EleventyConfig = {
  addExtension(extension: string, options: { readonly key: string }): void;
  addTemplateFormats(formats: string): void;
  setUseGitIgnore(enabled: boolean): void;
  setQuietMode(enabled: boolean): void;
};

export default function configure(config: EleventyConfig) {
  config.addExtension("11ty.ts", { key: "11ty.js" });
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
