/**
 * What stands between a record and its release. Every gate is asked, each answer says what is wrong and what to do, and one closed
 * gate is enough: nothing is made, approved or handed out.
 */

import { covered } from '../../dossier/release/name-cover.ts';
import { letsOut } from '../../record/handling.ts';
import type { SourceId } from '../../record/id.ts';
import { counted } from '../../record/number-words.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { PublishedRelease } from '../../record/release/release.ts';
import type { ReleaseGate } from '../../record/release/release-gate.ts';
import type { Desk } from '../desk.ts';
import { coverGround } from '../names/open-cover.ts';
import { loggedRedactions } from '../redaction/logged-redactions.ts';
import { type ReleasedState, waitingIn } from './release-content.ts';

export interface GateAnswer {
  readonly gate: ReleaseGate;
  /** False: nothing leaves before it is dealt with. */
  readonly open: boolean;
  /** What was found, and what to do where it is closed. Whole sentences. */
  readonly words: string;
}

/** What the gates look at. */
export interface Gated {
  /** The record as it is now. */
  readonly desk: Desk;
  /** The record as the release takes it. */
  readonly state: ReleasedState;
  readonly release: Pick<PublishedRelease, 'profile' | 'position' | 'corrects'>;
}

/**
 * Asks all gates.
 *
 * @example
 * (await askGates(gated)).filter(({ open }) => !open);
 */
export async function askGates(gated: Gated): Promise<readonly GateAnswer[]> {
  return [
    proposals(gated),
    names(gated),
    await people(gated),
    await handling(gated),
    await redaction(gated),
    await counts(gated),
    await method(gated),
    licence(gated),
    embargo(gated),
  ];
}

/**
 * Refuses when any gate is closed, and tells all that are.
 *
 * @throws OnRecordError `bad-usage` with one fault for each closed gate
 * @example
 * refuseClosed(await askGates(gated));
 */
export function refuseClosed(answers: readonly GateAnswer[]): void {
  const closed = answers.filter(({ open }) => !open);
  if (closed.length === 0) return;
  throw new OnRecordError(
    'bad-usage',
    `Nothing is released yet: ${closed.length === 1 ? 'one gate is' : `${closed.length} gates are`} closed. ${closed.map(({ words }) => words).join(' ')}`,
    { faults: closed.map(({ gate, words }) => ({ path: gate, message: words })) },
  );
}

const answer = (gate: ReleaseGate, open: boolean, words: string): GateAnswer => ({ gate, open, words });

function proposals({ state, release: { profile } }: Gated): GateAnswer {
  const waiting = waitingIn(state.snapshot);
  if (waiting === 0) return answer('proposals', true, 'No proposal waits for review.');
  const told = `${counted(waiting, 'proposal waits', 'proposals wait')} for review`;
  return profile.unreviewed === 'leave-out'
    ? answer('proposals', true, `${told}; none is in it, and the release says so.`)
    : answer('proposals', false, `${told}: review them, or say "unreviewed": "leave-out" in the profile.`);
}

/** What a person writes for the release is read before it leaves, too. */
function names({ state, release: { profile, corrects } }: Gated): GateAnswer {
  const written: readonly (readonly [string, string | null])[] = [
    ['title', profile.title],
    ['publisher', profile.publisher],
    ...profile.methodNotes.map(({ lang, text }) => [`methodNotes (${lang})`, text] as const),
    ['reason of the correction', corrects?.reason ?? null],
    ['address', profile.address],
  ];
  const named = written.filter(
    ([, words]) => words !== null && (covered(state.cover, words) !== words || state.cover.inAddress(words)),
  );
  if (named.length === 0)
    return answer('names', true, 'The words of the profile name nobody who is not cleared.');
  return answer(
    'names',
    false,
    `A person who is not cleared is named in: ${named.map(([field]) => field).join(', ')}. Word it without the name, or clear the person.`,
  );
}

/** A clearance that was withdrawn since counts, whatever the record said then. */
async function people({ desk, state }: Gated): Promise<GateAnswer> {
  const none = { actors: new Map(), propositions: new Map(), claims: new Map() };
  const [then, now] = [
    (await coverGround(state.then, none, null)).cleared,
    (await coverGround(desk, none, null)).cleared,
  ];
  const withdrawn =
    [...then.actors].filter((one) => !now.actors.has(one)).length +
    [...then.names].filter((one) => !now.names.has(one)).length;
  if (withdrawn === 0)
    return answer('people', true, 'Persons who are not cleared are shown under pseudonyms.');
  return answer(
    'people',
    false,
    `${counted(withdrawn, 'person was', 'persons were')} cleared at that position and no longer: take a later position, or clear them again.`,
  );
}

