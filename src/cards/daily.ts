import type { Language } from "../chat.ts";
import { remember } from "../remember.ts";
import type { Context } from "./context.ts";

/** Makes something once a day and language for each object: old evidence is marked as such, so no longer. */
export function daily<K extends object, V>(
  make: (context: Context, key: K) => V,
): (context: Context, key: K) => V {
  const made = remember<K, { today: string; readonly values: Map<Language, { readonly value: V }> }>(() => ({
    today: "",
    values: new Map(),
  }));
  return (context, key) => {
    const known = made(key);
    if (known.today !== context.today) known.values.clear();
    known.today = context.today;
    const { value } = known.values.get(context.language) ?? { value: make(context, key) };
    known.values.set(context.language, { value });
    return value;
  };
}
