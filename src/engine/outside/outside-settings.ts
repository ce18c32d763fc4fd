/** How a team's server knows the organisation's sign-in: a file in JSON, whose faults are told all at once. */
import * as z from 'zod';
import { type Fault, OnRecordError } from '../../record/onrecord-error.ts';
import { readJson } from '../../record/read-json.ts';

const codes = z.array(z.string().min(1).max(200)).max(20).default([]);

const settingsSchema = z.strictObject({
  issuer: z
    .string()
    .max(500)
    .refine(isIssuer, 'must be https:// and the address that the provider calls its issuer'),
  client: z.string().min(1).max(500),
  secretFile: z.string().min(1).max(4_096).nullable().default(null),
  name: z.string().trim().min(1).max(60),
  acr: codes,
  amr: codes,
});

export interface OutsideSettings {
  /** Where the provider is, and what its tokens name as who made them. */
  readonly issuer: string;
  /** What the provider calls this desk. */
  readonly client: string;
  /** File with the secret that the provider gave; null: PKCE alone. */
  readonly secretFile: string | null;
  /** What members call the provider. */
  readonly name: string;
  /** Of `acr` and `amr` (OpenID Connect Core §2, RFC 8176), those that stand for a second factor; none: ours is always asked. */
  readonly acr: readonly string[];
  readonly amr: readonly string[];
}

/**
 * Reads them.
 *
 * @param file its name, for the fault
 * @throws OnRecordError `bad-usage` with every fault
 * @example
 * readOutsideSettings('{"issuer":"https://id.example","client":"onrecord","name":"the institute"}', 'oidc.json').acr; // []
 */
export function readOutsideSettings(text: string, file: string): OutsideSettings {
  const read = settingsSchema.safeParse(readJson(text));
  if (read.success) return read.data;
  const faults: readonly Fault[] = read.error.issues.map(({ path, message }) => ({
    path: path.join('.'),
    message,
  }));
  const told = faults.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ');
  throw new OnRecordError(
    'bad-usage',
    `${file} does not say how the organisation's sign-in is reached (docs/guide/team.md names the fields): ${told}`,
    { subject: file, faults },
  );
}

/** Over TLS, or on this machine for trying out; without a question or fragment (OpenID Connect Discovery §3). */
function isIssuer(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '') return false;
  return url.protocol === 'https:' || isHere(url);
}

/**
 * Whether an address is of this machine, where TLS is not asked for.
 *
 * @example
 * isHere(new URL('http://localhost:3000')); // true
 */
export function isHere({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && hostname === 'localhost';
}
