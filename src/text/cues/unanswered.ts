/**
 * Silence told in two steps: who was asked stands in the sentence or clause before, and what came back in this one ("We
 * called the barracks four times. Nobody picked up.", "invited the minister; she declined"). Data for `worded.ts`, which
 * looks back for whom the request went to; without such a request none of these says anything.
 */
import type { CueClass } from './lexicon.ts';
import type { WordedRule } from './worded-rule.ts';

const BACK = '(?:answer|reply|response|word|reaction|comment|acknowledge?ment)';

function rule(lemma: string, needs: string, pattern: string, does: CueClass = 'silent'): WordedRule {
  const shape = does === 'silent' ? 'silent' : 'decline';
  return { pattern: new RegExp(pattern, 'du'), needs: new RegExp(needs, 'u'), lemma, does, shape };
}

/** Patterns in order: the first that claims a stretch of words keeps it. */
export const UNANSWERED: readonly WordedRule[] = [
  rule(
    'nobody answered',
    ` (?:no one|nobody|no-one|none) `,
    ` (?<previous>)(?<cue>(?:no one|nobody|no-one)(?: there)? (?:answered|picked up|responded|replied|(?:called|wrote|rang|got) back|came to the (?:phone|telephone|door)|was available|would (?:talk|speak|comment|answer)|has (?:answered|replied|responded|called back)|had (?:answered|replied|responded))|none (?:answered|replied|responded|would (?:talk|speak|comment|answer)|(?:has|have|had) (?:answered|replied|responded))) `,
  ),
  rule(
    'no answer came',
    ` (?:no|nothing|none) `,
    ` (?<previous>)(?<cue>there (?:was|has been|had been|is) (?:still )?no (?:\\p{L}+ )?${BACK}|(?:no (?:\\p{L}+ )?${BACK}|nothing|none) (?:came|arrived|has come|had come|has arrived|had arrived|was received|was given|was forthcoming|ever came)(?: back)?) (?!from |by |of )`,
  ),
  rule(
    'no answer received',
    ` (?:received|got|had|heard|waiting|awaiting|awaits) `,
    ` (?<previous>)(?<cue>(?:(?:have|has|had) )?(?:since |yet )?(?:received|got|had|heard) (?:no (?:\\p{L}+ )?${BACK}|nothing)(?: back)?|(?:is|are|was|were) (?:still )?(?:waiting|awaiting)(?: for)?(?: an?| its| their| his| her)? ${BACK}) (?!from |to |of |until )`,
  ),
  rule(
    'phone rang out',
    ` (?:phone|telephone|line|number|calls?|it) (?:rang|was|went|just) `,
    ` (?<previous>)(?<cue>(?:phone|telephone|line|number|calls?|it) (?:just )?(?:rang (?:out|unanswered|and rang)|was (?:dead|engaged|switched off|disconnected)|went (?:dead|to voicemail|unanswered))) `,
  ),
  rule(
    'decline when asked',
    ` (?:declined|refused) `,
    `(?:^| [;,]| and| but) (?<previous>)(?:he|she|it|they|both) (?:politely |also |again |both )?(?<cue>(?:has |have )?(?:declined|refused)) (?:[.,;!] )`,
    'declines',
  ),
  rule(
    'decline when asked',
    ` (?:declined|refused) `,
    `^ (?<previous>)(?:the \\p{L}+|his \\p{L}+|her \\p{L}+|its \\p{L}+) (?:politely |also |again )?(?<cue>(?:has |have )?(?:declined|refused)) [.!] `,
    'declines',
  ),
  rule(
    'pass on to',
    ` (?:referred|redirected|directed|sent|passed|pointed) (?:us|me|him|her) `,
    ` (?<previous>)(?:he|she|it|they) (?<cue>(?:referred|redirected|directed|passed|sent|pointed)) (?:us|me) (?:on |back )?to `,
    'declines',
  ),
  rule(
    'in vain',
    ` (?:without|vain|unsuccessfully) `,
    ` (?:called|phoned|rang|telephoned|contacted|approached|e-?mailed|texted|messaged|wrote to|written to|tried to (?:reach|contact|call|phone)) (?<asked>)(?!for )[^.,;:§]{2,80}?,? (?<cue>(?:several times |twice |repeatedly |again )?(?:without (?:success|(?:an? |receiving an? |getting an? )?(?:reply|response|answer))|in vain|unsuccessfully)) `,
  ),
];
