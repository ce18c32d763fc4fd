/** Roles, clearances and acts in the person's language. */
import { words } from '../words/language.ts';
import type { Member } from './member-state.ts';

export type Role = Member['account']['roles'][number];
export type Clearance = Member['account']['clearance'];

export const ROLES: readonly Role[] = ['reader', 'recorder', 'reviewer', 'publisher', 'custodian', 'auditor'];
export const CLEARANCES: readonly Clearance[] = ['public', 'internal', 'sealed'];

/**
 * Roles in a row.
 *
 * @example
 * rolesWords(['reader', 'auditor']); // 'reader, auditor'
 */
export function rolesWords(roles: readonly Role[]): string {
  return roles.map((role) => words(`team.role.${role}`)).join(', ');
}

/**
 * What somebody sees.
 *
 * @example
 * clearanceWords('internal'); // 'public and internal sources'
 */
export function clearanceWords(clearance: Clearance): string {
  return words(`team.sees.${clearance}`);
}
