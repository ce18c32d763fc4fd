/**
 * Everybody in a record who is a person by name: speakers and authors, people whom a claim or a proposition names, people on lists. Spellings
 * that one person is known to have stand together; two actors of one name are one here, since a text does not tell them apart.
 */
import { foldName } from '../../record/actor.ts';
import type { ActorId, PropositionId } from '../../record/id.ts';
import type { RecordSnapshot } from '../../record/snapshot.ts';
import { isPersonalName, nameTokens, type PersonalName, personalNamesIn } from '../../text/person-names.ts';

/** Somebody with all spellings that are known. */
export interface KnownPerson {
  /** The first spelling: what the pseudonym is made from. */
  readonly name: string;
  readonly spellings: readonly string[];
  readonly actors: readonly ActorId[];
  /** Sought only where a whole spelling stands. */
  readonly whole: boolean;
}

interface Found {
  readonly spellings: readonly string[];
  readonly actor: ActorId | null;
  readonly whole: boolean;
}

/**
 * Gathers them.
 *
 * @param listed spellings of everybody on a list of people, one entry a person
 * @example
 * knownPersons(snapshot, []).map(({ name }) => name); // ['Oren Tasch']
 */
export function knownPersons(
  record: Pick<RecordSnapshot, 'actors' | 'propositions' | 'claims'>,
  listed: Iterable<readonly string[]>,
): readonly KnownPerson[] {
  const found: Found[] = [
    ...actorsByName(record),
    ...spokenNames(record),
    ...namedInPropositions(record),
    ...[...listed].map((spellings): Found => ({ spellings, actor: null, whole: true })),
  ];
  return joined(found);
}

function* actorsByName({ actors }: Pick<RecordSnapshot, 'actors'>): Generator<Found> {
  for (const { id, kind, names } of actors.values()) {
    if (kind !== 'person') continue;
    const spellings = names.map(({ text }) => text).filter(isPersonalName);
    if (spellings.length > 0) yield { spellings, actor: id, whole: false };
  }
}

/** Speakers who are named and are nobody in the record. */
function* spokenNames({ claims }: Pick<RecordSnapshot, 'claims'>): Generator<Found> {
  for (const { chain } of claims.values())
    for (const { speaker, anonymity, named, cue } of chain)
      if (speaker === null && anonymity === 'named' && cue !== null)
        for (const { text, whole } of personalNamesIn(named, { one: true }))
          yield { spellings: [text], actor: null, whole };
}

/** People whom an act befell, or who are said to have done it, by name. */
function* namedInPropositions(
  record: Pick<RecordSnapshot, 'actors' | 'propositions' | 'claims'>,
): Generator<Found> {
  const several = ofSeveral(record);
  const bodies = namesOfBodies(record);
  const places = namesOfPlaces(record);
  for (const { id, kind, scope, text } of record.propositions.values()) {
    const one = !several.has(id);
    // Who answers or acts there is a state or a body as a rule: one word is its name.
    const acts = kind === 'response' || kind === 'policy' || kind === 'process';
    const elsewhere = new Set(wordsOf(`${scope.actor ?? ''} ${scope.place ?? ''}`));
    const told = [
      ...namesIn(scope.group, one),
      ...namesIn(scope.by, one),
      ...namesIn(scope.actor, false),
      ...namesIn(text, one && !acts).filter(
        (name) => !wordsOf(name.text).every((word) => elsewhere.has(word)),
      ),
    ];
    for (const { text: name, whole } of told) {
      const fold = foldName(name);
      // "people fleeing Orsa": a place among other words; alone it is who is meant.
      const isPlace = places.has(fold) && fold !== foldName(scope.group ?? '');
      if (!isPlace && !bodies.has(fold)) yield { spellings: [name], actor: null, whole };
    }
  }
}

function namesIn(words: string | null, one: boolean): readonly PersonalName[] {
  return words === null ? [] : personalNamesIn(words, { one });
}

function wordsOf(name: string): readonly string[] {
  return nameTokens(name).map(({ folds }) => folds[0] ?? '');
}

/** Propositions of which a claim tells more than one person. */
function ofSeveral({ claims }: Pick<RecordSnapshot, 'claims'>): ReadonlySet<PropositionId> {
  const several = new Set<PropositionId>();
  for (const { proposition, quantity } of claims.values())
    if ([quantity?.low, quantity?.best, quantity?.high].some((count) => (count ?? 0) > 1))
      several.add(proposition);
  return several;
}

function namesOfPlaces({
  propositions,
  claims,
}: Pick<RecordSnapshot, 'propositions' | 'claims'>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { scope } of propositions.values()) if (scope.place !== null) names.add(foldName(scope.place));
  for (const { where } of claims.values()) if (where !== null) names.add(foldName(where));
  return names;
}

/** Names of actors that are no persons, and no person's. */
function namesOfBodies({ actors }: Pick<RecordSnapshot, 'actors'>): ReadonlySet<string> {
  const names = new Set<string>();
  const persons = new Set<string>();
  for (const { kind, names: all } of actors.values())
    for (const { text } of all) (kind === 'person' ? persons : names).add(foldName(text));
  for (const person of persons) names.delete(person);
  return names;
}

/** Those who share a spelling are one, the first found first. */
function joined(found: readonly Found[]): readonly KnownPerson[] {
  const byFold = new Map<string, number>();
  const groups: {
    spellings: Map<string, string>;
    actors: Set<ActorId>;
    whole: boolean;
    into: number | null;
  }[] = [];
  const rootOf = (at: number): number => {
    let root = at;
    for (let into = groups[root]?.into ?? null; into !== null; into = groups[root]?.into ?? null) root = into;
    return root;
  };
  for (const { spellings, actor, whole } of found) {
    const folds = spellings.map((text) => [foldName(text), text] as const).filter(([fold]) => fold !== '');
    const roots = [...new Set(folds.flatMap(([fold]) => byFold.get(fold) ?? []).map(rootOf))].sort(
      (a, b) => a - b,
    );
    const at = roots[0] ?? groups.length;
    if (roots.length === 0) groups.push({ spellings: new Map(), actors: new Set(), whole: true, into: null });
    const group = groups[at];
    if (group === undefined) continue;
    for (const other of roots.slice(1)) {
      const gone = groups[other];
      if (gone === undefined) continue;
      for (const [fold, text] of gone.spellings)
        if (!group.spellings.has(fold)) group.spellings.set(fold, text);
      for (const one of gone.actors) group.actors.add(one);
      group.whole &&= gone.whole;
      gone.into = at;
    }
    for (const [fold, text] of folds) {
      if (!group.spellings.has(fold)) group.spellings.set(fold, text);
      byFold.set(fold, at);
    }
    if (actor !== null) group.actors.add(actor);
    group.whole &&= whole;
  }
  return groups.flatMap(({ spellings, actors, whole, into }) => {
    const [name] = spellings.values();
    if (into !== null || name === undefined) return [];
    return [{ name, spellings: [...spellings.values()], actors: [...actors], whole }];
  });
}
