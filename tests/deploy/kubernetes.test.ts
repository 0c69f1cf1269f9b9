import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { z } from "zod";
import { startHealth } from "../../src/health.ts";
import { freePort } from "../free-port.ts";
import { longestEnd, secretsAmong, unknownAmong } from "./names.ts";

const labels = z.record(z.string(), z.string());
const Probe = z.object({
  httpGet: z.object({ path: z.string(), port: z.string() }),
  periodSeconds: z.number(),
  timeoutSeconds: z.number(),
  failureThreshold: z.number(),
});
const Container = z.object({
  image: z.string(),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
  env: z.array(
    z.object({
      name: z.string(),
      value: z.string().optional(),
      valueFrom: z
        .object({
          configMapKeyRef: z.object({ name: z.string(), key: z.string() }).optional(),
          fieldRef: z.object({ fieldPath: z.string() }).optional(),
        })
        .optional(),
    }),
  ),
  startupProbe: Probe,
  livenessProbe: Probe,
  readinessProbe: Probe,
  lifecycle: z.object({ preStop: z.object({ sleep: z.object({ seconds: z.number() }) }) }).optional(),
  resources: z.object({
    requests: z.object({ cpu: z.string(), memory: z.string() }),
    limits: z.object({ memory: z.string() }),
  }),
  securityContext: z.object({
    allowPrivilegeEscalation: z.boolean(),
    readOnlyRootFilesystem: z.boolean(),
    capabilities: z.object({ drop: z.array(z.string()) }),
  }),
  volumeMounts: z.array(
    z.object({ name: z.string(), mountPath: z.string(), readOnly: z.boolean().optional() }),
  ),
});
const Pod = z.object({
  enableServiceLinks: z.boolean(),
  automountServiceAccountToken: z.boolean(),
  terminationGracePeriodSeconds: z.number(),
  securityContext: z.object({
    runAsNonRoot: z.boolean(),
    runAsUser: z.number(),
    seccompProfile: z.object({ type: z.string() }),
  }),
  topologySpreadConstraints: z.array(z.object({ topologyKey: z.string() })),
  containers: z.tuple([Container]),
  volumes: z.array(
    z.object({
      name: z.string(),
      secret: z
        .object({
          secretName: z.string(),
          defaultMode: z.number(),
          items: z.array(z.object({ key: z.string(), path: z.string() })),
        })
        .optional(),
    }),
  ),
});
const Workload = z.object({
  kind: z.enum(["Deployment", "StatefulSet"]),
  spec: z.object({
    replicas: z.number(),
    serviceName: z.string().optional(),
    podManagementPolicy: z.string().optional(),
    strategy: z.object({ rollingUpdate: z.object({ maxUnavailable: z.number() }) }).optional(),
    selector: z.object({ matchLabels: labels }),
    template: z.object({ metadata: z.object({ labels, annotations: labels }), spec: Pod }),
  }),
});
const Service = z.object({
  kind: z.literal("Service"),
  metadata: z.object({ name: z.string() }),
  spec: z.object({ selector: labels, ports: z.array(z.object({ targetPort: z.string() })) }),
});
const Budget = z.object({
  kind: z.literal("PodDisruptionBudget"),
  spec: z.object({
    minAvailable: z.number().optional(),
    maxUnavailable: z.number().optional(),
    selector: z.object({ matchLabels: labels }),
  }),
});
const Config = z.object({ kind: z.literal("ConfigMap"), data: labels });

const folder = "deploy/kubernetes";
const read = (name: string) => readFileSync(`${folder}/${name}.yaml`, "utf8");
const http = read("http");
const gateway = read("gateway");
const config = Config.parse(documentsIn(read("config"))[0]);

/** As Kubernetes reads YAML, which takes 0440 for octal. */
function documentsIn(text: string): readonly unknown[] {
  return parseAllDocuments(text, { version: "1.1" }).map((one) => {
    expect(one.errors).toEqual([]);
    return one.toJS();
  });
}

function open(text: string) {
  const [service, workload, budget] = documentsIn(text);
  const parts = {
    service: Service.parse(service),
    workload: Workload.parse(workload),
    budget: Budget.parse(budget),
  };
  const { spec: pod } = parts.workload.spec.template;
  return { ...parts, pod, container: pod.containers[0] };
}
type Opened = ReturnType<typeof open>;

