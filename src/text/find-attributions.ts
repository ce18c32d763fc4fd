/**
 * Joins cues with speakers and content, sentence by sentence, and carries quotations on over sentences and paragraphs.
 * English rules; finds what is written and resolves nothing.
 */
import { handedOnByAside } from './asides.ts';
import type { RawAttribution, Scope } from './attribution.ts';
import { contentOf } from './content.ts';
import type { Found } from './content-search.ts';
import type { Cue } from './cues/cue.ts';
import { findCues } from './cues/find-cues.ts';
import { withSeries } from './cues/series.ts';
import { hasClause, isInverted } from './inversion.ts';
import { nounClaims } from './noun-claims.ts';
import { lowerAt, phraseEndingAt, phraseStartingAt, skipAsidesLeft, subjectBefore } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import { relayedBetween } from './relayed-between.ts';
import { saidOnce } from './said-once.ts';
import type { Range } from './sentences.ts';

/** The speaker of a cue in its own clause; null when it is shared with another cue or unnamed. */
function ownSource(scope: Scope, cue: Cue): Range | null {
  const { parsed, range } = scope;
  if (cue.asked !== undefined) return cue.asked;
  if (cue.continues === true) return null;
  switch (cue.shape) {
    case 'according':
    case 'citing':
    case 'reported-by':
      return afterRelay(parsed, cue.to, range.to);
    case 'hearsay':
      return { from: cue.from, to: cue.to };
    case 'noun':
      return nounSource(scope, cue);
    default:
      break;
  }
  if (isInverted(scope, cue)) return phraseStartingAt(parsed, cue.to, range.to);
  if (
    cue.shape === 'participle' &&
    /^(?:after|before|while|by|without|despite|when|since|initially)$/.test(
      lowerAt(parsed, skipAsidesLeft(parsed, cue.from - 1, range.from)),
    )
  )
    return null;
  const which = skipAsidesLeft(parsed, cue.from - 1, range.from);
  if (cue.shape === 'active' && lowerAt(parsed, which) === 'which' && lowerAt(parsed, which - 1) === ',')
    return { from: which, to: which + 1 };
  const subject = subjectBefore(parsed, cue.from, range.from);
  if (cue.shape === 'participle' && subject !== null && lowerAt(parsed, cue.from - 1) === ',') return null;
  if (cue.shape === 'participle' && subject !== null && lowerAt(parsed, subject.from - 1) === 'to')
    return null;
  return subject;
}

function afterRelay(parsed: ParsedText, from: number, limit: number): Range | null {
  const phrase = phraseStartingAt(parsed, from, limit);
  if (phrase !== null) return withMaker(parsed, phrase, limit);
  return from < limit && parsed.tags[from] !== 'MARK' ? { from, to: from + 1 } : null;
}

/** "figures compiled by the Centre": whoever made them belongs to the words. */
function withMaker(parsed: ParsedText, phrase: Range, limit: number): Range {
  const made =
    /^(?:compiled|collected|published|prepared|released|issued|gathered|provided|kept|produced|written|carried|received|obtained|leaked)$/;
  const written = /^(?:communiques?|statements?|reports?|letters?|documents?|lists?|logs?|notes?)$/;
  if (lowerAt(parsed, phrase.to) === 'by' && written.test(lowerAt(parsed, phrase.to - 1))) {
    const author = phraseStartingAt(parsed, phrase.to + 1, limit);
    return author === null ? phrase : { from: phrase.from, to: author.to };
  }
  if (!made.test(lowerAt(parsed, phrase.to)) || !/^(?:by|from)$/.test(lowerAt(parsed, phrase.to + 1)))
    return phrase;
  const maker = phraseStartingAt(parsed, phrase.to + 2, limit);
  return maker === null ? phrase : { from: phrase.from, to: maker.to };
}

/** "the ministry's claim that", "claims by the army that": the possessor or the agent; null for "reports that". */
function nounSource(scope: Scope, cue: Cue): Range | null {
  const { parsed, range } = scope;
  if (/^(?:by|from|of)$/.test(lowerAt(parsed, cue.to))) return phraseStartingAt(parsed, cue.to + 1, range.to);
  let i = cue.from - 1;
  while (i > range.from && /^(?:ADJ|NOUN|VBD)$/.test(parsed.tags[i] ?? '') && i > cue.from - 4) i -= 1;
  if (/^(?:'s|'|’)$/.test(lowerAt(parsed, i))) return subjectBefore(parsed, i, range.from);
  if (/^(?:his|her|their|its)$/.test(lowerAt(parsed, i))) return { from: i, to: i + 1 };
  return null;
}

