/**
 * Phrases of several words by which English tells harm: "suffered serious burns", "gave their lives", "placed under
 * arrest", "driven from their fields". "*" stands for up to three describing words. They are listed by kind of word,
 * each verb with each noun, as the dictionary has them; the grammar is that of `lexicon.ts`.
 */
import type { Measure } from '../../record/proposition.ts';
import type { ActForm } from './act-form.ts';

/** Phrases of one grammar, apart by "|". */
export interface HarmPhrases {
  readonly measure: Measure;
  readonly form: ActForm;
  readonly weak: boolean;
  readonly phrases: string;
}

function each(heads: string, tails: string): string {
  return heads
    .split('|')
    .flatMap((head) => tails.split('|').map((tail) => `${head} ${tail}`))
    .join('|');
}

const WOUNDS =
  'wounds|wound|injuries|injury|burns|fractures|fracture|contusions|bruises|cuts|concussion|lacerations|trauma|haematomas';
const LIMBS =
  'arm|arms|leg|legs|hand|hands|foot|feet|eye|eyes|sight|eyesight|hearing|finger|fingers|limb|limbs';
const STRUCK = 'leg|legs|arm|arms|hand|foot|knee|thigh|shoulder|shoulders|stomach|face|eye|eyes|jaw|hip';
const MISSILES =
  'bullet|bullets|gunfire|volley|crossfire|rounds|stray fire|shellfire|grenade|shell|shells|rocket|mortar|baton rounds|shrapnel|pellets|pellet|splinters|shell fragments|rubber bullets|stray bullets|fragments|buckshot|birdshot';
const POSSESSIVE = 'his|her|their|its';

function phrases(measure: Measure, form: ActForm, words: string, weak = false): HarmPhrases {
  return { measure, form, weak, phrases: words };
}

/**
 * All phrases, in no order.
 *
 * @example
 * HARM_PHRASES.some(({ measure }) => measure === 'injured'); // true
 */