const rules: Readonly<Record<string, (opened: Opened) => boolean>> = {
  "no root": ({ pod }) => pod.securityContext.runAsNonRoot && pod.securityContext.runAsUser === 1000,
  "no system calls but the usual": ({ pod }) => pod.securityContext.seccompProfile.type === "RuntimeDefault",
  "nothing gained, nothing written, no capabilities": ({ container: { securityContext: own } }) =>
    !own.allowPrivilegeEscalation && own.readOnlyRootFilesystem && own.capabilities.drop.join() === "ALL",
  "no way into the cluster's own interface": ({ pod }) => !pod.automountServiceAccountToken,
  "no variables named after services": ({ pod }) => !pod.enableServiceLinks,
  "the labels are those that are selected": ({ service, workload, budget }) =>
    new Set(
      [
        service.spec.selector,
        workload.spec.selector.matchLabels,
        workload.spec.template.metadata.labels,
        budget.spec.selector.matchLabels,
      ].map((one) => JSON.stringify(one)),
    ).size === 1,
  "one may always be taken away, never all": ({ workload, budget: { spec } }) =>
    (spec.minAvailable ?? workload.spec.replicas - (spec.maxUnavailable ?? 0)) ===
      workload.spec.replicas - 1 ||
    (spec.minAvailable === 1 && workload.spec.replicas > 1),
  "a new one answers before an old one ends": ({ workload }) =>
    workload.kind === "StatefulSet" || workload.spec.strategy?.rollingUpdate.maxUnavailable === 0,
  "an end is waited for": ({ pod, container }) =>
    pod.terminationGracePeriodSeconds > longestEnd + (container.lifecycle?.preStop.sleep.seconds ?? 0),
  "they stand apart": ({ pod }) =>
    pod.topologySpreadConstraints.map((one) => one.topologyKey).join() ===
    "kubernetes.io/hostname,topology.kubernetes.io/zone",
  "alive is asked for at the start and later, ready beside it": ({ container }) =>
    container.startupProbe.httpGet.path === "/healthz" &&
    container.livenessProbe.httpGet.path === "/healthz" &&
    container.readinessProbe.httpGet.path === "/readyz",
  "ports are those that the bot opens": ({ container, service, workload }) =>
    container.ports.every(
      ({ name, containerPort }) =>
        valueOf(container, name === "health" ? "HEALTH_PORT" : "PORT") === String(containerPort),
    ) &&
    [
      ...service.spec.ports.map((one) => one.targetPort),
      ...probesOf(container).map((one) => one.httpGet.port),
    ].every((port) => container.ports.some((one) => one.name === port)) &&
    workload.spec.template.metadata.annotations["prometheus.io/port"] === valueOf(container, "HEALTH_PORT"),
  "what is asked for from outside listens outside": ({ container }) =>
    valueOf(container, "HEALTH_HOST") === "0.0.0.0" &&
    (valueOf(container, "PORT") === undefined || valueOf(container, "HOST") === "0.0.0.0"),
  "every name means something": ({ container }) =>
    unknownAmong(container.env.map(({ name }) => name).filter((name) => name !== "POD_INDEX")).length === 0,
  "secrets are files": ({ container }) => secretsAmong(container.env.map(({ name }) => name)).length === 0,
  "the files that are named are those that are there": ({ pod, container }) => {
    const named = container.env.flatMap(({ name, value = "" }) => (name.endsWith("_FILE") ? [value] : []));
    const mount = container.volumeMounts.find(
      ({ name, readOnly }) => name === "secrets" && readOnly === true,
    );
    const secret = pod.volumes.find(({ name }) => name === "secrets")?.secret;
    const there = secret?.items.map(({ path }) => `${mount?.mountPath}/${path}`);
    return secret?.defaultMode === 0o440 && named.toSorted().join() === there?.toSorted().join();
  },
  "what the configuration is asked for it has": ({ container }) =>
    container.env.every(({ name, valueFrom }) => {
      const ref = valueFrom?.configMapKeyRef;
      return ref === undefined || (ref.key === name && ref.name === "openness" && name in config.data);
    }),
  "what it needs is known": ({ container: { resources } }) =>
    Number.parseInt(resources.limits.memory, 10) >= Number.parseInt(resources.requests.memory, 10),
};

type Container = z.infer<typeof Container>;

function valueOf({ env }: Container, wanted: string): string | undefined {
  return env.find(({ name }) => name === wanted)?.value;
}

function probesOf({ startupProbe, livenessProbe, readinessProbe }: Container) {
  return [startupProbe, livenessProbe, readinessProbe];
}

