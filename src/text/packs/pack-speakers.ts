/**
 * Who a phrase stands for: a name in it, an office, a body, nobody. Pronouns, surnames and "the ministry" are tied to
 * who spoke or was named before, in the same text only. A name in another case is looked for in a subject's case
 * elsewhere in the text; where there is none it stays as written, and the reason says so.
 */
import type { ActorKind } from '../../record/actor.ts';
import { actorKindOf } from '../gazetteer.ts';
import type { PackSpeakerNoun } from './pack.ts';
import { type PackHearing, type PackSpeaker, referent, remember, settle, wordsOf } from './pack-hearing.ts';
import { innerBody } from './pack-inner-body.ts';
import { fullerName } from './pack-mentions.ts';
import type { SourcePhrase } from './pack-noun-phrase.ts';
import { speakerAt } from './pack-phrase-extent.ts';
import { type PhraseNames, readPhrase } from './pack-phrase-names.ts';
import { isSameSort } from './pack-same-noun.ts';
import type { PackText, TokenRange } from './pack-text.ts';
import { isAt, phraseAt } from './phrase-index.ts';

function speaker(
  text: PackText,
  range: TokenRange,
  rest: Partial<Omit<PackSpeaker, 'named' | 'range'>>,
): PackSpeaker {
  return {
    named: wordsOf(text, range),
    range,
    resolved: null,
    because: null,
    kind: 'unnamed',
    anonymity: 'anonymous',
    connection: 'unknown',
    official: false,
    ...rest,
  };
}

const BODIES = new Set<ActorKind>(['public-body', 'state', 'organisation', 'media', 'unit']);

function pronounSpeaker(hearing: PackHearing, range: TokenRange): PackSpeaker | null {
  const { text } = hearing;
  const pronoun = phraseAt(text.lexicon.pronouns, text.tokens, range.from);
  if (pronoun === null || pronoun.next < range.to) return null;
  const { gender, plural, first } = pronoun.value;
  if (first) return speaker(text, range, { kind: 'person', anonymity: 'role' });
  const one = referent(hearing, ({ noun, kind }) => {
    if (plural) return noun?.plural === true;
    if (noun?.plural === true) return false;
    return kind === 'person'
      ? gender !== 'n' && (noun === null || gender === null || gender === noun.gender || noun.gender === 'm')
      : gender === null || noun?.gender === gender;
  });
  if (one === null) return speaker(text, range, {});
  return speaker(text, range, {
    resolved: one.name,
    because: 'the pronoun stands for the one who spoke last',
    kind: one.kind,
    anonymity: 'named',
  });
}

/** "the ministry", "the newspaper" after its name was given. */
function definite(hearing: PackHearing, range: TokenRange, noun: PackSpeakerNoun): PackSpeaker {
  const { text } = hearing;
  const one = referent(
    hearing,
    (known) =>
      BODIES.has(known.kind) &&
      (known.kind === noun.kind || noun.kind === 'unnamed') &&
      isSameSort(known.noun, noun) &&
      (text.lexicon.anaphors.size === 0 || known.words.includes(text.tokens[range.from]?.low ?? '')),
  );
  const words = wordsOf(text, range);
  const long = range.to - range.from > 1;
  if (one !== null && !long)
    return speaker(text, range, {
      resolved: one.name,
      because: 'the body named before',
      kind: one.kind,
      anonymity: 'named',
    });
  if (!long && noun.kind === 'public-body')
    return speaker(text, range, { resolved: words, kind: noun.kind, anonymity: 'named' });
  if (!long)
    return speaker(text, range, {
      kind: noun.kind,
      anonymity: 'role',
      connection: noun.connection ?? 'unknown',
    });
  return speaker(text, range, {
    resolved: words,
    kind: noun.kind,
    anonymity: 'named',
    connection: noun.connection ?? 'unknown',
  });
}

/** What a bare name is by its words: "La Voz de Ocampía" publishes. */
function nameKind(text: PackText, range: TokenRange, name: string): ActorKind {
  for (let i = range.from; i < range.to; i += 1)
    if (text.tokens[i]?.cap === true && isAt(text.lexicon.mediaWords, text.tokens, i)) return 'media';
  return actorKindOf(name);
}

/** A surname alone that looks like an adjective ("Ланова", "Белых"), of somebody named before with an office; null otherwise. */
function knownSurname({ text, mentioned }: PackHearing, { from, to }: TokenRange): string | null {
  const word = text.tokens[from];
  return to - from === 1 && word?.cap === true ? fullerName(mentioned, word.low, from) : null;
}

