/** Saved questions that travel with the database: what a reader asks first, in SQL over the tables of the record. */
import type { TableSet } from './table-set.ts';

export const QUESTIONS: TableSet['questions'] = [
  {
    name: 'figures',
    title: 'Figures with their range, origins and standing',
    sql: `SELECT p.text, t.low, t.best, t.high, p.origins_at_least, p.origins_at_most, p.standing, p.standing_flags
FROM propositions p JOIN tolls t ON t.proposition = p.id
ORDER BY coalesce(t.best, t.low, t.high) DESC`,
  },
  {
    name: 'denials',
    title: 'Who denies or disputes what, in which words',
    sql: `SELECT p.text AS proposition, s.named AS who, c.stance, c.said_at, w.exact AS words, src.url
FROM claims c
JOIN propositions p ON p.id = c.proposition
JOIN sources src ON src.id = c.source
JOIN passages w ON w.claim = c.id AND w.position = 0
JOIN chain_steps s ON s.claim = c.id
  AND s.position = (SELECT max(position) FROM chain_steps WHERE claim = c.id)
WHERE c.stance IN ('denies', 'disputes', 'declines', 'silent')
ORDER BY c.said_at`,
  },
  {
    name: 'words',
    title: 'Every claim with its words and its source',
    sql: `SELECT c.id, c.stance, c.status, p.text AS proposition, w.exact AS words, src.title, src.published_at, src.url
FROM claims c
JOIN propositions p ON p.id = c.proposition
JOIN sources src ON src.id = c.source
JOIN passages w ON w.claim = c.id AND w.position = 0
ORDER BY c.said_at`,
  },
];