/** Sources that would leave and may not any more, by today's decisions. */
async function handling({ desk, state }: Gated): Promise<GateAnswer> {
  const closed: SourceId[] = [];
  for (const { id, handling: then } of state.snapshot.sources.values()) {
    if (!letsOut(then, 'claims')) continue;
    const now = (await desk.store.source(id))?.handling ?? 'sealed';
    const isNarrower = !letsOut(now, 'claims') || (letsOut(then, 'text') && !letsOut(now, 'text'));
    if (isNarrower) closed.push(id);
  }
  const erased = (await desk.store.entriesWith('source-erased')).filter(
    ({ seq }) => seq > state.input.snapshot.logPosition,
  ).length;
  if (closed.length === 0 && erased === 0)
    return answer('handling', true, 'Every source in it may leave as it does.');
  const told = [
    ...(closed.length === 0
      ? []
      : [`fewer parts of ${closed.join(', ')} may leave today than at that position`]),
    ...(erased === 0 ? [] : [`${erased === 1 ? 'a source was' : `${erased} sources were`} erased since`]),
  ].join(', and ');
  return answer('handling', false, `${upper(told)}: take a later position.`);
}

async function redaction({ desk, state }: Gated): Promise<GateAnswer> {
  const then = (await loggedRedactions(state.then)).length;
  const since = (await loggedRedactions(desk))
    .slice(then)
    .filter(({ source }) => letsOut(state.snapshot.sources.get(source)?.handling ?? 'sealed', 'claims'));
  if (since.length === 0)
    return answer('redaction', true, 'Redacted copies stand in the place of their originals.');
  const sources = [...new Set(since.map(({ source }) => source))].join(', ');
  return answer('redaction', false, `Redacted since that position: ${sources}. Take a later position.`);
}

/** Only counts that two people signed leave; the store holds no other ones in the clear. */
async function counts({ state, release: { profile } }: Gated): Promise<GateAnswer> {
  if (profile.counts.length === 0) return answer('counts', true, 'No counts of cases are in it.');
  const signed = new Set(
    (await state.then.store.entriesWith('counts-released')).flatMap(({ body }) =>
      body?.action === 'counts-released' ? [body.record as string] : [],
    ),
  );
  const unsigned = profile.counts.filter((id) => !signed.has(id));
  if (unsigned.length === 0) return answer('counts', true, 'Its counts of cases are signed by two people.');
  return answer(
    'counts',
    false,
    `Not signed by a second person at that position: ${unsigned.join(', ')}. Have them signed, or leave them out of the profile.`,
  );
}

async function method({ state, release: { profile } }: Gated): Promise<GateAnswer> {
  const noted = new Set(profile.methodNotes.map(({ lang }) => lang));
  const missing = profile.languages.filter((lang) => !noted.has(lang));
  const vague = (state.input.estimates ?? []).filter(({ about }) => about.trim() === '').length;
  const told = [
    ...(missing.length === 0
      ? []
      : [
          `The profile says nothing of the method in ${missing.join(', ')}: add to "methodNotes" how sources were chosen and what was left out.`,
        ]),
    ...(vague === 0
      ? []
      : [`${vague} of its estimates do not say what was counted: put them on record anew and say it.`]),
  ];
  return answer('method', told.length === 0, told.length === 0 ? 'The method is told.' : told.join(' '));
}

function licence({ release: { profile } }: Gated): GateAnswer {
  return profile.licence === null
    ? answer('licence', false, 'Say in the profile under which "licence" others may use it.')
    : answer('licence', true, `Others may use it under: ${profile.licence.name}.`);
}

/** Making and approving go on before the day; handing out is refused by `refuseEarly`. */
function embargo({ release: { profile } }: Gated): GateAnswer {
  return profile.embargo === null
    ? answer('embargo', true, 'There is no embargo.')
    : answer('embargo', true, `It may be handed out from ${profile.embargo} on (UTC), and not before.`);
}

/**
 * Refuses to hand a release out before its day.
 *
 * @param today ISO day, UTC
 * @throws OnRecordError `bad-usage`
 * @example
 * refuseEarly(release, '2031-05-31');
 */
export function refuseEarly({ profile }: Pick<PublishedRelease, 'profile'>, today: string): void {
  if (profile.embargo === null || today >= profile.embargo) return;
  throw new OnRecordError(
    'bad-usage',
    `This release is under embargo until ${profile.embargo} (UTC); today is ${today}. Nothing was written.`,
  );
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
