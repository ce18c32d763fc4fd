/** A pack made ready for look-ups, once. */
import type { Answer, Measure } from '../../record/proposition.ts';
import type { LanguagePack, PackAct, PackCue, PackPronoun, PackSpeakerNoun } from './pack.ts';
import { type PhraseIndex, phraseIndex } from './phrase-index.ts';

/** A speaker's noun in one of its forms. */
export interface SpeakerForm {
  readonly noun: PackSpeakerNoun;
  /** The form can be a subject. */
  readonly subject: boolean;
}

/** Indexes of all words of a language; see `LanguagePack` for what each holds. */
export interface Lexicon {
  readonly pack: LanguagePack;
  readonly capitals: boolean;
  readonly abbreviations: ReadonlySet<string>;
  readonly cues: PhraseIndex<PackCue>;
  readonly negators: PhraseIndex<true>;
  readonly nobody: PhraseIndex<true>;
  readonly falseWords: PhraseIndex<true>;
  readonly figureWords: PhraseIndex<true>;
  readonly complementizers: PhraseIndex<true>;
  readonly pointsBack: PhraseIndex<true>;
  readonly demands: PhraseIndex<true>;
  readonly asWords: PhraseIndex<true>;
  readonly joints: PhraseIndex<true>;
  readonly adverbs: PhraseIndex<true>;
  readonly prepositions: PhraseIndex<true>;
  readonly bodyPrepositions: PhraseIndex<true>;
  readonly articles: PhraseIndex<true>;
  readonly addressees: PhraseIndex<true>;
  readonly toldNouns: PhraseIndex<true>;
  readonly relatives: PhraseIndex<true>;
  readonly nameJoints: PhraseIndex<true>;
  readonly closers: PhraseIndex<true>;
  readonly anaphors: PhraseIndex<true>;
  readonly noComment: PhraseIndex<true>;
  readonly indefinites: PhraseIndex<true>;
  readonly oughts: PhraseIndex<true>;
  readonly contrasts: PhraseIndex<true>;
  readonly mediaWords: PhraseIndex<true>;
  readonly contracted: PhraseIndex<true>;
  readonly unknowing: PhraseIndex<true>;
  readonly labels: PhraseIndex<true>;
  readonly mouthpieces: PhraseIndex<true>;
  readonly laws: PhraseIndex<true>;
  readonly determiners: PhraseIndex<true>;
  readonly speakers: PhraseIndex<SpeakerForm>;
  readonly pronouns: PhraseIndex<PackPronoun>;
  readonly agents: PhraseIndex<true>;
  readonly perpetrators: PhraseIndex<true>;
  readonly byForms: PhraseIndex<true>;
  readonly acts: PhraseIndex<PackAct>;
  readonly asked: PhraseIndex<Measure>;
  readonly answers: PhraseIndex<Answer>;
  readonly partitives: PhraseIndex<true>;
  readonly among: PhraseIndex<true>;
  readonly placePrepositions: PhraseIndex<true>;
  readonly placeNouns: PhraseIndex<true>;
  readonly numbers: PhraseIndex<number>;
  readonly numberJoints: PhraseIndex<true>;
  readonly glosses: PhraseIndex<string>;
  readonly agoBefore: PhraseIndex<true>;
  readonly grown: PhraseIndex<true>;
  readonly dateJoints: PhraseIndex<true>;
}

function plain(phrases: string): PhraseIndex<true> {
  return phraseIndex([[phrases, true]]);
}

function keyed<Key extends string>(table: Readonly<Partial<Record<Key, string>>>): PhraseIndex<Key> {
  return phraseIndex(
    Object.entries<string | undefined>(table).map(([key, forms]) => [forms ?? '', key as Key]),
  );
}

function lists(
  pack: LanguagePack,
): Pick<Lexicon, 'cues' | 'speakers' | 'pronouns' | 'acts' | 'asked' | 'answers' | 'numbers' | 'glosses'> {
  return {
    cues: phraseIndex(pack.cues.map((cue) => [cue.forms, cue])),
    speakers: phraseIndex([
      ...pack.speakers.map((noun): [string, SpeakerForm] => [noun.forms, { noun, subject: true }]),
      ...pack.speakers.map((noun): [string, SpeakerForm] => [noun.oblique, { noun, subject: false }]),
    ]),
    pronouns: phraseIndex(pack.pronouns.map((pronoun) => [pronoun.forms, pronoun])),
    acts: phraseIndex(pack.acts.map((act) => [act.forms, act])),
    asked: keyed(pack.answers.asked),
    answers: keyed(pack.answers.answers),
    numbers: phraseIndex(pack.numbers.map(([value, forms]) => [forms, value])),
    glosses: phraseIndex(Object.entries(pack.glosses).map(([english, forms]) => [forms, english])),
  };
}

function small(pack: LanguagePack): Omit<Lexicon, keyof ReturnType<typeof lists> | 'pack'> {
  return {
    capitals: pack.capitals,
    abbreviations: new Set(pack.abbreviations.split(' ')),
    negators: plain(pack.negators),
    nobody: plain(pack.nobody),
    falseWords: plain(pack.falseWords),
    figureWords: plain(pack.figureWords),
    complementizers: plain(pack.complementizers),
    pointsBack: plain(pack.pointsBack),
    demands: plain(pack.demands),
    asWords: plain(pack.asWords),
    joints: plain(pack.joints),
    adverbs: plain(pack.adverbs),
    prepositions: plain(pack.prepositions),
    bodyPrepositions: plain(pack.bodyPrepositions),
    articles: plain(pack.articles),
    addressees: plain(pack.addressees),
    toldNouns: plain(pack.toldNouns),
    relatives: plain(pack.relatives),
    nameJoints: plain(pack.nameJoints ?? ''),
    closers: plain(pack.closers ?? ''),
    anaphors: plain(pack.anaphors ?? ''),
    mouthpieces: plain(pack.mouthpieces ?? ''),
    laws: plain(pack.laws ?? ''),
    determiners: plain(pack.determiners ?? ''),
    unknowing: plain(pack.unknowing ?? ''),
    labels: plain(pack.labels ?? ''),
    contracted: plain(pack.contracted ?? ''),
    contrasts: plain(pack.contrasts ?? ''),
    mediaWords: plain(pack.mediaWords ?? ''),
    noComment: plain(pack.noComment ?? ''),
    indefinites: plain(pack.indefinites ?? ''),
    oughts: plain(pack.oughts ?? ''),
    agents: plain(pack.agents),
    perpetrators: plain(pack.perpetrators),
    byForms: plain(pack.byForms),
    partitives: plain(pack.partitives ?? ''),
    among: plain(pack.among ?? ''),
    placePrepositions: plain(pack.placePrepositions),
    placeNouns: plain(pack.placeNouns),
    numberJoints: plain(pack.numberJoints),
    agoBefore: plain(pack.agoBefore),
    grown: plain(pack.grown ?? ''),
    dateJoints: plain(pack.dateJoints),
  };
}

const made = new WeakMap<LanguagePack, Lexicon>();

/**
 * The look-up tables of a pack; built at the first call, then kept.
 *
 * @example
 * lexiconOf(RU).capitals; // true
 */
export function lexiconOf(pack: LanguagePack): Lexicon {
  const known = made.get(pack);
  if (known !== undefined) return known;
  const lexicon: Lexicon = { pack, ...lists(pack), ...small(pack) };
  made.set(pack, lexicon);
  return lexicon;
}
