/** What is asked of a record before it is released, in the order in which it is told. */
export const RELEASE_GATES = [
  'proposals',
  'names',
  'people',
  'handling',
  'redaction',
  'counts',
  'method',
  'licence',
  'embargo',
] as const;
export type ReleaseGate = (typeof RELEASE_GATES)[number];
