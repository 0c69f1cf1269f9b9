import { describe, expect, test } from "vitest";
import { drawFeedback } from "../../../../src/adapters/slack/draw/feedback.ts";
import type { Reply } from "../../../../src/chat.ts";
import type { Control } from "../../../../src/manners/controls.ts";
import { blocksOf, control, many, plain } from "./parts.ts";

describe("buttons", () => {
  const asks = (count: number) =>
    many(count, (index) => ({ label: `Ask ${index}`, command: "define", text: `t${index}` }));
  const picks = (count: number) => asks(count).map((ask) => ({ ...ask, pick: true as const }));
  const shapes = (more: Partial<Reply>, controls: readonly Control[] = []) =>
    blocksOf(more, controls)
      .slice(2)
      .map((block) => (block.type === "actions" ? block.elements.map(({ type }) => type) : block.type));

  test("carry the question they ask", () => {
    expect(blocksOf({ next: asks(1) })[2]).toEqual({
      type: "actions",
      elements: [{ type: "button", action_id: "ask-0", text: plain("Ask 0"), value: "1:ask:en:define:t0" }],
    });
  });

  test("of up to four picks stay buttons; more are a menu, in front of the other buttons", () => {
    expect(shapes({ next: picks(4) })).toEqual([many(4, () => "button")]);
    expect(shapes({ next: [...asks(2), ...picks(5)] })).toEqual([["static_select", "button", "button"]]);
    expect(blocksOf({ next: picks(5) })[2]).toMatchObject({
      elements: [
        {
          action_id: "pick-0",
          placeholder: plain("Continue with …"),
          options: many(5, (index) => ({ text: plain(`Ask ${index}`), value: `1:ask:en:define:t${index}` })),
        },
      ],
    });
  });

  test("are at most 25 together, and choices at most 100", () => {
    expect(shapes({ next: asks(25) })).toHaveLength(1);
    expect(shapes({ next: asks(26) }).map(({ length }) => length)).toEqual([25, 1]);
    expect(shapes({ next: picks(100) })).toEqual([["static_select"]]);
    expect(blocksOf({ next: picks(101) })[2]).toMatchObject({
      elements: [{ options: { length: 100 } }, { action_id: "pick-1", options: { length: 1 } }],
    });
  });

  test("of the card itself share it, or say why it did not help; the others are small ones", () => {
    expect(blocksOf({}, [control("share"), control("reason"), control("helpful")])[2]).toMatchObject({
      elements: [
        { action_id: "share", text: plain("Do share"), value: "code-share" },
        { action_id: "reason-1", text: plain("Do reason"), value: "code-reason" },
      ],
    });
  });

  test("for votes come in pairs, and a bin is for whom it is meant", () => {
    const label = (kind: string) => ({
      text: plain(`Do ${kind}`),
      accessibility_label: `Do ${kind}`,
      value: `code-${kind}`,
    });
    const bin = { type: "icon_button", action_id: "delete", icon: "trash", ...label("delete") };
    expect(drawFeedback([])).toEqual([]);
    expect(drawFeedback([control("helpful")])).toEqual([]);
    expect(drawFeedback([control("unhelpful")])).toEqual([]);
    expect(drawFeedback([control("delete")])).toEqual([{ type: "context_actions", elements: [bin] }]);
    const all = [control("helpful"), control("unhelpful"), { ...control("delete"), visibleTo: "U1" }];
    expect(drawFeedback(all)).toEqual([
      {
        type: "context_actions",
        elements: [
          {
            type: "feedback_buttons",
            action_id: "vote",
            positive_button: label("helpful"),
            negative_button: label("unhelpful"),
          },
          { ...bin, visible_to_user_ids: ["U1"] },
        ],
      },
    ]);
  });

  test("tell screen readers no more than Slack allows", () => {
    const [block] = drawFeedback([{ ...control("delete"), label: "x".repeat(76) }]);
    expect(block?.elements).toMatchObject([
      { accessibility_label: "x".repeat(75), text: plain(`${"x".repeat(74)}…`) },
    ]);
  });
});
