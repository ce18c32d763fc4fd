import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ANSWER_BYTES,
  answerBytes,
  parseAnswer,
  parseQuestion,
  QUESTION_BYTES,
  questionBytes,
} from './agent-protocol.ts';

const vault = new Uint8Array(32).fill(9);
const key = new Uint8Array(32).fill(5);

test.each([[{ verb: 'key', vault }], [{ verb: 'lock', vault }], [{ verb: 'lock', vault: null }]] as const)(
  'a question is read as it was written: %o',
  (question) => {
    expect(questionBytes(question)).toHaveLength(QUESTION_BYTES);
    expect(parseQuestion(questionBytes(question))).toEqual(question);
  },
);

test.each([[{ outcome: 'key', key }], [{ outcome: 'none' }], [{ outcome: 'locked' }]] as const)(
  'an answer is read as it was written: %o',
  (answer) => {
    expect(answerBytes(answer)).toHaveLength(ANSWER_BYTES);
    expect(parseAnswer(answerBytes(answer))).toEqual(answer);
  },
);

test('a key is never asked for without naming the vault', () => {
  expect(parseQuestion(questionBytes({ verb: 'key', vault: null }))).toBeNull();
});

test('other bytes are neither', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      const question = parseQuestion(bytes);
      if (question !== null) expect(questionBytes(question)).toEqual(bytes);
      if (bytes.length !== ANSWER_BYTES) expect(parseAnswer(bytes)).toBeNull();
    }),
  );
  expect(parseQuestion(Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n'))).toBeNull();
});
