import { SocketModeClient } from "@slack/socket-mode";

type Options = ConstructorParameters<typeof SocketModeClient>[0] & {
  /** Slack will close this connection soon, for this reason. */
  readonly onTold: (reason: string) => void;
  readonly onMalformed: () => void;
};

/**
 * The library's client, which closes a connection as soon as Slack announces that it will, and lets a frame that is not an
 * object end the process. A class, because only a method that is overridden comes between the socket and both.
 */
export class PatientClient extends SocketModeClient {
  readonly #onTold: Options["onTold"];
  readonly #onMalformed: Options["onMalformed"];

  constructor({ onTold, onMalformed, ...options }: Options) {
    super(options);
    this.#onTold = onTold;
    this.#onMalformed = onMalformed;
  }

  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    const reason = typeof data === "string" ? reasonToGo(data) : undefined;
    if (reason !== undefined) {
      this.#onTold(reason);
      return;
    }
    try {
      await super.onWebSocketMessage(data, isBinary);
    } catch {
      this.#onMalformed();
    }
  }
}

function reasonToGo(frame: string): string | undefined {
  // Answers would be parsed twice otherwise.
  if (!frame.includes('"disconnect"')) return undefined;
  try {
    const { type, reason }: { type?: unknown; reason?: unknown } = JSON.parse(frame) ?? {};
    return type === "disconnect" ? String(reason) : undefined;
  } catch {
    return undefined;
  }
}