/** The subject of the sentence's main clause, for cues that share it (", adding that"; "and urged"). */
function mainSubject(scope: Scope, before: number): Range | null {
  const { parsed, range } = scope;
  for (let i = range.from; i < before; i += 1) {
    const tag = parsed.tags[i];
    if ((parsed.quoteAt[i] ?? -1) >= 0 && !scope.inside) continue;
    if (tag !== 'VBF' && tag !== 'VBD' && tag !== 'AUX' && tag !== 'MODAL') continue;
    const subject = subjectBefore(parsed, i, range.from);
    if (subject === null) continue;
    if (!/^(?:whom|whose|which)$/.test(lowerAt(parsed, subject.from - 1))) return subject;
    const around = beforeRelative(parsed, subject.from - 1, range.from);
    if (around !== null) return around;
  }
  return null;
}

/** "*The porter*, whom she interviewed, had come and told": whom the relative clause tells of. */
function beforeRelative(parsed: ParsedText, relative: number, limit: number): Range | null {
  const opens = /^(?:PREP|TO)$/.test(parsed.tags[relative - 1] ?? '') ? relative - 1 : relative;
  const last = lowerAt(parsed, opens - 1) === ',' ? opens - 2 : opens - 1;
  return last < limit ? null : phraseEndingAt(parsed, last, limit);
}

const COORDINATED = /^(?:and|but|or|,|then|yet)$/;

function sharedSource(scope: Scope, cue: Cue, earlier: readonly RawAttribution[]): Range | null {
  if (scope.inside && cue.shape === 'participle' && earlier.length === 0) return null;
  const before = lowerAt(scope.parsed, skipAsidesLeft(scope.parsed, cue.from - 1, scope.range.from));
  const participle = cue.shape === 'participle';
  if (!participle && !COORDINATED.test(before) && cue.from > scope.range.from) return null;
  const last = earlier.at(-1);
  if (
    last !== undefined &&
    last.source !== null &&
    last.cue.shape !== 'according' &&
    last.cue.shape !== 'citing'
  )
    return last.source;
  return mainSubject(scope, cue.from) ?? (participle ? subjectBehind(scope, cue) : null);
}

/** "Confirming the incident, *the officer* said": the subject of the clause that follows. */
function subjectBehind(scope: Scope, cue: Cue): Range | null {
  const { parsed, range } = scope;
  if (cue.from > range.from + 1) return null;
  for (let i = cue.to; i < range.to - 2; i += 1)
    if (lowerAt(parsed, i) === ',' && /^(?:DET|NAME|NOUN|POSS|PRON)$/.test(parsed.tags[i + 1] ?? ''))
      return phraseStartingAt(parsed, i + 1, range.to);
  return null;
}

/** The subject before a relative clause that the nearest phrase lies in: "A woman who lives in *the district* said". */
function subjectAround(scope: Scope, cue: Cue, near: Range): Range | null {
  const { parsed } = scope;
  if (!/^(?:active|decline|silent)$/.test(cue.shape) || cue.asked !== undefined || near.from >= cue.from)
    return null;
  const whole = subjectBeforeRelative(scope, cue);
  if (whole === null || near.from <= whole.from) return null;
  const closed = lowerAt(parsed, cue.from - 1) === ',' || /^(?:who|which)$/.test(lowerAt(parsed, near.from));
  return closed || /^(?:PREP|VBD|VBF|TO)$/.test(parsed.tags[near.from - 1] ?? '') ? whole : null;
}

/** "A prosecutor who spoke because he feared reprisals confirmed": the subject before a long relative clause. */
function subjectBeforeRelative(scope: Scope, cue: Cue): Range | null {
  const { parsed, range } = scope;
  if (cue.shape === 'participle' || cue.shape === 'passive') return null;
  const phrase = phraseStartingAt(parsed, range.from, cue.from);
  if (phrase === null) return null;
  let to = phrase.from + 1;
  while (to < phrase.to && lowerAt(parsed, to) !== ',') to += 1;
  const comma = lowerAt(parsed, to) === ',';
  const opens = comma ? to + 1 : to;
  const knew = !comma && parsed.tags[opens] === 'PRON' && /^VB[DF]$/.test(parsed.tags[opens + 1] ?? '');
  if (knew && opens < cue.from - 2) return { from: phrase.from, to: cue.from };
  if (!/^(?:who|which|that|whose|where)$/.test(lowerAt(parsed, opens)) || opens >= cue.from - 1) return null;
  if (comma && lowerAt(parsed, cue.from - 1) !== ',') return null;
  const relative = hasClause(parsed, opens + 1, cue.from) || parsed.tags[opens + 1] === 'VBD';
  return relative ? { from: phrase.from, to: comma ? cue.from - 1 : cue.from } : null;
}

function isImpersonal(parsed: ParsedText, cue: Cue, source: Range | null): boolean {
  if (cue.shape === 'hearsay') return true;
  if (cue.shape === 'noun') return source === null;
  return (
    cue.shape === 'passive' &&
    source !== null &&
    lowerAt(parsed, source.from) === 'it' &&
    source.to - source.from === 1
  );
}

