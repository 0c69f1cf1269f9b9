/**
 * What an operator watches over months, as counters. A label is one of a fixed set: never a text, an entry, a person or
 * a channel. What is counted is kept in memory only.
 */
export interface Metrics {
  /** `command` is the name of one of ours, or "unknown". */
  answered(answer: {
    readonly adapter: string;
    readonly command: string;
    readonly band: string;
    readonly seconds: number;
  }): void;
  /** An answer that was not ready in time, so that an apology went out. */
  deadlineMissed(): void;
  /** A connection that was lost or given up is open anew. */
  reconnected(adapter: string): void;
  /** `operation` is the name of a method of the store. */
  storeError(operation: string): void;
  /** Something that should have reached a person and did not. */
  undelivered(adapter: string): void;
  /** All of it in the format that `metricsType` names. */
  text(): string;
}

/** https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format */
export const metricsType = "text/plain; version=0.0.4; charset=utf-8";

/** In seconds. An answer takes milliseconds, and 2.5 s is its budget. */
const answerBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const;
/** Series of one name. More can only come from a mistake, and would fill the memory here and at whoever collects them. */
const mostSeries = 500;
const rest = "other";

/** For where nobody looks: counts nothing. */
export const noMetrics: Metrics = {
  answered() {},
  deadlineMissed() {},
  reconnected() {},
  storeError() {},
  undelivered() {},
  text: () => "",
};

export function createMetrics(): Metrics {
  const answers = createCounter("openness_answers_total", "Answers given.", ["adapter", "command", "band"]);
  const seconds = createHistogram(
    "openness_answer_seconds",
    "Seconds from a request to its answer, without the way to the platform.",
    "adapter",
    answerBuckets,
  );
  const misses = createCounter(
    "openness_deadline_misses_total",
    "Answers over the budget of 2.5 seconds.",
    [],
  );
  const reconnects = createCounter("openness_reconnects_total", "Connections opened anew.", ["adapter"]);
  const storeErrors = createCounter("openness_store_errors_total", "Operations of the store that failed.", [
    "operation",
  ]);
  const undelivered = createCounter(
    "openness_undelivered_total",
    "Messages that did not reach the platform.",
    ["adapter"],
  );
  return {
    answered(answer) {
      answers.add([answer.adapter, answer.command, answer.band]);
      seconds.observe(answer.adapter, answer.seconds);
    },
    deadlineMissed: () => misses.add([]),
    reconnected: (adapter) => reconnects.add([adapter]),
    storeError: (operation) => storeErrors.add([operation]),
    undelivered: (adapter) => undelivered.add([adapter]),
    text: () =>
      [answers, seconds, misses, reconnects, storeErrors, undelivered]
        .map((series) => series.text())
        .join(""),
  };
}

/** One value that goes up and down. */
export function gaugeText(name: string, help: string, value: number): string {
  return `${headOf(name, help, "gauge")}${lineOf(name, {}, value)}`;
}

/** One value that only goes up, and is counted elsewhere. */
export function counterText(name: string, help: string, value: number): string {
  return `${headOf(name, help, "counter")}${lineOf(name, {}, value)}`;
}

type Labels = Readonly<Record<string, string>>;

function createCounter(name: string, help: string, labels: readonly string[]) {
  const counts = new Map<string, { readonly labels: Labels; count: number }>();
  const others = labels.map(() => rest);
  const countOf = (values: readonly string[]) => {
    const key = JSON.stringify(values);
    const known = counts.get(key);
    if (known !== undefined) return known;
    if (counts.size >= mostSeries && values !== others) return countOf(others);
    const named = Object.fromEntries(labels.map((label, index) => [label, values[index] ?? ""]));
    const fresh = { labels: named, count: 0 };
    counts.set(key, fresh);
    return fresh;
  };
  // Without labels there is one series, whose zero says that it is counted.
  if (labels.length === 0) countOf([]);
  return {
    add(values: readonly string[]): void {
      countOf(values).count += 1;
    },
    text: () =>
      headOf(name, help, "counter") +
      [...counts.values()].map(({ labels: named, count }) => lineOf(name, named, count)).join(""),
  };
}

/** `bounds` are the upper ends of the buckets, rising; a last one without an end is added. */
function createHistogram(name: string, help: string, label: string, bounds: readonly number[]) {
  const observed = new Map<string, { readonly buckets: number[]; sum: number; count: number }>();
  const seriesOf = (value: string) => {
    const known = observed.get(value);
    if (known !== undefined) return known;
    if (observed.size >= mostSeries && value !== rest) return seriesOf(rest);
    const fresh = { buckets: bounds.map(() => 0), sum: 0, count: 0 };
    observed.set(value, fresh);
    return fresh;
  };
  return {
    observe(value: string, amount: number): void {
      const series = seriesOf(value);
      series.sum += amount;
      series.count += 1;
      const index = bounds.findIndex((bound) => amount <= bound);
      if (index !== -1) series.buckets[index] = (series.buckets[index] ?? 0) + 1;
    },
    text: () =>
      headOf(name, help, "histogram") +
      [...observed]
        .map(([value, { buckets, sum, count }]) => {
          const own = { [label]: value };
          let below = 0;
          const lines = bounds.map((bound, index) => {
            below += buckets[index] ?? 0;
            return lineOf(`${name}_bucket`, { ...own, le: String(bound) }, below);
          });
          return [
            ...lines,
            lineOf(`${name}_bucket`, { ...own, le: "+Inf" }, count),
            lineOf(`${name}_sum`, own, sum),
            lineOf(`${name}_count`, own, count),
          ].join("");
        })
        .join(""),
  };
}

function headOf(name: string, help: string, type: "counter" | "gauge" | "histogram"): string {
  const escaped = help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
  return `# HELP ${name} ${escaped}\n# TYPE ${name} ${type}\n`;
}

function lineOf(name: string, labels: Labels, value: number): string {
  const named = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
  return `${name}${named.length === 0 ? "" : `{${named.join(",")}}`} ${value}\n`;
}

function escapeLabel(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
