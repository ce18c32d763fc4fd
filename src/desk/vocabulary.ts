/** Closed lists of the record that people choose from on the command line. */
export { CLAIM_STATUSES, type ClaimStatus } from '../record/claim.ts';
export { MEASURES, type Measure } from '../record/proposition.ts';
export { HANDLINGS, SOURCE_KINDS } from '../record/source.ts';
export { STANCES, type Stance } from '../record/stance.ts';
