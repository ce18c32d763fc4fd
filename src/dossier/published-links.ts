/**
 * Links and findings that may be in a dossier: between published reports, among published voices. Cut links and findings
 * taken back stay in the vault; what a program proposed is kept, for it may widen an interval, and is shown as doubtful. Beside sealed sources a person's reasons stay there
 * too: they may speak of them.
 */
import { isId } from '../record/id.ts';
import { type Link, sourcesOfLink } from '../record/link.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import type { FoundVoice, VoiceFinding } from '../record/voice-finding.ts';

/** Stands for a reason that is not published. */
const KEPT_REASON = 'The reason is in the vault.';

/** The published part, its links not yet taken. */
export interface OpenPart extends Omit<RecordSnapshot, 'links' | 'findings'> {
  /** Whether there are sealed sources. */
  readonly anySealed: boolean;
}

/**
 * Takes the links and findings that may be published.
 *
 * @param snapshot the whole record
 * @example
 * publishedLinks(snapshot, { ...record, anySealed: true }).links.size;
 */
export function publishedLinks(
  snapshot: RecordSnapshot,
  open: OpenPart,
): Pick<RecordSnapshot, 'links' | 'findings'> {
  const links = new Map<Link['id'], Link>();
  for (const link of snapshot.links.values()) {
    const shown = openLink(link, open);
    if (shown !== null) links.set(link.id, shown);
  }
  const findings = new Map<VoiceFinding['id'], VoiceFinding>();
  for (const finding of snapshot.findings.values()) {
    const { a, b, proposition, undone } = finding;
    if (undone !== null || (proposition !== null && !open.propositions.has(proposition))) continue;
    if (![a, b].every((voice) => isOpen(voice, open, links))) continue;
    findings.set(finding.id, open.anySealed ? { ...finding, reason: KEPT_REASON } : finding);
  }
  return { links, findings };
}

function openLink(link: Link, open: OpenPart): Link | null {
  const { to, status, proposition, evidence, proposal, reviews } = link;
  if (status === 'cut') return null;
  if (!sourcesOfLink(link).every((source) => open.sources.has(source))) return null;
  if (proposition !== null && !open.propositions.has(proposition)) return null;
  if (to.kind === 'actor' && !open.actors.has(to.actor)) return null;
  const passages = [...evidence.from, ...evidence.to];
  if (!passages.every(({ capture }) => open.captures.has(capture))) return null;
  const unnamed = to.kind === 'not-held' && to.publisher !== null && !open.actors.has(to.publisher);
  const shown = unnamed ? { ...link, to: { ...to, publisher: null } } : link;
  if (!open.anySealed) return shown;
  return {
    ...shown,
    proposal: { ...proposal, reason: KEPT_REASON },
    reviews: reviews.map((review) => ({ ...review, reason: KEPT_REASON })),
  };
}

function isOpen(voice: FoundVoice, open: OpenPart, links: RecordSnapshot['links']): boolean {
  if (isId('actor', voice)) return open.actors.has(voice);
  if (isId('source', voice)) return open.sources.has(voice);
  return isId('claim', voice) ? open.claims.has(voice) : links.has(voice);
}
