/** The lookup that projections ask, answered by prepared statements inside the append's own transaction. */
import type { Actor } from '../../record/actor.ts';
import type { Capture } from '../../record/capture.ts';
import type { Claim } from '../../record/claim.ts';
import type { Link } from '../../record/link.ts';
import type { PeopleDecision } from '../../record/people-decision.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { HeldCompartment } from '../../record/sealed/held-compartment.ts';
import type { SealedRecordState } from '../../record/sealed/sealed-record.ts';
import type { Source } from '../../record/source.ts';
import type { VoiceFinding } from '../../record/voice-finding.ts';
import type { Lookup } from '../projection/lookup.ts';
import { tableOfId } from '../queries/kept-queries.ts';
import type { PreparedQueries } from './prepared-queries.ts';

/**
 * Makes the lookup of one connection.
 *
 * @example
 * sqliteLookup(prepared).place('src_…'); // null
 */
export function sqliteLookup({ kept, one, all }: PreparedQueries): Lookup {
  return {
    place: (id) => {
      const table = tableOfId(id);
      return table === null ? null : (one(kept.place[table], id)?.place ?? null);
    },
    source: (id) => parsed<Source>(one(kept.body.sources, id)),
    capture: (id) => parsed<Capture>(one(kept.body.captures, id)),
    actor: (id) => parsed<Actor>(one(kept.body.actors, id)),
    proposition: (id) => parsed<Proposition>(one(kept.body.propositions, id)),
    claim: (id) => parsed<Claim>(one(kept.body.claims, id)),
    link: (id) => parsed<Link>(one(kept.body.links, id)),
    finding: (id) => parsed<VoiceFinding>(one(kept.body.findings, id)),
    decision: (id) => parsed<PeopleDecision>(one(kept.body.decisions, id)),
    compartment: (id) => parsed<HeldCompartment>(one(kept.body.compartments, id)),
    sealedRecord: (id) => parsed<SealedRecordState>(one(kept.body.sealed_records, id)),
    joinedTo: (id) => one(kept.joinedTo, id)?.id ?? null,
    lastPlace: () => one(kept.lastPlace)?.place ?? 0,
    hasText: (sha256) => one(kept.textEntry, sha256) !== null,
    text: (sha256) => one(kept.text, sha256)?.content ?? null,
    chain: (voices) => one(kept.chain, voices)?.place ?? null,
    hasReading: (capture, extractor) => one(kept.reading, capture, extractor) !== null,
    capturesOf: (source) => all(kept.capturesOf, source).map(({ place }) => place),
    wasErased: (source) => one(kept.tombstone, source) !== null,
    idsUnder: (source) => all(kept.idsUnder, source).map(({ id }) => id),
  };
}

function parsed<T>(row: { readonly body: string } | null): T | null {
  return row === null ? null : (JSON.parse(row.body) as T);
}
