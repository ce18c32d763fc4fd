/**
 * Whether two mentions of one text name the same actor, and all spellings of one: "Orlan Human Rights Centre", "OHRC", "the
 * Centre". Within one text only; who is who across texts is for a person to say.
 */
import { bareName } from './bare-name.ts';
import { type Entity, foldName } from './entities.ts';
import { nameRun } from './name-run.ts';
import type { ParsedText } from './parsed-text.ts';

/**
 * The spellings of a named thing in its text other than its name, without titles, in order of appearance.
 *
 * @example
 * spellingsOf(parsed, entity); // ['OHRC', 'Centre']
 */
export function spellingsOf(parsed: ParsedText, entity: Entity): string[] {
  const found = new Map<string, string>();
  for (const mention of entity.mentions) {
    const { from, to } = nameRun(parsed, mention);
    const written = parsed.text
      .slice(parsed.tokens[from]?.start ?? 0, parsed.tokens[to - 1]?.end ?? 0)
      .replace(/\s+/g, ' ');
    const bare = bareName(written);
    const folded = foldName(bare);
    if (folded !== foldName(entity.name) && !found.has(folded)) found.set(folded, bare);
  }
  return [...found.values()];
}

/**
 * Whether two mentions name the same actor: equal when folded, or both spellings of one named thing of the text. False where
 * either may stand for two.
 *
 * @example
 * sameActor(collectEntities(parsed), 'the OHRC', 'Orlan Human Rights Centre'); // true
 */
export function sameActor(entities: readonly Entity[], a: string, b: string): boolean {
  const [one, other] = [foldName(bareName(a)), foldName(bareName(b))];
  if (one === other) return true;
  const bearers = (folded: string): Entity[] =>
    entities.filter((entity) => foldName(entity.name) === folded || entity.aliases.has(folded));
  const [first, second] = [bearers(one), bearers(other)];
  return first.length === 1 && second.length === 1 && first[0] === second[0];
}
