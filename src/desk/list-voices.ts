/**
 * Lists the voices behind a proposition by the ids that `voice same` and `voice distinct` take, and what persons found about
 * voices, also what was taken back. It judges nothing.
 */
import { foundVoiceOf } from '../reckon/origins/found-voice.ts';
import type { ClaimNode } from '../reckon/origins/graph-draft.ts';
import type { ActorId, ClaimId, LinkId, SourceId } from '../record/id.ts';
import { type FoundVoice, foundKind, type VoiceFinding } from '../record/voice-finding.ts';
import type { Desk } from './desk.ts';
import { type Lookup, openLookup } from './lookup.ts';
import { type PropositionFigures, reckonPropositions } from './reckon-propositions.ts';
import { viewVoice } from './voice-name.ts';

export interface NamedVoice {
  readonly id: FoundVoice;
  readonly name: string;
}

export interface CountedVoice extends NamedVoice {
  readonly kind: ClaimNode['kind'];
  /** Whether knowledge may start there. */
  readonly origin: boolean;
  /** False: cited, and to be obtained. */
  readonly held: boolean;
}

export interface FindingView extends Omit<VoiceFinding, 'a' | 'b'> {
  readonly a: NamedVoice;
  readonly b: NamedVoice;
}

export interface VoiceList {
  /** Of the proposition asked for; empty without one. */
  readonly voices: readonly CountedVoice[];
  /** Those that hold for the proposition, in log order; all without one. */
  readonly findings: readonly FindingView[];
}

export interface VoiceQuery {
  /** Id or its beginning; null: findings alone. */
  readonly proposition: string | null;
  readonly includeProposed: boolean;
}

/**
 * Lists voices and findings.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * (await listVoices(desk, { proposition: 'prp_2cd', includeProposed: false })).voices[0]?.id; // 'act_…'
 */
export async function listVoices(desk: Desk, query: VoiceQuery): Promise<VoiceList> {
  const { store } = desk;
  const lookup = openLookup(store);
  const findings = await store.findings();
  if (query.proposition === null)
    return { voices: [], findings: await Promise.all(findings.map((one) => viewFinding(desk, lookup, one))) };
  const { proposition, includeProposed } = query;
  const [figures] = (await reckonPropositions(desk, { includeProposed, proposition })).propositions;
  const id = figures?.proposition.id;
  const fitting = findings.filter((one) => one.proposition === null || one.proposition === id);
  return {
    voices: figures === undefined ? [] : await voicesOf(desk, lookup, figures),
    findings: await Promise.all(fitting.map((one) => viewFinding(desk, lookup, one))),
  };
}

async function voicesOf(
  desk: Desk,
  lookup: Lookup,
  { origins, denials }: PropositionFigures,
): Promise<CountedVoice[]> {
  const voices = new Map<FoundVoice, CountedVoice>();
  for (const count of denials === null ? [origins] : [origins, denials]) {
    const ends = new Set([...count.bounds.origins, ...count.bounds.circles.flat()]);
    for (const node of count.graph.nodes) {
      const id = foundVoiceOf(node);
      if (id === null) continue;
      const before = voices.get(id);
      const { name } = await viewVoice(node.voice, { store: desk.store, lookup });
      const origin = ends.has(node.id) || before?.origin === true;
      voices.set(id, {
        id,
        name,
        kind: before?.kind ?? node.kind,
        origin,
        held: node.held || before?.held === true,
      });
    }
  }
  return [...voices.values()].toSorted((a, b) => Number(b.origin) - Number(a.origin));
}

async function viewFinding(desk: Desk, lookup: Lookup, finding: VoiceFinding): Promise<FindingView> {
  const name = async (id: FoundVoice): Promise<NamedVoice> => ({ id, name: await nameOf(desk, lookup, id) });
  return { ...finding, a: await name(finding.a), b: await name(finding.b) };
}

async function nameOf(desk: Desk, lookup: Lookup, id: FoundVoice): Promise<string> {
  const kind = foundKind(id);
  const named = { store: desk.store, lookup };
  switch (kind) {
    case 'actor':
      return (await viewVoice(id as ActorId, named)).name;
    case 'source': {
      const source = await lookup.source(id as SourceId);
      const publisher = await lookup.nameOf(source?.publisher ?? null);
      return publisher ?? source?.title ?? 'unknown outlet';
    }
    case 'claim': {
      const source = (await desk.store.claim(id as ClaimId))?.source ?? '';
      return (await viewVoice(`anonymous:${source}:${id}`, named)).name;
    }
    case 'link':
      return (await viewVoice(`anonymous:${id as LinkId}`, named)).name;
    default:
      return kind satisfies never;
  }
}
