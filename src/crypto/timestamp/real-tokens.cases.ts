/**
 * Tokens that public authorities gave in 2025 (bellingcat/auto-archiver, MIT), as a function that a test and a bench run:
 * two must be accepted at their own time against the roots that Node carries, two refused. Reads `../shared/vectors`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import type { VectorResult } from '../key-vectors.cases.ts';
import { readTimestampResponse } from './timestamp-response.ts';
import { verifyTimestamp } from './verify-timestamp.ts';

/** What was stamped: these 64 letters, not the bytes that they spell. */
const STAMPED = Buffer.from('4b7b4e39f12b8c725e6e603e6d4422500316df94211070682ef10260ff5759ef');

const ACCEPTED: Readonly<Record<string, boolean>> = {
  'valid_timestamp.tsr': true,
  'digicert.tsr': true,
  'self_signed.tsr': false,
  'rfc3161-client-issue-104.tsr': false,
};

/**
 * Judges the four tokens.
 *
 * @param folder `…/vectors/rfc3161/tests/data/timestamping`
 * @example
 * (await realTokens(folder)).passed; // 4
 */
export async function realTokens(folder: string): Promise<VectorResult> {
  const failed: string[] = [];
  for (const [file, expected] of Object.entries(ACCEPTED)) {
    const { token } = readTimestampResponse(new Uint8Array(readFileSync(join(folder, file))));
    const verdict =
      token === null ? null : await verifyTimestamp({ token, message: STAMPED, roots: rootCertificates });
    if (verdict?.ok !== expected) failed.push(file);
  }
  const total = Object.keys(ACCEPTED).length;
  return { total, passed: total - failed.length, failed };
}
