/**
 * The attributions of a document from both readers: the rules, which know refusals, silence, hearsay and how a speaker is
 * told from an addressee, and the trained model, which knows thousands of cues and where a clause ends. Where both find
 * one, the rules' reading stands unless the model's words lie elsewhere; what only one finds is kept with less confidence,
 * and what the model all but rules out is dropped. Without a model: the rules alone.
 */
import { sayReason } from '../record/reason.ts';
import { READER_REASONS } from '../record/reasons/reader-reasons.ts';
import type { RawAttribution } from './attribution.ts';
import { hasVerb } from './content-search.ts';
import type { Cue } from './cues/cue.ts';
import { CUE_VERBS } from './cues/lexicon.ts';
import { documentAttributions } from './document-attributions.ts';
import { sentenceOf } from './hearing.ts';
import { withWholeSentences } from './interrupted.ts';
import { isOfLaw } from './law-sources.ts';
import type { AttributionModel, ModelAttribution } from './models/attribution/attribution-model.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';
import { verbReadings } from './verb-forms.ts';

/** Shapes that the model's corpus marks: what it does not find there is doubtful. */
const TAUGHT = new Set(['active', 'participle', 'according']);
/** Least confidence of the model to overrule the rules' words, and to stand alone. */
const OVERRULES = 0.6;
const ALONE = 0.5;

function size(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}

function shared(a: readonly Range[], b: readonly Range[]): number {
  let sum = 0;
  for (const x of a) for (const y of b) sum += Math.max(0, Math.min(x.to, y.to) - Math.max(x.from, y.from));
  return sum;
}

function likeness(a: readonly Range[], b: readonly Range[]): number {
  const both = shared(a, b);
  return both / Math.max(1, size(a) + size(b) - both);
}

