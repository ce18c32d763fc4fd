import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ED25519_KEY_BYTES, ed25519Signer, verifyEd25519 } from './ed25519.ts';
import { ED25519_COSIGNATURE, formatVkey, isKeyName, noteSigner, parseSkey, parseVkey } from './note-key.ts';
import { openNote, signNote } from './signed-note.ts';
import { decodeBase64, encodeBase64 } from './strict-base64.ts';
import { decodeUtf8 } from './strict-utf8.ts';

const signer = noteSigner('log.example.org', new Uint8Array(32).fill(1));
const stranger = noteSigner('log.example.org', new Uint8Array(32).fill(2));
const TEXT = 'One line.\n\nAfter an empty line: é, 日本.\n';
const NOTE = signNote(TEXT, signer);

test('a note opens with its key and with no other', () => {
  expect(openNote(NOTE, [signer])).toEqual({
    ok: true,
    text: TEXT,
    signatures: [{ name: 'log.example.org', keyId: signer.keyId, type: 1, time: null }],
    unverified: [],
  });
  expect(openNote(NOTE, [stranger])).toEqual({
    ok: false,
    fault: 'The note is not signed by any of the keys that were given.',
  });
});

test('any byte changed, dropped or put in is noticed', () => {
  const bytes = Buffer.from(NOTE);
  const opensAs = (note: Uint8Array) => {
    const opened = openNote(note, [signer]);
    return opened.ok ? opened.text : null;
  };
  expect(opensAs(bytes)).toBe(TEXT);
  for (let i = 0; i < bytes.length; i += 1) {
    for (const bit of [1, 2, 4, 8, 16, 32, 64, 128]) {
      const flipped = Buffer.from(bytes);
      flipped[i] = (bytes[i] ?? 0) ^ bit;
      expect(opensAs(flipped), `bit ${bit} of byte ${i}`).toBeNull();
    }
    expect(opensAs(Buffer.concat([bytes.subarray(0, i), bytes.subarray(i + 1)]))).toBeNull();
    expect(opensAs(Buffer.concat([bytes.subarray(0, i), Uint8Array.of(65), bytes.subarray(i)]))).toBeNull();
  }
});

test.each<[string, string, RegExp]>([
  ['line ends of another system', NOTE.replaceAll('\n', '\r\n'), /carriage return in line 1: its line ends/],
  ['a tab', NOTE.replace('One line', 'One\tline'), /control character in line 1/],
  ['a signature of four bytes', `${TEXT}\n— log.example.org AAAAAA==\n`, /Signature line 1/],
  ['base64 without padding', NOTE.replace(/=+\n$/, '\n'), /Signature line 1/],
  ['base64 with unused bits', NOTE.replace(/.=\n$/, '/=\n'), /Signature line 1/],
  ['base64 for web addresses', NOTE.replace(/([+/])([^+/]*)\n$/, '-$2\n'), /Signature line 1/],
  ['a hyphen for the dash', NOTE.replace('—', '-'), /Signature line 1/],
  ['two spaces', NOTE.replace('— ', '—  '), /Signature line 1/],
  ['a space at the end', NOTE.replace(/\n$/, ' \n'), /Signature line 1/],
  ['an empty line at the end', `${NOTE}\n`, /no signature lines/],
  ['half a character', NOTE.replace('One', 'One\ud800'), /UTF-8/],
  ['nothing', '', /no signature lines/],
])('refused: %s', (_, note, fault) => {
  expect(note).not.toBe(NOTE);
  expect(openNote(note, [signer])).toEqual({ ok: false, fault: expect.stringMatching(fault) });
});

test('signatures of unknown keys and unknown types are listed and never fatal', () => {
  const mlDsa = encodeBase64(new Uint8Array(4 + 8 + 2420).fill(6));
  const opened = openNote(`${NOTE}— witness.example.org ${mlDsa}\n— x.example AAAAAAA=\n`, [signer]);
  expect(opened.ok && opened.signatures.length).toBe(1);
  expect(opened.ok && opened.unverified.map(({ name, keyId }) => [name, keyId])).toEqual([
    ['witness.example.org', '06060606'],
    ['x.example', '00000000'],
  ]);
});

test('the dash opens a line of the text as well as of the signatures: the last empty line parts them', () => {
  const nested = signNote(NOTE, stranger);
  const opened = openNote(nested, [signer, stranger]);
  expect(opened.ok && [opened.text, opened.signatures.length]).toEqual([NOTE, 1]);
});