/** One word, the first of its sentence: its capital says nothing. */
function opensSentence({ tokens, sentences }: PackText, { from, to }: TokenRange): boolean {
  return to - from === 1 && tokens[from] !== undefined && sentences.some((one) => one.from === from);
}

function named(hearing: PackHearing, source: SourcePhrase, read: PhraseNames): PackSpeaker | null {
  const { text } = hearing;
  const noun = read.nouns[0] ?? null;
  if (noun?.collective === true) return null;
  const surname = knownSurname(hearing, source);
  if (surname !== null && read.name === null)
    return speaker(text, source, {
      resolved: surname,
      because: 'the surname of somebody named before',
      kind: 'person',
      anonymity: 'named',
    });
  const body = noun !== null && noun.sort === 'name';
  const range = body ? (read.quoted ?? null) : (read.name ?? null);
  if (range === null || range.to <= range.from || isAt(text.lexicon.numbers, text.tokens, range.from))
    return null;
  const lone = range.to - range.from === 1 && noun !== null && !body && !source.oblique;
  if (
    lone &&
    range.from > source.from &&
    (text.tokens[range.from - 1]?.cap !== true || speakerAt(text, range.from - 1) !== null) &&
    text.lexicon.pack.completesOffice(text.tokens[range.from]?.low ?? '')
  )
    return null;
  // "«Вольной газете»" alone is declined within its marks, "газете «Маяк»" is not
  if (noun === null && source.many === true && range !== read.quoted && opensSentence(text, range))
    return null;
  const unchanged = range === read.quoted && noun !== null;
  const settled = settle(hearing, range, source.oblique && !unchanged);
  const guessed = nameKind(text, range, settled.name);
  // "La Casa de la Memoria": behind an article a longer name is no person's
  const article = text.lexicon.capitals && isAt(text.lexicon.articles, text.tokens, source.from - 1);
  const kind: ActorKind =
    noun === null && article && range.to - range.from > 2 && guessed !== 'media'
      ? 'organisation'
      : noun === null
        ? (range.to - range.from > 1 && guessed !== 'media') || guessed === 'unnamed'
          ? 'person'
          : guessed
        : body
          ? noun.kind
          : 'person';
  remember(hearing, range, { name: settled.name, kind, noun, oblique: source.oblique && !unchanged });
  return speaker(text, source, {
    resolved: settled.name,
    because: settled.because,
    kind,
    anonymity: 'named',
    connection: noun?.connection ?? 'unknown',
  });
}

/** "gobernador de Quillarey", "وزير العدل": an office with its place or field stands for one person. */
function namesHolder(text: PackText, source: TokenRange, noun: PackSpeakerNoun): boolean {
  const { tokens, lexicon } = text;
  if (lexicon.pack.tacitSubject !== true) return false;
  const next = speakerAt(text, source.from)?.next ?? source.to;
  if (next >= source.to) return false;
  if (!lexicon.capitals) return noun.unique === true || tokens[next]?.low !== 'ال';
  return isAt(lexicon.nameJoints, tokens, next) && tokens[source.to - 1]?.cap === true;
}

/** "diario El Faro": the noun is no part of the name; null where it is. */
function apartFrom(text: PackText, source: TokenRange, noun: PackSpeakerNoun | null): TokenRange | null {
  const head = noun?.apart === true ? speakerAt(text, source.from) : null;
  const next = head?.next ?? source.to;
  if (next >= source.to) return null;
  const { capitals } = text.lexicon;
  if (!capitals) return { from: next, to: source.to };
  const named = text.tokens[source.from]?.cap === false && text.tokens[next]?.cap === true;
  return named ? { from: next, to: source.to } : null;
}

/** "the official", "la mandataria": the last one named of that kind and gender; null when none fits. */
function anaphor(hearing: PackHearing, source: TokenRange, noun: PackSpeakerNoun): PackSpeaker | null {
  const { text } = hearing;
  const phrase = phraseAt(text.lexicon.anaphors, text.tokens, source.from);
  if (phrase === null || phrase.next < source.to) return null;
  if (isAt(text.lexicon.indefinites, text.tokens, source.from - 1)) return null;
  const person = noun.kind === 'person' || (noun.kind === 'unnamed' && noun.connection !== undefined);
  const one = referent(hearing, (known) =>
    person
      ? known.kind === 'person' && (known.noun === null || known.noun.gender === noun.gender)
      : BODIES.has(known.kind) && (noun.kind === known.kind || noun.kind === 'unnamed'),
  );
  if (one === null) return null;
  const because = 'the one named before who fits these words';
  return speaker(text, source, { resolved: one.name, because, kind: one.kind, anonymity: 'named' });
}

