/**
 * verify/README.txt: the printed steps. Every line that starts with "    $ " is a command for a shell in the package's
 * folder, using sha256sum and openssl alone; what it must print stands below it. Values are those of this package.
 */
import { leafHash, nodeHash } from '../../crypto/merkle.ts';
import { encodeBase64 } from '../../crypto/strict-base64.ts';
import type { NamedEntry } from './named-entry.ts';
import type { PackageParts, ProofParts } from './package-parts.ts';
import { proofSteps } from './proof-steps.ts';

/** Writes the file of an export. */
export function readMe(parts: PackageParts, entries: readonly NamedEntry[]): string {
  return writtenSteps(parts, entries, {
    about: `What this package is
  ${oneLine(parts.title)}
  Exported at ${parts.exportedAt} by ${oneLine(parts.exportedBy)}${parts.to === null ? '' : ` for ${oneLine(parts.to)}`}.
${parts.sources.map(({ id, title }) => `  ${id}  ${oneLine(title)}`).join('\n')}
`,
    limits: TAIL,
  });
}

/**
 * The printed steps of any package.
 *
 * @param words `about`: what it is; `limits`: what it shows and what not
 * @example
 * writtenSteps(parts, entries, { about, limits }).startsWith('HOW TO CHECK THIS PACKAGE'); // true
 */
export function writtenSteps(
  parts: ProofParts,
  entries: readonly NamedEntry[],
  { about, limits }: { readonly about: string; readonly limits: string },
): string {
  const [first] = entries;
  return [
    HEAD,
    about,
    STEPS,
    ...entries.filter(({ file }) => file !== null).map(bytesStep),
    ...(first === undefined ? [] : [proofStep(parts, first)]),
    stampStep(parts),
    limits,
  ].join('\n');
}

/** White space of a title is one blank, so that no title can write a line. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

const HEAD = `HOW TO CHECK THIS PACKAGE
=========================

You need no account, no network and no program of ours: sha256sum and OpenSSL 3.0 or newer, which most
computers with Linux have. (macOS: "brew install openssl coreutils". Windows: the Linux subsystem, or Git Bash.)

The short way: open a terminal in the folder that holds bagit.txt, and type

    $ sh verify/verify.sh

It names each thing that differs, and ends with a line that starts with RESULT. The script is plain text: read
it first, or take a copy that you trust from another package. The long way below does the same by hand.
Lines that start with $ are typed without the $.
`;

const STEPS = `Step 1. No file was changed on the way
  Each line must end with "OK".

    $ sha256sum -c tagmanifest-sha256.txt

    $ sha256sum -c manifest-sha256.txt

  This finds damage. Somebody who changes a file on purpose can also change these lists; step 2 to 4 find that.

Step 2. The log's owner signed the head of the log
  verify/checkpoint is the head: name of the log, number of entries, and one hash that stands for all of them.
  verify/checkpoint.body holds its first lines, verify/checkpoint.sig the signature below them, decoded.

    $ openssl pkeyutl -verify -pubin -inkey verify/log-key.pub -rawin -in verify/checkpoint.body -sigfile verify/checkpoint.sig
    Signature Verified Successfully

  Whose key is it? Hold verify/log.vkey against the key that the owner of the log gave you on another way: printed,
  in a published dossier, or from a partner organisation. This package cannot vouch for its own key.

Step 3. The log committed to these very bytes
  A .leaf file is what the log holds of an entry: when, what kind of entry, and codes that nobody can guess the
  content from. The matching .opening.json holds the keys to those codes. The code must be the one after "bytes" in
  the .leaf file.
`;

function bytesStep({ name, entry, file }: NamedEntry): string {
  const committed = /"bytes":"([0-9a-f]{64})"/.exec(entry.leaf)?.[1] ?? '';
  return `  verify/${name}.leaf, entry ${entry.seq}:

    $ openssl dgst -sha256 -mac HMAC -macopt hexkey:${entry.bytesKey ?? ''} ${file ?? ''}
    … ${committed}
`;
}

function proofStep({ head }: ProofParts, { name, entry }: NamedEntry): string {
  const leaf = leafHash(new TextEncoder().encode(entry.leaf));
  const size = Number(head.checkpoint.split('\n')[1] ?? '0');
  const steps = proofSteps({ index: entry.seq - 1, size, hashes: head.proofs.get(entry.seq) ?? [] });
  const lines = [
    `Step 4. That entry is in the log that was signed
  Shown for verify/${name}.leaf; the script does the same for the others. Each command prints a hash; the last
  one must be the third line of verify/checkpoint. The hashes that come in are the lines of ${name}.tlog-proof.

    $ { printf '\\000'; while IFS= read -r part || [ -n "$part" ]; do printf '%s' "$part"; done < verify/${name}.leaf; } | openssl dgst -sha256 -binary | openssl base64
    ${encodeBase64(leaf)}
`,
  ];
  let below = leaf;
  for (const { sibling, side } of steps) {
    const pair = side === 'left' ? ([sibling, below] as const) : ([below, sibling] as const);
    const [left, right] = pair.map(encodeBase64);
    below = nodeHash(...pair);
    lines.push(`    $ { printf '\\001'; printf %s ${left} | openssl base64 -d -A; printf %s ${right} | openssl base64 -d -A; } | openssl dgst -sha256 -binary | openssl base64
    ${encodeBase64(below)}
`);
  }
  return lines.join('\n');
}

function stampStep({ head, anchors, chainPem }: ProofParts): string {
  const folders = ['verify', ...anchors.map((_, index) => `verify/anchors/${index + 1}`)];
  const tokens = [head, ...anchors].flatMap(({ tokens: list }, at) =>
    list.map((_, index) => ({ folder: folders[at] ?? '', file: `timestamps/${index + 1}.tst` })),
  );
  if (tokens.length === 0)
    return `Step 5. Time
  No time-stamp authority vouches for this head of the log. The times in the entries are what the clock of the
  record's own computer said.
`;
  const commands = tokens.map(
    ({ folder, file }) => `    $ openssl ts -reply -token_in -in ${folder}/${file} -text

    $ openssl ts -verify -token_in -in ${folder}/${file} -data ${folder}/checkpoint -CAfile verify/timestamps/roots.pem${chainPem === '' ? '' : ' -untrusted verify/timestamps/chain.pem'}
    Verification: OK
`,
  );
  return `Step 5. The head of the log existed at a certain time
  A time-stamp authority signed the head. The first command prints its time ("Time stamp"); what is in the log is not
  younger than that. If the second one says that a certificate has expired, add "-attime" and that time in seconds
  since 1970; the script does so.

${commands.join('\n')}
  Whose authority is it? Hold the certificates in verify/timestamps/roots.pem against those it publishes.
`;
}

const TAIL = `What this shows, and what it does not
  It shows that these bytes were in the record when the head of the log was signed, that the entry about them was
  not changed since, and, with a time-stamp or a witness, that this was not later than a certain time.
  It does not show that what a source says is right, who made it, or what happened to it before it came into the
  record. The chain of custody (data/sources/*/custody.txt) says what is known about that, and who says so.
  The time in an entry is what the record's own clock said.
`;
