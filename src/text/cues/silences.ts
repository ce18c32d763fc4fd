/**
 * Silence as it is reported: "calls to the mayor went unanswered", "there was no word from the army", "has been
 * approached for comment". Data for `worded.ts`. A request that somebody else complains about ("ignored their letters")
 * is an allegation and stands in no rule here.
 */
import type { WordedRule } from './worded-rule.ts';

const REQUEST =
  '(?:calls?|messages?|e-?mails?|letters?|requests?|questions?|inquir(?:y|ies)|enquir(?:y|ies)|quer(?:y|ies)|telephone calls|phone calls|texts?|appeals?|attempts?|efforts?|faxes|questionnaires?|summonses|invitations?|approaches)';
const REPLY =
  '(?:comments?|responses?|repl(?:y|ies)|answers?|reactions?|statements?|word|explanation|feedback|acknowledge?ment)';
const NONE =
  '(?:no|zero|not any|still no)(?: \\p{L}+ly| immediate| further| official| substantive| written| public| formal| direct| meaningful| word of)?';
const MISSED =
  "(?:(?:went|go|gone|remain|remained|remains|were left|was left|have gone|had gone|has gone) (?:unanswered|unreturned|unacknowledged|ignored|without (?:an? )?(?:answer|reply|response))|(?:was|were|are|is|have been|has been|had been) (?:not|n't|never|left|also not|yet to be)(?: immediately| yet)? (?:returned|answered|picked(?: up)?|acknowledged|honou?red|responded to|replied to|unanswered|without (?:an? )?(?:answer|reply|response))|(?:wasn't|weren't|haven't been|hasn't been)(?: immediately)? (?:returned|answered|picked|acknowledged)|(?:did not|didn't|failed to|have not|has not|had not|could not)(?: immediately)? (?:elicit|elicited|receive|received|get|gotten|draw|drawn|yield|yielded|produce|produced|bring|brought|meet with|go through)(?: (?:any|a|an))?(?: response| reply| answer| comment| reaction)?|(?:received|got|drew|elicited|met with|brought|produced|yielded|has received|have received|had received) (?:no|zero) (?:\\p{L}+ )?(?:response|reply|answer|comment|reaction)|(?:was|were|proved|have been|has been|had been) (?:unsuccessful|fruitless|futile|abortive|in vain)|(?:failed|bounced)|(?:was|were) met with silence)";

const rule = (lemma: string, needs: string, pattern: string): WordedRule => ({
  pattern: new RegExp(pattern, 'du'),
  needs: new RegExp(needs, 'u'),
  lemma,
  does: 'silent',
  shape: 'silent',
});

const NO_SENTENCE_END = '[^.;:§]{0,120}?';