/** "Reports that he had been beaten are baseless": nobody makes that claim here, whoever writes denies it. */
function isCalledFalse({ parsed, range }: Scope, cue: Cue): boolean {
  for (let i = cue.to; i < range.to - 1; i += 1) {
    if (!/^(?:is|are|was|were)$/.test(lowerAt(parsed, i))) continue;
    const at = parsed.tags[i + 1] === 'ADV' ? i + 2 : i + 1;
    if (
      /^(?:untrue|false|baseless|unfounded|groundless|fabricated|invented|wrong|fake|nonsense|lies)$/.test(
        lowerAt(parsed, at),
      )
    )
      return true;
  }
  return false;
}

/** "*What* the colonel said on that tape depends on whom you ask": the saying is only spoken of. */
function asksWhat({ parsed, range }: Scope, cue: Cue, source: Range): boolean {
  return (
    cue.shape === 'active' &&
    source.from < cue.from &&
    /^(?:what|whatever)$/.test(lowerAt(parsed, source.from - 1)) &&
    source.from - 1 === range.from &&
    (parsed.quoteAt[cue.to] ?? -1) < 0
  );
}

/** "What she says about the ward *she says* without a smile": the sentence has a telling of its own. */
function tellsLater(cues: readonly Cue[], cue: Cue): boolean {
  return cues.some(({ from, does }) => from > cue.from && does !== 'asks');
}

function sourceStart(scope: Scope, cue: Cue): number {
  if (
    cue.shape === 'according' ||
    cue.shape === 'citing' ||
    cue.shape === 'reported-by' ||
    cue.shape === 'hearsay' ||
    cue.shape === 'noun'
  )
    return cue.from;
  if (cue.shape === 'participle' && /^(?:,|and|but)$/.test(lowerAt(scope.parsed, cue.from - 1)))
    return cue.from;
  if (cue.continues === true || isInverted(scope, cue)) return cue.from;
  return subjectBefore(scope.parsed, cue.from, scope.range.from)?.from ?? cue.from;
}

function attributionOf(
  scope: Scope,
  cue: Cue,
  all: { cues: readonly Cue[]; earlier: readonly RawAttribution[] },
): RawAttribution | null {
  const near = ownSource(scope, cue);
  const far = near === null ? null : subjectAround(scope, cue, near);
  const own = far ?? near;
  const inverted = isInverted(scope, cue) && own !== null;
  const shares = own === null && /^(?:active|participle|decline|silent)$/.test(cue.shape);
  if (near === null && cue.shape === 'noun' && isCalledFalse(scope, cue)) return null;
  const source = shares ? (sharedSource(scope, cue, all.earlier) ?? subjectBeforeRelative(scope, cue)) : own;
  if (source === null && shares) return null;
  if (source !== null && !cue.negated && /^(?:no|nobody|none)$/.test(lowerAt(scope.parsed, source.from)))
    return null;
  if (source !== null && asksWhat(scope, cue, source) && !tellsLater(all.cues, cue)) return null;
  const starts = new Map(all.cues.map((other) => [other, sourceStart(scope, other)]));
  const quoter = source === null ? null : quoterOf(scope.parsed, source, scope.range.to);
  const found: Found | null = contentOf({
    scope,
    cue,
    source: reaching(source, quoter),
    own: own !== null,
    inverted,
    cues: all.cues,
    sourceStart: (other) => starts.get(other) ?? other.from,
  });
  if (found === null) return null;
  const meant = found.does === undefined ? cue : { ...cue, does: found.does };
  return {
    cue: meant,
    source: found.agent ?? quoter ?? source,
    addressee: found.addressee,
    content: found.content,
    quoted: found.quoted,
    impersonal: found.agent === null && (found.impersonal || isImpersonal(scope.parsed, cue, source)),
    sentence: scope.sentence,
    rule: found.rule,
    confidence: Math.max(0.1, found.confidence - (shares ? 0.1 : 0)),
    via: viaOf(meant, found.cited ?? (quoter === null ? null : source)),
  };
}

/** The source with whoever quotes it. */
function reaching(source: Range | null, quoter: Range | null): Range | null {
  return source === null || quoter === null ? source : { from: source.from, to: quoter.to };
}

function viaOf(cue: Cue, source: Range | null): RawAttribution['via'] {
  return source === null ? null : { cue, source };
}

/** "sources quoted by the newspaper", "a guard quoted in the report": whoever quotes stands in front. */
function quoterOf(parsed: ParsedText, source: Range, limit: number): Range | null {
  const comma = lowerAt(parsed, source.to) === ',' ? source.to + 1 : source.to;
  const at = comma > source.to && lowerAt(parsed, comma) === 'as' ? comma + 1 : comma;
  if (!/^(?:quoted|cited|interviewed|relayed)$/.test(lowerAt(parsed, at))) return null;
  if (!(at > source.to ? /^by$/ : /^(?:by|in)$/).test(lowerAt(parsed, at + 1))) return null;
  return phraseStartingAt(parsed, at + 2, limit);
}

