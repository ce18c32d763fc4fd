/** Links that were traced, what people decided on them, and findings about voices. */

import type {
  FindingUndone,
  LinkReviewed,
  LinksProposed,
  VoicesJudged,
} from '../../record/changes/of-links.ts';
import { isId } from '../../record/id.ts';
import { decidedLink, type Link, sourcesOfLink } from '../../record/link.ts';
import type { VoiceFinding, VoiceStatement } from '../../record/voice-finding.ts';
import { projectActors } from './project-actors.ts';
import { sourceRow } from './project-source.ts';
import type { Projection } from './projection.ts';

/**
 * Rows of a batch of links: actors, links, and which captures have been traced.
 *
 * @example
 * projectLinksProposed(sheet);
 */
export function projectLinksProposed(sheet: Projection<LinksProposed>): void {
  projectActors(sheet, sheet.change.actors);
  projectTracing(sheet, sheet.change);
  concern(sheet, sheet.change.links.flatMap(sourcesOfLink));
}

/**
 * Rows of links and of the captures that were traced for them; what is gone by now is left out.
 *
 * @example
 * projectTracing(sheet, { extractor: 'reuse-1', captures: [], links });
 */
export function projectTracing(
  sheet: Projection,
  { extractor, captures, links }: Pick<LinksProposed, 'extractor' | 'captures' | 'links'>,
): void {
  for (const link of links) addLink(sheet, link);
  if (extractor === null) return;
  for (const capture of new Set(captures)) {
    const place = sheet.placeOf(capture);
    if (place === null || sheet.lookup.hasReading(place, extractor)) continue;
    sheet.rows.push({
      op: 'insert',
      table: 'readings',
      row: { capture: place, extractor, entry: sheet.seq },
    });
  }
}

function addLink(sheet: Projection, link: Link): void {
  const { from, to, proposition } = link;
  const held = to.kind === 'report' || to.kind === 'document' ? to.source : null;
  sheet.rows.push({
    op: 'insert',
    table: 'links',
    row: {
      place: sheet.newPlace(link.id),
      id: link.id,
      source: sheet.knownPlace(from.source),
      to_source: held === null ? null : sheet.knownPlace(held),
      proposition: proposition === null ? null : sheet.placeOf(proposition),
      status: link.status,
      body: JSON.stringify(link),
      entry: sheet.seq,
    },
  });
}

/**
 * Rows of a decision on a link.
 *
 * @example
 * projectLinkReview(sheet);
 */
export function projectLinkReview(sheet: Projection<LinkReviewed>): void {
  const { decision, reason } = sheet.change;
  const link = sheet.lookup.link(sheet.change.link);
  if (link === null) return;
  const decided = decidedLink(link, { decision, by: sheet.agent, at: sheet.at, reason });
  sheet.rows.push({
    op: 'update',
    table: 'links',
    place: sheet.knownPlace(link.id),
    set: { status: decided.status, body: JSON.stringify(decided), entry: sheet.seq },
  });
  concern(sheet, sourcesOfLink(link));
}

/**
 * Rows of a finding about two voices.
 *
 * @example
 * projectFinding(sheet);
 */
export function projectFinding(sheet: Projection<VoicesJudged>): void {
  const { finding } = sheet.change;
  const whole: VoiceFinding = { ...finding, by: sheet.agent, at: sheet.at, undone: null };
  sheet.rows.push({
    op: 'insert',
    table: 'findings',
    row: {
      place: sheet.newPlace(finding.id),
      id: finding.id,
      a: finding.a,
      b: finding.b,
      body: JSON.stringify(whole),
      entry: sheet.seq,
    },
  });
  concern(sheet, sourcesOfFinding(sheet, finding));
}

/**
 * Rows of a finding that is taken back: it stays, marked.
 *
 * @example
 * projectFindingUndone(sheet);
 */
export function projectFindingUndone(sheet: Projection<FindingUndone>): void {
  const finding = sheet.lookup.finding(sheet.change.finding);
  if (finding === null) return;
  const undone = { by: sheet.agent, at: sheet.at, reason: sheet.change.reason };
  sheet.rows.push({
    op: 'update',
    table: 'findings',
    place: sheet.knownPlace(finding.id),
    set: { body: JSON.stringify({ ...finding, undone }), entry: sheet.seq },
  });
  concern(sheet, sourcesOfFinding(sheet, finding));
}

function sourcesOfFinding({ lookup }: Projection, { a, b }: VoiceStatement): readonly string[] {
  return [a, b].flatMap((voice) => {
    if (isId('source', voice)) return [voice];
    if (isId('claim', voice)) return lookup.claim(voice)?.source ?? [];
    return isId('link', voice) ? (lookup.link(voice)?.from.source ?? []) : [];
  });
}

function concern(sheet: Projection, sources: Iterable<string>): void {
  for (const source of new Set(sources)) sheet.rows.push(sourceRow(source, sheet.seq));
}
