// The workflow that README offers: it is YAML, it runs what is there, and in an order that publishes nothing unchecked.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

const root = new URL("../../", import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), "utf8");

type Job = { readonly needs?: string; readonly steps: readonly Step[] };
type Step = {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
};

const workflow = parse(text(".github/workflows/briefings.yml")) as {
  readonly jobs: Readonly<Record<string, Job>>;
};
const { scripts } = JSON.parse(text("package.json")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

test("each command is one that the project has", () => {
  const commands = Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  expect(commands[0]).toBe("npm ci");
  for (const command of commands.slice(1))
    expect(Object.keys(scripts)).toContain(command.replace("npm run ", ""));
});

test("what is published was checked, built and verified before", () => {
  const steps = (workflow.jobs.build?.steps ?? []).map(({ run, uses }) => run ?? uses?.split("@")[0]);
  const asked = [
    "npm ci",
    "npm run check",
    "npm run build",
    "npm run verify",
    "actions/upload-pages-artifact",
  ];
  expect(steps.filter((step) => asked.includes(step ?? ""))).toEqual(asked);
  expect(workflow.jobs.publish?.needs).toBe("build");
});

test("what it uploads is where builds are written", () => {
  const upload = workflow.jobs.build?.steps.find(({ uses }) =>
    uses?.startsWith("actions/upload-pages-artifact"),
  );
  expect(upload?.with?.path).toBe("_site");
});
