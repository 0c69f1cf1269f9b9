/** Milliseconds after which a connection is given up that the library has not given up. */
export interface Patience {
  /** Not connected at all. */
  readonly unconnected: number;
  /** Connected, without an acknowledged heartbeat: one comes every 41 s, and the library notices when two lack. */
  readonly silent: number;
  /** Between two looks. */
  readonly look: number;
}

export const usualPatience: Patience = { unconnected: 60_000, silent: 120_000, look: 5_000 };

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
    for (const { id, lastPingTimestamp: beat } of shards.values())
      if (!connected || heard.get(id)?.beat !== beat) heard.set(id, { beat, at: now });
    const silence = now - Math.min(now, ...[...heard.values()].map(({ at }) => at));
    if (now - connectedAt > patience.unconnected)
      giveUp(`no connection for ${Math.round((now - connectedAt) / 1000)} s`);
    else if (silence > patience.silent) giveUp(`no heartbeat for ${Math.round(silence / 1000)} s`);
  };
  return setInterval(look, patience.look).unref();
}
