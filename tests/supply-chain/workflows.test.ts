import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { manifest } from "./lock.ts";

const Step = z.strictObject({
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).default({}),
});
const Job = z.looseObject({
  "runs-on": z.string(),
  "timeout-minutes": z.number().optional(),
  permissions: z.unknown().optional(),
  steps: z.array(Step),
  strategy: z.looseObject({ matrix: z.record(z.string(), z.unknown()) }).optional(),
  services: z.record(z.string(), z.unknown()).default({}),
});
const Workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.unknown(),
  concurrency: z.object({ "cancel-in-progress": z.literal(true) }).optional(),
  jobs: z.record(z.string(), Job),
});
type Workflow = z.infer<typeof Workflow>;

/** What somebody who opens a pull request may write as they like. */
const ofStrangers = /\$\{\{[^}]*github\.(event\.|head_ref)/;

/** Everything in which a workflow could do more than check, or something else tomorrow than today. */
const rules: Readonly<Record<string, (workflow: Workflow, text: string) => boolean>> = {
  "may only read": ({ permissions, jobs }) =>
    JSON.stringify(permissions) === '{"contents":"read"}' &&
    Object.values(jobs).every((job) => job.permissions === undefined),
  "runs nothing with the rights of the branch that strangers aim at": ({ on }) =>
    !("pull_request_target" in on) && !("workflow_run" in on),
  "names every action by its commit, and says which version that is": (_, text) =>
    [...text.matchAll(/\buses:(.*)$/gm)].every(([, action = ""]) =>
      /^ actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action),
    ),
  "leaves no credentials to the steps that follow": (workflow) =>
    stepsOf(workflow).every(
      ({ uses = "", with: given }) =>
        !uses.startsWith("actions/checkout@") || given["persist-credentials"] === false,
    ),
  "uses no secret": (_, text) => !/\bsecrets\b/.test(text),
  "runs no text of strangers": (_, text) => !ofStrangers.test(text),
  "ends, and gives way to the next": ({ concurrency, jobs }) =>
    concurrency !== undefined &&
    Object.values(jobs).every(({ "timeout-minutes": minutes = Infinity }) => minutes <= 30),
  "names the system that it runs on": ({ jobs }) => !JSON.stringify(jobs).includes("-latest"),
  "installs what was locked": (workflow) =>
    stepsOf(workflow).every(({ run = "" }) => !/\bnpm (i|install|update|exec)\b|\bnpx\b|\bcurl\b/.test(run)),
};

function stepsOf({ jobs }: Workflow) {
  return Object.values(jobs).flatMap(({ steps }) => steps);
}

function faultsIn(text: string): readonly string[] {
  const workflow = Workflow.parse(parse(text));
  return Object.entries(rules).flatMap(([words, holds]) => (holds(workflow, text) ? [] : [words]));
}

const folder = ".github/workflows";
const read = (name: string) => readFileSync(`${folder}/${name}`, "utf8");
const [audit, check] = [read("audit.yaml"), read("check.yaml")];

test.each(readdirSync(folder))("%s keeps the rules", (name) => {
  expect(faultsIn(read(name))).toEqual([]);
});

describe("the check itself sees", () => {
  const commit = "3d3c42e5aac5ba805825da76410c181273ba90b1";
  test.each([
    ["contents: read", "contents: write", "may only read"],
    ["permissions:\n  contents: read\n", "permissions: write-all\n", "may only read"],
    ["    timeout-minutes: 5\n", "    timeout-minutes: 5\n    permissions: {}\n", "may only read"],
    ["  pull_request:\n", "  pull_request_target:\n", "runs nothing with the rights"],
    [`${commit} # v7.0.1`, "v7 # v7.0.1", "names every action"],
    [`${commit} # v7.0.1`, commit, "names every action"],
    ["actions/setup-node@", "somebody/setup-node@", "names every action"],
    ["persist-credentials: false", "persist-credentials: true", "leaves no credentials"],
    ["npm run check", "npm run check -- ${{ secrets.TOKEN }}", "uses no secret"],
    ["npm run check", "echo ${{ github.head_ref }}", "runs no text of strangers"],
    ["npm run check", "echo ${{ github.event.pull_request.title }}", "runs no text of strangers"],
    ["    timeout-minutes: 30\n", "", "ends, and gives way"],
    ["    timeout-minutes: 30\n", "    timeout-minutes: 300\n", "ends, and gives way"],
    ["ubuntu-24.04", "ubuntu-latest", "names the system"],
    ["npm ci", "npm install", "installs what was locked"],
  ])("%j made %j", (line, broken, fault) => {
    expect(check).toContain(line);
    expect(faultsIn(check.replace(line, broken))).toEqual([expect.stringContaining(fault)]);
  });
});

test("a change is checked on every Node that is supported, on three systems, with a database on one", () => {
  const { linux, elsewhere, all } = Workflow.parse(parse(check)).jobs;
  expect(manifest.engines).toEqual({ node: "^20.19.0 || >=22.12.0" });
  const versions = { node: [20, 22, 24, 26] };
  expect(linux?.strategy?.matrix).toMatchObject(versions);
  expect(Object.keys(linux?.services ?? {})).toEqual(["postgres"]);
  expect(elsewhere?.strategy?.matrix).toMatchObject(versions);
  expect(elsewhere?.strategy?.matrix["system"]).toEqual([
    expect.stringMatching(/^macos-/),
    expect.stringMatching(/^windows-/),
  ]);
  expect(all?.["needs"]).toEqual(["linux", "elsewhere"]);
});

test("once a week the registry is asked about the packages", () => {
  const { on, jobs } = Workflow.parse(parse(audit));
  expect(on["schedule"]).toEqual([{ cron: expect.stringMatching(/^\d+ \d+ \* \* \d$/) }]);
  const runs = jobs["audit"]?.steps.flatMap(({ run }) => run ?? []);
  expect(runs).toEqual(["npm ci", "npm audit signatures", "npm audit"]);
});

const Updates = z.object({
  version: z.literal(2),
  updates: z.array(
    z.looseObject({
      "package-ecosystem": z.string(),
      schedule: z.object({ interval: z.literal("weekly") }),
      cooldown: z.object({ "default-days": z.number().min(7) }),
    }),
  ),
});

test("new versions of packages and actions are proposed weekly, once they are a week old", () => {
  const { updates } = Updates.parse(parse(readFileSync(".github/dependabot.yml", "utf8")));
  expect(updates.map((one) => one["package-ecosystem"])).toEqual(["npm", "github-actions"]);
});
