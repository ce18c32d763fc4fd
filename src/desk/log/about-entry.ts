/** What an entry of the log is about, for a person: which source and claim, how many things, what was decided and why. */
import type { ClaimId, SourceId } from '../../record/id.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import type { Lookup } from '../lookup.ts';

export interface AboutEntry {
  /** Where it can be read; null: no one source. */
  readonly source: SourceId | null;
  readonly title: string | null;
  readonly claim: ClaimId | null;
  /** Claims, links or rows that it holds; null: it is about one thing. */
  readonly count: number | null;
  /** "accepted", "cut", "exported" and so on, in the words of the log; null: nothing was decided. */
  readonly decision: string | null;
  /** The person's own words, or for whom; null: none. */
  readonly reason: string | null;
}

const NOTHING: AboutEntry = {
  source: null,
  title: null,
  claim: null,
  count: null,
  decision: null,
  reason: null,
};

/**
 * Tells it; all null for an erased entry.
 *
 * @example
 * (await aboutEntry(entry, openLookup(desk.store))).decision; // 'accepted'
 */
export async function aboutEntry({ body }: LogEntry, lookup: Lookup): Promise<AboutEntry> {
  if (body === null) return NOTHING;
  switch (body.action) {
    case 'source-captured':
    case 'source-described':
      return { ...NOTHING, source: body.source.id, title: body.source.title };
    case 'claims-proposed': {
      const capture = await lookup.capture(body.capture);
      const about = await ofSource(capture?.of ?? null, lookup);
      return { ...about, count: body.claims.length, decision: body.extractor };
    }
    case 'claim-reviewed':
      return { ...(await ofClaim(body.claim, lookup)), decision: body.decision, reason: body.reason };
    case 'claims-regrouped':
      return { ...NOTHING, count: body.claims.length, reason: body.reason };
    case 'links-proposed':
      return { ...NOTHING, count: body.links.length, decision: body.extractor };
    case 'link-reviewed':
      return { ...NOTHING, decision: body.decision, reason: body.reason };
    case 'copy-stored':
      return ofSource(body.capture.of, lookup);
    case 'custody-recorded':
      return ofSource(body.source, lookup);
    case 'checkpoint-anchored':
      return { ...NOTHING, count: body.size, decision: body.how, reason: body.to ?? body.authority };
    case 'fixity-checked':
      return { ...NOTHING, count: body.faults };
    case 'checkpoint-cosigned':
      return { ...NOTHING, count: body.size, reason: body.origin };
    case 'accesses-logged':
      return { ...NOTHING, count: body.accesses.length };
    case 'list-imported':
      return { ...NOTHING, count: body.listings.length, reason: body.list.name };
    case 'proposition-reworded':
      return { ...NOTHING, title: body.after.text, reason: body.reason };
    case 'source-erased':
    case 'propositions-held-apart':
    case 'actors-joined':
    case 'finding-undone':
    case 'person-cleared':
    case 'clearance-withdrawn':
    case 'people-decision-undone':
      return { ...NOTHING, reason: body.reason };
    case 'voices-judged':
      return { ...NOTHING, decision: body.finding.relation, reason: body.finding.reason };
    case 'people-decided':
      return { ...NOTHING, decision: body.decision.relation, reason: body.decision.reason };
    case 'place-recorded':
    case 'incident-recorded':
      return { ...NOTHING, decision: body.withdrawn ? 'withdrawn' : 'recorded', reason: body.reason };
    case 'release-made':
      return { ...NOTHING, title: body.release.profile.title, reason: body.release.corrects?.reason ?? null };
    case 'release-approved':
      return { ...NOTHING, reason: body.note };
    case 'settings-changed':
    case 'record-imported':
    case 'estimate-recorded':
    case 'member-introduced':
    case 'compartment-changed':
    case 'record-sealed':
    case 'record-erased':
    case 'counts-released':
      return NOTHING;
    default:
      return body satisfies never;
  }
}

async function ofSource(id: SourceId | null, lookup: Lookup): Promise<AboutEntry> {
  const source = id === null ? null : await lookup.source(id);
  return { ...NOTHING, source: source?.id ?? null, title: source?.title ?? null };
}

async function ofClaim(id: ClaimId, lookup: Lookup): Promise<AboutEntry> {
  const claim = await lookup.claim(id);
  if (claim === null) return NOTHING;
  return { ...(await ofSource(claim.source, lookup)), claim: id };
}
