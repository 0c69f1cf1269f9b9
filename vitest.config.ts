import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/build.ts",
    // The modules have no state of their own, and loading them once a worker halves the time.
    isolate: false,
  },
});
