import { createCipheriv, createHmac, createPublicKey, diffieHellman, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { x25519Key } from '../age-x25519.ts';
import { hpkeOpen, hpkeSeal } from './hpke.ts';

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
const toHex = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString('hex');
const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));

/** RFC 9180 appendix A.2.1: base mode, X25519, HKDF-SHA256, ChaCha20-Poly1305; encryption with sequence number 0. */
const A21 = {
  info: '4f6465206f6e2061204772656369616e2055726e',
  ikmE: '909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b',
  skRm: '8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb',
  pkRm: '4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a',
  enc: '1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a',
  pt: '4265617574792069732074727574682c20747275746820626561757479',
  aad: '436f756e742d30',
  ct: '1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28',
};

test('RFC 9180 A.2.1 is sealed as published', async () => {
  const random = (count: number): Uint8Array => {
    expect(count).toBe(32);
    return hex(A21.ikmE);
  };
  const input = {
    recipient: hex(A21.pkRm),
    info: hex(A21.info),
    aad: hex(A21.aad),
    content: hex(A21.pt),
    random,
  };
  const { enc, ct } = await hpkeSeal(input);
  expect(toHex(enc)).toBe(A21.enc);
  expect(toHex(ct)).toBe(A21.ct);
});

test('RFC 9180 A.2.1 is opened, and not with other info, other associated data or another key', async () => {
  const input = {
    secret: hex(A21.skRm),
    info: hex(A21.info),
    aad: hex(A21.aad),
    enc: hex(A21.enc),
    ct: hex(A21.ct),
  };
  expect(toHex(await hpkeOpen(input))).toBe(A21.pt);
  expect(await hpkeOpen({ ...input, info: hex('00') })).toBeNull();
  expect(await hpkeOpen({ ...input, aad: hex('00') })).toBeNull();
  expect(await hpkeOpen({ ...input, secret: random(32) })).toBeNull();
  expect(await hpkeOpen({ ...input, enc: random(32) })).toBeNull();
  expect(await hpkeOpen({ ...input, enc: new Uint8Array(32) })).toBeNull();
  expect(await hpkeOpen({ ...input, ct: hex('00') })).toBeNull();
});

/** HPKE's sender (RFC 9180 §4, §5) written apart from the library, on node:crypto. */
function sealByHand(input: {
  seed: Uint8Array;
  recipient: Uint8Array;
  info: Uint8Array;
  content: Uint8Array;
}) {
  const kem = Buffer.concat([Buffer.from('KEM'), hex('0020')]);
  const suite = Buffer.concat([Buffer.from('HPKE'), hex('002000010003')]);
  const extract = (id: Uint8Array, salt: Uint8Array, label: string, ikm: Uint8Array): Buffer =>
    createHmac('sha256', salt.length === 0 ? Buffer.alloc(32) : salt)
      .update(Buffer.concat([Buffer.from('HPKE-v1'), id, Buffer.from(label), ikm]))
      .digest();
  const expand = (
    id: Uint8Array,
    prk: Uint8Array,
    label: string,
    info: Uint8Array,
    length: number,
  ): Buffer => {
    const bound = Buffer.concat([
      Buffer.from([length >> 8, length & 255]),
      Buffer.from('HPKE-v1'),
      id,
      Buffer.from(label),
      info,
    ]);
    return createHmac('sha256', prk)
      .update(Buffer.concat([bound, Buffer.from([1])]))
      .digest()
      .subarray(0, length);
  };
  const none = new Uint8Array(0);
  const ephemeral = x25519Key(expand(kem, extract(kem, none, 'dkp_prk', input.seed), 'sk', none, 32));
  const spki = Buffer.concat([hex('302a300506032b656e032100'), input.recipient]);
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const shared = diffieHellman({ privateKey: ephemeral.secret, publicKey });
  const context = Buffer.concat([ephemeral.publicBytes, input.recipient]);
  const secret = expand(kem, extract(kem, none, 'eae_prk', shared), 'shared_secret', context, 32);
  const schedule = Buffer.concat([
    Buffer.from([0]),
    extract(suite, none, 'psk_id_hash', none),
    extract(suite, none, 'info_hash', input.info),
  ]);
  const prk = extract(suite, secret, 'secret', none);
  const [key, nonce] = [
    expand(suite, prk, 'key', schedule, 32),
    expand(suite, prk, 'base_nonce', schedule, 12),
  ];
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 });
  const ct = Buffer.concat([cipher.update(input.content), cipher.final(), cipher.getAuthTag()]);
  return { enc: toHex(ephemeral.publicBytes), ct: toHex(ct) };
}

test('a second implementation on node:crypto seals the same bytes', async () => {
  const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
  await fc.assert(
    fc.asyncProperty(
      bytes32,
      bytes32,
      fc.uint8Array({ maxLength: 80 }),
      fc.uint8Array({ maxLength: 80 }),
      async (seed, secret, info, content) => {
        const recipient = x25519Key(secret).publicBytes;
        const { enc, ct } = await hpkeSeal({ recipient, info, content, random: () => seed });
        expect({ enc: toHex(enc), ct: toHex(ct) }).toEqual(sealByHand({ seed, recipient, info, content }));
        expect(toHex(await hpkeOpen({ secret, info, enc, ct }))).toBe(toHex(content));
      },
    ),
    { numRuns: 40 },
  );
});

/** Points of small order (RFC 7748 §6.1 and Wycheproof): no secret can be agreed with them. */
test.each([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
])('a receiving key of low order is refused: %s', async (point) => {
  const input = { recipient: hex(point), info: hex('00'), content: hex('00'), random };
  await expect(hpkeSeal(input)).rejects.toThrow(/sealed to this/);
  const opened = await hpkeOpen({ secret: random(32), info: hex('00'), enc: hex(point), ct: random(17) });
  expect(opened).toBeNull();
});

test('misuse is refused', async () => {
  const input = { recipient: random(32), info: hex('00'), content: hex('00'), random };
  await expect(hpkeSeal({ ...input, recipient: random(31) })).rejects.toThrow(/32 bytes/);
  await expect(hpkeSeal({ ...input, random: () => random(16) })).rejects.toThrow(/random bytes/);
  const closed = { secret: random(31), info: hex('00'), enc: random(32), ct: random(17) };
  await expect(hpkeOpen(closed)).rejects.toThrow(/32 bytes/);
});
