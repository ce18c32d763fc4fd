/**
 * The one building or pit that a clause about bodies is about ("they carried two bodies out", "five bodies buried
 * behind the depot"): such a count is the count of a site or a night, never the toll of a whole region. The site is
 * worded as the source words it; a named place in the clause goes before it.
 */

const SITE =
  'depot|barracks|prison|jail|camp|warehouse|basement|cellar|school|hospital|morgue|clinic|garage|factory|mill|quarry|mine|pit|well|ditch|field|yard|courtyard|building|house|hangar|airfield|bridge|station|silo|farm|church|chapel|mosque|temple|stadium|checkpoint|river|forest|cemetery|building site';
const PHRASE = `(?:the|an?|this|that|its|their) (?:former |old |disused |abandoned )?((?:\\p{Ll}+ )?(?:${SITE}))`;
const NAMED = new RegExp(
  `\\b(?:out of|from|behind|at|in|inside|near|outside|beside|under|beneath|next to) ${PHRASE}\\b`,
  'iu',
);
const BODIES = /\b(?:bod(?:y|ies)|corpses?|remains|graves?)\b/i;
const TAKEN_OUT =
  /\b(?:carr(?:y|ied|ying)|br(?:ing|ought|inging)|dragg(?:ed|ing)|drag|took|take|taking|pull(?:ed|ing)?|remov(?:ed|ing)|load(?:ed|ing)|saw|buried|threw|thrown|dumped)\b.*\b(?:out|away|there|outside|onto|into)\b/i;
/** Where the words look back to: the paragraphs right before. */
const BACK = 700;

/**
 * The site that a clause about bodies is about, without its article; null when it is about none.
 *
 * @param before the text in front of the clause
 * @example
 * siteOfBodies('they carried two bodies out', 'They were held in a former grain depot. '); // 'grain depot'
 */
export function siteOfBodies(clause: string, before: string): string | null {
  if (!BODIES.test(clause)) return null;
  const named = NAMED.exec(clause)?.[1];
  const spoken = [...before.slice(-BACK).matchAll(new RegExp(PHRASE, 'giu'))].at(-1)?.[1] ?? null;
  if (named !== undefined) return fuller(named, spoken);
  return TAKEN_OUT.test(clause) ? spoken : null;
}

/** "the depot" after "a grain depot" is the grain depot. */
function fuller(named: string, spoken: string | null): string {
  return spoken !== null && !named.includes(' ') && spoken.endsWith(` ${named}`) ? spoken : named;
}
