/** The command's side of the socket: asks an agent one question and waits for its answer, not longer than patience. */
import { connect } from 'node:net';
import {
  ANSWER_BYTES,
  type Answer,
  PATIENCE_MS,
  parseAnswer,
  type Question,
  questionBytes,
} from './agent-protocol.ts';

/** The answer; `absent`: nobody listens there; `silent`: somebody does and gave no proper answer in time. */
export type Asked = Answer | 'absent' | 'silent';

/** Errors of connecting that mean that nobody listens. */
const NOBODY = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'ENOTDIR']);

/**
 * Asks.
 *
 * @example
 * await askAgent(address, { verb: 'lock', vault: null });
 */
export function askAgent(address: string, question: Question): Promise<Asked> {
  return new Promise((resolve) => {
    const socket = connect({ path: address });
    let received = Buffer.alloc(0);
    const settle = (asked: Asked): void => {
      received.fill(0);
      socket.destroy();
      resolve(asked);
    };
    // Not the socket's own time-out: a little data now and then must not stretch it.
    const patience = setTimeout(() => settle('silent'), PATIENCE_MS);
    socket.on('connect', () => socket.end(questionBytes(question)));
    socket.on('data', (chunk) => {
      const grown = Buffer.concat([received, chunk]);
      received.fill(0);
      chunk.fill(0);
      received = grown;
      if (received.length > ANSWER_BYTES) settle('silent');
    });
    socket.on('end', () => settle(parseAnswer(received) ?? 'silent'));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      settle(NOBODY.has(error.code ?? '') ? 'absent' : 'silent'),
    );
    socket.on('close', () => {
      clearTimeout(patience);
      resolve('silent');
    });
  });
}
