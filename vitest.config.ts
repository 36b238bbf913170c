// Two runs of one suite: `fast` for every change, `slow` for whole documents, many packs and faults.
import { defineConfig } from "vitest/config";

const shared = { testTimeout: 60_000, hookTimeout: 60_000, pool: "forks" as const };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: "fast",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/**/*.slow.test.ts"],
        },
      },
      { test: { ...shared, name: "slow", include: ["tests/**/*.slow.test.ts"], testTimeout: 300_000 } },
    ],
  },
});
