import { describe, expect, test } from "vitest";
import { drawForm, readForm } from "../../../../src/adapters/slack/draw/form.ts";
import { drawFound, drawHome, drawLookup } from "../../../../src/adapters/slack/draw/views.ts";
import { plain } from "./parts.ts";

describe("a window", () => {
  const form = {
    code: "1:form",
    title: "x".repeat(25),
    submit: "Save",
    cancel: "Cancel",
    fields: [
      {
        id: "mode",
        label: "Mode",
        chosen: "b",
        options: [
          { value: "a", label: "A" },
          { value: "b", label: "B" },
        ],
      },
      { id: "other", label: "Other", chosen: "?", options: [{ value: "c", label: "x".repeat(76) }] },
    ],
  };

  test("of settings shows what is set, and gives back what was chosen", () => {
    const [a, b] = ["A", "B"].map((label) => ({ value: label.toLowerCase(), text: plain(label) }));
    expect(drawForm(form)).toEqual({
      type: "modal",
      callback_id: "settings",
      private_metadata: "1:form",
      title: plain(`${"x".repeat(23)}…`),
      submit: plain("Save"),
      close: plain("Cancel"),
      blocks: [
        {
          type: "input",
          block_id: "mode",
          label: plain("Mode"),
          element: { type: "radio_buttons", action_id: "mode", options: [a, b], initial_option: b },
        },
        {
          type: "input",
          block_id: "other",
          label: plain("Other"),
          element: {
            type: "radio_buttons",
            action_id: "other",
            options: [{ value: "c", text: plain(`${"x".repeat(74)}…`) }],
          },
        },
      ],
    });
    expect(drawForm(form).blocks[1]).not.toHaveProperty("element.initial_option");
    const chosen = {
      mode: { mode: { selected_option: { value: "a" } } },
      other: { other: { selected_option: null } },
      gone: {},
    };
    expect(readForm(chosen)).toEqual({ mode: "a", other: undefined, gone: undefined });
  });

  test("for names completes them from the first letter on, and shows what was found in the same", () => {
    const frame = { type: "modal", title: plain("Look up"), close: plain("Close") };
    expect(drawLookup("en")).toEqual({
      ...frame,
      callback_id: "lookup_term",
      submit: plain("Show"),
      blocks: [
        {
          type: "input",
          block_id: "lookup_term",
          label: plain("Term, model or claim"),
          element: {
            type: "external_select",
            action_id: "lookup_term",
            placeholder: plain("Type a name"),
            min_query_length: 1,
            focus_on_load: true,
          },
        },
      ],
    });
    expect(drawFound("en", [{ type: "divider" }])).toEqual({ ...frame, blocks: [{ type: "divider" }] });
  });

  test("that is the Home tab has a question, the terms, the settings and the answer", () => {
    const answer = { type: "header" as const, text: { type: "plain_text" as const, text: "Answer" } };
    expect(drawHome("en", [answer])).toEqual({
      type: "home",
      blocks: [
        {
          type: "input",
          block_id: "search",
          dispatch_action: true,
          label: plain("Ask a question or type a name"),
          element: {
            type: "plain_text_input",
            action_id: "search",
            placeholder: plain("is grok open source?"),
            dispatch_action_config: { trigger_actions_on: ["on_enter_pressed"] },
          },
        },
        {
          type: "actions",
          elements: [
            {
              type: "button",
              action_id: "browse",
              text: plain("Browse the terms"),
              value: "1:ask:en:define:",
            },
            { type: "button", action_id: "settings", text: plain("Settings"), value: "1:ask:en:settings:" },
          ],
        },
        { type: "divider" },
        answer,
      ],
    });
  });
});
