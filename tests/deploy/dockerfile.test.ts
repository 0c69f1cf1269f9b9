import { readFileSync } from "node:fs";
import { validate } from "dockerfile-utils";
import { describe, expect, test } from "vitest";
import {
  copiedFrom,
  copiedIn,
  dockerfile,
  environmentOf,
  finalStage,
  type Instruction,
  instructionsIn,
} from "./dockerfile.ts";
import { secretsAmong, unknownAmong } from "./names.ts";

type Rule = (all: readonly Instruction[], stage: readonly Instruction[]) => boolean;

const has = (stage: readonly Instruction[], name: string, pattern: RegExp) =>
  stage.some((one) => one.name === name && pattern.test(one.rest));
const last = (stage: readonly Instruction[], name: string) =>
  stage.findLast((one) => one.name === name)?.rest ?? "";

/** In the spirit of hadolint and of OWASP's cheat sheets for Docker and Node. */
const rules: Readonly<Record<string, Rule>> = {
  "the base image is named to the patch, and is the same in all stages": (all) =>
    has(all, "ARG", /^NODE_IMAGE=node:\d+\.\d+\.\d+-\w+-slim$/) &&
    all.filter(({ name }) => name === "FROM").every(({ rest }) => rest.startsWith("${NODE_IMAGE}")),
  "there is more than one stage": (all) => all.filter(({ name }) => name === "FROM").length > 1,
  "packages are those of the lock, without those of development": (all) =>
    has(all, "RUN", /^npm ci$/) && has(all, "RUN", /npm prune --omit=dev$/),
  "nothing is downloaded past npm": (all) =>
    !all.some(({ name }) => name === "ADD") && !has(all, "RUN", /curl|wget|apt|npm (i|install)\b|sudo/),
  "the user is no root, and a number": (_, stage) => /^[1-9]\d*:[1-9]\d*$/.test(last(stage, "USER")),
  "the process runs without a shell in between": (_, stage) =>
    last(stage, "ENTRYPOINT") === '["node"]' && last(stage, "CMD") === '["dist/bundle/main.js"]',
  "npm is not in the finished image": (_, stage) => has(stage, "RUN", /rm -rf .*npm.*npx.*corepack/),
  "its folder for data is closed to others": (_, stage) =>
    has(stage, "RUN", /install -d -m 0700 -o 1000 -g 1000 \/data$/) && has(stage, "VOLUME", /^\/data$/),
  "it is told to end by SIGTERM": (_, stage) => has(stage, "STOPSIGNAL", /^SIGTERM$/),
  "its health is looked at by node": (_, stage) => has(stage, "HEALTHCHECK", /CMD \["node", "-e", /),
  "it holds no secret": (all, stage) =>
    secretsAmong([...environmentOf(stage).keys()]).length === 0 &&
    !all.some(({ name, rest }) => name === "ARG" && /TOKEN|SECRET|PASSWORD|KEY/.test(rest)),
  "it sets no variable that the bot does not read": (_, stage) =>
    unknownAmong([...environmentOf(stage).keys()]).length === 0,
  "paths are absolute": (all) => all.every(({ name, rest }) => name !== "WORKDIR" || rest.startsWith("/")),
};

function faultsIn(text: string): readonly string[] {
  const all = instructionsIn(text);
  return Object.entries(rules)
    .filter(([, holds]) => !holds(all, finalStage(all)))
    .map(([words]) => words);
}

test("the Dockerfile is one, and keeps the rules", () => {
  expect(validate(dockerfile)).toEqual([]);
  expect(faultsIn(dockerfile)).toEqual([]);
});

describe("the check itself sees", () => {
  test.each([
    ["NODE_IMAGE=node:24.21.0-bookworm-slim", "NODE_IMAGE=node:latest", "the base image is named"],
    ["FROM ${NODE_IMAGE}\n", "FROM node:24\n", "the base image is named"],
    ["RUN npm ci\n", "RUN npm install\n", "packages are those of the lock"],
    [" && npm prune --omit=dev", "", "packages are those of the lock"],
    ["COPY src ./src", "ADD https://example.org/src.tgz ./src", "nothing is downloaded past npm"],
    ["USER 1000:1000", "USER root", "the user is no root"],
    ['ENTRYPOINT ["node"]', "ENTRYPOINT node", "the process runs without a shell"],
    ["/usr/local/bin/npm ", "", "npm is not in the finished image"],
    ["-m 0700", "-m 0755", "its folder for data"],
    ["STOPSIGNAL SIGTERM", "STOPSIGNAL SIGKILL", "it is told to end by SIGTERM"],
    ['CMD ["node", "-e"', 'CMD ["curl", "-f"', "its health is looked at by node"],
    ["DATA_DIR=/data", "DISCORD_TOKEN=abc", "it holds no secret"],
    ["FROM ${NODE_IMAGE} AS build", "ARG SLACK_BOT_TOKEN\nFROM ${NODE_IMAGE} AS build", "it holds no secret"],
    ["HEALTH_PORT=8080", "HEALTHPORT=8080", "it sets no variable that the bot does not read"],
    ["WORKDIR /app", "WORKDIR app", "paths are absolute"],
  ])("%j made %j", (line, broken, fault) => {
    expect(dockerfile).toContain(line);
    expect(faultsIn(dockerfile.replace(line, broken)).join("\n")).toContain(fault);
  });
});

test("what the image is built from is all that docker sends to the build", () => {
  const ignored = readFileSync("deploy/Dockerfile.dockerignore", "utf8").split("\n");
  const [first, ...kept] = ignored.filter((line) => line !== "" && !line.startsWith("#"));
  expect(first).toBe("*");
  expect(kept.map((line) => line.slice(1)).toSorted()).toEqual(
    [...copiedIn(instructionsIn(dockerfile))].toSorted(),
  );
  expect(kept.every((line) => line.startsWith("!"))).toBe(true);
});

test("what is copied into the finished image is what tests/deploy/image.test.ts starts", () => {
  expect(copiedFrom(instructionsIn(dockerfile))).toEqual(["package.json", "node_modules", "dist"]);
});