/** Attributions whose cue lies inside the content of an earlier one of the same sentence are left to the recursion. */
function dropNested(found: readonly RawAttribution[]): RawAttribution[] {
  const standing = found.filter(
    (outer) => !found.some((other) => holdsInSource(other, outer) || saysTheSame(other, outer)),
  );
  return standing.filter((inner) => {
    return !standing.some(
      (outer) =>
        outer !== inner && covers(outer, inner) && !(covers(inner, outer) && outer.cue.from > inner.cue.from),
    );
  });
}

/** "One pastor supporting the mayor, Jon Drell, said": the first cue only describes the second one's speaker. */
function holdsInSource(other: RawAttribution, outer: RawAttribution): boolean {
  const { source } = other;
  return (
    other !== outer &&
    source !== null &&
    source.from < outer.cue.from &&
    outer.cue.head < source.to &&
    other.cue.from > outer.cue.from
  );
}

/** "said in a statement that": the noun only tells where it was said. */
function saysTheSame(other: RawAttribution, noun: RawAttribution): boolean {
  return (
    other !== noun &&
    noun.cue.shape === 'noun' &&
    noun.source === null &&
    other.cue.shape !== 'noun' &&
    other.source !== null &&
    other.cue.from < noun.cue.from &&
    other.content[0]?.from === noun.content[0]?.from
  );
}

function covers(outer: RawAttribution, inner: RawAttribution): boolean {
  return outer.content.some((range) => inner.cue.head >= range.from && inner.cue.head < range.to);
}

/**
 * The attributions of one range (a sentence or the inside of a content), outermost only.
 *
 * @example
 * attributionsIn({ parsed, range, inside: false, sentence: 0 }).length;
 */
export function attributionsIn(scope: Scope): RawAttribution[] {
  return handedOnByAside(scope, withoutAsides) ?? withoutAsides(scope);
}

function withoutAsides(scope: Scope): RawAttribution[] {
  const { parsed, range } = scope;
  const cues = withSeries(parsed, range, findCues(parsed, range, scope.inside));
  const nouns = nounClaims(scope);
  const found: RawAttribution[] = [
    ...relayedBetween(scope, cues),
    ...nouns.flatMap(({ attributions }) => attributions),
  ];
  const taken: Range[] = [
    ...found.flatMap(({ cue, through }) => [cue, ...(through === undefined ? [] : [through.cue])]),
    ...nouns.flatMap(({ taken, answer }) => [taken, ...(answer === null ? [] : [answer])]),
  ];
  for (const cue of cues) {
    if (taken.some((one) => one.from < cue.to && cue.from < one.to)) continue;
    const attribution = attributionOf(scope, cue, { cues, earlier: dropNested(found) });
    if (attribution !== null) found.push(attribution);
  }
  return joinCitations(withoutTaken(saidOnce(parsed, found)));
}

/** "the group, *which cited a doctor*": the citing is part of the longer chain already. */
function withoutTaken(found: readonly RawAttribution[]): RawAttribution[] {
  return found.filter(
    (one) =>
      !/^(?:cite|quote)$/.test(one.cue.lemma) ||
      !found.some(({ via }) => via !== null && via.cue !== one.cue && via.source.from === one.cue.to),
  );
}

/** "X, citing Y, reported that": Y stands behind X in one chain. */
function joinCitations(found: readonly RawAttribution[]): RawAttribution[] {
  const joined: RawAttribution[] = [];
  const citing = found.filter((one) => one.cue.shape === 'citing' && one.source !== null);
  const refused = found.find((one) => one.cue.shape === 'decline' || one.cue.shape === 'silent');
  if (refused !== undefined && found.every((one) => one === refused || citing.includes(one)))
    return [refused];
  const others = dropNested(found.filter((one) => !citing.includes(one)));
  if (others.length === 0) return dropNested(found);
  const host = new Map<RawAttribution, RawAttribution>();
  for (const one of citing) {
    const main =
      others.find(
        (other) => other.cue.from > one.cue.from && (other.source?.from ?? other.cue.from) < one.cue.from,
      ) ??
      others.findLast((other) => other.cue.from < one.cue.from) ??
      others[0];
    if (main !== undefined) host.set(main, one);
  }
  for (const one of others) {
    const answers = one.cue.shape === 'decline' || one.cue.shape === 'silent';
    const via = answers ? undefined : host.get(one);
    joined.push(via === undefined ? one : { ...one, via: { cue: via.cue, source: via.source ?? via.cue } });
  }
  return joined;
}
