import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rootCertificates } from 'node:tls';
import * as asn1js from 'asn1js';
import { AlgorithmIdentifier, Extension, type TSTInfo } from 'pkijs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  hasOpenssl,
  type LocalAuthority,
  makeLocalAuthority,
  type Oddity,
} from '../../intake/fixtures/local-authority.ts';
import { timestampRequest } from './timestamp-request.ts';
import { readTimestampResponse } from './timestamp-response.ts';
import { type TimestampInput, type TimestampVerdict, verifyTimestamp } from './verify-timestamp.ts';

const openssl = hasOpenssl();
if (!openssl && process.env.CI === 'true')
  throw new Error('CI needs openssl for the local time-stamp authority');

const NOTE = Buffer.from('kessar.example/log\n12\nqVn3…\n\n— kessar.example/log Az3gr…\n');
const nonce = new Uint8Array(randomBytes(16));
const opened: LocalAuthority[] = [];
const DAY = 86_400_000;

function authority(name: string, oddity: Oddity = {}): LocalAuthority {
  const made = makeLocalAuthority(name, oddity);
  opened.push(made);
  return made;
}

function stamp(from: LocalAuthority, message: Uint8Array = NOTE, certReq = true): Uint8Array {
  const { token, failure } = readTimestampResponse(
    from.answer(timestampRequest({ message, nonce, certReq })),
  );
  if (token === null) throw new Error(failure ?? '');
  return token;
}

async function faultsOf(input: TimestampInput): Promise<readonly string[]> {
  const verdict = await verifyTimestamp(input);
  return verdict.ok ? [] : verdict.faults;
}

afterAll(async () => {
  for (const one of opened) await one.close();
});

