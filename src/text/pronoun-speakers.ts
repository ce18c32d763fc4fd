/** Pronouns that speak: he, she, it, they, by recency, number and kind; "they have denied" answers the sentence before. */
import type { ActorKind } from '../record/actor.ts';
import type { RawAttribution } from './attribution.ts';
import type { Entity } from './entities.ts';
import { distance, type Hearing, type Speaker, UNKNOWN, type Verdict } from './hearing.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

function isPerson(kind: ActorKind): boolean {
  return kind === 'person';
}

const DENYING = /^(?:denies|disputes)$/;

/**
 * Whom a pronoun stands for.
 *
 * @example
 * pronoun(hearing, range, attribution).resolved; // 'Rosgvardia' for "they have denied"
 */
export function pronoun(hearing: Hearing, range: Range, attribution: RawAttribution): Verdict {
  const { parsed } = hearing;
  const word = lowerAt(parsed, range.from);
  const near = (s: Speaker): boolean =>
    s.resolved !== null || distance(parsed, s.range.from, range.from) <= 2;
  const last = hearing.spoken.findLast(
    (s) => s.range.from < range.from && near(s) && fits(word, s.kind) && !impersonalWord(parsed, s),
  );
  const apart = last === undefined ? 99 : distance(parsed, last.range.from, range.from);
  const recent = recentEntity(
    hearing,
    range.from,
    (e) => fits(word, e.kind) && e.kind !== 'state' && (word !== 'they' || !isPerson(e.kind)),
  );
  const rebuts = DENYING.test(attribution.cue.does) && apart !== 0;
  if (recent !== null && rebuts && recent.name !== last?.resolved) {
    return named(recent, `"${word}" answers the sentence before, which last names ${recent.name}`);
  }
  if (last !== undefined && (apart <= 3 || recent === null)) {
    const { resolved, kind, anonymity } = last;
    return {
      resolved,
      because: `"${word}" goes on from the speaker before, "${last.named}"`,
      kind,
      anonymity,
    };
  }
  return recent === null ? UNKNOWN : named(recent, `"${word}" stands after ${recent.name}`);
}

function named(entity: Entity, because: string): Verdict {
  return { resolved: entity.name, because, kind: entity.kind, anonymity: 'named' };
}

/** "he" is a person, "it" is none, "they" may be anybody. */
function fits(word: string, kind: ActorKind): boolean {
  if (/^(?:he|she|him|his|her)$/.test(word)) return isPerson(kind) || kind === 'unnamed';
  return (word !== 'it' && word !== 'its') || !isPerson(kind);
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
