/**
 * What a language must bring so that texts in it can be read: data, and three small functions on words. The engine
 * (read-pack.ts) knows no language. Words stand as `expand` patterns (expand.ts): phrases parted by `|` with endings
 * in brackets, folded by `fold`; marks are words of their own ("ни подтвердить , ни опровергнуть").
 *
 * Numbers and dates are read by the English rooms: `glosses` says which English word each phrase stands for there.
 */
import type { ActorKind } from '../../record/actor.ts';
import type { Connection, CueForce } from '../../record/attribution.ts';
import type { Answer, Measure } from '../../record/proposition.ts';
import type { Stance } from '../../record/stance.ts';

/** Phrases as a pattern for `expand`. */
export type Phrases = string;

/**
 * How the words of a cue are built. `active`: a speaker does it ("заявил"); `impersonal`: nobody is named
 * ("сообщается", "se informó"); `according`: the speaker follows and it opens or closes a sentence ("по словам");
 * `citing`: a second mouth behind the first ("со ссылкой на"); `hearsay`: an adverb ("якобы", "presuntamente"); `unreached`: whoever was asked follows, in any
 * case and behind any preposition ("не удалось получить комментарий у").
 */
export type PackCueShape = 'active' | 'impersonal' | 'according' | 'citing' | 'hearsay' | 'unreached';

/** What a verb comes to with certain words behind it. */
export interface PackCueReading {
  readonly needs: Phrases;
  readonly does: Stance;
  readonly frames: PackCue['frames'];
}

/** Words that attribute, all forms of one lemma. */
export interface PackCue {
  readonly forms: Phrases;
  readonly lemma: string;
  readonly shape: PackCueShape;
  readonly does: Stance;
  readonly force: CueForce;
  /**
   * How its content may follow, apart from a quotation, a colon and a clause opened by a complementizer, which any
   * active or impersonal cue takes: `n` a noun phrase or infinitive ("опроверг сообщения о пытках", "потребовал
   * освободить"), `b` a bare clause after a comma or nothing, `s` the cue itself is the answer ("отказался
   * комментировать"), `o` its object, whatever clause stands behind that ("وصف هذه الأقوال بأنها كاذبة"), `` none.
   */
  readonly frames: '' | 'n' | 'b' | 's' | 'nb' | 'o';
  /** What it comes to with a negator before it; absent: `declines`. Null: no claim. */
  readonly negated?: Stance | null;
  /** The preposition behind the speaker that names a second mouth: "نقلت الوكالة *عن* شهود أن". Absent: none. */
  readonly via?: Phrases;
  /** No cue where one of these follows within a few words: "negó la visa", "pidió el anonimato". */
  readonly barredBy?: Phrases;
  /** A cue only where the words of a reading follow ("رفض … التعليق"); it then does what that reading says. */
  readonly readings?: readonly PackCueReading[];
}

/** Grammatical gender of a word and the pronoun that may stand for it. */
export type Gender = 'm' | 'f' | 'n';

/** A noun that can speak: an office, a body, a relative, "witnesses", "the newspaper". */
export interface PackSpeakerNoun {
  /** Forms in which it can be the subject. */
  readonly forms: Phrases;
  /** Other cases ("по словам представителя"); empty where nouns are not declined. */
  readonly oblique: Phrases;
  readonly kind: ActorKind;
  /** `name`: the phrase names somebody (ministry, newspaper); `role`: one who speaks; `nobody`: anonymous. */
  readonly sort: 'name' | 'role' | 'nobody';
  readonly gender: Gender;
  readonly plural: boolean;
  readonly connection?: Connection;
  /** The noun is no part of the name behind it ("diario El Faro", "صحيفة صوت الساحل"). */
  readonly apart?: true;
  /** With what completes it the office names its holder ("وزير العدل"), as a capitalised name does elsewhere. */
  readonly unique?: true;
  /** A name behind it tells whose they are, not who speaks ("la familia Otero"). */
  readonly collective?: true;
  /** Whoever holds this office speaks for a state or force: their "nobody was killed" denies. */
  readonly official?: true;
}

