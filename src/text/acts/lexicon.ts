/**
 * The English words for acts and measures, by the grammar in which they count people: "26 were killed" (passive),
 * "killing 26" (active), "26 died" (intransitive), "26 dead" (state), "26 deaths" (noun), "death toll of 26".
 * A word that is an act only in company ("held", "seized", "taken") is listed with that company.
 */
import type { Measure } from '../../record/proposition.ts';
import type { ActForm } from './act-form.ts';
import { HARM_PHRASES } from './harm-phrases.ts';

/** One act word or phrase. */
export interface ActEntry {
  /** "*": up to three describing words. */
  readonly words: readonly string[];
  readonly measure: Measure;
  readonly form: ActForm;
  /** It is an act only when people are counted or named with it ("held", "seized"). */
  readonly weak: boolean;
}

const index = new Map<string, ActEntry[]>();

function add(measure: Measure, form: ActForm, phrases: string, weak = false): void {
  for (const phrase of phrases.split('|')) {
    const words = phrase.trim().split(' ');
    const first = words[0] ?? '';
    const list = index.get(first) ?? [];
    list.push({ words, measure, form, weak });
    list.sort((a, b) => b.words.length - a.words.length);
    index.set(first, list);
  }
}

/** Regular verbs: "murder" gives murder, murders, murdered, murdering. */
function regular(measure: Measure, verbs: string, weak = false): void {
  for (const verb of verbs.split(' ')) {
    const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
    add(measure, 'ed', `${stem}ed`, weak);
    add(measure, 'ing', `${stem}ing`, weak);
    add(measure, 'base', `${verb}|${/(?:s|x|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`}`, weak);
  }
}

regular('killed', 'kill murder execute assassinate massacre behead lynch slaughter');
add(
  'killed',
  'ed',
  'slain|slew|shot dead|shot to death|gunned down|beaten to death|hacked to death|stabbed to death|burned to death|burnt to death|burned alive|burnt alive|tortured to death|put to death|bludgeoned to death|strangled to death|starved to death|mowed down|hanged|strangled',
);
add(
  'killed',
  'ing',
  'slaying|shooting dead|gunning down|beating to death|hacking to death|stabbing to death|putting to death',
);
add('killed', 'base', 'slay|shoot dead|shoot to death|gun down|put to death');
add(
  'killed',
  'went',
  'died|die|dies|dying|perished|lost their lives|lost his life|lost her life|lost its life|lose their lives|losing their lives|succumbed to|succumbed|passed away|met their deaths|met their death',
);
add('killed', 'ed', 'neutralised|neutralized|eliminated|liquidated', true);
add('killed', 'went', 'committed suicide|died by suicide|died of * wounds');
add('killed', 'ed', 'shot|buried|cremated|gassed|drowned|suffocated', true);
add('killed', 'went', 'burned|burnt|drowned|suffocated|bled to death|burned to death|starved to death', true);
add('killed', 'base', 'bury', true);
add('killed', 'ing', 'burying', true);
add('killed', 'state', 'dead|lifeless|deceased');
add(
  'killed',
  'noun',
  'death|deaths|fatality|fatalities|killings|murders|murder|executions|assassinations|slayings|massacre of|massacres of|assassination of|assassinations of|execution of|executions of|killing of|killings of|slaying of|murder of|murders of|death of|deaths of|killed and wounded|bodies|corpses|lives|body of|corpse of|corpse|lives of|bodies of|remains of|killers of|murderers of|assassins of|killer of|murderer of|assassin of',
);
add(
  'killed',
  'toll',
  'death toll|body count|number of dead|number of deaths|number of people killed|toll of dead|number of those killed|number killed|deaths toll|confirmed deaths|toll|the dead at',
);
regular('injured', 'injure wound maim mutilate');
add(
  'injured',
  'ed',
  'operated on|stitched|stitched up|bandaged|patched up|bullets out of|bullets from|shrapnel out of|shrapnel from|pellets out of|pellets from',
  true,
);
add('injured', 'ed', 'hurt|hospitalised|hospitalized|crippled');
add('injured', 'ed', 'treated|treated for injuries|treated in hospital', true);
add(
  'injured',
  'state',
  'in hospital|in intensive care|in critical condition|in a critical condition|in serious condition|in a serious condition|in stable condition|in a stable condition|fighting for their lives|critically ill',
  true,
);
add('injured', 'noun', 'injuries|injury');
add('injured', 'toll', 'number of injured|number of wounded');
regular('detained', 'detain arrest imprison jail incarcerate intern');
add(
  'detained',
  'ed',
  'rounded up|taken into custody|taken in for questioning|locked up|thrown in jail|thrown into prison|remanded in custody|taken to prison|sentenced to prison',
);
add(
  'detained',
  'ed',
  'held|captured|apprehended|questioned|interrogated|held for questioning|held in custody|held in detention',
  true,
);
add(
  'detained',
  'ed',
  'picked up|brought in|hauled in|hauled away|hauled off|led away|carted off|marched off|marched away|took away|took with them|took with it|driven off|driven away|led off|carted away|hauled out|put in cells|put in a cell|kept in a cell|locked in|interned',
  true,
);
add('detained', 'ing', 'picking up|hauling off|leading away|taking with them', true);
add('detained', 'base', 'pick up|holds|hold', true);
add(
  'detained',
  'state',
  'in a cell|in the cells|in cells|in one cell|in a single cell|in the barracks|in a dungeon|in the dungeon|in a cage|in cages',
  true,
);
add('detained', 'noun', 'capture of|captures of|internment of|incarceration of|round-up of|roundup of', true);
add(
  'detained',
  'toll',
  'number of detainees|number of detained|number of prisoners|number of political prisoners|number of arrests|number of those held|number of those detained|number of people held|number of people detained|number of people arrested',
);
add('detained', 'ing', 'rounding up|locking up|holding', true);
add('detained', 'ing', 'containing', true);
add(
  'detained',
  'state',
  'in custody|in detention|behind bars|in jail|in prison|under arrest|held captive',
  true,
);
add(
  'detained',
  'noun',
  'arrests|arrest|detentions|detention|detainees|arrest of|detention of|imprisonment of|prisoners|political prisoners|inmates',
  true,
);
add('detained', 'base', 'round up|lock up');
regular('abducted', 'abduct kidnap snatch');
add('abducted', 'ed', 'kidnapped|kidnaped|snatched');
add('abducted', 'ing', 'kidnapping|kidnaping');
add(
  'abducted',
  'ed',
  'taken hostage|took hostage|taken captive|held hostage|taken away|carried off|dragged away|forcibly taken|taken from their homes|taken by force',
);
add('abducted', 'ing', 'taking hostage|holding hostage|taking away');
add(
  'abducted',
  'ed',
  'taken from|pulled from|dragged from|bundled into|forced into a car|forced into a van|taken off|torn from|put in a van|put in a car',
  true,
);
add('abducted', 'ed', 'seized|taken by|taken|took', true);
add('abducted', 'base', 'take', true);
/** Only where people are put into something: `acts/carried.ts`. */
add(
  'abducted',
  'ed',
  'marched|loaded|herded|pushed|shoved|bundled|forced|thrown|threw|put|packed|driven|drove',
  true,
);
add('abducted', 'ing', 'seizing', true);
add(
  'abducted',
  'noun',
  'abductions|kidnappings|hostages|abduction of|kidnapping of|kidnap of|kidnappers of|captors of|seizure of',
  true,
);
add(
  'disappeared',
  'went',
  'disappeared|disappear|disappearing|vanished|went missing|gone missing|going missing|go missing',
);
add(
  'abducted',
  'toll',
  'number of hostages|number of captives|number of abductions|number of abductees|number of people abducted|number of people kidnapped',
);
add('disappeared', 'ed', 'forcibly disappeared');
add('disappeared', 'noun', 'whereabouts of|fate of', true);
add('disappeared', 'toll', 'number of missing|number of people missing|number of disappeared');
add('disappeared', 'state', 'missing|unaccounted for');
add(
  'disappeared',
  'went',
  'not been seen since|not been seen again|not been heard from|not been heard from since|never been seen again|never been heard from again|never seen again|not seen since|never heard from again|never came home',
);
add(
  'disappeared',
  'went',
  'not returned|never returned|not come back|never came back|not come home|not been found|never been found|not been traced|last seen|not been seen',
  true,
);
add(
  'disappeared',
  'state',
  'whose whereabouts remain unknown|whose whereabouts are unknown|whose whereabouts are not known|whose fate is unknown|whose fate remains unknown',
);
add('disappeared', 'noun', 'disappearances|disappearance of|forced disappearances|enforced disappearances');
regular('tortured', 'torture mistreat ill-treat electrocute flog');
add(
  'tortured',
  'ed',
  'beaten|beat|given electric shocks|subjected to electric shocks|ill - treated|subjected to torture|subjected to beatings|subjected to ill - treatment|given shocks|waterboarded|suspended from the ceiling|whipped|flogged|electrocuted|brutalised|brutalized',
);
add('tortured', 'noun', 'torture of|beating of|beatings of', true);
add(
  'tortured',
  'went',
  'showed signs of beating|showed signs of beatings|showed signs of torture|bore signs of torture|bore marks of torture|bore signs of beating|showed marks of torture|had signs of torture',
);
add('tortured', 'ing', 'beating|whipping|flogging', true);
regular('sexual-violence', 'rape molest');
add('sexual-violence', 'ed', 'sexually assaulted|sexually abused|gang - raped|gang raped');
add('sexual-violence', 'ing', 'sexually assaulting|sexually abusing');
add('sexual-violence', 'noun', 'rapes|rape of|sexual assaults|cases of rape');
regular('displaced', 'displace uproot evict');
add(
  'displaced',
  'ed',
  'forced from their homes|driven from their homes|forced to flee|forced to leave their homes|left homeless|made homeless|driven out|evicted',
);
add('displaced', 'went', 'fled|flee|fleeing|have fled');
add(
  'displaced',
  'went',
  'left the town|left the area|left the country|left the city|left the region|left the village|left the district|left their homes',
  true,
);
add(
  'displaced',
  'ed',
  'deported|expelled from their homes|forcibly transferred|forcibly relocated|forced across the border|forced out of their homes|chased from their homes|burned out of their homes|pushed out of their homes',
);
add('displaced', 'ing', 'deporting');
add('displaced', 'ed', 'expelled', true);
add('displaced', 'ing', 'expelling', true);
add(
  'displaced',
  'went',
  'crossed the border|crossed into|sought refuge in|taken refuge in|took refuge in|sought shelter in|abandoned their homes|crossed the river',
  true,
);
add('displaced', 'noun', 'displaced people|deportations|deportation of|deportations of|expulsion of', true);
add(
  'displaced',
  'toll',
  'number of displaced|number of people displaced|number of refugees|number of displaced people',
);
regular('released', 'release');
add('released', 'ed', 'freed|set free|let go');
add('released', 'ed', 'let', true);
add('released', 'ed', 'let out|sent home|allowed home', true);
add('released', 'went', 'walked free|went free', true);
add('released', 'ing', 'freeing|setting free');
regular('evacuation', 'evacuate');
regular('relocation', 'relocate resettle');
add('relocation', 'ed', 'relocated|resettled|rehoused|given shelter');
const SITE_HEADS =
  'prisons|prison|jails|detention centres|detention centers|detention centre|detention center|detention camps|detention camp|detention sites|detention site|detention facilities|detention facility|places of detention|place of detention|concentration camps|concentration camp|internment camps|internment camp|prison camps|prison camp|torture chambers|torture chamber|torture centres|torture centers|torture centre|torture center|black sites|black site|holding centres|holding centers|re-education camps|labour camps|labor camps|penal colonies|filtration camps|filtration camp';
add('detention-sites', 'site', SITE_HEADS);
/** Buildings that are sites only when the words say that people are held there. */
add(
  'detention-sites',
  'site',
  'addresses|buildings|houses|places|sites|locations|facilities|basements|cellars|warehouses',
  true,
);

for (const { measure, form, phrases, weak } of HARM_PHRASES) add(measure, form, phrases, weak);

/**
 * Acts by their first word, longest phrase first.
 *
 * @example
 * ACTS.get('died')?.[0]?.measure; // 'killed'
 */
export const ACTS: ReadonlyMap<string, readonly ActEntry[]> = index;
