/** What kind of proposition a stretch of text is in which no act and no answer was recognised. */
import type { PropositionKind } from '../../record/proposition.ts';

const RULES: readonly (readonly [PropositionKind, RegExp])[] = [
  [
    'identity',
    /\b(?:one|two|three|four|five|some|many|several|most|all|\d+) of (?:the|those|its|their) (?:victims|dead|killed|detained|detainees|men|women|wounded|injured|people|prisoners|suspects)\b|\b(?:identified|named|known) as\b|\b(?:is|was|are|were) (?:a |an )?(?:members?|officers?|employees?|citizens?|nationals?|relatives?) of\b/i,
  ],
  [
    'responsibility',
    /\b(?:responsible for|responsibility for|behind the|carried out (?:the|by)|ordered (?:the|by)|masterminded|perpetrat|to blame|blamed? for|took part in|complicit|involved in (?:the )?(?:killing|attack|abduction|torture|detention|purge))/i,
  ],
  [
    'process',
    /\b(?:difficult(?:y|ies)?|unable to (?:obtain|secure|leave|get)|struggl|secur(?:e|ing) (?:a |the )?(?:visas?|asylum|passage)|appl(?:y|ying|ied) for|appeal(?:ed|ing)? (?:for|to)|name all|pushing back|provide (?:further )?details|cooperat|help(?:ed|ing)? (?:people|men|women|them|those|the)|hotline|talks|negotiat|discuss|comment)\b/i,
  ],
  [
    'policy',
    /\b(?:welcom(?:e|es|ed|ing)|polic(?:y|ies)|laws?|legislation|ban(?:s|ned|ning)?|bans|decrees?|do the same|should|must|ought|zero[- ]tolerance|not an option|borders?|accept(?:s|ing)? (?:refugees|people|those|men)|decriminali[sz]|legali[sz]|sanctions?|campaign of|crack ?down|purge|programmes?|programs?|right to|rights of)\b/i,
  ],
  [
    'status',
    /\b(?:in custody|in hospital|missing|whereabouts|alive|safe|under arrest|on trial|in hiding|at large|stable condition|critical condition|remains?)\b/i,
  ],
];

/**
 * The kind of a text without a recognised act; `occurrence` when no rule fits.
 *
 * @example
 * defaultKindOf('one of the victims is a member of the guard'); // 'identity'
 */
export function defaultKindOf(text: string): PropositionKind {
  for (const [kind, rule] of RULES) if (rule.test(text)) return kind;
  return 'occurrence';
}