/** A pronoun that can speak. */
export interface PackPronoun {
  readonly forms: Phrases;
  /** Null: any. */
  readonly gender: Gender | null;
  readonly plural: boolean;
  /** "я", "yo": the one who speaks, not one spoken of. */
  readonly first: boolean;
}

/**
 * How a form counts people. `suffered`: they are its subject or agree with it ("погибли 26", "26 задержаны",
 * "fueron detenidos"); `did`: they are its object ("задержали 26 человек"); `noun`: they follow it ("гибель 26
 * человек", "la muerte de"); `toll`: a figure follows ("число погибших достигло"); `state`: the counted noun itself
 * ("26 раненых"); `site`: places where people are held.
 */
export type PackActForm = 'suffered' | 'did' | 'noun' | 'toll' | 'state' | 'site';

/** Words for one act. */
export interface PackAct {
  readonly measure: Measure;
  readonly form: PackActForm;
  readonly forms: Phrases;
  /** An act only where people are counted or named with it ("удерживают", "retenidos"). */
  readonly weak?: true;
}

/** Words for what a state answers, read within one clause: "отказала … в визе", "concedió … asilo". */
export interface PackAnswers {
  /** Nouns by measure, all cases. */
  readonly asked: Readonly<Partial<Record<Measure, Phrases>>>;
  /** By answer; `granted` with a negator before it is `refused`. */
  readonly answers: Readonly<Partial<Record<Answer, Phrases>>>;
}

