/** For acknowledgements that carry nothing: one that is lost must not cost the answer. */
export async function acknowledge(ack: () => Promise<void>): Promise<void> {
  try {
    await ack();
  } catch {
    // The library has logged it, and Slack shows whoever pressed a small warning.
  }
}
