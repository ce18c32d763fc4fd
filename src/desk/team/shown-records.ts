/**
 * Which internal and sealed sources an answer showed: every source named in it, and in what was asked for; a copy or a claim that
 * was asked for, and a list of people or a row of one that is shown, stand for their source. Figures that only count claims of a
 * source, and propositions, do not show it.
 */
import type { CaptureId, ClaimId, ListingId, SourceId } from '../../record/id.ts';
import type { RecordStore } from '../ports/record-store.ts';

const SOURCE = /\bsrc_[0-9a-hjkmnp-tv-z]{26}\b/gu;
const ASKED = /\b(?:cap|clm|lst|lsg)_[0-9a-hjkmnp-tv-z]{26}\b/gu;
const SHOWN = /\b(?:lst|lsg)_[0-9a-hjkmnp-tv-z]{26}\b/gu;
/** Sources whose handling is remembered. */
const MOST_HELD = 50_000;
/** New entries that are looked at one by one. */
const FEW = 200;

/** Tells which sources that are not public were shown. */
export type ShownRecords = (asked: string, answer: string) => Promise<readonly SourceId[]>;

/**
 * Opens it over the whole record.
 *
 * @example
 * const shown = shownRecords(desk.store);
 * await shown('/api/captures/cap_…/text', '{"text":…}'); // ['src_…']
 */
export function shownRecords(store: RecordStore): ShownRecords {
  const guarded = new Map<SourceId, boolean>();
  const homes = new Map<string, SourceId>();
  let at = 0;
  const catchUp = async (): Promise<void> => {
    const head = (await store.head())?.seq ?? 0;
    if (head === at) return;
    if (head - at > FEW) guarded.clear();
    else
      for await (const { body } of store.log(at + 1, head - at))
        if (body === null || body.action === 'source-described') guarded.clear();
    at = head;
  };
  const isGuarded = async (id: SourceId): Promise<boolean> => {
    const known = guarded.get(id);
    if (known !== undefined) return known;
    const source = await store.source(id);
    if (source === null) return false;
    if (guarded.size >= MOST_HELD) guarded.clear();
    guarded.set(id, source.handling !== 'public');
    return source.handling !== 'public';
  };
  return async (asked, answer) => {
    const named = new Set(
      [...asked.matchAll(SOURCE), ...answer.matchAll(SOURCE)].map(([id]) => id as SourceId),
    );
    for (const [id] of [...asked.matchAll(ASKED), ...answer.matchAll(SHOWN)]) {
      const of = homes.get(id) ?? (await sourceOf(store, id));
      if (of === null) continue;
      if (homes.size >= MOST_HELD) homes.clear();
      homes.set(id, of);
      named.add(of);
    }
    if (named.size === 0) return [];
    await catchUp();
    const shown: SourceId[] = [];
    for (const id of named) if (await isGuarded(id)) shown.push(id);
    return shown.sort();
  };
}

/** The source that something is from; null: the record does not hold it. */
async function sourceOf(store: RecordStore, id: string): Promise<SourceId | null> {
  const ofCapture = async (capture: string | undefined): Promise<SourceId | null> =>
    capture === undefined ? null : ((await store.capture(capture as CaptureId))?.of ?? null);
  switch (id.slice(0, 3)) {
    case 'cap':
      return ofCapture(id);
    case 'clm':
      return (await store.claim(id as ClaimId))?.source ?? null;
    case 'lsg':
      return ofCapture((await store.listing(id as ListingId))?.capture);
    default:
      return ofCapture((await store.lists()).find(({ list }) => list.id === id)?.capture);
  }
}
