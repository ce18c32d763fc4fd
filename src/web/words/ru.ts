/** Russian. A key that is missing or too many is a type error. */
import type { WordKey } from './en.ts';
import { CASES } from './ru/cases.ts';
import { CODED_REASONS } from './ru/coded-reasons.ts';
import { COUNTS } from './ru/counts.ts';
import { CUSTODIAN } from './ru/custodian.ts';
import { CUSTODY } from './ru/custody.ts';
import { FORM } from './ru/form.ts';
import { GATES } from './ru/gates.ts';
import { INBOX } from './ru/inbox.ts';
import { INCIDENTS } from './ru/incidents.ts';
import { LEAVING } from './ru/leaving.ts';
import { LISTINGS } from './ru/listings.ts';
import { ORIGINAL } from './ru/original.ts';
import { ORIGINS } from './ru/origins.ts';
import { PEOPLE } from './ru/people.ts';
import { PLACES } from './ru/places.ts';
import { PROPOSITIONS } from './ru/propositions.ts';
import { READING } from './ru/reading.ts';
import { REASONS } from './ru/reasons.ts';
import { RELEASES } from './ru/releases.ts';
import { SAID } from './ru/said.ts';
import { SEARCH } from './ru/search.ts';
import { SHELL } from './ru/shell.ts';
import { STANCES } from './ru/stances.ts';
import { TEAM } from './ru/team.ts';
import { TOGETHER } from './ru/together.ts';
import { TOLLS } from './ru/tolls.ts';
import { VERSIONS } from './ru/versions.ts';

export const RU: Readonly<Record<WordKey, string>> = {
  ...SHELL,
  ...STANCES,
  ...INBOX,
  ...LISTINGS,
  ...READING,
  ...REASONS,
  ...CODED_REASONS,
  ...ORIGINAL,
  ...FORM,
  ...PEOPLE,
  ...SEARCH,
  ...TOLLS,
  ...TEAM,
  ...PROPOSITIONS,
  ...ORIGINS,
  ...CUSTODY,
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
};