export const HARM_PHRASES: readonly HarmPhrases[] = [
  phrases(
    'injured',
    'went',
    each('suffered *|suffer *|suffering *|sustained *|sustain *|received *|escaped with *', WOUNDS),
  ),
  phrases('injured', 'went', each('lost *|losing *', LIMBS)),
  phrases('injured', 'ed', each('hit by *|struck by *|grazed by *', MISSILES)),
  phrases('injured', 'ed', each('shot in the *|hit in the *|struck in the *|wounded in the *', STRUCK)),
  phrases('injured', 'went', each('have *|has *|had *|showed *|bore *|survived with *', WOUNDS), true),
  phrases(
    'injured',
    'went',
    each(
      'needed *|needing *|required *|requiring *|sought *',
      'treatment|surgery|stitches|hospitalisation|hospitalization|hospital care|medical care|medical help|medical treatment|medical attention',
    ),
    true,
  ),
  phrases(
    'injured',
    'ed',
    each(
      'had his *|had her *|had their *',
      'broken|smashed|crushed|amputated|severed|fractured|cut off|burned|burnt',
    ),
  ),
  phrases('injured', 'noun', 'gunshot patients|gunshot victims|gunshot cases|burn victims|trauma patients'),
  phrases(
    'injured',
    'state',
    each('with *', 'wounds|injuries|burns|fractures|shrapnel|pellets|bullets'),
    true,
  ),
  phrases(
    'injured',
    'state',
    'in a coma|on life support|in critical care|in surgery|in a serious state|in a critical state|critical|receiving treatment|receiving * treatment|undergoing treatment|recovering|fighting for his life|fighting for her life|fighting for life',
    true,
  ),
  phrases('injured', 'ed', 'hit|struck', true),
  phrases('injured', 'ed', 'admitted with|treated for *|patched up', true),
  phrases('injured', 'ed', 'stabbed|knifed|bruised|scalded|blinded|grazed|scarred'),
  phrases(
    'injured',
    'noun',
    'gunshot wounds|bullet wounds|stab wounds|knife wounds|machete wounds|shrapnel wounds|burns|fractures',
  ),
  phrases('injured', 'noun', 'wounding of|injuring of|maiming of'),
  phrases('killed', 'went', each('gave *|give *|laid down *|lay down *', 'lives|life')),
  phrases('killed', 'went', each(`met ${POSSESSIVE.split('|').join('|met ')}`, 'end|death|deaths|ends')),
  phrases(
    'killed',
    'went',
    "gave up the ghost|did not survive|did not make it|didn't make it|froze to death|freezing to death|bled out",
    true,
  ),
  phrases('killed', 'went', 'fallen|froze|starved', true),
  phrases(
    'killed',
    'went',
    each('fell in *', 'battle|combat|action|fighting|clashes|operation|assault|attack|offensive|raid'),
    true,
  ),
  phrases(
    'killed',
    'went',
    each('taken|took|take|taking', `${POSSESSIVE.split('|').join(' own life|')} own life|their own lives`),
  ),
  phrases('killed', 'ed', 'struck down|brought down|taken out', true),
  phrases('killed', 'ed', 'found hanged|found dead|found murdered|found shot|found lifeless'),
  phrases(
    'injured',
    'state',
    'bleeding|unconscious|limping|concussed|with head wounds|in intensive care',
    true,
  ),
  phrases('injured', 'ed', 'burned|burnt|scorched|trampled', true),
  phrases(
    'tortured',
    'ed',
    'stunned with *|shocked with *|burned with *|burnt with *|chained to|chained up|shackled to|hung from|hung by|suspended from|suspended by|hooded and beaten|waterboarded|deprived of sleep|beaten on the soles|put in stress positions|tied to|flogged with *|electrocuted with *',
    true,
  ),
  phrases(
    'detained',
    'state',
    'in the cell|in the same cell|in this cell|in my cell|in our cell|on death row|in slavery|in bondage|in solitary confinement',
    true,
  ),
  phrases('abducted', 'state', 'in captivity|as hostages|as a hostage', true),
  phrases('killed', 'state', 'fatal', true),
  phrases(
    'killed',
    'ed',
    'butchered|decapitated|bayoneted|crushed to death|kicked to death|trampled to death|clubbed to death|whipped to death|blown to pieces|hanged|crucified|garrotted|dismembered|brought in dead|brought dead|mown down|machine - gunned|shot through the head|shot in the head|shot in the chest',
  ),
  /** Only of their own: `acts/carried.ts`. */
  phrases('killed', 'ed', 'lost', true),
  phrases('killed', 'ed', 'finished off|cut down|put out of action|blown up|poisoned|felled|silenced', true),
  phrases(
    'killed',
    'noun',
    'loss of|drownings|drowning of|hangings|hanging of|beheadings|beheading of|lynchings|lynching of|martyrs|slaughter of',
    true,
  ),
  phrases(
    'detained',
    'ed',
    each(
      'placed|put|taken|kept|thrown',
      'under arrest|behind bars|in custody|in detention|in jail|in prison|in the cells|in handcuffs',
    ),
  ),
  phrases(
    'detained',
    'ed',
    'taken prisoner|taken alive|booked into *|placed at the disposal of|put at the disposal of|taken to * police station|taken to * police stations|taken to * barracks|taken to the cells|placed in pre - trial detention|jailed|handcuffed|caught|nabbed|confined',
    true,
  ),
  phrases(
    'detained',
    'state',
    'in police custody|in pre - trial detention|in the cells|on remand|in army custody|in military custody',
    true,
  ),
  phrases(
    'abducted',
    'ed',
    `${each('led away|led off|marched away|marched off|driven off|driven away|taken away|taken|seized|forced away', 'at gunpoint|by force|at knifepoint')}|made off with|spirited away|whisked away|hauled off by gunmen|grabbed`,
    true,
  ),
  /** Only where people are put into something: `acts/carried.ts`. */
  phrases('abducted', 'base', 'drag|load|herd|push|shove|bundle|force|throw|pack|drive|march', true),
  phrases(
    'abducted',
    'ing',
    'dragging|loading|herding|pushing|shoving|bundling|forcing|throwing|packing|marching',
    true,
  ),
  phrases('abducted', 'ing', 'making off with|carrying off|dragging away|dragging off', true),
  phrases('abducted', 'ed', 'dragged off|carried away', true),
  phrases('abducted', 'state', 'in captivity|still captive|in the hands of', true),
  phrases('disappeared', 'ing', 'looking for|searching for', true),
  phrases('disappeared', 'ed', 'still sought|lost without trace|sought', true),
  phrases(
    'disappeared',
    'went',
    'vanished without trace|disappeared without trace|went overboard|gone overboard',
    true,
  ),
  phrases(
    'tortured',
    'went',
    each(
      'bore *|showed *|had *',
      'marks of torture|signs of torture|signs of beating|marks of beating|marks of electric shocks|signs of electric shocks|signs of ill - treatment|marks of ill - treatment|traces of torture|marks of beatings',
    ),
  ),
  phrases(
    'tortured',
    'ed',
    'kicked|clubbed|beaten up|caned|burned with cigarettes|hung by *|hung from *|tasered',
    true,
  ),
  phrases('sexual-violence', 'ed', 'violated|sexually tortured', true),
  phrases(
    'sexual-violence',
    'noun',
    'cases of sexual violence|victims of sexual violence|survivors of sexual violence|victims of rape|survivors of rape|sexual assaults|rape|gang rapes',
    true,
  ),
  phrases(
    'displaced',
    'ed',
    each(
      'driven from *|forced from *|chased from *|driven off *|forced off *|turned out of *|put out of *',
      'homes|homesteads|houses|villages|land|lands|fields|farms|gardens',
    ),
  ),
  phrases(
    'displaced',
    'ed',
    'forced out|forced to abandon|chased out|made to leave|put to flight|expelled from *',
    true,
  ),
  /** Only where they are driven from their homes: `acts/carried.ts`. */
  phrases('displaced', 'ed', 'drove|driven|forced|pushed', true),
  phrases('displaced', 'ing', 'forcing|pushing', true),
  phrases('displaced', 'state', 'homeless'),
  phrases(
    'displaced',
    'went',
    'taken shelter|took shelter|fled into|took to the hills|took to the bush|left everything behind',
    true,
  ),
  phrases(
    'displaced',
    'state',
    'sheltering in|sleeping in the open|sleeping in the bush|living in tents|sheltering|living as refugees',
    true,
  ),
  phrases(
    'displaced',
    'noun',
    'displacement of|forced displacement of|eviction of|evictions of|flight of|exodus of|uprooting of',
    true,
  ),
  phrases('released', 'noun', 'release of|releases|freeing of|liberation of', true),
  phrases(
    'released',
    'ed',
    'rescued|allowed to leave|allowed to go|handed back|given back|bailed|freed on bail|ransomed|returned to * families|turned loose',
    true,
  ),
  phrases('released', 'went', 'come home|came home|returned home|come back home|gone home|went home', true),
];
