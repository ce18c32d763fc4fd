/**
 * What is wrong with a change before it is logged: references that lead nowhere, things that are there already,
 * texts that do not fit their hash, reviews without a reason. All faults, not the first. The shape of each entity is
 * the domain's to check; this file checks what only the store can know.
 */
import { sha256Hex } from '../crypto/sha256.ts';
import type { Actor } from '../record/actor.ts';
import type { Capture } from '../record/capture.ts';
import type {
  ActorsJoined,
  ClaimReviewed,
  ClaimsProposed,
  ClaimsRegrouped,
} from '../record/changes/of-claims.ts';
import type {
  CopyStored,
  SourceCaptured,
  SourceDescribed,
  SourceErased,
} from '../record/changes/of-sources.ts';
import type { Claim } from '../record/claim.ts';
import type { Change } from '../record/log-entry.ts';
import type { Fault } from '../record/onrecord-error.ts';
import type { Proposition } from '../record/proposition.ts';
import type { Source } from '../record/source.ts';
import { checkAccesses } from './access-faults.ts';
import { checkPeopleDecided, checkPeopleDecisionUndone } from './decision-faults.ts';
import { type ChangeContext, type FaultSheet, fault, isKnown, refer } from './fault-sheet.ts';
import { checkIncidentRecorded, checkPlaceRecorded } from './incident-faults.ts';
import { checkFinding, checkFindingUndone, checkLinkReviewed, checkLinks } from './link-faults.ts';
import { checkListImported } from './list-faults.ts';
import { checkHeldApart, checkReworded } from './proposition-faults.ts';
import { checkReleaseMade } from './release-faults.ts';
import {
  checkCompartment,
  checkCountsReleased,
  checkMember,
  checkRecordErased,
  checkSealed,
} from './sealed-faults.ts';

/**
 * Finds every fault of a change. An empty list: it can be logged.
 *
 * @example
 * changeFaults(change, { lookup, texts: new Map() }); // []
 */
export function changeFaults(change: Change, context: ChangeContext): readonly Fault[] {
  const sheet: FaultSheet = { ...context, faults: [], fresh: new Set(), known: new Map() };
  checkTexts(sheet);
  switch (change.action) {
    case 'source-captured':
      checkCaptured(sheet, change);
      break;
    case 'source-described':
      checkDescribed(sheet, change);
      break;
    case 'claims-proposed':
      checkProposed(sheet, change);
      break;
    case 'claim-reviewed':
      checkReviewed(sheet, change);
      break;
    case 'claims-regrouped':
      checkRegrouped(sheet, change);
      break;
    case 'proposition-reworded':
      checkReworded(sheet, change);
      break;
    case 'propositions-held-apart':
      checkHeldApart(sheet, change);
      break;
    case 'actors-joined':
      checkJoined(sheet, change);
      break;
    case 'links-proposed':
      checkActors(sheet, change.actors);
      checkLinks(sheet, change);
      break;
    case 'link-reviewed':
      checkLinkReviewed(sheet, change);
      break;
    case 'voices-judged':
      checkFinding(sheet, change);
      break;
    case 'finding-undone':
      checkFindingUndone(sheet, change);
      break;
    case 'person-cleared':
    case 'clearance-withdrawn':
      if (change.person.kind === 'actor') refer(sheet, 'person.actor', change.person.actor);
      if (change.reason.trim() === '') fault(sheet, 'reason', 'Say why: a decision needs a reason.');
      break;
    case 'copy-stored':
      checkCopy(sheet, change);
      break;
    case 'custody-recorded':
      refer(sheet, 'source', change.source);
      refer(sheet, 'event.capture', change.event.capture);
      break;
    case 'source-erased':
      checkErased(sheet, change);
      break;
    case 'people-decided':
      checkPeopleDecided(sheet, change);
      break;
    case 'people-decision-undone':
      checkPeopleDecisionUndone(sheet, change);
      break;
    case 'list-imported':
      checkListImported(sheet, change);
      break;
    case 'place-recorded':
      checkPlaceRecorded(sheet, change);
      break;
    case 'incident-recorded':
      checkIncidentRecorded(sheet, change);
      break;
    case 'member-introduced':
      checkMember(sheet, change);
      break;
    case 'compartment-changed':
      checkCompartment(sheet, change);
      break;
    case 'record-sealed':
      checkSealed(sheet, change);
      break;
    case 'record-erased':
      checkRecordErased(sheet, change);
      break;
    case 'accesses-logged':
      checkAccesses(sheet, change);
      break;
    case 'counts-released':
      checkCountsReleased(sheet, change);
      break;
    case 'release-made':
      checkReleaseMade(sheet, change);
      break;
    case 'checkpoint-anchored':
    case 'fixity-checked':
    case 'checkpoint-cosigned':
    case 'settings-changed':
    case 'record-imported':
    case 'estimate-recorded':
    case 'release-approved':
      break;
    default:
      change satisfies never;
  }
  return sheet.faults;
}

