import { describe, expect, test } from "vitest";
import { createBot } from "../src/bot.ts";
import { createMetrics, gaugeText, noMetrics } from "../src/metrics.ts";
import { watchVitals } from "../src/vitals.ts";
import { requestOf, silentLog } from "./chat.ts";
import { mindWith } from "./one-command.ts";

/** The value of each series, by its name and labels as they are written. */
function seriesIn(text: string): Readonly<Record<string, number>> {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return Object.fromEntries(
    lines.map((line) => [line.replace(/ [^ ]+$/, ""), Number(line.split(" ").at(-1))]),
  );
}

const answer = { adapter: "one", command: "ask", band: "answer", seconds: 0.004 };

describe("the text", () => {
  test("is what Prometheus reads: a head for each name, then a line for each series", () => {
    const metrics = createMetrics();
    metrics.answered(answer);
    metrics.answered(answer);
    expect(metrics.text()).toContain(
      [
        "# HELP openness_answers_total Answers given.",
        "# TYPE openness_answers_total counter",
        'openness_answers_total{adapter="one",command="ask",band="answer"} 2',
        "",
      ].join("\n"),
    );
    // https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-details
    const label = '[a-z_]+="(?:[^"\\\\\\n]|\\\\["\\\\n])*"';
    const line = new RegExp(`^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+({${label}(,${label})*})? [0-9.e+-]+)$`);
    expect(metrics.text().endsWith("\n")).toBe(true);
    expect(
      metrics
        .text()
        .trimEnd()
        .split("\n")
        .filter((each) => !line.test(each)),
    ).toEqual([]);
  });

  test("names each of its series once, also those that have counted nothing yet", () => {
    const names = [
      ...createMetrics()
        .text()
        .matchAll(/^# TYPE (.+)$/gm),
    ].map(([, name]) => name);
    expect(names).toEqual([
      "openness_answers_total counter",
      "openness_answer_seconds histogram",
      "openness_deadline_misses_total counter",
      "openness_reconnects_total counter",
      "openness_store_errors_total counter",
      "openness_undelivered_total counter",
    ]);
    expect(seriesIn(createMetrics().text())).toEqual({ openness_deadline_misses_total: 0 });
  });

  test("keeps a label's quotes, backslashes and line breaks from ending it", () => {
    const metrics = createMetrics();
    metrics.storeError('a"b\\c\nd');
    expect(metrics.text()).toContain('openness_store_errors_total{operation="a\\"b\\\\c\\nd"} 1\n');
    expect(gaugeText("x", "one\\two\nthree", 1)).toBe("# HELP x one\\\\two\\nthree\n# TYPE x gauge\nx 1\n");
  });
});

test("buckets hold everything up to their bound, the last one all of it", () => {
  const metrics = createMetrics();
  for (const seconds of [0.0005, 0.001, 0.3, 2.5, 7]) metrics.answered({ ...answer, seconds });
  const series = seriesIn(metrics.text());
  const upTo = (bound: string) => series[`openness_answer_seconds_bucket{adapter="one",le="${bound}"}`];
  expect(["0.001", "0.0025", "0.25", "0.5", "2.5", "5", "+Inf"].map(upTo)).toEqual([2, 2, 2, 3, 4, 4, 5]);
  expect(series['openness_answer_seconds_count{adapter="one"}']).toBe(5);
  expect(series['openness_answer_seconds_sum{adapter="one"}']).toBeCloseTo(9.8015);
});

test("each kind of trouble has its counter", () => {
  const metrics = createMetrics();
  metrics.deadlineMissed();
  metrics.reconnected("one");
  metrics.storeError("claim");
  metrics.undelivered("two");
  expect(seriesIn(metrics.text())).toEqual({
    openness_deadline_misses_total: 1,
    'openness_reconnects_total{adapter="one"}': 1,
    'openness_store_errors_total{operation="claim"}': 1,
    'openness_undelivered_total{adapter="two"}': 1,
  });
});

test("a label that should have been fixed, and is not, does not fill the memory", () => {
  const metrics = createMetrics();
  for (let index = 0; index < 2_000; index += 1) metrics.answered({ ...answer, adapter: `a${index}` });
  metrics.answered({ ...answer, adapter: "a0" });
  const series = seriesIn(metrics.text());
  expect(Object.keys(series).filter((name) => name.startsWith("openness_answers_total"))).toHaveLength(501);
  expect(series['openness_answers_total{adapter="other",command="other",band="other"}']).toBe(1_500);
  expect(series['openness_answers_total{adapter="a0",command="ask",band="answer"}']).toBe(2);
  expect(series['openness_answer_seconds_count{adapter="other"}']).toBe(1_500);
});

test("where nobody looks, nothing is counted", () => {
  noMetrics.answered(answer);
  expect(noMetrics.text()).toBe("");
});

describe("the bot counts", () => {
  const reply = { band: "none", language: "en", title: "No", text: "", audience: "person" } as const;

  test("each answer, by a command's name only if it is one of ours, and nothing that a person typed", async () => {
    const metrics = createMetrics();
    const counting = createBot(
      mindWith(() => reply),
      silentLog,
      { metrics },
    );
    await counting.answer({ ...requestOf("/try"), text: "alices-secret", person: "alice" });
    await counting.answer(requestOf("/alices-diary today"));
    const series = seriesIn(metrics.text());
    expect(series['openness_answers_total{adapter="test",command="try",band="none"}']).toBe(1);
    expect(series['openness_answer_seconds_count{adapter="test"}']).toBe(2);
    expect(series["openness_deadline_misses_total"]).toBe(0);
    expect(metrics.text()).toContain('command="unknown"');
    expect(metrics.text()).not.toContain("alice");
  });

  test("an answer that was too late", async () => {
    const metrics = createMetrics();
    const slow = createBot(
      mindWith(() => new Promise(() => {})),
      silentLog,
      { metrics, patience: 20 },
    );
    await slow.answer(requestOf("/try"));
    expect(seriesIn(metrics.text())["openness_deadline_misses_total"]).toBe(1);
    expect(seriesIn(metrics.text())['openness_answer_seconds_bucket{adapter="test",le="0.01"}']).toBe(0);
  });
});

test("the process tells its memory, its age, and for how long nothing else could be done", async () => {
  const vitals = watchVitals();
  const pause = () => new Promise((resolve) => setTimeout(resolve, 60));
  await pause();
  const end = performance.now() + 300;
  while (performance.now() < end);
  await pause();
  const blocked = seriesIn(vitals.text());
  await pause();
  const idle = seriesIn(vitals.text());
  vitals.stop();
  expect(blocked["process_resident_memory_bytes"]).toBeGreaterThan(1e7);
  const [busy = 0, quiet = 0] = [blocked, idle].map((one) => one["process_cpu_seconds_total"]);
  expect(busy).toBeGreaterThan(0.3);
  expect(quiet - busy).toBeLessThan(0.3);
  expect(Date.now() / 1_000 - (blocked["process_start_time_seconds"] ?? 0)).toBeCloseTo(process.uptime(), 0);
  expect(blocked["nodejs_eventloop_lag_p99_seconds"]).toBeGreaterThan(0.2);
  expect(idle["nodejs_eventloop_lag_p99_seconds"]).toBeLessThan(0.2);
});
