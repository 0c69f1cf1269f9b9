import { InteractionResponseType } from "discord.js";
import type { File, Sent as Outgoing } from "../../preview.ts";
import { messageFlags } from "./card.ts";
import type { CardMessage } from "./components.ts";
import { usageOf } from "./limits.ts";
import type { Sender } from "./send.ts";

interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Takes down what would be sent to Discord. */
export interface Recorder extends Sender {
  readonly sent: readonly Outgoing[];
  /** What is offered while somebody types. */
  readonly choices: readonly Choice[];
}

export function createRecorder(): Recorder {
  const sent: Outgoing[] = [];
  const choices: Choice[] = [];
  const note = (payload: CardMessage, file?: File) => {
    const isPrivate = (payload.flags & messageFlags.ephemeral) !== 0;
    sent.push({
      kind: "message",
      isPrivate,
      payload,
      files: file === undefined ? [] : [file],
      usage: usageOf(payload),
    });
  };
  return {
    sent,
    choices,
    async respond(_, body, file) {
      switch (body.type) {
        case InteractionResponseType.ChannelMessageWithSource:
          note(body.data, file);
          break;
        case InteractionResponseType.ApplicationCommandAutocompleteResult:
          choices.push(...body.data.choices);
          break;
        // Nothing is seen of the first, and nobody manages a preview, so the second is not opened.
        case InteractionResponseType.DeferredMessageUpdate:
        case InteractionResponseType.Modal:
      }
      return "sent";
    },
    async reply(_, body, file) {
      note(body, file);
      return "sent";
    },
    async remove() {
      sent.push({ kind: "delete" });
    },
  };
}