/** Patterns in order: the first that claims a stretch of words keeps it. */
export const SILENCES: readonly WordedRule[] = [
  rule(
    'no reply received',
    ` no `,
    ` (?<previous>)(?<cue>${NONE} (?:response|reply|answer|comment|acknowledge?ment)(?: or \\p{L}+)? (?:was|were|has been|had been|has yet been|had yet been|has|had|came|is)(?: (?:received|given|forthcoming|made|issued|come|arrived|provided|available))?) [.,;§abdftw]`,
  ),
  rule(
    'go unanswered',
    ` ${REQUEST} `,
    ` ${REQUEST} ${NO_SENTENCE_END}(?:to|with|at|for|reach|contact|from|interview|call) (?<asked>)(?!comments? |answers? |response |reply |an? (?:comment|answer|response|reply|interview) |interview |information |clarification |reach |contact |get )[^.;:§]{2,120}? (?<cue>${MISSED}) `,
  ),
  rule(
    'no word from',
    ` (?:no|zero) `,
    ` (?<cue>(?:there (?:was|is|were|has been|had been) )?${NONE} ${REPLY}(?: (?:was|were|has been|had been|is|came|has come|had come)(?: (?:received|given|available|forthcoming|made|issued))?)?(?: \\p{L}+ly)?) (?:from|by) (?<asked>)\\p{L}`,
  ),
  rule(
    'no answer from',
    ` (?:received|got|heard|had|get|obtain(?:ed)?) `,
    ` (?<cue>(?:received|got|had|have received|has received|had received|did not get|did not receive|didn't get|have had|has had|obtained) (?:no|zero|any|an?|neither) (?:\\p{L}+ )?${REPLY}(?: or ${REPLY})?|(?:heard nothing|heard no more)(?: back)?|(?:not|never|n't) heard(?: back)?) from (?<asked>)\\p{L}`,
  ),
  rule(
    'nobody answered',
    ` (?:no one|nobody|no-one|none) `,
    ` (?<cue>(?:no one|nobody|no-one) (?:answered|picked up|responded|replied|was available|could be reached|returned|was willing to comment|would comment|came to the phone)[^.;:§]{0,40}?) (?:at|from|in|for) (?<asked>)(?!the (?:phone|telephone|door|call)|comment)\\p{L}`,
  ),
  rule(
    'approached for comment',
    ` (?:contacted|approached|asked|invited) `,
    ` (?<cue>(?:was|were|has been|have been|had been|is being|are being)(?: also)? (?:contacted|approached|asked|invited)(?: \\p{L}+ly)? (?:for (?:an? |further )?(?:comments?|response|reply|reaction|statement)|to (?:comment|respond))) `,
  ),
  rule(
    'approach for comment',
    ` (?:contacted|approached|asked) `,
    ` (?:we|i|newspaper|bbc|agency|reporters?|journalists?) (?:have|has|had)? ?(?<cue>(?:contacted|approached|asked)) (?<asked>)(?!for |to )[^.,;:§]{2,80}? for (?:an? |further )?(?:comment|response|reply|reaction) `,
  ),
  rule(
    'stay silent',
    ` (?:silent|quiet|mum|silence|schtum|hush) `,
    ` (?<cue>(?:(?:has|have|had|is|are|was|were|remain|remains|remained|stays?|stayed|keeps?|kept|fell|falls|gone|went|been|remaining) )+(?:\\p{L}+ly |still |so far |conspicuously )?(?:silent|quiet|mum|schtum)|(?:maintain|keep|kept|maintained|maintains|keeps) (?:its|his|her|their|a) (?:\\p{L}+ )?silence|(?:has|have|had) not broken (?:its|his|her|their) silence) `,
  ),
  rule(
    'mum on',
    ` (?:silent|mum|quiet) (?:on|over|about|as) `,
    `^ (?:\\p{L}[^ ]* ){1,5}(?<cue>(?:silent|mum|quiet)) (?:on|over|about|as) `,
  ),
  rule(
    'ignore',
    ` (?:ignored|ignores|disregarded|ignoring) `,
    ` (?<cue>(?:has |have |had |is |are |was |were )?(?:ignored|ignores|disregarded|ignoring)) (?:our |my |repeated |several |multiple |two |three |all |\\d+ |written |numerous |these |this newspaper 's |the agency 's |(?:a |the )?request for )+`,
  ),
  rule(
    'fail to respond',
    ` (?:failed|fails|failing|neglected|omitted|refused|yet|unable) `,
    ` (?<cue>(?:has |have |had )?(?:failed|fails|neglected)) to (?<act>)(?:respond|reply|answer|return|react|comment|get back|call back|acknowledge) `,
  ),
  rule(
    'not acknowledge',
    ` (?:acknowledge|acknowledged|get|got|come|came|call|called|respond|write|wrote|written|pick|picked|provide|provided|give|given|issue|issued|send|sent|offer|offered|make|made) `,
    ` (?<cue>(?:did not|didn't|has not|have not|had not|hasn't|haven't|hadn't|does not|is yet to|has yet to|have yet to|had yet to|was yet to|were yet to|are yet to)(?: yet| immediately| so far| even)?) (?<act>)(?:acknowledged? (?:receipt|receiving|our|the (?:letters?|questions|e-?mails?|requests?))|g[eo]t back|c[ao]me back to|call(?:ed)? back|wr[io]t(?:e|ten) back|pick(?:ed)? up|(?:provided?|given?|issued?|sen[dt]|offer(?:ed)?|made?|make) (?:an?|any) (?:\\p{L}+ )?(?:response|reply|answer|comment|statement|reaction)) `,
  ),
  rule(
    'make no comment',
    ` no `,
    ` (?<cue>(?:has |have |had )?(?:made|issued|released|given|gave|published|offered|makes|issues)) (?<act>)no (?:\\p{L}+ )?(?:comments?|statements?|response|reply|reaction|answer|acknowledge?ment) `,
  ),
  rule(
    'not reachable',
    ` (?:unreachable|reachable|contactable|contacted|located|unavailable|reached|untraceable) `,
    ` (?<cue>could not|couldn't|cannot|can not|can't)(?: immediately| yet| also)? (?<act>)be (?:contacted|located|traced) `,
  ),
  rule(
    'not reachable',
    ` (?:unreachable|reachable|contactable|incommunicado) `,
    ` (?<cue>(?:was|were|is|are|has been|remained)(?: also)?(?: not)? (?:immediately )?(?:unreachable|reachable|contactable)) `,
  ),
  rule(
    'stop answering',
    ` (?:stopped|ceased|quit) `,
    ` (?<cue>(?:has |have |had )?(?:since |long |then |also |now )*(?:stopped|ceased|quit)) (?<act>)(?:answering|replying|responding|returning|taking (?:our |any |all )?(?:calls|questions)|picking up|commenting) `,
  ),
  rule(
    'say nothing',
    ` (?:said|issued|offered|published) `,
    ` (?<cue>(?:has|have)(?: so far| also| still| since| to date)? said) (?<act>)(?:nothing|not a word)(?: (?:publicly|at all|so far|since|yet|further|more))? (?:[.,;]|about|on|of the|since|either|in public|to (?:reporters|the (?:press|media|public))) `,
  ),
  rule(
    'leave unanswered',
    ` (?:left|leaves|leave) `,
    ` (?<cue>(?:has |have |had )?(?:left|leaves|leave)) (?<act>)(?:our |my |the |a |an |all |both |two |three |four |five |several |repeated |\\d+ )+(?:\\p{L}+ ){0,2}?${REQUEST}(?: [^.,;:§ ]+){0,6}? (?:unanswered|unreturned|without (?:an? )?(?:answer|reply|response)) `,
  ),
  rule(
    'phone rang out',
    ` (?:phone|telephone|line|lines|phones|telephones|number|numbers|calls?) `,
    ` (?:phones?|telephones?|lines?|numbers?|calls?) (?:at|of|to|in|for) (?<asked>)[^.;:§]{2,80}? (?<cue>(?:just )?(?:rang (?:out|unanswered|and rang)|(?:was|were) (?:dead|engaged|switched off|disconnected|cut off)|went (?:dead|to voicemail))) `,
  ),
  rule(
    'not found for comment',
    ` found `,
    ` (?<cue>could not|couldn't|cannot)(?: immediately| yet| also)? (?<act>)be found for (?:an? )?(?:comment|interview|response|reaction) `,
  ),
];
