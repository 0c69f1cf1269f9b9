import type { Field, Form } from "../../manners/form.ts";
import { cleanText } from "../visible.ts";

/** https://docs.discord.com/developers/components/reference#radio-group, in a label of its own. */
interface Choice {
  readonly type: 18;
  readonly label: string;
  readonly component: {
    readonly type: 21;
    readonly custom_id: string;
    readonly required: true;
    readonly options: readonly {
      readonly label: string;
      readonly value: string;
      readonly default: boolean;
    }[];
  };
}

/** A window that Discord opens, with at most five choices. */
export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly Choice[];
}

export function drawForm({ code, title, fields }: Form): Modal {
  return { custom_id: code, title: cleanText(title), components: fields.map(drawField) };
}

function drawField({ id, label, options, chosen }: Field): Choice {
  return {
    type: 18,
    label: cleanText(label),
    component: {
      type: 21,
      custom_id: id,
      required: true,
      options: options.map((option) => ({
        label: cleanText(option.label),
        value: option.value,
        default: option.value === chosen,
      })),
    },
  };
}
