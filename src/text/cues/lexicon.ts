/**
 * The words that attribute, as data: lemma, what the speaker does (class), how the words stand to the claim (force),
 * and which complements they take (frames). Stances follow shared standards §4; classes that are no stance
 * (`attitude`) are found but make no claim.
 */
import type { CueForce } from '../../record/attribution.ts';
import type { Stance } from '../../record/stance.ts';

/** What a cue does with its content. `attitude`: a wish or a thought, no statement. */
export type CueClass = Stance | 'attitude';

/**
 * q quotation · t that-clause · b clause without "that" · w whether/what/how · n noun phrase · i to-infinitive ·
 * o "of …" · f "for …" · a addressee first ("told reporters that") · g -ing clause · x object belongs to the content
 * ("urged the army to leave", "accused the police of theft") · k object and what it is called ("branded it a lie").
 */
export interface CueEntry {
  readonly lemma: string;
  readonly does: CueClass;
  readonly force: CueForce;
  readonly frames: string;
}

const ROWS: readonly (readonly [CueClass, CueForce, string])[] = [
  [
    'alleges',
    'neutral',
    'say:qtbw tell:qtbwao report:qtbng state:qtbw announce:qtnw declare:qtbw write:qtbw add:qtb note:qtbw explain:qtw tweet:qtb post:q reply:qt ' +
      'respond:qt remark:qt comment:q testify:qtb recall:qtnw repeat:qt reiterate:qtn stress:qtn emphasise:qtn emphasize:qtn mention:qtn ' +
      'observe:qt disclose:qtnw describe:nwk continue:q recount:qtnw relate:qtnw argue:qtb suggest:qtb warn:qtboa estimate:qtbn conclude:qtb ' +
      'determine:tw document:n record:n indicate:tb inform:qta advise:ta brief:a quote:n cite:n  counter:qt retort:q answer:qt ' +
      'caution:qt hint:t predict:qtbn elaborate:q joke:qt quip:qt consider:t shout:qt boast:qto complain:qto lament:qt rage:q sob:q storm:q fume:q thunder:qt snarl:q wail:qt moan:qt rant:qt bellow:qt grumble:qt sigh:qt whisper:qt yell:qt mutter:qt cry:qt submit:t blab:qt let-it-be-known:t let-it-be-understood:t make-it-known:t chronicle:n underline:qtn underscore:tn ' +
      'express:n voice:n confide:qt put-it:q go-on:q write-off: notify:ta learn: signal:t outline:n detail:n list:n reckon:tb hold:x clarify:qt apologise:q apologize:q exclaim:q ' +
      'retell:qtn hear: text:qt radio:qt cable:qt phone:qt email:qt e-mail:qt blog:qt dictate:q depose:qt aver:qt avow:qt narrate:qt volunteer:qt venture:qt interject:q interrupt:q intone:q deadpan:q forewarn:qta lecture:q plead:qt chant:q remember:qt recollect:qt affirm:qtn reaffirm:qtn attest:qt object:qt snap:q bark:q growl:q gasp:q hiss:q croak:q stammer:q chuckle:q scold:q proclaim:qtn ' +
      'brag:qto gloat:qt crow:qt swear-off: toast:q recite:q certify:t vouch:t drawl:q murmur:qt mumble:qt blurt-out:qt let-slip:t let-on:t utter:q allude-to: insinuate:qt forecast:tn foretell:t prophesy:t enumerate:n tabulate:n footnote:n tip-off:ta alert:ta apprise:ao preach:qt profess:t pronounce:qk gossip:t tattle:t chorus:q tot-up: pass-on:t hand-on:t let-know:t make-known:t spell-out:qt set-out:nw ' +
      'opine:qt muse:qt speculate:qt theorise:t theorize:t posit:t surmise:t remind:qta relay:qtn characterise:nk characterize:nk portray:k depict:k',
  ],
  [
    'alleges',
    'distancing',
    'allege:qtbn claim:qtbin insist:qtbo maintain:qtb contend:qtb assert:qtbn purport:i accuse:xo blame:xf charge:t imply:tn suspect:t believe:tbw',
  ],
  [
    'alleges',
    'endorsing',
    'find:t point-out:qtn reveal:qtnw expose:n show:tw prove:t establish:t demonstrate:t uncover:n make-clear:t',
  ],
  [
    'confirms',
    'endorsing',
    'confirm:qtbnwg acknowledge:qtbng admit:qtbng concede:qtbng verify:tnw corroborate:n recognise:tn recognize:tn accept:tn authenticate:n confess:qtb ' +
      'confess-to:ng admit-to:ng own-up-to:ng own-up:tb take-responsibility-for:ng claim-responsibility-for:ng accept-responsibility-for:ng ' +
      'assume-responsibility-for:ng admit-responsibility-for:ng acknowledge-responsibility-for:ng take-full-responsibility-for:ng claim-credit-for:ng ' +
      'stand-by:n back:n back-up:n bear-out:n attest-to:n apologise-for:ng apologize-for:ng express-regret-for:ng express-regret-over:ng',
  ],
  [
    'denies',
    'neutral',
    'deny:qtbngw refute:n rebut:n reject:n dismiss:n disavow:n repudiate:n disclaim:n disown:n debunk:n disprove:n trash:n rubbish:n quash:n ' +
      'discount:n pooh-pooh:n scoff-at:n laugh-off:n laugh-at:n brush-aside:n brush-off:n shrug-off:n wave-aside:n wave-away:n bat-away:n pour-scorn-on:n heap-scorn-on:n pour-cold-water-on:n hit-back-at:n shoot-down:n slap-down:n swat-aside:n ' +
      'profess-ignorance-of:n profess-ones-innocence-of:n protest-ones-innocence-of:n maintain-ones-innocence-of:n profess-ignorance:',
  ],
  [
    'disputes',
    'neutral',
    'dispute:tnw question:nw challenge:n contest:n contradict:n doubt:tnw disagree:qt disagree-with:n cast-doubt-on:n cast-doubts-on:n throw-doubt-on:n ' +
      'raise-doubts-about:n take-issue-with:n undermine:n downplay:n play-down:n minimise:n minimize:n query:n',
  ],
  ['alleges', 'neutral', 'call:k label:k brand:k term:k dub:k regard:k'],
  [
    'asks',
    'neutral',
    'urge:qtxi call-on:xi call-upon:xi call-for:xn appeal-to:xi appeal-for:xn demand:qtni ask:qwxif request:tn implore:qxi beg:qxi plead-for:n plead-with:xi press-for:n ' +
      'order:e decree:tn direct:ex command:ex stipulate:t forbid:x recommend:tng propose:tni exhort:xi encourage:xi summon:xi instruct:xi petition:xif push-for:n press:x invite:x lobby-for:n appeal:q insist-on:ng insist-upon:ng',
  ],
  [
    'undertakes',
    'neutral',
    'pledge:qtin promise:qtbin vow:qtbin guarantee:tnb undertake:i assure:qtban commit-to:ng offer:in swear:qtbi agree:i ' +
      'commit-oneself-to:ng give-ones-word:t give-assurances:t',
  ],
  [
    'attitude',
    'neutral',
    'think:tbw hope:tbif expect:tin want:ixnw fear:tb worry:t wish:t wonder:wq consider:n feel:t know:tw understand:t plan:i doubt:n ' +
      'hold: see: support:n oppose:n praise:n criticise:n criticize:n condemn:n denounce:n welcome:n slam:n blast:n mock:n hail:n endorse:n favor:n prefer:n ' +
      'intend:i decide:ti propose:i seek:in threaten:i like: need: try: regard:',
  ],
];

