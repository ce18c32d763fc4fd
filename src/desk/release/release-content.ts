/**
 * Makes the dossier of a release from the entries of the log up to its position: the same release gives the same bytes, whatever
 * was added to the record since. Names are covered as clearances stood then; the key of pseudonyms is the record's own.
 */
import { sha256Hex } from '../../crypto/sha256.ts';
import type { DossierAsset, DossierFile } from '../../dossier/dossier-file.ts';
import type { MapShapes } from '../../dossier/map/draw-map.ts';
import type { NameCover } from '../../dossier/release/name-cover.ts';
import type { ShownRelease } from '../../dossier/releases/shown-release.ts';
import { type DossierInput, dossierParts, renderRecord } from '../../dossier/render-dossier.ts';
import { dossierSums } from '../../exchange/custody-package/release/release-package.ts';
import { letsOut } from '../../record/handling.ts';
import type { Sha256 } from '../../record/id.ts';
import type { PublishedRelease } from '../../record/release/release.ts';
import type { ReleaseProfile } from '../../record/release/release-profile.ts';
import type { RecordSnapshot } from '../../record/snapshot.ts';
import type { Desk } from '../desk.ts';
import { pseudonymKey } from '../names/pseudonym-key.ts';
import type { CardPainter } from '../ports/card-painting.ts';
import { publishedInput } from '../published-input.ts';
import { releasedScope } from './release-scope.ts';
import { releasedCounts } from './released-counts.ts';

/** What the program brings to every dossier. */
export interface ReleaseMaking {
  /** Of the program. */
  readonly version: string;
  /** Fonts and the like. */
  readonly assets: readonly DossierAsset[];
  /** Reads the shapes of the world; asked only when there are places to draw. */
  readonly shapes: () => Promise<MapShapes>;
  /** Paints the pictures of pages that are passed on; asked only where a release has a public address. */
  readonly painter: CardPainter;
  /** Lets others have their turn between two files; absent: nobody waits. */
  readonly turn?: () => Promise<void>;
}

/** A release before its dossier was made. */
export type ReleaseHead = Pick<
  PublishedRelease,
  'id' | 'number' | 'profile' | 'position' | 'checkpoint' | 'madeAt' | 'corrects' | 'changes'
>;

/** The record as a release takes it. */
export interface ReleasedState {
  /** The part that it is about; the rest is sealed or taken out. */
  readonly snapshot: RecordSnapshot;
  readonly cover: NameCover;
  /** The desk of that moment; for reading, until `close`. */
  readonly then: Desk;
  readonly input: DossierInput;
  /** Root of the proof tree, hexadecimal. */
  readonly root: Sha256;
  readonly making: ReleaseMaking;
  close(): Promise<void>;
}

/**
 * Opens the record at the position of a release. Close it.
 *
 * @throws OnRecordError `not-found` when the log has fewer entries
 * @example
 * const state = await releasedState(desk, { position: 412, profile, madeAt }, making);
 */
export async function releasedState(
  desk: Desk,
  { position, profile, madeAt }: Pick<PublishedRelease, 'position' | 'profile' | 'madeAt'>,
  making: ReleaseMaking,
): Promise<ReleasedState> {
  const key = await pseudonymKey(desk, null);
  const past = await desk.store.past(position);
  try {
    const store = {
      ...past.store,
      settings: async () => ({ ...(await past.store.settings()), pseudonymKey: key }),
    };
    const then: Desk = { ...desk, store, clock: () => new Date(madeAt) };
    const { version, assets } = making;
    const order = { includeProposed: false, title: profile.title, log: null, version, assets };
    const plain = await publishedInput(then, order);
    const input = (plain.places ?? []).length === 0 ? plain : { ...plain, shapes: await making.shapes() };
    const snapshot = releasedScope(input.snapshot, profile);
    const { root } = past;
    return { snapshot, cover: input.cover, then, input, root, making, close: () => past.store.close() };
  } catch (error) {
    await past.store.close();
    throw error;
  }
}

/** The finished dossier of a release. */
export interface ReleaseContent {
  /** Text of its `record.json`. */
  readonly record: string;
  /** SHA-256 of every file by its path. */
  readonly hashes: ReadonlyMap<string, Sha256>;
  /** SHA-256 of the list of its files with their SHA-256, as `sha256sum` writes it. */
  readonly dossierSha256: Sha256;
}

/** Takes a file of a dossier. */
export type TakeFile = (path: string, bytes: Uint8Array) => Promise<void>;

export interface ContentWanted {
  /** Releases whose place it takes, oldest first. */
  readonly earlier: readonly PublishedRelease[];
  /** Given every file when it is made, which is let go then; absent: nobody takes them. */
  readonly take?: TakeFile;
}

/**
 * Makes the dossier.
 *
 * @example
 * const { dossierSha256 } = await releaseContent(state, head, { earlier: [] });
 */
export async function releaseContent(
  state: ReleasedState,
  head: ReleaseHead,
  { earlier, take: taken }: ContentWanted,
): Promise<ReleaseContent> {
  const { then, making } = state;
  const { profile } = head;
  const pages = dossierParts(inputOf(state, head, earlier));
  const hashes = new Map<string, Sha256>();
  let record = '';
  const take = async ({ path, content }: DossierFile): Promise<void> => {
    hashes.set(path, sha256Hex(content));
    if (path === 'record.json') record = String(content);
    await taken?.(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  };
  for (const part of pages) {
    await take(
      'card' in part ? { path: part.path, content: await making.painter.paint(part.card, 1) } : part,
    );
    await making.turn?.();
  }
  for (const file of await releasedCounts(then, profile.counts, state.cover)) await take(file);
  return {
    record,
    hashes,
    dossierSha256: sha256Hex(dossierSums(hashes)),
  };
}

/**
 * What `record.json` of a release says, without its pages.
 *
 * @example
 * releaseRecord(state, { ...head, changes: [] }, []).content;
 */
export function releaseRecord(
  state: ReleasedState,
  head: ReleaseHead,
  earlier: readonly PublishedRelease[],
): DossierFile {
  return renderRecord(inputOf(state, head, earlier));
}

function inputOf(
  { input, snapshot, root }: ReleasedState,
  head: ReleaseHead,
  earlier: readonly PublishedRelease[],
): DossierInput {
  const { profile, position, checkpoint } = head;
  const release: ShownRelease = { ...head, waiting: waitingIn(snapshot), earlier };
  return {
    ...input,
    snapshot,
    // An estimate is of the whole record: beside a part of it, it would mislead.
    estimates: isWhole(profile) ? (input.estimates ?? []) : [],
    options: {
      ...input.options,
      head: { seq: position, root, checkpoint },
      release,
      cards: true,
      ...(profile.pages === undefined ? {} : { lang: profile.pages }),
    },
  };
}

function isWhole({ about }: ReleaseProfile): boolean {
  return about.propositions === null && about.places === null;
}

/**
 * Proposals that a release would hold if they were accepted.
 *
 * @example
 * waitingIn(state.snapshot); // 0
 */
export function waitingIn({ claims, sources }: RecordSnapshot): number {
  const isOut = (source: Parameters<typeof sources.get>[0]): boolean =>
    letsOut(sources.get(source)?.handling ?? 'sealed', 'claims');
  return [...claims.values()].filter(({ status, source }) => status === 'proposed' && isOut(source)).length;
}
