/** Closed lists of the record that people choose from, on the command line and in the desk. */
import iso from '../../vocab/iso-3166-1.json' with { type: 'json' };

export { STANDING_FLAGS, STANDINGS } from '../reckon/standing.ts';
export { ACTOR_KINDS } from '../record/actor.ts';
export { ANONYMITIES, CUE_FORCES } from '../record/attribution.ts';
export { CLAIM_DECISIONS, CLAIM_STATUSES, type ClaimStatus } from '../record/claim.ts';
export { HANDLINGS, type Handling } from '../record/handling.ts';
export { LINK_DECISIONS, LINK_STATUSES, LINK_TYPES } from '../record/link.ts';
export { ACTIONS } from '../record/log-entry.ts';
export { PEOPLE_RELATIONS } from '../record/people-decision.ts';
export { PLACE_KINDS } from '../record/place.ts';
export { ANSWERS, MEASURES, type Measure, PROPOSITION_KINDS } from '../record/proposition.ts';
export { COMPARATORS, COUNTING_UNITS } from '../record/quantity.ts';
export { REDACTION_REASONS, readBoxes, readSpans } from '../record/redaction.ts';
export { RELEASE_GATES } from '../record/release/release-gate.ts';
export { SOURCE_KINDS } from '../record/source.ts';
export { STANCES, type Stance } from '../record/stance.ts';
export { ACCESS_ACTS, type AccessAct } from '../record/team/access.ts';
export type { Account } from '../record/team/account.ts';
export { ROLES, type Role } from '../record/team/role.ts';
export { LONGEST_COMMENT, THING_KINDS } from '../record/team/thing.ts';
export {
  TIME_AXES,
  type TimeAxis,
  TOLL_RULES,
  type TollRule,
  VAGUE_PRESETS,
  type VaguePreset,
} from '../record/toll.ts';

/** ISO 3166-1 alpha-2, in their order. */
export const COUNTRY_CODES: readonly string[] = iso.codes.map(({ code }) => code);
