/**
 * What a member of a team may do. Roles add up; none contains another. What each may ask for stands in one table,
 * `server/access/permissions.ts`. Which sources a member sees is another matter: their clearance.
 */

/**
 * `reader` reads; `recorder` puts claims, places and incidents on record by hand; `reviewer` decides on claims, propositions,
 * links and people; `publisher` takes things out of the vault; `custodian` keeps the vault and the accounts; `auditor` sees who
 * did and who saw what.
 */
export const ROLES = ['reader', 'recorder', 'reviewer', 'publisher', 'custodian', 'auditor'] as const;
export type Role = (typeof ROLES)[number];
