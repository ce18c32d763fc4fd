/**
 * Stops a capture at a known place: the sidecar of one file is a named pipe, so the program waits there until
 * the test lets it go on. What a test does meanwhile surely happens in the middle of the batch.
 */
import { execFileSync } from 'node:child_process';
import { open } from 'node:fs/promises';

/** Makes the pipe; `beside` is the file whose sidecar it is. */
export function holdAt(beside: string): {
  /** Resolves when the capture has come to the file; then calls `meanwhile` and lets it go on. */
  release(meanwhile: () => void | Promise<void>): Promise<void>;
} {
  const pipe = `${beside}.yaml`;
  execFileSync('mkfifo', [pipe]);
  return {
    async release(meanwhile) {
      const writing = await open(pipe, 'w');
      try {
        await meanwhile();
        await writing.write('publisher: Harbour Radio\n').catch(() => undefined);
      } finally {
        await writing.close();
      }
    },
  };
}