function bodyOrRole(hearing: PackHearing, source: SourcePhrase, read: PhraseNames): PackSpeaker {
  const { text } = hearing;
  const noun = read.nouns[0] ?? null;
  const connection = noun?.connection ?? 'unknown';
  const label = read.quoted ?? read.acronym ?? apartFrom(text, source, noun);
  const back = noun === null ? null : anaphor(hearing, source, noun);
  if (back !== null) return back;
  const inner = noun?.sort === 'role' && label === null ? innerBody(text, source) : null;
  if (inner !== null) {
    const body = bodyOrRole(
      hearing,
      { ...source, from: inner },
      readPhrase(text, { from: inner, to: source.to }),
    );
    if (body.resolved !== null)
      return { ...body, because: 'speaks for the body named in the phrase', anonymity: 'role' };
  }
  if (noun?.sort === 'nobody') return speaker(text, source, { connection });
  if (noun !== null && noun.sort === 'name' && label === null) {
    const made = definite(hearing, source, noun);
    if (made.resolved !== null) {
      const settled =
        made.because === null
          ? settle(hearing, source, source.oblique)
          : { name: made.resolved, because: made.because };
      remember(hearing, source, { name: settled.name, kind: made.kind, noun, oblique: source.oblique });
      return { ...made, resolved: settled.name, because: settled.because };
    }
    return made;
  }
  if (label !== null && label.to > label.from) {
    const name = wordsOf(text, label);
    const inner = read.nouns.find(({ sort }) => sort === 'name');
    const kind = inner?.kind ?? (noun === null || noun.kind === 'person' ? 'organisation' : noun.kind);
    const role = noun?.sort === 'role';
    remember(hearing, label, { name, kind, noun: inner ?? null, oblique: false });
    return speaker(text, source, {
      resolved: name,
      because: role ? 'speaks for the body named in the phrase' : null,
      kind,
      anonymity: role ? 'role' : 'named',
      connection,
    });
  }
  if (noun?.sort === 'role' && namesHolder(text, source, noun))
    return speaker(text, source, {
      resolved: wordsOf(text, source),
      because: 'the office names its holder',
      kind: 'person',
      anonymity: 'role',
      connection,
    });
  if (noun !== null)
    return speaker(text, source, {
      kind: noun.kind,
      anonymity: noun.sort === 'role' ? 'role' : 'anonymous',
      connection,
    });
  const again = text.lexicon.capitals ? null : settle(hearing, source, false);
  if (again !== null && again.because !== null)
    return speaker(text, source, {
      resolved: again.name,
      because: again.because,
      kind: 'person',
      anonymity: 'named',
    });
  const counted = isAt(text.lexicon.numbers, text.tokens, source.from);
  const whole = !text.lexicon.capitals && !counted && source.to - source.from >= 2;
  if (whole && text.lexicon.pack.phraseLength !== undefined) {
    remember(hearing, source, { name: wordsOf(text, source), kind: 'person', noun: null, oblique: false });
    return speaker(text, source, { resolved: wordsOf(text, source), kind: 'person', anonymity: 'named' });
  }
  return whole
    ? speaker(text, source, {
        resolved: wordsOf(text, source),
        kind: actorKindOf(wordsOf(text, source)),
        anonymity: 'named',
      })
    : speaker(text, source, {});
}

/**
 * Resolves a phrase and remembers who it was.
 *
 * @example
 * resolveSource(hearing, source).resolved; // 'Олег Туров'
 */
export function resolveSource(hearing: PackHearing, source: SourcePhrase): PackSpeaker {
  const { text } = hearing;
  let from = source.from;
  while (from < source.to - 1 && isAt(text.lexicon.articles, text.tokens, from)) from += 1;
  const bare = { ...source, from };
  const pronoun = pronounSpeaker(hearing, bare);
  if (pronoun !== null) return pronoun;
  const read = readPhrase(text, bare);
  const made = named(hearing, bare, read) ?? bodyOrRole(hearing, bare, read);
  const known = hearing.known.find(({ name }) => name === made.resolved);
  const official = read.nouns[0]?.official === true || known?.noun?.official === true;
  return { ...made, official, named: wordsOf(text, source), range: source };
}
