/**
 * Forms of English verbs: which base a written form belongs to, and which forms it may be. Data for the tagger and for
 * cue lemmas; not a dictionary of English.
 */

/** What a written form can be: base, third person, past, past participle, -ing. */
export type VerbForm = 'base' | 's' | 'past' | 'pp' | 'ing';

/** One reading of a written form. */
export interface VerbReading {
  readonly lemma: string;
  readonly form: VerbForm;
}

/** base, past, past participle; the others are regular. */
const IRREGULAR =
  'say said said|tell told told|write wrote written|speak spoke spoken|take took taken|break broke broken|find found found|' +
  'know knew known|think thought thought|go went gone|come came come|see saw seen|give gave given|get got gotten|make made made|' +
  'begin began begun|bring brought brought|build built built|catch caught caught|choose chose chosen|cut cut cut|do did done|' +
  'drive drove driven|eat ate eaten|fall fell fallen|feel felt felt|fight fought fought|flee fled fled|forbid forbade forbidden|' +
  'grow grew grown|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|lead led led|' +
  'leave left left|let let let|lose lost lost|mean meant meant|meet met met|pay paid paid|put put put|read read read|' +
  'rise rose risen|run ran run|seek sought sought|sell sold sold|send sent sent|set set set|shoot shot shot|show showed shown|' +
  'shut shut shut|sit sat sat|sleep slept slept|spend spent spent|stand stood stood|steal stole stolen|strike struck struck|' +
  'swear swore sworn|teach taught taught|throw threw thrown|understand understood understood|undertake undertook undertaken|' +
  'wear wore worn|win won won|withdraw withdrew withdrawn|become became become|beat beat beaten|bear bore born|bind bound bound|' +
  'buy bought bought|draw drew drawn|drown drowned drowned|lie lay lain|seize seized seized|plead pleaded pleaded|beg begged begged|' +
  'quit quit quit|rebut rebutted rebutted|refer referred referred|admit admitted admitted|permit permitted permitted|' +
  'stop stopped stopped|plan planned planned|ban banned banned|kidnap kidnapped kidnapped|rob robbed robbed|stab stabbed stabbed|' +
  'drop dropped dropped|commit committed committed|occur occurred occurred|prefer preferred preferred|slam slammed slammed|' +
  'quip quipped quipped|hang hanged hanged|overthrow overthrew overthrown|forget forgot forgotten|arise arose arisen|stem stemmed stemmed|' +
  'broadcast broadcast broadcast|shrug shrugged shrugged|clam clammed clammed|withhold withheld withheld|sidestep sidestepped sidestepped|bat batted batted|cast cast cast|cost cost cost|retell retold retold|foresee foresaw foreseen|overhear overheard overheard|foretell foretold foretold|ring rang rung|weep wept wept|swat swatted swatted';

