/**
 * What an agent and a command say to each other, one question a connection, in bytes of fixed length so that a key
 * never becomes a string and nothing can grow.
 * Question, 34 bytes: version (1), verb (1), digest of the vault's id (32; zeros with "lock": whatever vault it is).
 * Answer, 33 bytes: outcome (1), key (32; zeros unless the outcome is "key").
 */
import { secretBytes, secretCopy } from '../../crypto/secret-bytes.ts';

const VERSION = 1;
/** Bytes of a question. */
export const QUESTION_BYTES = 34;
/** Bytes of an answer. */
export const ANSWER_BYTES = 33;
/** Bytes of a key and of a digest. */
export const SECRET_BYTES = 32;
/** Milliseconds after which either side gives up waiting for the other. */
export const PATIENCE_MS = 2000;

const VERBS = { key: 0x4b, lock: 0x4c } as const;
const OUTCOMES = { none: 0, key: 1, locked: 2 } as const;

/** What is asked of an agent. */
export interface Question {
  readonly verb: keyof typeof VERBS;
  /** 32 bytes; null with `lock`: whatever vault it holds. */
  readonly vault: Uint8Array | null;
}

/** What an agent answers; the key is a copy that the receiver overwrites with zeros after use. */
export type Answer =
  | { readonly outcome: 'key'; readonly key: Uint8Array }
  | { readonly outcome: 'none' | 'locked' };

/**
 * The bytes of a question.
 *
 * @example
 * socket.end(questionBytes({ verb: 'key', vault: vaultDigest(id) }));
 */
export function questionBytes({ verb, vault }: Question): Uint8Array {
  const bytes = new Uint8Array(QUESTION_BYTES);
  bytes.set([VERSION, VERBS[verb]]);
  if (vault !== null) bytes.set(vault, 2);
  return bytes;
}

/**
 * Reads a question; null for anything else.
 *
 * @example
 * parseQuestion(received) ?? socket.destroy();
 */
export function parseQuestion(bytes: Uint8Array): Question | null {
  if (bytes.length !== QUESTION_BYTES || bytes[0] !== VERSION) return null;
  const vault = Uint8Array.from(bytes.subarray(2));
  const whatever = vault.every((byte) => byte === 0);
  if (bytes[1] === VERBS.lock) return { verb: 'lock', vault: whatever ? null : vault };
  return bytes[1] === VERBS.key && !whatever ? { verb: 'key', vault } : null;
}

/**
 * The bytes of an answer.
 *
 * @example
 * socket.end(answerBytes({ outcome: 'none' }));
 */
export function answerBytes(answer: Answer): Uint8Array {
  const bytes = secretBytes(ANSWER_BYTES);
  bytes[0] = OUTCOMES[answer.outcome];
  if (answer.outcome === 'key') bytes.set(answer.key, 1);
  return bytes;
}

/**
 * Reads an answer; null for anything else.
 *
 * @example
 * parseAnswer(received)?.outcome; // 'key'
 */
export function parseAnswer(bytes: Uint8Array): Answer | null {
  if (bytes.length !== ANSWER_BYTES) return null;
  if (bytes[0] === OUTCOMES.key) return { outcome: 'key', key: secretCopy(bytes.subarray(1)) };
  if (bytes[0] === OUTCOMES.none) return { outcome: 'none' };
  return bytes[0] === OUTCOMES.locked ? { outcome: 'locked' } : null;
}