/** One language. Lists of single words are given with spaces between them. */
export interface LanguagePack {
  /** BCP 47. */
  readonly code: string;
  /** Name and version of the rules, for example "rules-ru-1". */
  readonly extractor: string;
  readonly script: 'latin' | 'cyrillic' | 'arabic';
  /** The commonest small words, by which the language is told from others of its script. */
  readonly functionWords: string;
  /** Small words of its neighbours that it does not have itself ("съм" for Russian): a text with some of them is not in it. */
  readonly foreignWords: string;
  /** Letters that set it apart from others of its script; empty when none do. */
  readonly ownLetters: string;
  /** Letters of other languages of its script: a text with some of them is not in this one ("і" for Russian). */
  readonly foreignLetters: string;
  /** Names are written with capitals. */
  readonly capitals: boolean;
  /** Lower case and spelling variants made one ("ё" is "е"), digits made ASCII. */
  fold(word: string): string;
  /** Where a word as written comes apart into words (Arabic "و" before a noun): offsets in code units; mostly none. */
  split(word: string): readonly number[];
  /**
   * Whether two folded words can be cases of one name ("турова" and "туров"). Equal ones are not asked about.
   */
  sameName(a: string, b: string): boolean;
  /** Words (without the stop) after which a full stop ends no sentence. */
  readonly abbreviations: string;
  readonly cues: readonly PackCue[];
  /** "не", "no", "لم": right before a verb. */
  readonly negators: Phrases;
  /** Words that deny a whole clause ("никто", "nadie", "ни один"). */
  readonly nobody: Phrases;
  /** Words that call something untrue ("ложь", "вымыслом", "falso"): who says them denies. */
  readonly falseWords: Phrases;
  /** "цифры", "cifra": calling these untrue disputes, not denies. */
  readonly figureWords: Phrases;
  /** "что", "que": they open the content and do not belong to it. */
  readonly complementizers: Phrases;
  /** "об этом", "así lo": with a cue of telling, the sentence before is what is told; with a denial, it is denied. */
  readonly pointsBack: Phrases;
  /** "чтобы": opens a demand; belongs to no content. */
  readonly demands: Phrases;
  /** "как" in "как сообщил мэр": the rest of the sentence is the content. */
  readonly asWords: Phrases;
  /** "и", "а", "но": join clauses. */
  readonly joints: Phrases;
  /** Auxiliaries and adverbs that may stand between speaker and cue or before a speaker ("также", "ранее", "ha"). */
  readonly adverbs: Phrases;
  /** They end a speaker's noun phrase; leave out those that belong to it ("de" in "ministro de Defensa"). */
  readonly prepositions: Phrases;
  /** Prepositions with which a body speaks ("в МВД сообщили"); empty where there is no such construction. */
  readonly bodyPrepositions: Phrases;
  /** "the", "el": may open a noun phrase; empty where there are none. */
  readonly articles: Phrases;
  /** Prepositions before whoever is told ("a" in "dijo a Reuters"); empty where a case says it. */
  readonly addressees: Phrases;
  /** Nouns in the case of whoever is told ("журналистам", "газете"); empty where a preposition says it. */
  readonly toldNouns: Phrases;
  /** Whether a capitalised word right behind an office completes it ("президент Ардании") and is no person's name. */
  completesOffice(word: string): boolean;
  /** Small words inside a name ("de" in "Comité de Familiares", "contra" in "Red contra la Tortura"). Absent: none. */
  readonly nameJoints?: Phrases;
  /** Verbs often come without a subject, which is then the one spoken of last ("Añadió que", "وأضاف أن"). Absent: no. */
  readonly tacitSubject?: true;
  /** Whether a folded verb is a plural ("denuncian"): without a subject nobody is meant. */
  isPlural?(word: string): boolean;
  /** Heads of objects: they end a speaker's noun phrase where no capital letter tells ("وجود", "التعليق"). Absent: none. */
  readonly closers?: Phrases;
  /**
   * Where no capital tells a name: how many words a speaker's phrase takes from its beginning. `noun` is the speaker's
   * noun it begins with, behind an article; null for a bare name. `stops` tells of an index that the word there cannot
   * belong to it.
   */
  phraseLength?(
    words: readonly string[],
    noun: { readonly sort: PackSpeakerNoun['sort']; readonly words: number } | null,
    stops: (index: number) => boolean,
  ): number;
  /**
   * Where no capital tells a name: which of the words behind an office are the person's own name, as [from, to];
   * null when none are. The words are those of the phrase behind the office, folded.
   */
  personBehind?(words: readonly string[], definite: boolean): readonly [from: number, to: number] | null;
  /** Whether a folded noun carries its owner and so is definite without an article ("محاميته"). Absent: none. */
  isOwned?(word: string): boolean;
  /** "о" in "говорил о шести погибших": behind a verb of saying a figure may follow it. Absent: none. */
  readonly about?: Phrases;
  /** Lemmas with which an office may affirm that nothing happened ("أكد", "confirmar", "заверить"): it then denies. Absent: none. */
  readonly affirms?: readonly string[];
  /** Organisations that take down what they are told and publish it ("centro", "مرصد"). Absent: none. */
  readonly recorders?: Phrases;
  /** "consultadas por": whoever asked and publishes follows. Absent: none. */
  readonly askedBy?: Phrases;
  /** "no hará comentarios", "لا يعلق": whose words these are declines. Absent: none. */
  readonly noComment?: Phrases;
  /** Whether a folded word is an infinitive that may stand for what is said ("dijo haber visto"). Absent: no. */
  isInfinitive?(word: string): boolean;
  /** Articles behind which somebody new is meant ("un oficial"). Absent: none are told apart. */
  readonly indefinites?: Phrases;
  /** "mandataria", "organismo", "официальный представитель": stand for somebody named before. Absent: none. */
  readonly anaphors?: Phrases;
  /** "portavoz", "متحدث": speak for the body named behind them. Absent: none. */
  readonly mouthpieces?: Phrases;
  /** "закону", "la ley": behind "according to" nobody speaks. Absent: none. */
  readonly laws?: Phrases;
  /** Whether a folded word is by its ending one who does something ("грузчик"), also where it is in no list. Absent: no. */
  isTrade?(word: string): boolean;
  /** Words such as "detenidos" name people as well as an act: beside another act they only say who. Absent: no. */
  readonly statesArePeople?: true;
  /** Prepositions run together with an article ("al", "del"). Absent: none. */
  readonly contracted?: Phrases;
  /** Joints behind which somebody else speaks ("mientras que", "بينما"). Absent: none. */
  readonly contrasts?: Phrases;
  /** Words of names of newspapers and stations: who is told by such a name publishes it. Absent: none. */
  readonly mediaWords?: Phrases;
  /** Knowledge and comment ("información", "saber"): an authority that has none of these denies nothing. Absent: no denial is read from a plain "no". */
  readonly unknowing?: Phrases;
  /** Words before a colon that name no speaker ("urgente", "saldo"). Absent: a colon names none. */
  readonly labels?: Phrases;
  /** "debe", "يجب": a neutral cue before it demands. Absent: none. */
  readonly oughts?: Phrases;
  /** Whether a folded verb pledges when a state says it ("investigaremos", "سنحاسب"). */
  isPledge?(word: string): boolean;
  /** "который", "que", "quien": opens a relative clause. */
  readonly relatives: Phrases;
  readonly speakers: readonly PackSpeakerNoun[];
  readonly pronouns: readonly PackPronoun[];
  /**
   * Where in a run of capitalised words the person's own name begins: 1 for "Грозного Иван Туров" ("mayor of Grozny
   * Ivan Turov"); 0 where a name is never preceded by another one.
   */
  personStart(run: readonly string[]): number;
  /** Whether a folded word looks like an adjective that may stand before a noun ("официальный"). */
  isAdjective(word: string): boolean;
  /** The form of a folded adjective as a subject beside a noun ("военной", прокуратура: "военная"). Absent: nouns are not declined. */
  adjectiveForm?(word: string, noun: Pick<PackSpeakerNoun, 'gender' | 'plural'>): string;
  /** Words that open a sentence with a capital and are no name ("наш", "один"). Absent: none are told apart. */
  readonly determiners?: Phrases;
  /** Prepositions or phrases before whoever did it ("со стороны", "por"). */
  readonly agents: Phrases;
  /** Nouns that do it ("силовики", "soldados", "гвардейцы"), as subject; those of `speakers` of kind unit or public-body count too. */
  readonly perpetrators: Phrases;
  /** The same in the case after the verb ("полицией"); empty where nouns are not declined. */
  readonly byForms: Phrases;
  readonly acts: readonly PackAct[];
  readonly answers: PackAnswers;
  /** "из", "de los" right before a figure of which only a part is meant. Absent: none. */
  readonly partitives?: Phrases;
  /** Words before those whom an act befell, when some of them are counted behind ("среди [раненых двое детей]"). */
  readonly among?: Phrases;
  /** Prepositions of place ("в", "под", "en"). */
  readonly placePrepositions: Phrases;
  /** Nouns before or in place of a name ("город", "селе", "provincia de"): they are no part of the name. */
  readonly placeNouns: Phrases;
  /** Number words by value, all cases and genders; "сотни"-like uncounted many belong to `glosses`. */
  readonly numbers: readonly (readonly [value: number, forms: Phrases])[];
  /** Words that may stand inside a number ("y" in "treinta y uno"); empty where none. */
  readonly numberJoints: Phrases;
  /** Units before tens ("خمسة وعشرون"). */
  readonly unitsFirst: boolean;
  /**
   * English words for phrases around numbers and in dates, by the English: "at least": "не менее|минимум",
   * "people": "человек|людей", "man": "мужчину", "years": "лет", "dozens": "десятки", "yesterday": "вчера",
   * "may": "мая|мае", "last week": "на прошлой неделе", "days": "дней|дня", "ago": "назад".
   */
  readonly glosses: Readonly<Record<string, Phrases>>;
  /** "hace" in "hace tres días": stands for "ago" after number and unit. Empty where there is none. */
  readonly agoBefore: Phrases;
  /** Verbs of growth before "up to": the figure behind is where a toll stands ("выросло до 19"). Absent: none. */
  readonly grown?: Phrases;
  /** Words dropped between parts of a date ("de" in "5 de mayo de 2017", "года"). */
  readonly dateJoints: Phrases;
  /** Neutral wording of an act without its figure, in this language; pieces are null when the text does not name them. */
  wordAct(measure: Measure, scope: { group: string | null; place: string | null; by: string | null }): string;
}
