import { monitorEventLoopDelay } from "node:perf_hooks";
import { counterText, gaugeText } from "./metrics.ts";

/** How the process itself is. */
export interface Vitals {
  /** In the format of the metrics, under the names that other programs on Node use too. The lag is that since the last look. */
  text(): string;
  stop(): void;
}

/** Milliseconds between two looks at the event loop: fine enough beside a budget of 2.5 s, and 50 wakings a second. */
const rhythm = 20;

export function watchVitals(): Vitals {
  const started = Date.now() / 1_000 - process.uptime();
  const delay = monitorEventLoopDelay({ resolution: rhythm });
  delay.enable();
  return {
    text() {
      // What is measured is the time between two looks; without any it is no number. In nanoseconds.
      const lag = Math.max(0, (delay.percentile(99) || 0) / 1e9 - rhythm / 1_000);
      delay.reset();
      // In microseconds.
      const { user, system } = process.cpuUsage();
      return [
        gaugeText("process_resident_memory_bytes", "Resident memory.", process.memoryUsage.rss()),
        counterText(
          "process_cpu_seconds_total",
          "Processor time, of user and system.",
          (user + system) / 1e6,
        ),
        gaugeText("process_start_time_seconds", "When the process started, in Unix time.", started),
        gaugeText("nodejs_eventloop_lag_p99_seconds", "99th percentile of the event loop's lag.", lag),
      ].join("");
    },
    stop: () => delay.disable(),
  };
}
