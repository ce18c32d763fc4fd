/**
 * Answers without an answer, in more words than "refused to comment": "stopped short of confirming", "was not in a
 * position to say", "sidestepped questions", "referred reporters to the ministry". Data for `worded.ts`.
 */
import type { CueClass } from './lexicon.ts';
import type { WordedRule } from './worded-rule.ts';

const SPEAK =
  '(?:comment|confirm|deny|say|discuss|answer|disclose|elaborate|specify|identify|name|reveal|explain|speak|talk|verify|speculate|respond|reply|clarify|provide|give|share|corroborate|divulge|go into|get into|address|be (?:drawn|interviewed)|rule out|state|tell|detail|engage|release|independently (?:confirm|verify)|immediately (?:confirm|verify|say|comment))';
const SPEAKING =
  '(?:commenting|confirming|denying|saying|discussing|answering|disclosing|elaborating|specifying|identifying|naming|revealing|explaining|speaking|talking|giving|providing|addressing|calling|acknowledging|admitting|ruling out|accepting|blaming|accusing)';
const QUESTION =
  '(?:questions?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)|requests?|reporters|journalists|calls|comments?|the subject|the issue|the matter|the topic)';
const DETAIL =
  '(?:details?|information|figures?|numbers?|explanation|breakdown|reasons?|names?|specifics|timetable|further|other|more|indication|evidence|clarification|casualty|death|estimate|date|particulars)';

function rule(lemma: string, needs: string, pattern: string, does: CueClass = 'declines'): WordedRule {
  return { pattern: new RegExp(pattern, 'du'), needs: new RegExp(needs, 'u'), lemma, does, shape: 'decline' };
}

