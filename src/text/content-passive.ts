/** Content of passive cues: "is said to", "was informed that", "was confirmed by", "was quoted as saying". */
import { READER_REASONS } from '../record/reasons/reader-reasons.ts';
import { trimEnd } from './clauses.ts';
import { leftOf, quoteStandsBefore } from './content-left.ts';
import { rightOf } from './content-right.ts';
import { clause, type Found, found, type Search } from './content-search.ts';
import { lowerAt, phraseStartingAt } from './noun-phrases.ts';
import type { Range } from './sentences.ts';
import { isTimeWord } from './time-words.ts';

/**
 * Content of a passive cue; null when the words attribute nothing.
 *
 * @example
 * passive(search)?.impersonal; // true for "he is said to have fled"
 */
export function passive(search: Search): Found | null {
  const { scope, cue, source } = search;
  const { parsed, range } = scope;
  const next = lowerAt(parsed, cue.to);
  const impersonalIt =
    source !== null && source.to - source.from === 1 && lowerAt(parsed, source.from) === 'it';
  const told = agentAt(search);
  if (source !== null && told >= 0 && cue.frames.includes('a')) {
    const telling = tellingAgent(search, source, told);
    if (telling !== null) return telling;
  }
  if (cue.lemma === 'quote' && source !== null) {
    const quoted = quotedAs(search);
    if (quoted !== null) return quoted;
  }
  if (impersonalIt || source === null)
    return source === null
      ? null
      : (rightOf(search, cue.to, { impersonal: true }) ?? announcedBefore(search));
  if (told >= 0) return byAgent(search, source, told);
  if (cue.frames.includes('a') && /^(?:that|of|by)$/.test(next))
    return rightOf(search, cue.to, { impersonal: true });
  if (cue.frames.includes('a')) return rightOf(search, cue.to, { impersonal: true });
  if (cue.lemma === 'quote') return quotedAs(search);
  const rest = trimEnd(parsed, { from: cue.to, to: clause(search, cue.to).to });
  if (
    next === 'to' &&
    /[tbiqw]/.test(cue.frames) &&
    !/^(?:establish|find|prove|show|promise|pledge|propose|recommend|determine)$/.test(cue.lemma)
  )
    return found([counted(search, source), rest], READER_REASONS.isSaidTo, 0.7, { impersonal: true });
  if (cue.lemma === 'report' || cue.lemma === 'accuse')
    return rest.to > rest.from
      ? found([source, rest], READER_REASONS.passive, 0.6, { impersonal: true })
      : null;
  return range.to > cue.to ? null : null;
}

/** "The council will put up a plaque, *it was announced on Tuesday*." */
function announcedBefore(search: Search): Found | null {
  const left = leftOf({ ...search, cue: { ...search.cue, shape: 'active' } });
  return left === null ? null : { ...left, impersonal: true };
}

/** "At least 35 people are thought to": the bound belongs to the number. */
function counted(search: Search, source: Range): Range {
  const { parsed, range } = search.scope;
  let { from } = source;
  while (
    from > range.from &&
    (/^(?:at|least|most|more|fewer|less|no|than|about|around|some|nearly|almost|up|close|over|under|perhaps|possibly|roughly|an|estimated|as|many)$/.test(
      lowerAt(parsed, from - 1),
    ) ||
      (lowerAt(parsed, from - 1) === 'to' && /^(?:up|close)$/.test(lowerAt(parsed, from - 2))))
  )
    from -= 1;
  return { from, to: source.to };
}

/** "was quoted as saying by the Post": the paper is the outer mouth, the subject the inner one. */
function quotedAs(search: Search): Found | null {
  const { scope, cue } = search;
  const { parsed, range } = scope;
  let at = cue.to;
  let outlet: Range | null = null;
  for (let k = 0; k < 2; k += 1) {
    if (lowerAt(parsed, at) === 'as' && /^(?:saying|telling|claiming)$/.test(lowerAt(parsed, at + 1)))
      at += 2;
    else if (lowerAt(parsed, at) === 'by') {
      outlet = phraseStartingAt(parsed, at + 1, range.to);
      at = outlet?.to ?? at + 1;
    }
  }
  const active: Search = { ...search, cue: { ...cue, to: at, shape: 'active', frames: 'qtb' } };
  return (
    (quoteStandsBefore(active) ? leftOf(active, { addressee: outlet }) : null) ??
    rightOf(active, at, { addressee: outlet })
  );
}

/** The "by" of "was confirmed *by* the ministry", "was confirmed on Friday *by* a spokeswoman"; -1 when there is none. */
function agentAt({ scope, cue }: Search): number {
  for (let i = cue.to; i < Math.min(scope.range.to, cue.to + 6); i += 1) {
    const by = cue.lemma === 'hear from' ? /^(?:from|of)$/ : /^by$/;
    if (by.test(lowerAt(scope.parsed, i))) return i;
    const dates =
      isTimeWord(lowerAt(scope.parsed, i)) ||
      /^(?:on|late|early|later|last|earlier|this|to)$/.test(lowerAt(scope.parsed, i));
    if (
      !dates &&
      scope.parsed.tags[i] !== 'ADV' &&
      !/^(?:reporters|newspaper|journalists|us)$/.test(lowerAt(scope.parsed, i))
    )
      return -1;
  }
  return -1;
}

/** "She was told by her superior that": the agent speaks, the subject was told. */
function tellingAgent(search: Search, subject: Range, by: number): Found | null {
  const agent = phraseStartingAt(search.scope.parsed, by + 1, search.scope.range.to);
  return agent === null ? null : rightOf(search, agent.to, { agent, addressee: subject });
}

function byAgent(search: Search, subject: Range, by: number): Found | null {
  const { scope } = search;
  const agent = phraseStartingAt(scope.parsed, by + 1, scope.range.to);
  if (agent === null) return null;
  const rest = trimEnd(scope.parsed, { from: agent.to, to: clause(search, agent.to).to });
  const parts =
    rest.to > rest.from && /^(?:of|to|as)$/.test(lowerAt(scope.parsed, rest.from))
      ? [subject, rest]
      : [subject];
  return found(parts, READER_REASONS.passiveWithAgent, 0.75, { agent });
}
