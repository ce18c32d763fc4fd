/** Tokens that public authorities gave in 2025 (bellingcat/auto-archiver, MIT), against the roots that Node carries. */
import { existsSync, readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { realTokens } from './real-tokens.cases.ts';
import { readTimestampResponse } from './timestamp-response.ts';
import { verifyTimestamp } from './verify-timestamp.ts';

const FOLDER = '../shared/vectors/rfc3161/tests/data/timestamping';
const there = existsSync(FOLDER);
if (!there && process.env.CI === 'true') throw new Error(`CI needs ${FOLDER}`);

/** What was stamped: these 64 letters, not the bytes that they spell. */
const STAMPED = Buffer.from('4b7b4e39f12b8c725e6e603e6d4422500316df94211070682ef10260ff5759ef');

function tokenOf(file: string): Uint8Array {
  const { token, failure } = readTimestampResponse(new Uint8Array(readFileSync(`${FOLDER}/${file}`)));
  if (token === null) throw new Error(failure ?? '');
  return token;
}

describe.skipIf(!there)(`real tokens (needs ${FOLDER})`, () => {
  test.each([
    ['valid_timestamp.tsr', '2025-03-11T10:43:58.000Z', 'CN=TrustID Timestamp Authority'],
    ['digicert.tsr', '2025-03-24T11:17:47.000Z', 'CN=DigiCert Timestamp 2024'],
  ])('%s is accepted at its own time', async (file, genTime, name) => {
    const verdict = await verifyTimestamp({
      token: tokenOf(file),
      message: STAMPED,
      roots: rootCertificates,
    });
    expect(verdict).toMatchObject({ ok: true, genTime, accuracySeconds: null });
    if (verdict.ok) expect(verdict.authority).toContain(name);
  });

  test.each([
    ['self_signed.tsr', /TSA SINPE v3 is not known: .*asks for .*CA POLITICA SELLADO.*--root FILE\.pem/],
    ['rfc3161-client-issue-104.tsr', /given for other bytes/],
  ])('%s is refused', async (file, sentence) => {
    const verdict = await verifyTimestamp({
      token: tokenOf(file),
      message: STAMPED,
      roots: rootCertificates,
    });
    expect(verdict).toEqual({ ok: false, faults: [expect.stringMatching(sentence)] });
  });

  test('all four are judged right by the function that the bench runs', async () => {
    expect(await realTokens(FOLDER)).toEqual({ total: 4, passed: 4, failed: [] });
  });

  test('a bare token that is not wrapped in an answer is accepted as well', async () => {
    const token = new Uint8Array(readFileSync(`${FOLDER}/timestamp_token_http-timestamp-identrust-com`));
    expect((await verifyTimestamp({ token, message: STAMPED, roots: rootCertificates })).ok).toBe(true);
    expect(readTimestampResponse(token)).toMatchObject({
      token: null,
      failure: expect.stringMatching(/not a time-stamp response/),
    });
  });
});
