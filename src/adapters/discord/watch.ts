/** Milliseconds after which a connection is given up that the library has not given up. */
export interface Patience {
  /** Not all connected, where there is one shard. */
  readonly unconnected: number;
  /** Connected, without an acknowledged heartbeat: one comes every 41 s, and the library notices when two lack. */
  readonly silent: number;
  /** Between two looks. */
  readonly look: number;
}

export const usualPatience: Patience = { unconnected: 60_000, silent: 120_000, look: 5_000 };

/**
 * Milliseconds that Discord wants between two shards that log in, of a bot that may not open several at once:
 * https://docs.discord.com/developers/events/gateway#rate-limiting-and-max_concurrency
 */
const betweenShards = 5_000;

interface Shard {
  readonly id: number;
  /** When the heartbeat was sent that was acknowledged last. */
  readonly lastPingTimestamp: number;
}

/** Looks after the shards until the timer is cleared, and says why they should be given up. */
export function watchOver(
  shards: { values(): Iterable<Shard> },
  isConnected: () => boolean,
  patience: Patience,
  giveUp: (why: string) => void,
): NodeJS.Timeout {
  let connectedAt = performance.now();
  const heard = new Map<number, { readonly beat: number; readonly at: number }>();
  const look = () => {
    const now = performance.now();
    const connected = isConnected();
    if (connected) connectedAt = now;
    const all = [...shards.values()];
    for (const { id, lastPingTimestamp: beat } of all)
      if (!connected || heard.get(id)?.beat !== beat) heard.set(id, { beat, at: now });
    const silence = now - Math.min(now, ...[...heard.values()].map(({ at }) => at));
    const patient = patience.unconnected + betweenShards * Math.max(all.length - 1, 0);
    if (now - connectedAt > patient) giveUp(`no connection for ${Math.round((now - connectedAt) / 1000)} s`);
    else if (silence > patience.silent) giveUp(`no heartbeat for ${Math.round(silence / 1000)} s`);
  };
  return setInterval(look, patience.look).unref();
}
