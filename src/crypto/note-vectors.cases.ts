/**
 * Published vectors of signed notes, as functions that a test and a bench run: golang.org/x/mod sumdb/note
 * note_test.go (BSD-3-Clause) with its keys PeterNeumann and EnochRoot, and the example of C2SP signed-note.
 */
import type { VectorResult } from './key-vectors.cases.ts';
import { resultOf } from './log-vectors.cases.ts';
import { formatVkey, type NoteVerifier, parseSkey, parseVkey } from './note-key.ts';
import { openNote, signNote } from './signed-note.ts';

const PETER_SKEY = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const PETER_VKEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const ENOCH_VKEY = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
/** Wrong length and unknown algorithm, each with an ID that fits. */
const BAD_VKEYS = [
  'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
  'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
];
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const PETER_BASE64 =
  'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=';
const PETER = `— PeterNeumann ${PETER_BASE64}\n`;
const ENOCH =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';
const C2SP_VKEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const C2SP_NOTE =
  'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
/** Bytes at which Go's test puts "ABCD" into a line; the dash is 3 bytes and 1 character, so 60 is 58. */
const BROKEN_AT = 58;

/** Every part of a key's text, every byte of it raised by one, and two keys that are wrong in themselves. */
export function noteKeyManglings(): VectorResult {
  const verifiers = [...manglings(PETER_VKEY), ...BAD_VKEYS].map(
    (text) => [`verifier key ${text}`, !parseVkey(text).ok] as const,
  );
  const signers = manglings(PETER_SKEY).map((text) => [`signing key ${text}`, !parseSkey(text).ok] as const);
  return resultOf([...verifiers, ...signers]);
}

/** Notes that must be signed, opened or refused as in note_test.go and in the specification. */
export function noteVectors(): VectorResult {
  const peter = keyOf(PETER_VKEY);
  const enoch = keyOf(ENOCH_VKEY);
  const skey = parseSkey(PETER_SKEY);
  return resultOf([
    [
      'vkey is written as read',
      [PETER_VKEY, ENOCH_VKEY, C2SP_VKEY].every((one) => formatVkey(keyOf(one)) === one),
    ],
    ['skey gives the vkey', skey.ok && formatVkey(skey.key) === PETER_VKEY],
    ['sign', skey.ok && signNote(TEXT, skey.key) === `${TEXT}\n${PETER}`],
    ['sign a short text', skey.ok && throws(() => signNote('abc', skey.key))],
    ['one verified, one not', opens(PETER + ENOCH, [peter], ['PeterNeumann', 'unverified EnochRoot'])],
    ['both verified', opens(PETER + ENOCH, [peter, enoch], ['PeterNeumann', 'EnochRoot'])],
    ['both unverified', refuses(PETER + ENOCH, [], 'not signed by any of the keys')],
    ['duplicated key', refuses(ENOCH, [enoch, peter, enoch], 'EnochRoot+af0cfe78 was given more than once')],
    ['unused duplicated key', opens(PETER, [enoch, peter, enoch], ['PeterNeumann'])],
    ['101 known signatures', refuses(PETER.repeat(101), [peter], '101 signature lines')],
    ['101 unknown signatures', refuses(PETER.repeat(101), [], '101 signature lines')],
    ['broken signature', refuses(broken(PETER), [peter], 'PeterNeumann+c74f20a3 does not belong')],
    [
      'repeated signatures',
      opens(
        PETER + PETER + ENOCH + ENOCH + broken(ENOCH),
        [peter],
        ['PeterNeumann', 'unverified EnochRoot', 'unverified EnochRoot'],
      ),
    ],
    ['misnamed', refuses(PETER.replace('PeterNeumann', 'CarmenSandiego'), [peter], 'not signed by any')],
    ['wrong hash', refuses(PETER.replace('x08g', 'xxxx'), [peter], 'not signed by any')],
    ['example of C2SP signed-note', openNote(C2SP_NOTE, [keyOf(C2SP_VKEY)]).ok],
    ...malformed(peter),
  ]);
}

function malformed(peter: NoteVerifier): (readonly [name: string, passed: boolean])[] {
  const note = `${TEXT}\n${PETER}`;
  const notes: readonly (readonly [name: string, note: string | Uint8Array, fault: string])[] = [
    ['no signatures', TEXT, 'no signature lines'],
    ['no signatures behind the empty line', `${TEXT}\n`, 'no signature lines'],
    ['no last newline', note.slice(0, -1), 'newline'],
    ['control character', `\u0001${note}`, 'control character in line 1'],
    ['bad UTF-8', Buffer.concat([Uint8Array.of(0xff), Buffer.from(note)]), 'UTF-8'],
    ['bad name', `${TEXT}\n— Bad Name ${PETER_BASE64}`, 'newline'],
    ['bad name, with its newline', `${TEXT}\n— Bad Name ${PETER_BASE64}\n`, 'Signature line 1'],
    ['unexpected line', `${note}Unexpected line.\n`, 'Signature line 2'],
  ];
  return notes.map(([name, one, expected]) => {
    const opened = openNote(one, [peter]);
    return [name, !opened.ok && opened.fault.includes(expected)] as const;
  });
}

function opens(lines: string, keys: readonly NoteVerifier[], expected: readonly string[]): boolean {
  const opened = openNote(Buffer.from(`${TEXT}\n${lines}`), keys);
  if (!opened.ok || opened.text !== TEXT) return false;
  const found = [
    ...opened.signatures.map(({ name }) => name),
    ...opened.unverified.map(({ name }) => `unverified ${name}`),
  ];
  return found.join() === expected.join();
}

function refuses(lines: string, keys: readonly NoteVerifier[], fault: string): boolean {
  const opened = openNote(`${TEXT}\n${lines}`, keys);
  return !opened.ok && opened.fault.includes(fault);
}

function broken(line: string): string {
  return `${line.slice(0, BROKEN_AT)}ABCD${line.slice(BROKEN_AT)}`;
}

/** All proper substrings, the empty one left out as in Go's test, and the text with one character raised. */
function manglings(text: string): string[] {
  const mangled: string[] = [];
  for (let i = 0; i < text.length; i += 1) {
    for (let j = i + 1; j <= text.length; j += 1) {
      if (i !== 0 || j !== text.length) mangled.push(text.slice(i, j));
    }
    mangled.push(text.slice(0, i) + String.fromCharCode(text.charCodeAt(i) + 1) + text.slice(i + 1));
  }
  return mangled;
}

function keyOf(vkey: string): NoteVerifier {
  const read = parseVkey(vkey);
  if (!read.ok) throw new TypeError(read.fault);
  return read.key;
}

function throws(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch {
    return true;
  }
}
