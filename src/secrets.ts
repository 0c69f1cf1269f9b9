import { readFileSync } from "node:fs";
import { parseUrl } from "./url.ts";

type Given = Readonly<Record<string, string | undefined>>;

/** Whether a variable's value must never be printed, which its name says. */
function isSecret(name: string): boolean {
  return /TOKEN|SECRET|PASSWORD|KEY|DATABASE_URL/.test(name);
}

/**
 * Values that must never be printed. Several keys in one variable, "id:key,id:key", count each for itself as well, and so
 * does the password in an address.
 */
export function secretsIn(given: Given): readonly string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined || !isSecret(name)) return [];
    if (name.endsWith("KEYS"))
      return [value, ...value.split(",").map((pair) => pair.slice(pair.indexOf(":") + 1).trim())];
    return name.endsWith("URL") ? [value, ...passwordIn(value)] : [value];
  });
}

/** As it stands in the address, and as it is sent. */
function passwordIn(address: string): readonly string[] {
  const { password } = parseUrl(address) ?? { password: "" };
  if (password === "") return [];
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}

/** Those of the variables whose value may stand in a file instead, by the name that points to it: NAME_FILE. */
export function fileNames(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.filter(isSecret).map((name) => [`${name}_FILE`, name]));
}

/**
 * What is given, with the values that stand in files of their own, as Docker, Kubernetes and systemd hand secrets over. Line
 * breaks at a file's end do not count.
 * @throws {Error} naming every variable that is wrong, one a line, with what to do; never a value and never a path, which may
 * be a value that was put at the wrong place.
 */
export function withFiles(names: readonly string[], given: Given): Given {
  const values: Record<string, string> = {};
  const faults: string[] = [];
  for (const [fileName, name] of fileNames(names)) {
    const file = given[fileName] ?? "";
    if (file === "") continue;
    if ((given[name] ?? "") !== "") {
      faults.push(`${name}: set beside ${fileName}; take one of the two out.`);
      continue;
    }
    const read = readValue(file);
    if ("fault" in read)
      faults.push(`${fileName}: ${read.fault}; give the path of a readable file that holds ${name}.`);
    else values[name] = read.value;
  }
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return { ...given, ...values };
}

function readValue(file: string): { readonly value: string } | { readonly fault: string } {
  try {
    const value = readFileSync(file, "utf8").replace(/[\r\n]+$/, "");
    return value === "" ? { fault: "the file is empty" } : { value };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "no reason given";
    return { fault: `the file cannot be read (${code})` };
  }
}