function checkTexts(sheet: FaultSheet): void {
  for (const [sha256, content] of sheet.texts) {
    if (!content.isWellFormed())
      fault(sheet, 'texts', `The text ${sha256} holds an unpaired surrogate: normalise it first.`);
    else if (sha256Hex(content) !== sha256)
      fault(sheet, 'texts', `The text given as ${sha256} has another hash.`);
  }
}

/** First-seen things may come again only unchanged: there is no silent second version. */
function comeIn(sheet: FaultSheet, path: string, thing: { readonly id: string }, stored: unknown): void {
  if (stored !== null && JSON.stringify(sorted(stored)) !== JSON.stringify(sorted(thing))) {
    fault(
      sheet,
      path,
      `${thing.id} is in the record already with other content: give the new thing a new id.`,
    );
  }
  sheet.fresh.add(thing.id);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}

function checkActors(sheet: FaultSheet, actors: readonly Actor[]): void {
  for (const [index, actor] of actors.entries())
    comeIn(sheet, `actors[${index}]`, actor, sheet.lookup.actor(actor.id));
  for (const [index, actor] of actors.entries()) {
    if (actor.names.length === 0)
      fault(sheet, `actors[${index}].names`, `${actor.id} has no name: give at least one.`);
    for (const tie of [...actor.partOf, ...actor.spokenForBy]) {
      refer(sheet, `actors[${index}]`, tie.to);
      refer(sheet, `actors[${index}]`, tie.claim);
    }
  }
}

function checkPropositions(sheet: FaultSheet, propositions: readonly Proposition[]): void {
  for (const [index, each] of propositions.entries()) {
    comeIn(sheet, `propositions[${index}]`, each, sheet.lookup.proposition(each.id));
  }
  for (const [index, each] of propositions.entries()) {
    refer(sheet, `propositions[${index}].narrowerThan`, each.narrowerThan);
    if (each.narrowerThan === each.id) {
      fault(sheet, `propositions[${index}].narrowerThan`, `${each.id} is given as narrower than itself.`);
    }
  }
}

function checkSource(sheet: FaultSheet, source: Source): void {
  refer(sheet, 'source.publisher', source.publisher);
  for (const [index, author] of source.authors.entries()) refer(sheet, `source.authors[${index}]`, author);
  refer(sheet, 'source.revisionOf', source.revisionOf);
}

function checkCaptured(sheet: FaultSheet, change: SourceCaptured): void {
  const { source, capture, actors } = change;
  checkActors(sheet, actors);
  checkSource(sheet, source);
  if (capture.of !== source.id)
    fault(sheet, 'capture.of', `The capture is of ${capture.of}, the source is ${source.id}.`);
  if (isKnown(sheet, capture.id))
    fault(sheet, 'capture.id', `${capture.id} is in the record already: captures never change.`);
  checkCapture(sheet, capture);
}

function checkCapture(sheet: FaultSheet, capture: Capture): void {
  refer(sheet, 'capture.derivedFrom', capture.derivedFrom);
  if (capture.text === null) return;
  if (!sheet.texts.has(capture.text.sha256) && !sheet.lookup.hasText(capture.text.sha256)) {
    fault(
      sheet,
      'capture.text',
      `The text ${capture.text.sha256} is neither given nor stored: hand it in with the entry.`,
    );
  }
}

function checkCopy(sheet: FaultSheet, { capture }: CopyStored): void {
  refer(sheet, 'capture.of', capture.of);
  if (isKnown(sheet, capture.id))
    fault(sheet, 'capture.id', `${capture.id} is in the record already: captures never change.`);
  if (capture.copy !== 'working' || capture.derivedFrom === null)
    fault(sheet, 'capture.copy', 'A further copy is a working copy and names the capture it was made from.');
  checkCapture(sheet, capture);
}