/** The corpus counts "that" and quotation marks to the content; claims are made of the words inside. */
function innerWords(parsed: ParsedText, range: Range): Range | null {
  let { from, to } = range;
  const outer = (i: number): boolean => /^(?:that|[,.:;“”"‘’]|''|--|—)$/.test(lowerAt(parsed, i));
  while (from < to && outer(from)) from += 1;
  while (to > from && /^(?:[,.:;“”"]|'')$/.test(lowerAt(parsed, to - 1))) to -= 1;
  return from < to ? { from, to } : null;
}

function contentOf(parsed: ParsedText, found: ModelAttribution): Range[] {
  return found.content.flatMap((range) => innerWords(parsed, range) ?? []);
}

function isQuoted(parsed: ParsedText, content: readonly Range[]): boolean {
  return (
    content.length > 0 &&
    content.every(({ from, to }) => {
      const at = parsed.quoteAt[from] ?? -1;
      return at >= 0 && (parsed.quoteAt[to - 1] ?? -1) === at;
    })
  );
}

/** A clause, or a quotation of some words: "an investigation" alone tells nothing. */
function tells(parsed: ParsedText, content: readonly Range[]): boolean {
  return size(content) >= 4 && (isQuoted(parsed, content) || content.some((range) => hasVerb(parsed, range)));
}

/** What a verb that the rules passed over does: as the lexicon says, or telling when all its content is quoted. */
function cueOf(parsed: ParsedText, found: ModelAttribution, content: readonly Range[]): Cue | null {
  const { from, to } = found.cue;
  for (let head = from; head < to; head += 1) {
    const lower = lowerAt(parsed, head);
    if (lower === 'according' && lowerAt(parsed, head + 1) === 'to')
      return {
        from,
        to,
        head,
        lemma: 'according to',
        shape: 'according',
        does: 'alleges',
        force: 'neutral',
        frames: '',
        negated: false,
      };
    for (const { lemma } of verbReadings(lower)) {
      const entry = CUE_VERBS.get(lemma);
      if (entry === undefined || entry.does === 'attitude') continue;
      const { does, force, frames } = entry;
      return {
        from,
        to,
        head,
        lemma,
        shape: 'active',
        does,
        force,
        frames,
        negated: isNegated(parsed, found.cue),
      };
    }
  }
  if (!isQuoted(parsed, content) || size(content) < 4) return null;
  const lemma = lowerAt(parsed, to - 1);
  return {
    from,
    to,
    head: to - 1,
    lemma,
    shape: 'active',
    does: 'alleges',
    force: 'neutral',
    frames: 'q',
    negated: false,
  };
}

/**
 * The cue of a telling that the trained reader of chains hears; null for words that tell nothing by themselves, outside of quotations.
 *
 * @example
 * tellingCue(parsed, { from: 2, to: 3 }, [{ from: 3, to: 9 }])?.lemma; // 'tell' for "had told"
 */
export function tellingCue(parsed: ParsedText, cue: Range, content: readonly Range[]): Cue | null {
  // "continue to deny" denies: the last verb tells.
  for (let from = cue.to - 1; from >= cue.from; from -= 1) {
    const found = { cue: { from, to: cue.to }, source: [], content, confidence: 1 };
    const known = cueOf(parsed, found, content);
    if (known !== null) return { ...known, ...cue, negated: known.negated || isNegated(parsed, cue) };
  }
  return null;
}

/** "told her to write": an order, nothing told. */
function orders(parsed: ParsedText, [first]: readonly Range[]): boolean {
  if (first === undefined) return false;
  const to = [first.from, first.from + 1].find((i) => parsed.tags[i] === 'TO');
  return to !== undefined && (to === first.from || parsed.tags[first.from] === 'PRON');
}

function isNegated(parsed: ParsedText, cue: Range): boolean {
  for (let i = Math.max(0, cue.from - 3); i < cue.to; i += 1)
    if (/^(?:not|never|no)$|n't$/.test(lowerAt(parsed, i))) return true;
  return false;
}

/** What only the model found; null for thoughts, wishes and acts, which make no claim. */
function fromModel(parsed: ParsedText, found: ModelAttribution, least: number): RawAttribution | null {
  const content = contentOf(parsed, found);
  const source = found.source[0] ?? null;
  if (found.confidence < least || content.length === 0 || source === null) return null;
  const cue = cueOf(parsed, found, content);
  if (cue === null || cue.negated || cue.does === 'asks' || !tells(parsed, content)) return null;
  if (cue.lemma === 'tell' && orders(parsed, content)) return null;
  if (/^what(?:ever)?$/.test(lowerAt(parsed, source.from - 1)) && !isQuoted(parsed, content)) return null;
  return {
    cue,
    source,
    addressee: null,
    content,
    quoted: isQuoted(parsed, content),
    impersonal: false,
    via: null,
    sentence: sentenceOf(parsed, cue.from),
    rule: sayReason(READER_REASONS.modelTakes, { cue: wordsOf(parsed, found.cue) }),
    confidence: found.confidence * 0.9,
    model: { confidence: found.confidence, agrees: null },
  };
}

function wordsOf(parsed: ParsedText, { from, to }: Range): string {
  return parsed.text.slice(parsed.tokens[from]?.start ?? 0, parsed.tokens[to - 1]?.end ?? 0);
}

/** Quotations of later sentences that the rules joined to the attribution: the model reads paragraph by paragraph. */
function goingOn(parsed: ParsedText, rule: RawAttribution): Range[] {
  const end = parsed.sentences[sentenceOf(parsed, rule.cue.from)]?.to ?? 0;
  return rule.content.filter((range) => range.from >= end);
}

/** Both readers found the cue. */
function joined(parsed: ParsedText, rule: RawAttribution, found: ModelAttribution): RawAttribution {
  const content = contentOf(parsed, found);
  const overrules =
    found.confidence >= OVERRULES &&
    TAUGHT.has(rule.cue.shape) &&
    rule.via === null &&
    rule.through === undefined;
  const later = goingOn(parsed, rule);
  const near = rule.content.filter((range) => !later.includes(range));
  const elsewhere = overrules && shared(content, near) < 0.3 * size(near) && tells(parsed, content);
  const source = found.source[0] ?? null;
  const other =
    overrules &&
    source !== null &&
    rule.source !== null &&
    shared(found.source, [rule.source]) === 0 &&
    shared(found.source, rule.content) === 0
      ? source
      : rule.source;
  const agree = !elsewhere && other === rule.source;
  return {
    ...rule,
    source: other,
    ...(elsewhere ? { content: [...content, ...later], quoted: isQuoted(parsed, content) } : {}),
    rule: agree
      ? rule.rule
      : sayReason(elsewhere ? READER_REASONS.modelOtherWords : READER_REASONS.modelOtherSpeaker, rule),
    confidence: agree
      ? Math.min(0.98, 1 - (1 - rule.confidence) * (1 - found.confidence))
      : Math.min(rule.confidence, found.confidence),
    model: { confidence: found.confidence, agrees: likeness(content, rule.content) },
  };
}

/** "witnesses cited by the paper", "said, citing the ministry": the rules have these as part of a longer chain. */
function onlyCites(parsed: ParsedText, kept: readonly RawAttribution[], { cue }: ModelAttribution): boolean {
  if (/^(?:cited|quoted)$/.test(lowerAt(parsed, cue.to - 1)) && lowerAt(parsed, cue.to) === 'by') return true;
  return kept.some(
    ({ via, through }) =>
      (via !== null && (overlaps(via.cue, cue) || via.source.from === cue.to)) ||
      (through !== undefined && (overlaps(through.cue, cue) || overlaps(through.source, cue))),
  );
}

function overlaps(a: Range, b: Range): boolean {
  return a.from < b.to && b.from < a.to;
}

/**
 * The outermost attributions of a document in order of position.
 *
 * @param model null: rules alone
 * @example
 * attributionsOf(parseText('“No,” she said.'), null).length; // 1
 */
export function attributionsOf(parsed: ParsedText, model: AttributionModel | null): RawAttribution[] {
  const rules = documentAttributions(parsed);
  const spoken = (all: readonly RawAttribution[]): RawAttribution[] =>
    all.filter((one) => !isOfLaw(parsed, one));
  if (model === null) return withWholeSentences(parsed, spoken(rules));
  const found = model.find(parsed, rules);
  const taken = new Set<ModelAttribution>();
  const kept = rules.map((rule) => {
    const same = found.find((one) => overlaps(one.cue, rule.cue));
    if (same === undefined)
      return TAUGHT.has(rule.cue.shape)
        ? { ...rule, confidence: rule.confidence * 0.7, model: { confidence: null, agrees: null } }
        : rule;
    taken.add(same);
    return joined(parsed, rule, same);
  });
  const inside = (one: ModelAttribution): boolean =>
    kept.some((rule) => rule.content.some((range) => overlaps(range, one.cue)));
  const alone = found
    .filter((one) => !taken.has(one) && !inside(one) && !onlyCites(parsed, kept, one))
    .flatMap((one) => fromModel(parsed, one, ALONE) ?? []);
  const all = [...kept, ...alone].sort((a, b) => a.cue.from - b.cue.from);
  return withWholeSentences(parsed, spoken(all));
}

/** Finds in the words of a speaker what the rules pass over there: attributions to a further mouth. */
export type InnerReader = (content: Range) => RawAttribution[];

/** Least confidence of the model for one attribution inside another, which it was not taught. */
const INNER = 0.5;

function mayQuote(parsed: ParsedText, { from, to }: Range): boolean {
  for (let i = from; i < to; i += 1) {
    const lower = lowerAt(parsed, i);
    if (lower === 'according') return true;
    for (const { lemma } of verbReadings(lower)) {
      const entry = CUE_VERBS.get(lemma);
      if (entry !== undefined && entry.does !== 'attitude' && /[qtb]/.test(entry.frames)) return true;
    }
  }
  return false;
}

/**
 * Opens the reader of contents; it is asked only where a word that can attribute stands.
 *
 * @example
 * innerReader(parsed, model)({ from: 4, to: 20 }).length;
 */
export function innerReader(parsed: ParsedText, model: AttributionModel): InnerReader {
  const read = model.findWithin(parsed);
  return (content) =>
    content.to - content.from >= 6 && mayQuote(parsed, content)
      ? read(content).flatMap((found) => fromModel(parsed, found, INNER) ?? [])
      : [];
}