/** Patterns in order: the first that claims a stretch of words keeps it. */
export const EVASIONS: readonly WordedRule[] = [
  rule(
    'nobody would talk',
    ` (?:nobody|no one|no-one|none) `,
    ` (?:nobody|no one|no-one|none of them|none) (?:at|in|from|inside) (?<asked>)(?!\\p{L}+ing )[^.,;:§]{2,60}? (?<cue>(?:would|will|was (?:willing|ready|prepared) to|is (?:willing|ready|prepared) to|agreed to|wanted to|wants to|dared)) (?<act>)${SPEAK} `,
  ),
  rule('no comment', ` no comment `, `^ (?<asked>)\\p{L}[^:§]{1,70} : (?<cue>no comment) `),
  rule(
    'stop short of',
    ` (?:short|refrain\\p{L}*|abstain\\p{L}*|shied|shies|shy|balked|avoid\\p{L}*|away|clear) `,
    ` (?<cue>(?:has |have |had |but )?(?:stop(?:s|ped|ping)? short of|(?:refrain|abstain)(?:s|ed|ing)? from|sh(?:y|ies|ied) away from|steer(?:s|ed)? clear of|balk(?:s|ed)? at|avoid(?:s|ed)?)) (?<act>)(?:\\p{L}+ly )?${SPEAKING} `,
  ),
  rule(
    'not able to say',
    ` (?:unable|unwilling|reluctant|hesitant|able|willing|ready|prepared|authori[sz]ed|allowed|permitted|liberty|position|inclined|keen|qualified|going) `,
    `(?<! who| because \\p{L}+| as \\p{L}+| since \\p{L}+) (?<cue>(?:(?:is|are|was|were|am|been|be|remains?|remained|seemed|i'm|we're|they're|he's|she's) (?:also |still |currently |immediately )?(?:unable|unwilling|reluctant|hesitant|loath|not(?: yet| immediately| currently)?(?: been)? (?:able|willing|ready|prepared|authori[sz]ed|allowed|permitted|at liberty|in (?:a|any) position|inclined|keen|qualified|going))|(?:not|never) (?:yet )?been (?:able|authori[sz]ed|allowed)|(?:isn't|aren't|wasn't|weren't) (?:able|willing|ready|prepared|authori[sz]ed|allowed|permitted|at liberty|in (?:a|any) position|going))) to (?<act>)${SPEAK} `,
  ),
  rule(
    'not wish to say',
    ` (?:wish|wished|want|wanted|care|like|choose|prefer\\p{L}*|chose|chosen|opted|elected) `,
    ` (?<cue>(?:did not|didn't|do not|don't|does not|doesn't|would not|wouldn't) (?:wish|want|care|like|choose)|prefer(?:s|red)? not|(?:chose|opted|elected|chooses) not) to (?<act>)${SPEAK} `,
  ),
  rule(
    'sidestep',
    ` (?:sidestep\\p{L}*|evad\\p{L}*|dodg\\p{L}*|duck\\p{L}*|deflect\\p{L}*|skirt\\p{L}*|fend\\p{L}*|wav\\p{L}*|brush\\p{L}*|bat\\p{L}*|parr\\p{L}*|stonewall\\p{L}*|avoid\\p{L}*|swat\\p{L}*|shrug\\p{L}*) `,
    ` (?<cue>(?:has |have |had )?(?:sidestep(?:s|ped)|evade[sd]|dodge[sd]|duck(?:s|ed)|deflect(?:s|ed)|skirt(?:s|ed)|fend(?:s|ed) off|wave[sd] (?:away|aside|off)|brush(?:es|ed) (?:off|aside)|bat(?:s|ted) away|parr(?:ies|ied)|stonewall(?:s|ed)|avoid(?:s|ed)|swat(?:s|ted) away|shrug(?:s|ged) off)) (?<act>)(?:[^.,;:§ ]+ ){0,4}?${QUESTION} `,
  ),
  rule(
    'give no details',
    ` no `,
    ` (?<cue>(?:has |have |had )?(?:gave|give|gives|given|giving|offered|offers|provided|provides|released|disclosed|furnished|supplied)) (?<act>)no (?:\\p{L}+ )?${DETAIL} `,
  ),
  rule(
    'make no mention',
    ` no (?:mention|reference|allusion) `,
    ` (?<cue>(?:has |have |had )?(?:made|makes|make|contained|contains)) (?<act>)no (?:mention|reference|allusion) `,
  ),
  rule(
    'withhold',
    ` (?:withheld|withholds|withhold|withholding) `,
    ` (?<cue>(?:has |have |had |is |are |was |were )?(?:withheld|withholds|withhold|withholding)) (?<act>)(?:[^.,;:§ ]+ ){0,2}?(?:comments?|details|information|names?|identit(?:y|ies)|judge?ment) `,
  ),
  rule(
    'yet to confirm',
    ` yet to `,
    ` (?<cue>(?:is|are|has|have|had|was|were) yet to) (?<act>)(?:officially |publicly |formally )?(?:confirm|acknowledge|explain|disclose|name|identify|deny|verify|specify|reveal|release|provide|give|clarify) `,
  ),
  rule(
    'walk away',
    ` (?:away|off|out) `,
    ` (?<cue>(?:walked|turned|stormed|hurried|drove|strode) (?:away|off|out)) (?:when|after|without|as) (?:he |she |they )?(?:was |were |being )?(?:asked|pressed|questioned|reporters|journalists|answering|speaking|commenting) `,
  ),
  rule(
    'plead not guilty',
    ` (?:pleaded|pleads|pled|pleading) `,
    ` (?<cue>(?:has |have |had )?(?:pleaded|pleads|pled) (?:not guilty|innocent)(?: to)?) `,
    'denies',
  ),
  rule(
    'plead guilty',
    ` (?:pleaded|pleads|pled|pleading) `,
    ` (?<cue>(?:has |have |had )?(?:pleaded|pleads|pled) guilty(?: to)?) `,
    'confirms',
  ),
  rule(
    'clam up',
    ` (?:clammed|clams|hung|hangs|rang|put|cut|shut|closed|slammed|drawn|tight-lipped|cagey|coy|evasive|non-committal|noncommittal|vague|guarded) `,
    ` (?<cue>(?:has |have |had )?(?:clammed up|clams up|hung up|hangs up|rang off|put down the (?:phone|receiver)|put the phone down|cut (?:off )?the (?:call|line|interview)|(?:shut|closed|slammed) the door (?:on|without|when|in))|(?:would|will|could) not be drawn|wouldn't be drawn|(?:refused|declined|declines|refuses) to be drawn|(?:was|were|is|are|remained|stayed) (?:\\p{L}+ly )?(?:tight-lipped|cagey|coy|evasive|non-committal|noncommittal|vague|guarded)) (?!by )`,
  ),
  rule(
    'break off',
    ` (?:ended|invoked|exercised|changed|terminated|shook|took) `,
    ` (?<cue>(?:has |have |had )?(?:ended|terminated) (?:the|our) (?:call|interview|conversation|press conference)|(?:invoked|exercised) (?:his|her|their|the) (?:constitutional |legal )?right to (?:silence|remain silent|stay silent|privacy)|changed the subject|took the fifth) `,
  ),
  rule(
    'refer questions to',
    ` (?:refer\\p{L}*|(?:re)?direct\\p{L}*|forward\\p{L}*) `,
    ` (?<cue>(?:has |have |had )?(?:refer(?:red|s)|directed|directs|redirected|redirects|forwarded)) (?<act>)(?:all |any |further |our |such |the |this |media )*(?:questions?|quer(?:y|ies)|inquiries|enquiries|requests?|reporters|journalists|calls|newspaper|us|comment) (?:[^.,;:§ ]+ ){0,5}?(?:to|back to) `,
  ),
  rule(
    'decline comment',
    ` (?:declined|declines|refused|refuses|turned|rejected) `,
    ` (?<cue>(?:has |have |had )?(?:declined|declines|refused|refuses|turned down|rejected)) (?<act>)(?:all |any |an |a |our |further |several |repeated |multiple |requests? for |to make |to give )*(?:comments?|interviews?|interview requests?|requests? for (?:an? )?(?:comment|interview|information|details)) `,
  ),
  rule(
    'not give details',
    ` (?:give|given|provide|provided|release|released|offer|offered|share|shared|put|go|gone|get|rule|ruled|cite|mention|mentioned) `,
    ` (?<cue>(?:did not|didn't|does not|doesn't|do not|has not|have not|had not|hasn't|haven't|would not|wouldn't|will not|won't|could not|couldn't|cannot|can't)(?: yet| immediately| also)?) (?<act>)(?:(?:given?|provided?|released?|offer(?:ed)?|shared?) (?:[^.,;:§ ]+ ){0,3}?${DETAIL}|put a (?:figure|number)|gone? into|get into|ruled? out|cited? (?:an?|any)|mention(?:ed)?) `,
  ),
  rule(
    'refuse to accept',
    ` (?:refuse|refuses|refused|not|never|cannot) `,
    ` (?<cue>(?:has |have |had )?(?:refuse|refuses|refused)|(?:do|does|did|could|can|would) not|don't|doesn't|didn't|cannot|can't) (?:to )?(?<act>)(?:accept(?:ed)?|believed?|recogni[sz]ed?|buy) (?:the|this|that|these|those|his|her|its|their|any|official) (?:[^.,;:§ ]+ ){0,3}?(?:finding|findings|version|account|accounts|story|explanation|figures?|numbers?|toll|count|verdict|conclusions?|report|ruling|narrative|characteri[sz]ation) `,
    'disputes',
  ),
  rule(
    'no longer deny',
    ` (?:longer|stopped|ceased|stops|gave) `,
    ` (?<cue>no longer (?:denies|denied|deny|disputes?|disputed|contests?|contested)|(?:has |have |had )?(?:stopped|ceased|given up|gave up|stops) (?:denying|disputing|contesting)) (?<act>)`,
    'confirms',
  ),
  rule(
    'take no questions',
    ` (?:take|took|taken|taking|accept|accepted|entertain|field) `,
    ` (?<cue>(?:did not|didn't|does not|doesn't|would not|wouldn't|will not|won't|has not|have not|(?:refused|declined|refuses|declines) to)(?: also| yet)?) (?<act>)(?:take|taken|accept|accepted|entertain|field) (?:any |our |the |more |further |follow-up |follow - up |reporters ' |journalists ' )*(?:questions|calls|queries) `,
  ),
  rule(
    'take no questions',
    ` (?:took|takes|accepted) no `,
    ` (?<cue>(?:took|takes|accepted)) (?<act>)no (?:further |more |follow-up )?(?:questions|calls|queries) `,
  ),
  rule(
    'make nobody available',
    ` available `,
    ` (?<cue>(?:did not|didn't|would not|wouldn't|refused to|declined to)) (?<act>)make (?:anyone|anybody|any \\p{L}+|an? \\p{L}+) available `,
  ),
  rule(
    'make nobody available',
    ` available `,
    ` (?<cue>(?:has |have )?(?:made|put)) (?<act>)(?:no one|nobody|no-one|no \\p{L}+) (?:available|forward for) `,
  ),
];
