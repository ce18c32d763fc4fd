/** Pronouns that speak: he, she, it, they, by recency, number and kind; "they have denied" answers the sentence before. */
import type { ActorKind } from '../record/actor.ts';
import type { RawAttribution } from './attribution.ts';
import type { Entity } from './entities.ts';
import { distance, type Hearing, type Speaker, sentenceOf, UNKNOWN, type Verdict } from './hearing.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

function isPerson(kind: ActorKind): boolean {
  return kind === 'person';
}

const DENYING = /^(?:denies|disputes|confirms|declines|silent)$/;

/**
 * Whom a pronoun stands for.
 *
 * @example
 * pronoun(hearing, range, attribution).resolved; // 'Rosgvardia' for "they have denied"
 */
export function pronoun(hearing: Hearing, range: Range, attribution: RawAttribution): Verdict {
  const word = lowerAt(hearing.parsed, range.from);
  const fits = (kind: ActorKind): boolean =>
    /^(?:he|she|him|his|her)$/.test(word)
      ? isPerson(kind) || kind === 'unnamed'
      : word === 'it' || word === 'its'
        ? !isPerson(kind)
        : true;
  const near = (s: Speaker): boolean =>
    s.resolved !== null || distance(hearing.parsed, s.range.from, range.from) <= 2;
  const last = hearing.spoken.findLast(
    (s) => s.range.from < range.from && near(s) && fits(s.kind) && !impersonalWord(hearing.parsed, s),
  );
  const sameSentence =
    last !== undefined &&
    sentenceOf(hearing.parsed, last.range.from) === sentenceOf(hearing.parsed, range.from);
  const rebuts = DENYING.test(attribution.cue.does) && !sameSentence;
  const recent = recentEntity(
    hearing,
    range.from,
    (e) => fits(e.kind) && e.kind !== 'state' && (word !== 'they' || !isPerson(e.kind)),
  );
  if (rebuts && recent !== null && recent.name !== last?.resolved) {
    return {
      resolved: recent.name,
      because: `"${word}" answers the sentence before, which last names ${recent.name}`,
      kind: recent.kind,
      anonymity: 'named',
    };
  }
  if (last !== undefined && distance(hearing.parsed, last.range.from, range.from) <= 3) {
    return {
      resolved: last.resolved,
      because: `"${word}" goes on from the speaker before, "${last.named}"`,
      kind: last.kind,
      anonymity: last.anonymity,
    };
  }
  if (recent !== null)
    return {
      resolved: recent.name,
      because: `"${word}" stands after ${recent.name}`,
      kind: recent.kind,
      anonymity: 'named',
    };
  return last === undefined
    ? UNKNOWN
    : {
        resolved: last.resolved,
        because: `"${word}" goes on from "${last.named}"`,
        kind: last.kind,
        anonymity: last.anonymity,
      };
}

/** "it was reported", "reports": nobody a pronoun could stand for. */
function impersonalWord(parsed: ParsedText, speaker: Speaker): boolean {
  return (
    speaker.resolved === null &&
    /^(?:it|reports?|reportedly|allegedly|rumours?|claims?|accounts?)$/.test(
      lowerAt(parsed, speaker.range.from),
    )
  );
}

/** The entity last mentioned before a token, at most three sentences back. */
function recentEntity(hearing: Hearing, before: number, fits: (entity: Entity) => boolean): Entity | null {
  let best: Entity | null = null;
  let at = -1;
  for (const entity of hearing.entities) {
    if (!fits(entity)) continue;
    const mention = entity.mentions.findLast((m) => m < before);
    if (mention !== undefined && mention > at) {
      at = mention;
      best = entity;
    }
  }
  return at >= 0 && distance(hearing.parsed, at, before) <= 3 ? best : null;
}
