import { verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { formatCheckpoint } from './checkpoint.ts';
import { addCosignature } from './cosignature.ts';
import { leafHash } from './merkle.ts';
import { ED25519_COSIGNATURE, formatVkey, noteSigner, parseVkey } from './note-key.ts';
import { openNote, signNote } from './signed-note.ts';

const seed = (n: number) => new Uint8Array(32).fill(n);
const TIME = 1679315147;
const log = noteSigner('log.example.org', seed(1));
const witness = noteSigner('witness.example.org', seed(2), ED25519_COSIGNATURE);
const second = noteSigner('archive.example.net', seed(3), ED25519_COSIGNATURE);
const TEXT = formatCheckpoint({
  origin: 'log.example.org',
  size: 1,
  root: leafHash(Buffer.from('one')),
  extensions: [],
});
const CHECKPOINT = signNote(TEXT, log);

function cosigned(note: string, cosigner = witness, time = TIME): string {
  const result = addCosignature(note, cosigner, time);
  return result.ok ? result.note : expect.unreachable(result.fault);
}

test('witnesses add their lines and all are verified with their times', () => {
  const note = cosigned(cosigned(CHECKPOINT), second, TIME + 60);
  expect(note.startsWith(CHECKPOINT)).toBe(true);
  const keys = [log, witness, second].map((key) => parseVkey(formatVkey(key)));
  const opened = openNote(
    note,
    keys.flatMap((read) => (read.ok ? [read.key] : [])),
  );
  expect(opened.ok && opened.signatures.map(({ name, type, time }) => [name, type, time])).toEqual([
    ['log.example.org', 1, null],
    ['witness.example.org', 4, TIME],
    ['archive.example.net', 4, TIME + 60],
  ]);
  expect(opened.ok && opened.text).toBe(TEXT);
});

test('the signed bytes are those of C2SP tlog-cosignature', () => {
  const line = cosigned(CHECKPOINT).slice(CHECKPOINT.length);
  const bytes = Buffer.from(line.split(' ')[2] ?? '', 'base64');
  expect(bytes.length).toBe(4 + 8 + 64);
  expect(bytes.subarray(0, 4).toString('hex')).toBe(witness.keyId);
  expect(bytes.subarray(4, 12).toString('hex')).toBe('00000000641850cb');
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), witness.publicKey]);
  const key = { key: spki, format: 'der', type: 'spki' } as const;
  const message = Buffer.from(`cosignature/v1\ntime 1679315147\n${TEXT}`);
  expect(verify(null, message, key, bytes.subarray(12))).toBe(true);
});

test('the same key has another ID as a cosigner: neither passes for the other', () => {
  const asLog = noteSigner('witness.example.org', seed(2));
  expect(asLog.keyId).not.toBe(witness.keyId);
  const note = cosigned(CHECKPOINT);
  const opened = openNote(note, [log, asLog]);
  expect(opened.ok && opened.unverified.map(({ name }) => name)).toEqual(['witness.example.org']);
});

test('a changed time, a cut signature or another text is refused', () => {
  const note = cosigned(CHECKPOINT);
  const [, name = '', base64 = ''] = note.slice(CHECKPOINT.length).trimEnd().split(' ');
  const bytes = Buffer.from(base64, 'base64');
  const withBytes = (changed: Uint8Array) =>
    openNote(`${CHECKPOINT}— ${name} ${Buffer.from(changed).toString('base64')}\n`, [log, witness]).ok;
  expect(withBytes(bytes)).toBe(true);
  for (let i = 4; i < bytes.length; i += 1) {
    const changed = Buffer.from(bytes);
    changed[i] = (bytes[i] ?? 0) ^ 1;
    expect(withBytes(changed), `byte ${i}`).toBe(false);
  }
  expect(withBytes(bytes.subarray(0, -1))).toBe(false);
  expect(withBytes(Buffer.concat([bytes, Uint8Array.of(0)]))).toBe(false);
  expect(openNote(note.replace('\n1\n', '\n2\n'), [witness]).ok).toBe(false);
});

test('a witness that cosigns again replaces its line; the others stay byte for byte', () => {
  const both = cosigned(cosigned(CHECKPOINT), second);
  const again = cosigned(both, witness, TIME + 1);
  expect(again.split('\n').length).toBe(both.split('\n').length);
  const opened = openNote(again, [witness]);
  expect(opened.ok && opened.signatures.map(({ time }) => time)).toEqual([TIME + 1]);
  const unknown = `${CHECKPOINT}— elsewhere.example AAAAAAAAAAA=\n`;
  expect(cosigned(unknown).startsWith(unknown)).toBe(true);
});

test.each<[string, string, RegExp]>([
  ['no note', TEXT, /no signature lines/],
  ['a note that is no checkpoint', signNote('A letter.\n', log), /three lines/],
  ['a full note', `${TEXT}\n${CHECKPOINT.slice(TEXT.length + 1).repeat(100)}`, /100 signatures already/],
])('not cosigned: %s', (_, note, fault) => {
  expect(addCosignature(note, witness, TIME)).toEqual({ ok: false, fault: expect.stringMatching(fault) });
});

test.each<[string, () => unknown]>([
  ['a log key', () => addCosignature(CHECKPOINT, log, TIME)],
  ['half a second', () => addCosignature(CHECKPOINT, witness, 0.5)],
  ['a time before 1970', () => addCosignature(CHECKPOINT, witness, -1)],
])('misuse: cosigning with %s', (_, act) => expect(act).toThrow(TypeError));
