/** Every step of the schema, oldest first. */
import { FIRST_TABLES } from './001-first-tables.ts';
import { LINKS } from './002-links.ts';
import { LISTS } from './003-lists.ts';
import { DECISIONS } from './004-decisions.ts';
import { SEALED } from './005-sealed.ts';
import { CHANGES } from './006-changes.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = Object.freeze([
  FIRST_TABLES,
  LINKS,
  LISTS,
  DECISIONS,
  SEALED,
  CHANGES,
]);

/** The schema this program writes. */
export const SCHEMA_VERSION: number = MIGRATIONS.length;
