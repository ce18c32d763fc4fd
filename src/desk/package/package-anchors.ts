/**
 * Which anchored heads of the log a package takes along: for each of its entries the first time-stamped and the first
 * witnessed head that covers it. Tokens are verified again before they leave; one that does not hold stays here.
 */
import { verifyTimestamp } from '../../crypto/timestamp/verify-timestamp.ts';
import type { CheckpointAnchored } from '../../record/changes/of-custody.ts';
import type { TimeAuthority } from '../../record/record-settings.ts';
import type { RecordStore } from '../ports/record-store.ts';
import { authorityAddress } from '../time-authorities.ts';

/** A head, the tokens over it that hold, and the certificates these rest on. */
export interface PackageAnchor {
  /** Entries. */
  readonly size: number;
  readonly note: string;
  readonly tokens: readonly Uint8Array[];
  /** PEM of the roots. */
  readonly roots: readonly string[];
  /** PEM of the certificates between. */
  readonly between: readonly string[];
}

/**
 * Chooses the heads.
 *
 * @param seqs 1-based numbers of the entries that the package proves
 * @param publicRoots PEM texts for authorities without roots of their own
 * @example
 * await packageAnchors(desk.store, [3, 9], []);
 */
export async function packageAnchors(
  store: Pick<RecordStore, 'entriesWith' | 'settings'>,
  seqs: readonly number[],
  publicRoots: readonly string[],
): Promise<readonly PackageAnchor[]> {
  const { authorities } = await store.settings();
  const bodies = (await store.entriesWith('checkpoint-anchored')).flatMap(({ body }) =>
    body?.action === 'checkpoint-anchored' && body.how !== 'exported' ? [body] : [],
  );
  const wanted = new Set(
    seqs.flatMap((seq) => [firstOver(seq, bodies, 'timestamped'), firstOver(seq, bodies, 'witnessed')]),
  );
  const anchors: PackageAnchor[] = [];
  for (const note of wanted) {
    const own = bodies.filter(({ checkpoint }) => checkpoint === note);
    const [first] = own;
    if (first === undefined) continue;
    const anchor = await anchorOf(own, authorities, publicRoots);
    if (anchor.tokens.length > 0 || own.some(({ how }) => how === 'witnessed')) anchors.push(anchor);
  }
  return anchors.sort((a, b) => a.size - b.size);
}

/** The note of the smallest such head that covers the entry; undefined: there is none. */
function firstOver(
  seq: number,
  bodies: readonly CheckpointAnchored[],
  how: CheckpointAnchored['how'],
): string | undefined {
  return bodies.filter((one) => one.how === how && one.size >= seq).sort((a, b) => a.size - b.size)[0]
    ?.checkpoint;
}

async function anchorOf(
  own: readonly CheckpointAnchored[],
  authorities: readonly TimeAuthority[],
  publicRoots: readonly string[],
): Promise<PackageAnchor> {
  const tokens: Uint8Array[] = [];
  const roots = new Set<string>();
  const between = new Set<string>();
  const note = own[0]?.checkpoint ?? '';
  for (const { token, authority } of own) {
    if (token === null) continue;
    const known = authorities.find(({ url }) => authorityAddress(url) === authority)?.rootsPem ?? '';
    const bytes = Uint8Array.from(Buffer.from(token, 'base64'));
    const verdict = await verifyTimestamp({
      token: bytes,
      message: new TextEncoder().encode(note),
      roots: known === '' ? publicRoots : [known],
    });
    if (!verdict.ok) continue;
    tokens.push(bytes);
    roots.add(verdict.chainPem.at(-1) ?? '');
    for (const pem of verdict.chainPem.slice(1, -1)) between.add(pem);
  }
  return { size: own[0]?.size ?? 0, note, tokens, roots: [...roots], between: [...between] };
}