function build(): ReadonlyMap<string, CueEntry> {
  const entries = new Map<string, CueEntry>();
  for (const [does, force, words] of ROWS) {
    for (const word of words.split(' ')) {
      const [name = '', frames = ''] = word.split(':');
      const lemma = name === 'pooh-pooh' ? name : name.replaceAll('-', ' ');
      if (frames !== '' && !entries.has(lemma)) entries.set(lemma, { lemma, does, force, frames });
    }
  }
  return entries;
}

/** The verbs of several words by their first, longest first. */
function particles(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const lemma of [...CUE_VERBS.keys()].sort((a, b) => b.length - a.length)) {
    const [verb = '', ...rest] = lemma.split(' ');
    if (rest.length > 0) found.set(verb, [...(found.get(verb) ?? []), rest.join(' ')]);
  }
  return found;
}

/** Cue verbs by lemma; several words with spaces ("call on"). */
export const CUE_VERBS: ReadonlyMap<string, CueEntry> = build();

/**
 * Particles that make another cue of a verb: "call on", "point out". Key: lemma of the verb. `ones` stands for a
 * possessive ("protested *his* innocence of"), `oneself` for a reflexive.
 */
export const PARTICLES: ReadonlyMap<string, readonly string[]> = particles();

/** Infinitives that make "refused to …", "declined to …" a refusal to speak, and no refusal to act. */
export const SPEECH_ACTS = new Set(
  (
    'comment say name discuss answer confirm deny disclose identify speak elaborate reveal respond release explain clarify specify provide give share ' +
    'talk address acknowledge describe detail tell be go offer state admit verify publish divulge reply acknowledge rule draw speculate engage come interview'
  ).split(' '),
);

/** Nouns that hold a claim: "reports that", "the ministry's denial". */
export const CUE_NOUNS: ReadonlyMap<string, { readonly does: CueClass; readonly force: CueForce }> = new Map([
  ...'report reports statement statements account accounts testimony testimonies announcement complaint complaints warning warnings finding findings'
    .split(' ')
    .map((w): [string, { does: CueClass; force: CueForce }] => [w, { does: 'alleges', force: 'neutral' }]),
  ...'claim claims allegation allegations accusation accusations assertion assertions rumour rumours rumor rumors suggestion suggestions'
    .split(' ')
    .map((w): [string, { does: CueClass; force: CueForce }] => [w, { does: 'alleges', force: 'distancing' }]),
  ...'contention contentions insistence revelation revelations disclosure disclosures remark remarks argument arguments boast'
    .split(' ')
    .map((w): [string, { does: CueClass; force: CueForce }] => [w, { does: 'alleges', force: 'distancing' }]),
  ['confirmation', { does: 'confirms', force: 'endorsing' }],
  ['admission', { does: 'confirms', force: 'endorsing' }],
  ['denial', { does: 'denies', force: 'neutral' }],
  ['denials', { does: 'denies', force: 'neutral' }],
  ['demand', { does: 'asks', force: 'neutral' }],
  ['demands', { does: 'asks', force: 'neutral' }],
  ['call', { does: 'asks', force: 'neutral' }],
  ['calls', { does: 'asks', force: 'neutral' }],
  ['promise', { does: 'undertakes', force: 'neutral' }],
  ['pledge', { does: 'undertakes', force: 'neutral' }],
  ['assurance', { does: 'undertakes', force: 'neutral' }],
  ['assurances', { does: 'undertakes', force: 'neutral' }],
]);

/** Adverbs that hand a sentence to nobody in particular. */
export const HEARSAY = new Map<string, CueForce>([
  ['reportedly', 'neutral'],
  ['allegedly', 'distancing'],
  ['supposedly', 'distancing'],
  ['purportedly', 'distancing'],
]);