test.each<[string, () => unknown]>([
  ['a text without a newline', () => signNote('x', signer)],
  ['a text with a carriage return', () => signNote('x\r\n', signer)],
  ['a text with half a character', () => signNote('\udc00\n', signer)],
  ['a cosigner', () => signNote('x\n', noteSigner('w', new Uint8Array(32), ED25519_COSIGNATURE))],
  ['a short seed', () => noteSigner('w', new Uint8Array(31))],
  ['a name with a space', () => noteSigner('a b', new Uint8Array(32))],
])('misuse: signing with %s', (_, act) => expect(act).toThrow(TypeError));

test('what can be signed can be opened again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (text, name) => {
      const body = `${text.replaceAll(/\p{Cc}/gu, '')}\n`;
      fc.pre(isKeyName(name));
      const own = noteSigner(name, new Uint8Array(32).fill(3));
      const opened = openNote(signNote(body, own), [own]);
      expect(opened.ok && opened.text).toBe(body);
      const read = parseVkey(formatVkey(own));
      expect(read.ok && read.key).toEqual({ name, keyId: own.keyId, type: 1, publicKey: own.publicKey });
    }),
  );
});

test.each([
  ['', false],
  ['a+b', false],
  ['a b', false],
  ['a\u00a0b', false],
  ['a\u2028b', false],
  ['a\nb', false],
  ['a\u0001b', false],
  ['a\ud800', false],
  ['example.org/log', true],
  ['журнал', true],
])('the name %j may name a key: %s', (name, expected) => expect(isKeyName(name)).toBe(expected));

test('faults in keys say what to look at and never repeat a secret', () => {
  const vkey = formatVkey(signer);
  expect(parseVkey(vkey.replace('log.', 'lag.'))).toMatchObject({
    fault: expect.stringContaining('mistyped'),
  });
  expect(parseVkey('x')).toMatchObject({ fault: expect.stringContaining('name+ID+key') });
  expect(parseVkey(vkey.replace(signer.keyId, signer.keyId.toUpperCase())).ok).toBe(
    signer.keyId === signer.keyId.toUpperCase(),
  );
  const [kind, material] = [Uint8Array.of(6), new Uint8Array(1312)];
  const id = createHash('sha256').update('w\n').update(kind).update(material).digest('hex').slice(0, 8);
  expect(parseVkey(`w+${id}+${encodeBase64(Uint8Array.of(...kind, ...material))}`)).toEqual({
    ok: false,
    fault: 'The verifier key is of type 6, which is not known here.',
  });
  const secret = encodeBase64(Uint8Array.of(1, ...new Uint8Array(32).fill(7)));
  const read = parseSkey(`PRIVATE+KEY+log.example.org+00000000+${secret}`);
  expect(read).toEqual({ ok: false, fault: expect.not.stringContaining(secret.slice(3, 12)) });
  expect(JSON.stringify(signer)).not.toContain(encodeBase64(new Uint8Array(32).fill(1)).slice(0, 12));
});

test('Ed25519 with raw keys agrees with keys made elsewhere', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-ED25519_KEY_BYTES);
  const own = ed25519Signer(seed);
  const message = Buffer.from('x');
  const signature = own.sign(message);
  expect(verify(null, message, publicKey, signature)).toBe(true);
  expect(verifyEd25519({ publicKey: own.publicKey, message, signature })).toBe(true);
  expect(verifyEd25519({ publicKey: own.publicKey, message, signature: signature.subarray(1) })).toBe(false);
  expect(verifyEd25519({ publicKey: own.publicKey.subarray(1), message, signature })).toBe(false);
  expect(verifyEd25519({ publicKey: new Uint8Array(32).fill(255), message, signature })).toBe(false);
});

test('base64 has one spelling', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
    }),
  );
  for (const text of ['AQI', 'AQJ=', 'AQI=\n', ' AQI=', 'A-_=', 'AQ=I', '====', 'AQI=AQI=', 'é'])
    expect(decodeBase64(text), text).toBeNull();
});

test('UTF-8 is read as it is or not at all', () => {
  expect(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41))).toBe('\ufeffA');
  for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x82]])
    expect(decodeUtf8(Uint8Array.from(bytes))).toBeNull();
});
