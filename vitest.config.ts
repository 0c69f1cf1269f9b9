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
    // Only `npm run coverage` looks at these.
    coverage: {
      include: ["src/**/*.ts", "commands/**/*.ts"],
      exclude: [
        // Runs in browsers: tests/adapters/web/page.test.ts drives it there.
        "src/adapters/web/page/**",
        // Programs, which tests start as processes of their own, where nothing is counted.
        "src/{main,ask,register,manifest,questions,dev}.ts",
        // Those parts of the first that only it holds together.
        "src/{platforms,local}.ts",
        // Reads single keys: a program at a pseudo-terminal.
        "src/adapters/terminal/{keyboard,echo}.ts",
        // Parts of the build, without which no test starts.
        "src/bundle.ts",
        "src/knowledge/{compile,counts}.ts",
        // Measure and draw for developers, and are no part of the bot.
        "src/{eval,bench,pictures}.ts",
        "src/eval/{engines,peers,report,synthetic,table}.ts",
      ],
      // A test that fails takes nothing away from what was counted.
      reportOnFailure: true,
      reporter: ["text-summary", "json-summary", "html"],
      thresholds: { lines: 95, branches: 90 },
    },
  },
});