const REGULAR =
  'report state announce declare add note explain tweet post reply respond remark comment testify recall repeat reiterate stress ' +
  'emphasise emphasize mention observe disclose describe continue recount relate argue suggest warn estimate believe conclude ' +
  'determine document record reveal indicate inform publish quote cite point allege claim insist maintain contend assert purport accuse ' +
  'blame suspect charge imply expose prove recognise recognize verify establish corroborate confirm acknowledge concede deny refute ' +
  'reject dismiss disavow dispute question challenge contest contradict doubt disagree urge call demand ask appeal request implore ' +
  'press recommend propose exhort encourage pledge promise vow guarantee assure agree offer decline refuse advise answer authenticate brief ' +
  'caution chronicle clarify confide criticise criticize condemn denounce detail elaborate express hope expect want wish fear worry ' +
  'hint instruct joke lament learn list outline predict praise pray release register signal sign tally tout underline underscore ' +
  'voice wonder credit attribute complain apologise apologize boast cry exclaim whisper shout yell mutter tease advocate counter retort ' +
  'kill injure wound detain arrest abduct disappear torture rape displace imprison jail execute murder bury attack bomb burn ' +
  'destroy raid storm force order start end open close move live work play turn help need try use like love hate look seem appear ' +
  'happen include contain allow prevent protect support oppose join visit return arrive enter escape cross reach ' +
  'receive accept grant issue deport evacuate relocate rescue save die remain stay wait watch follow lead pass pick pull push ' +
  'raise reduce remove replace require resign resume retire rule search secure seize serve share sign sign talk target thank threaten ' +
  'trace travel treat trust emerge vote walk warn welcome worry yield target launch investigate examine collect gather hand identify ' +
  'interview change create cause carry cover count decide deliver demonstrate deny develop discuss distribute ease elect ' +
  'employ ensure exist face fail fire fly form free fill finish head host house improve increase insult involve ' +
  'interrogate hospitalise hospitalize harass intimidate humiliate capture chase lock loot march mourn name neglect notify ' +
  'obtain occupy operate organise organize pardon patrol perform persecute protest provide punish pursue plant plot deploy ' +
  'round sack sentence settle shell silence starve stone struggle submit suffer summon surround suspend swell top total ' +
  'transfer trigger uncover update uphold usher vanish view violate volunteer blindfold whip consider regard figure hail laud mock ' +
  'slam blast brand label dub term tease vouch weigh compare contact approach surface circulate spread monitor review study track ' +
  'repudiate exceed depend belong rely consist correspond reflect text reckon confess assume endorse intend remember recollect affirm reaffirm attest proclaim depict portray characterise characterize opine muse speculate theorise theorize chuckle croak stammer scold remind posit surmise disclaim disown debunk disprove scoff quash rebuff pooh-pooh discount minimise minimize downplay ' +
  'evade deflect refrain stonewall ignore elicit profess invite push undermine parry balk ' +
  'apologise plead retract walk demur abstain fend divulge engage ' +
  'communicate brag gloat crow toast recite certify drawl murmur mumble utter allude intimate insinuate forecast prophesy enumerate tabulate footnote tip apprise preach pronounce gossip tattle chorus decree stipulate command mandate relay echo object forward telegraph telephone wire ' +
  'radio cable phone email e-mail blog dictate depose aver avow narrate venture interject interrupt intone forewarn lecture chant ' +
  'rage sob fume thunder snarl weep wail moan rant bellow grumble sigh pour heap reopen amend exhume';

/** Verbs whose base and -s form are common nouns: only their other forms are taken for verbs. */
const MOSTLY_NOUNS =
  'petition query rubbish trash duck lobby brush wave skirt laugh own dodge snap bark growl gasp hiss back slap';

function third(base: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(base)) return `${base}es`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return base === 'go' || base === 'do' ? `${base}es` : `${base}s`;
}

function past(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}

function gerund(base: string): string {
  if (base === 'lie' || base === 'die') return `${base.slice(0, -2)}ying`;
  if (base.endsWith('e') && !/(?:ee|ye|oe)$/.test(base)) return `${base.slice(0, -1)}ing`;
  const doubles =
    /^(?:[^aeiou]*[aeiou][bdgmnptl]|.*(?:begin|refer|admit|permit|commit|occur|prefer|rebut|forget|forbid|kidnap))$/;
  return doubles.test(base) && !/[wxy]$/.test(base) ? `${base}${base.at(-1) ?? ''}ing` : `${base}ing`;
}

function build(): ReadonlyMap<string, readonly VerbReading[]> {
  const forms = new Map<string, VerbReading[]>();
  const add = (written: string, lemma: string, form: VerbForm): void => {
    const readings = forms.get(written) ?? [];
    if (!readings.some((r) => r.lemma === lemma && r.form === form)) readings.push({ lemma, form });
    forms.set(written, readings);
  };
  const inflect = (base: string, pastForm: string, participle: string): void => {
    add(base, base, 'base');
    add(third(base), base, 's');
    add(pastForm, base, 'past');
    add(participle, base, 'pp');
    add(gerund(base), base, 'ing');
  };
  for (const row of IRREGULAR.split('|')) {
    const [base = '', pastForm = '', participle = ''] = row.split(' ');
    inflect(base, pastForm, participle);
  }
  for (const base of REGULAR.split(' ')) inflect(base, past(base), past(base));
  for (const base of MOSTLY_NOUNS.split(' ')) {
    add(past(base), base, 'past');
    add(past(base), base, 'pp');
    add(gerund(base), base, 'ing');
  }
  for (const base of ['rubbish', 'trash', 'dodge', 'duck']) add(third(base), base, 's');
  return forms;
}

const FORMS = build();

/**
 * The readings of a written form, lower case; empty when it is no verb we know.
 *
 * @example
 * verbReadings('told'); // [{ lemma: 'tell', form: 'past' }, { lemma: 'tell', form: 'pp' }]
 */
export function verbReadings(lower: string): readonly VerbReading[] {
  return FORMS.get(lower) ?? [];
}
