/** Incidents that persons put on record: for each what its last entry says. The log holds them; persons make them one by one. */
import type { IncidentId, PropositionId } from '../../record/id.ts';
import type { Incident } from '../../record/incident.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Desk } from '../desk.ts';

export interface HeldIncident {
  readonly incident: Incident;
  /** Those that speak of it; one that was erased since is left out by who opens them. */
  readonly propositions: readonly PropositionId[];
  /** Every version, oldest first. */
  readonly history: readonly {
    readonly seq: number;
    /** ISO 8601 instant, UTC. */
    readonly at: string;
    readonly by: string;
    readonly reason: string;
    readonly withdrawn: boolean;
  }[];
}

/**
 * Reads them, in the order in which they came; none that was taken back.
 *
 * @example
 * (await heldIncidents(desk))[0]?.incident.title; // 'Raid on Orsa'
 */
export async function heldIncidents({ store }: Pick<Desk, 'store'>): Promise<readonly HeldIncident[]> {
  const held = new Map<IncidentId, HeldIncident>();
  for (const { seq, body, agent, at } of await store.entriesWith('incident-recorded')) {
    if (body?.action !== 'incident-recorded') continue;
    const { incident, propositions, reason, withdrawn } = body;
    const before = held.get(incident.id)?.history ?? [];
    const history = [...before, { seq, at, by: agent, reason, withdrawn }];
    held.set(incident.id, { incident, propositions, history });
  }
  return [...held.values()].filter(({ history }) => history.at(-1)?.withdrawn === false);
}

/**
 * One of them by its id or the beginning of it.
 *
 * @throws OnRecordError `not-found`; `bad-usage` when it fits several
 * @example
 * incidentNamed(await heldIncidents(desk), 'inc_7d2');
 */
export function incidentNamed<T extends Pick<HeldIncident, 'incident'>>(all: readonly T[], id: string): T {
  const asked = id.trim().toLowerCase();
  const [only, second] = all.filter(({ incident }) => asked !== '' && incident.id.startsWith(asked));
  if (second !== undefined)
    throw new OnRecordError('bad-usage', 'Several incidents have an id that begins so: give more letters.');
  if (only === undefined)
    throw new OnRecordError(
      'not-found',
      'The record holds no incident under this id. See which there are: onrecord incident list',
      { subject: asked },
    );
  return only;
}

/**
 * Which propositions speak of an incident: those that figures of it are made of.
 *
 * @throws OnRecordError `not-found`; `bad-usage` when the id fits several
 * @example
 * await reckonTolls(desk, { ...query, among: await propositionsOfIncident(desk, 'inc_7d2') });
 */
export async function propositionsOfIncident(
  desk: Pick<Desk, 'store'>,
  id: string,
): Promise<ReadonlySet<PropositionId>> {
  return new Set(incidentNamed(await heldIncidents(desk), id).propositions);
}
