import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/build.ts",
    // The modules have no state of their own, and loading them once a worker halves the time.
    isolate: false,
    // One core would be left idle by default: much on a machine with two.
    maxWorkers: "100%",
    // Programs are started and waited for; a busy machine must not look like a fault.
    testTimeout: 30_000,
    // The platforms' libraries write about the faults that tests cause.
    silent: "passed-only",
  },
});
