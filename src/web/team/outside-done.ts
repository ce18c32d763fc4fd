/** Tells the pages of this desk in this browser that somebody came back from the organisation's sign-in; no more than that. */

const CHANNEL = 'onrecord outside';

export const outsideDone = {
  /** Tells them. */
  tell(): void {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage('done');
    channel.close();
  },
  /** Is told. @returns stops listening */
  listen(onDone: () => void): () => void {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = () => onDone();
    return () => channel.close();
  },
} as const;
