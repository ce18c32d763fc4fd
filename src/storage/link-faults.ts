/** What is wrong with links, with decisions on them and with findings about voices, before they are logged. */

import type { FindingUndone, LinkReviewed, LinksProposed, VoicesJudged } from '../record/changes/of-links.ts';
import { type Link, type ReportEnd, sourcesOfLink } from '../record/link.ts';
import { type FaultSheet, fault, isKnown, refer } from './fault-sheet.ts';

/**
 * Checks a batch of links; its actors are checked before.
 *
 * @example
 * checkLinks(sheet, change);
 */
export function checkLinks(sheet: FaultSheet, change: LinksProposed): void {
  const { captures, links, extractor } = change;
  for (const [index, capture] of captures.entries()) refer(sheet, `captures[${index}]`, capture);
  if (extractor === null && captures.length > 0)
    fault(sheet, 'captures', 'Only a program traces captures: links named by hand come with none.');
  for (const [index, link] of links.entries()) {
    const path = `links[${index}]`;
    if (isKnown(sheet, link.id)) fault(sheet, `${path}.id`, `${link.id} is in the record already.`);
    sheet.fresh.add(link.id);
    checkLink(sheet, path, link);
  }
}

function checkLink(sheet: FaultSheet, path: string, link: Link): void {
  const { from, to } = link;
  checkEnd(sheet, `${path}.from`, from);
  if (to.kind === 'report' || to.kind === 'document') checkEnd(sheet, `${path}.to`, to);
  else refer(sheet, `${path}.to`, to.kind === 'actor' ? to.actor : to.publisher);
  refer(sheet, `${path}.proposition`, link.proposition);
  const sources = sourcesOfLink(link);
  for (const side of ['from', 'to'] as const) {
    for (const [index, passage] of link.evidence[side].entries()) {
      const at = `${path}.evidence.${side}[${index}].capture`;
      refer(sheet, at, passage.capture);
      const of = sheet.lookup.capture(passage.capture)?.of ?? null;
      const source = side === 'from' ? from.source : sources.at(-1);
      if (of !== null && of !== source)
        fault(
          sheet,
          at,
          `${passage.capture} is no capture of ${source}: the passage must stand in that end.`,
        );
    }
  }
  if (link.status !== 'proposed' || link.reviews.length > 0)
    fault(
      sheet,
      `${path}.status`,
      `${link.id} comes in as ${link.status}: a link starts as proposed and is decided on after.`,
    );
}

function checkEnd(sheet: FaultSheet, path: string, { source, capture }: ReportEnd): void {
  refer(sheet, `${path}.source`, source);
  refer(sheet, `${path}.capture`, capture);
  const of = capture === null ? null : (sheet.lookup.capture(capture)?.of ?? null);
  if (of !== null && of !== source)
    fault(sheet, `${path}.capture`, `${capture} is a capture of ${of}, not of ${source}.`);
}

/**
 * Checks a decision on a link.
 *
 * @example
 * checkLinkReviewed(sheet, change);
 */
export function checkLinkReviewed(sheet: FaultSheet, { link, decision, reason }: LinkReviewed): void {
  refer(sheet, 'link', link);
  if (reason.trim() === '') fault(sheet, 'reason', `${link} is decided on without a reason: say why.`);
  const known = sheet.lookup.link(link);
  if (known === null) return;
  if (decision === 'undone' && known.status === 'proposed')
    fault(sheet, 'decision', `${link} waits for a decision: there is nothing to undo.`);
  if (decision === known.status) fault(sheet, 'decision', `${link} is ${decision} already.`);
}

/**
 * Checks a finding about two voices.
 *
 * @example
 * checkFinding(sheet, change);
 */
export function checkFinding(sheet: FaultSheet, { finding }: VoicesJudged): void {
  const { id, a, b, proposition, reason } = finding;
  if (isKnown(sheet, id)) fault(sheet, 'finding.id', `${id} is in the record already.`);
  refer(sheet, 'finding.a', a);
  refer(sheet, 'finding.b', b);
  refer(sheet, 'finding.proposition', proposition);
  if (a === b) fault(sheet, 'finding.b', `${a} is given twice: name two voices.`);
  if (reason.trim() === '') fault(sheet, 'finding.reason', `${id} comes without a reason: say why.`);
}

/**
 * Checks that a finding can be taken back.
 *
 * @example
 * checkFindingUndone(sheet, change);
 */
export function checkFindingUndone(sheet: FaultSheet, { finding, reason }: FindingUndone): void {
  refer(sheet, 'finding', finding);
  if (reason.trim() === '') fault(sheet, 'reason', `${finding} is undone without a reason: say why.`);
  const undone = sheet.lookup.finding(finding)?.undone ?? null;
  if (undone !== null) fault(sheet, 'finding', `${finding} was undone on ${undone.at.slice(0, 10)} already.`);
}