function faultsIn(text: string): readonly string[] {
  const opened = open(text);
  return Object.entries(rules)
    .filter(([, holds]) => !holds(opened))
    .map(([words]) => words);
}

test.each([
  ["http.yaml", http],
  ["gateway.yaml", gateway],
])("%s keeps the rules", (_, text) => {
  expect(faultsIn(text)).toEqual([]);
});

test("there are no other files, and none of them holds a secret", () => {
  expect(readdirSync(folder).toSorted()).toEqual(["config.yaml", "gateway.yaml", "http.yaml"]);
  expect(unknownAmong(Object.keys(config.data))).toEqual([]);
  expect(secretsAmong(Object.keys(config.data))).toEqual([]);
  expect([http, gateway].map((text) => /kind: Secret/.test(text))).toEqual([false, false]);
});

test("the paths that are asked for are those that health serves", async () => {
  const address = { host: "127.0.0.1", port: await freePort() };
  const server = await startHealth(
    address,
    () => [],
    () => "",
  );
  const { workload, container } = open(http);
  const paths = probesOf(container).map(({ httpGet }) => httpGet.path);
  for (const path of [...paths, workload.spec.template.metadata.annotations["prometheus.io/path"]]) {
    const { status } = await fetch(`http://127.0.0.1:${address.port}${path}`);
    expect([path, [200, 503].includes(status)]).toEqual([path, true]);
  }
  await server.stop();
});

test("over HTTP no process opens a gateway; the processes of the gateway share it out among themselves", () => {
  expect(valueOf(open(http).container, "DISCORD_GATEWAY")).toBe("off");
  const { workload, container, service } = open(gateway);
  const { replicas, serviceName, podManagementPolicy } = workload.spec;
  expect([workload.kind, serviceName]).toEqual(["StatefulSet", service.metadata.name]);
  expect(podManagementPolicy).toBe("OrderedReady");
  expect(valueOf(container, "SHARDS")).toBe(`$(POD_INDEX)/${replicas}`);
  expect(Number(valueOf(container, "SHARD_COUNT")) % replicas).toBe(0);
  const [first] = container.env;
  // A variable can only refer to those before it.
  expect(first).toMatchObject({
    name: "POD_INDEX",
    valueFrom: { fieldRef: { fieldPath: "metadata.labels['apps.kubernetes.io/pod-index']" } },
  });
});

describe("the check itself sees", () => {
  test.each([
    ["runAsUser: 1000", "runAsUser: 0", "no root"],
    ["type: RuntimeDefault", "type: Unconfined", "no system calls"],
    ["readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false", "nothing gained"],
    ["drop: [ALL]", "drop: [NET_RAW]", "nothing gained"],
    ["automountServiceAccountToken: false", "automountServiceAccountToken: true", "no way into"],
    ["enableServiceLinks: false", "enableServiceLinks: true", "no variables named after services"],
    ["component: http", "component: web", "the labels are those"],
    ["minAvailable: 1", "minAvailable: 2", "one may always be taken away"],
    ["maxUnavailable: 0", "maxUnavailable: 1", "a new one answers"],
    ["terminationGracePeriodSeconds: 30", "terminationGracePeriodSeconds: 20", "an end is waited for"],
    ["kubernetes.io/hostname", "kubernetes.io/os", "they stand apart"],
    ["path: /readyz", "path: /healthz", "alive is asked for"],
    ["containerPort: 8080", "containerPort: 9090", "ports are those"],
    ["port: health", "port: metrics", "ports are those"],
    ['value: "4321"', 'value: "4322"', "ports are those"],
    ["value: 0.0.0.0", "value: 127.0.0.1", "what is asked for from outside"],
    ["- name: HEALTH_HOST", "- name: HEALTHHOST", "every name means something"],
    ["- name: DATABASE_URL_FILE", "- name: DATABASE_URL", "secrets are files"],
    ["/openness/STORE_KEYS", "/openness/STORE_KEY", "the files that are named"],
    ["defaultMode: 0440", "defaultMode: 440", "the files that are named"],
    ["key: LOG_LEVEL", "key: LOGLEVEL", "what the configuration is asked for"],
    ["memory: 384Mi", "memory: 84Mi", "what it needs is known"],
  ])("%j made %j", (line, broken, fault) => {
    expect(http).toContain(line);
    expect(faultsIn(http.replace(line, broken)).join("\n")).toContain(fault);
  });
});
