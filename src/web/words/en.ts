/** English: the catalogue that every other one must match, key by key. */
import { CASES } from './en/cases.ts';
import { CODED_REASONS } from './en/coded-reasons.ts';
import { COUNTS } from './en/counts.ts';
import { CUSTODIAN } from './en/custodian.ts';
import { CUSTODY } from './en/custody.ts';
import { FORM } from './en/form.ts';
import { GATES } from './en/gates.ts';
import { INBOX } from './en/inbox.ts';
import { INCIDENTS } from './en/incidents.ts';
import { LEAVING } from './en/leaving.ts';
import { LISTINGS } from './en/listings.ts';
import { ORIGINAL } from './en/original.ts';
import { ORIGINS } from './en/origins.ts';
import { PEOPLE } from './en/people.ts';
import { PLACES } from './en/places.ts';
import { PROPOSITIONS } from './en/propositions.ts';
import { READING } from './en/reading.ts';
import { REASONS } from './en/reasons.ts';
import { RELEASES } from './en/releases.ts';
import { SAID } from './en/said.ts';
import { SEARCH } from './en/search.ts';
import { SHELL } from './en/shell.ts';
import { STANCES } from './en/stances.ts';
import { TEAM } from './en/team.ts';
import { TOGETHER } from './en/together.ts';
import { TOLLS } from './en/tolls.ts';
import { VERSIONS } from './en/versions.ts';

export const EN = {
  ...SHELL,
  ...STANCES,
  ...INBOX,
  ...LISTINGS,
  ...READING,
  ...REASONS,
  ...CODED_REASONS,
  ...ORIGINAL,
  ...FORM,
  ...SEARCH,
  ...TOLLS,
  ...TEAM,
  ...PROPOSITIONS,
  ...ORIGINS,
  ...CUSTODY,
  ...PEOPLE,
  ...SAID,
  ...PLACES,
  ...INCIDENTS,
  ...CASES,
  ...COUNTS,
  ...LEAVING,
  ...VERSIONS,
  ...TOGETHER,
  ...RELEASES,
  ...GATES,
  ...CUSTODIAN,
} as const;
export type WordKey = keyof typeof EN;