/** The plan was made a moment ago: it must still name everything that hangs on the source. */
function checkErased(sheet: FaultSheet, change: SourceErased): void {
  const place = sheet.lookup.place(change.source);
  if (place === null) {
    if (!sheet.lookup.wasErased(change.source)) refer(sheet, 'source', change.source);
    return;
  }
  if (change.reason.trim() === '')
    fault(sheet, 'reason', `${change.source} is erased without a reason: say why.`);
  const gone = new Set(change.gone);
  for (const id of [change.source, ...sheet.lookup.idsUnder(place)]) {
    if (!gone.has(id))
      fault(sheet, 'gone', `${id} came to the source since the erasure was planned: plan it again.`);
  }
}

function checkDescribed(sheet: FaultSheet, change: SourceDescribed): void {
  checkActors(sheet, change.actors);
  refer(sheet, 'source.id', change.source.id);
  checkSource(sheet, change.source);
}

function checkProposed(sheet: FaultSheet, change: ClaimsProposed): void {
  checkActors(sheet, change.actors);
  checkPropositions(sheet, change.propositions);
  const capture = sheet.lookup.capture(change.capture);
  if (capture === null) fault(sheet, 'capture', `No capture has the id ${change.capture}.`);
  change.claims.forEach((claim, index) => {
    const path = `claims[${index}]`;
    if (capture !== null && claim.source !== capture.of) {
      fault(sheet, `${path}.source`, `${claim.source} is not the source of ${capture.id}, which was read.`);
    }
    if (isKnown(sheet, claim.id)) fault(sheet, `${path}.id`, `${claim.id} is in the record already.`);
    sheet.fresh.add(claim.id);
    checkClaim(sheet, path, claim);
  });
}

function checkClaim(sheet: FaultSheet, path: string, claim: Claim): void {
  refer(sheet, `${path}.source`, claim.source);
  refer(sheet, `${path}.proposition`, claim.proposition);
  refer(sheet, `${path}.supersedes`, claim.supersedes);
  if (claim.supersedes === claim.id)
    fault(sheet, `${path}.supersedes`, `${claim.id} is given as superseding itself.`);
  if (claim.chain.length === 0)
    fault(sheet, `${path}.chain`, `${claim.id} has no chain: the outlet stands first.`);
  if (claim.passages.length === 0)
    fault(sheet, `${path}.passages`, `${claim.id} has no passage: every claim has its words.`);
  claim.chain.forEach((step, index) => {
    refer(sheet, `${path}.chain[${index}].speaker`, step.speaker);
    refer(sheet, `${path}.chain[${index}].passage`, step.passage?.capture ?? null);
  });
  for (const [index, passage] of claim.passages.entries()) {
    refer(sheet, `${path}.passages[${index}].capture`, passage.capture);
  }
  if (claim.status !== 'proposed' || claim.reviews.length > 0) {
    fault(
      sheet,
      `${path}.status`,
      `${claim.id} comes in as ${claim.status}: a claim starts as proposed and is reviewed after.`,
    );
  }
}

function checkReviewed(sheet: FaultSheet, change: ClaimReviewed): void {
  refer(sheet, 'claim', change.claim);
  if (change.decision === 'rejected' && (change.reason ?? '').trim() === '') {
    fault(sheet, 'reason', `${change.claim} is rejected without a reason: say why.`);
  }
}

function checkRegrouped(sheet: FaultSheet, change: ClaimsRegrouped): void {
  checkPropositions(sheet, change.propositions);
  refer(sheet, 'to', change.to);
  if (change.claims.length === 0) fault(sheet, 'claims', 'No claim is named: name at least one.');
  for (const [index, claim] of change.claims.entries()) refer(sheet, `claims[${index}]`, claim);
}

function checkJoined(sheet: FaultSheet, change: ActorsJoined): void {
  const { kept, absorbed } = change;
  refer(sheet, 'kept', kept);
  refer(sheet, 'absorbed', absorbed);
  if (kept === absorbed) fault(sheet, 'absorbed', `${kept} cannot be joined to itself.`);
  for (const [path, id] of [
    ['kept', kept],
    ['absorbed', absorbed],
  ] as const) {
    const shownAs = sheet.lookup.joinedTo(id);
    if (shownAs !== null) fault(sheet, path, `${id} is already shown as ${shownAs}: join that one.`);
  }
}