describe.skipIf(!openssl)('a local authority (openssl ts)', () => {
  let harbour: LocalAuthority;
  let token: Uint8Array;

  beforeAll(() => {
    harbour = authority('Harbour Time');
    token = stamp(harbour);
  });

  test('its token proves when the bytes existed', async () => {
    const verdict = (await verifyTimestamp({
      token,
      message: NOTE,
      roots: [harbour.rootPem],
      nonce,
    })) as TimestampVerdict & { ok: true };
    expect(verdict).toMatchObject({
      ok: true,
      accuracySeconds: 1.5,
      authority: 'O=Harbour Time, CN=Harbour Time signer',
      policy: '1.2.3.4.1',
      serial: expect.stringMatching(/^[1-9a-f][0-9a-f]*$/),
      holdsUntil: '2045-01-01T00:00:00.000Z',
    });
    expect(Math.abs(Date.parse(verdict.genTime) - Date.now())).toBeLessThan(60_000);
    expect(verdict.chain).toHaveLength(3);
    expect(verdict.chainPem.at(-1)?.trim()).toBe(harbour.rootPem.trim());
  });

  test('plain openssl accepts the same token, and refuses it for other bytes', () => {
    const dir = dirname(harbour.rootFile);
    writeFileSync(join(dir, 'kept.der'), token);
    writeFileSync(join(dir, 'note.txt'), NOTE);
    writeFileSync(join(dir, 'other.txt'), 'other');
    const verify = (data: string): string =>
      execFileSync(
        'openssl',
        ['ts', '-verify', '-in', 'kept.der', '-token_in', '-data', data, '-CAfile', 'root.pem'],
        {
          cwd: dir,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
    expect(verify('note.txt')).toMatch(/Verification: OK/);
    expect(() => verify('other.txt')).toThrow();
  });

  test.each(['sha256', 'sha384', 'sha512'] as const)('a %s imprint is accepted', async (hash) => {
    const answer = readTimestampResponse(
      harbour.answer(timestampRequest({ message: NOTE, nonce, certReq: true, hash })),
    );
    const kept = answer.token ?? new Uint8Array();
    expect(await faultsOf({ token: kept, message: NOTE, roots: [harbour.rootPem], nonce })).toEqual([]);
  });

  test('a token without certificates holds with those given, and not without them', async () => {
    const bare = stamp(harbour, NOTE, false);
    const given = { token: bare, message: NOTE, roots: [harbour.rootPem] };
    expect(await faultsOf(given)).toEqual([
      expect.stringMatching(/certificate is neither in the token nor given/),
    ]);
    const signerPem = readFileSync(join(dirname(harbour.rootFile), 'signer.pem'), 'utf8');
    expect(await faultsOf({ ...given, intermediates: [signerPem + harbour.betweenPem] })).toEqual([]);
  });

  test.each<readonly [string, (input: TimestampInput) => TimestampInput, RegExp]>([
    ['other bytes', (input) => ({ ...input, message: Buffer.from('other') }), /given for other bytes/],
    ['another nonce', (input) => ({ ...input, nonce: new Uint8Array(16) }), /nonce sent was not given back/],
    ['no root', (input) => ({ ...input, roots: [] }), /is not known.*--root FILE\.pem/],
    ['the roots of others', (input) => ({ ...input, roots: rootCertificates }), /is not known/],
    [
      'a text that is no root',
      (input) => ({ ...input, roots: [...input.roots, 'x'] }),
      /Given root 2: .*no certificate/,
    ],
    ['an empty token', (input) => ({ ...input, token: new Uint8Array() }), /not a time-stamp token/],
    [
      'a token with a byte after it',
      (input) => ({ ...input, token: Buffer.concat([input.token, Buffer.of(0)]) }),
      /not a time-stamp token/,
    ],
    [
      'half a token',
      (input) => ({ ...input, token: input.token.subarray(0, 500) }),
      /not a time-stamp token/,
    ],
    ['a token of 70,000 bytes', (input) => ({ ...input, token: new Uint8Array(70_000) }), /has 70000 bytes/],
  ])('refused: %s', async (_, change, sentence) => {
    const faults = await faultsOf(change({ token, message: NOTE, roots: [harbour.rootPem], nonce }));
    expect(faults).toEqual([expect.stringMatching(sentence)]);
  });

  test('a root of the same name but another key does not vouch', async () => {
    const double = authority('Harbour Time');
    expect(await faultsOf({ token, message: NOTE, roots: [double.rootPem] })).toEqual([
      expect.stringMatching(/is not known/),
    ]);
  });

  test('a certificate that is trusted itself ends the chain, whoever signed it', async () => {
    expect(await faultsOf({ token, message: NOTE, roots: [harbour.betweenPem] })).toEqual([]);
  });

  test('all faults are told, not the first', async () => {
    const faults = await faultsOf({
      token,
      message: Buffer.from('other'),
      roots: [],
      nonce: new Uint8Array(16),
    });
    expect(faults).toHaveLength(3);
  });

  test('no changed byte (every fourth is tried) passes unless what it says is the same', async () => {
    const honest = await verifyTimestamp({ token, message: NOTE, roots: [harbour.rootPem], nonce });
    let refused = 0;
    for (let at = 0; at < token.length; at += 4) {
      const changed = Uint8Array.from(token);
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      const verdict = await verifyTimestamp({
        token: changed,
        message: NOTE,
        roots: [harbour.rootPem],
        nonce,
      });
      if (!verdict.ok) refused += 1;
      else expect(verdict).toEqual(honest);
    }
    // What may differ unseen: version numbers and empty parameters of CMS, which nothing rests on.
    expect(token.length / 4 - refused).toBeLessThan(5);
  }, 60_000);
});

const ONE_CRITICAL = new Extension({
  extnID: '1.2.3.4.5',
  critical: true,
  extnValue: new Uint8Array([5, 0]).buffer,
});
const MD5 = new AlgorithmIdentifier({
  algorithmId: '1.2.840.113549.2.5',
  algorithmParams: new asn1js.Null(),
});

describe.skipIf(!openssl)('odd authorities', () => {
  test.each<readonly [string, Oddity]>([
    ['RSA keys', { key: 'rsa' }],
    ['a certificate named by SHA-1 (signingCertificate, first version)', { certificateId: 'sha1' }],
    ['a certificate named by SHA-384', { certificateId: 'sha384' }],
    ['RSA-PSS', { key: 'rsa', cms: ['-cades', '-keyopt', 'rsa_padding_mode:pss'] }],
    ['SHA-384 signatures', { digest: 'sha384' }],
    ['SHA-512 signatures', { digest: 'sha512' }],
    ['a signer named by key identifier', { cms: ['-cades', '-keyid'] }],
    ['a certificate that ended since', { clockAhead: -3000 * DAY, validTo: '20200101000000Z' }],
    ['a clock that is years ahead', { clockAhead: 3000 * DAY }],
  ])('accepted: %s', async (_, oddity) => {
    const odd = authority('Odd Time', oddity);
    expect(await faultsOf({ token: stamp(odd), message: NOTE, roots: [odd.rootPem], nonce })).toEqual([]);
  });

  test.each<readonly [string, Oddity, readonly RegExp[]]>([
    [
      'an expired certificate',
      { validTo: '20200101000000Z' },
      [/signer was not valid at the time stated.*2020-01-01/],
    ],
    [
      'a certificate that begins later',
      { validFrom: '20400101000000Z' },
      [/not valid at the time stated.*from 2040/],
    ],
    [
      'a clock before its certificate',
      { clockAhead: -9000 * DAY },
      [/signer was not valid/, /between was not valid/, /root was not valid/],
    ],
    ['a certificate for servers', { purpose: 'critical,serverAuth' }, [/not meant for time-stamping alone/]],
    [
      'a certificate for two purposes',
      { purpose: 'critical,timeStamping,codeSigning' },
      [/time-stamping alone/],
    ],
    ['a certificate without purpose', { purpose: null }, [/time-stamping alone/]],
    ['a purpose that is not critical', { purpose: 'timeStamping' }, [/as critical/]],
    [
      'a key for encryption',
      { keyUsage: 'critical,keyEncipherment,digitalSignature' },
      [/not meant for signatures alone/],
    ],
    ['a short key', { key: 'rsa1024' }, [/RSA key of 1024 bits/]],
    ['SHA-1 signatures', { digest: 'sha1' }, [/hash that is not accepted/]],
    ['no signingCertificate', { cms: [] }, [/signingCertificate is missing/]],
    ['no signed attributes', { cms: ['-noattr'] }, [/signs no attributes/, /signingCertificate is missing/]],
    ['no certificates', { cms: ['-cades', '-nocerts'] }, [/neither in the token nor given/]],
    ['other content', { contentType: '1.2.840.113549.1.7.1' }, [/what is signed is no time-stamp/]],
    [
      'two signers',
      { cms: ['-cades', '-signer', 'root.pem', '-inkey', 'root.key'] },
      [/2 signers and must have one/],
    ],
    [
      'a later version',
      {
        change: (info) => {
          info.version = 2;
        },
      },
      [/unknown version 2/],
    ],
    [
      'a critical condition',
      {
        change: (info) => {
          info.extensions = [ONE_CRITICAL];
        },
      },
      [/conditions that cannot be checked/],
    ],
    [
      'an MD5 imprint',
      {
        change: (info) => {
          info.messageImprint.hashAlgorithm = MD5;
        },
      },
      [/names the bytes by a hash/],
    ],
    [
      'no nonce',
      {
        change: (info: TSTInfo) => {
          delete info.nonce;
        },
      },
      [/nonce sent was not given back/],
    ],
    [
      'one between that is no authority',
      { between: 'basicConstraints = critical,CA:FALSE' },
      [/no certification authority|is not known/],
    ],
    [
      'one between that may not vouch for time',
      { between: 'basicConstraints = critical,CA:TRUE\nextendedKeyUsage = serverAuth' },
      [/may not vouch for time-stamping/],
    ],
    [
      'one between with name constraints',
      {
        between: 'basicConstraints = critical,CA:TRUE\nnameConstraints = critical,permitted;DNS:example.org',
      },
      [/conditions that cannot be checked here \(2\.5\.29\.30\)/],
    ],
  ])('refused: %s', async (_, oddity, sentences) => {
    const odd = authority('Odd Time', oddity);
    const faults = await faultsOf({ token: stamp(odd), message: NOTE, roots: [odd.rootPem], nonce });
    expect(faults).toEqual(sentences.map((sentence) => expect.stringMatching(sentence)));
  });
});
