/**
 * The agent's side of the socket: answers questions for one vault from a key holder. A connection asks once, in
 * fixed bytes; what comes too slowly, too long or in another form is cut off without an answer.
 */
import { chmod } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { type Answer, answerBytes, PATIENCE_MS, parseQuestion, QUESTION_BYTES } from './agent-protocol.ts';
import type { KeyHolder } from './key-holder.ts';

/** Connections at a time; more wait or fail. */
const MOST_CONNECTIONS = 32;

/**
 * Listens on an address; the socket is 0600 from its first moment.
 *
 * @param served.vault digest of the id of the vault whose key is held
 * @throws Error of the system, for example EADDRINUSE
 * @example
 * const server = await serveKey(address, { vault: digest, holder });
 */
export async function serveKey(
  address: string,
  served: { readonly vault: Uint8Array; readonly holder: KeyHolder },
): Promise<Server> {
  const server = createServer({ allowHalfOpen: true }, (socket) => serveOne(socket, served));
  server.maxConnections = MOST_CONNECTIONS;
  const umask = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(address, () => resolve());
    });
  } finally {
    process.umask(umask);
  }
  if (!address.startsWith('\\\\')) await chmod(address, 0o600);
  return server;
}

function serveOne(socket: Socket, served: { readonly vault: Uint8Array; readonly holder: KeyHolder }): void {
  let received = Buffer.alloc(0);
  socket.setTimeout(PATIENCE_MS, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    if (received.length < QUESTION_BYTES) return;
    const question = parseQuestion(received);
    if (question === null) {
      socket.destroy();
      return;
    }
    const mine = question.vault === null || Buffer.from(served.vault).equals(question.vault);
    const answer: Answer = mine ? answerTo(question.verb, served.holder) : { outcome: 'none' };
    const bytes = answerBytes(answer);
    if (answer.outcome === 'key') answer.key.fill(0);
    socket.end(bytes, () => bytes.fill(0));
  });
}

function answerTo(verb: 'key' | 'lock', holder: KeyHolder): Answer {
  if (verb === 'lock') {
    const held = holder.holds;
    holder.drop();
    return { outcome: held ? 'locked' : 'none' };
  }
  const key = holder.use();
  return key === null ? { outcome: 'none' } : { outcome: 'key', key };
}
