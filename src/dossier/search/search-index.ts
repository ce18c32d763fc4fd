/**
 * The index of the search inside the folder: what pages are about and the exact words of claims, as a script that sets one variable,
 * because a page opened from disk may not fetch. Made from the released record alone: what is covered on the pages is covered here.
 * Whole texts of sources are not in it: a browser's own search finds words on the page of a source.
 */
import type { DossierFile } from '../dossier-file.ts';
import { plainLine } from '../html.ts';
import { incidentName } from '../incident-item.ts';
import { shownWords } from '../spoken-words.ts';
import { actorName, sourceTitle, type View } from '../view.ts';

/** Code points of a claim's words that are searched. */
const LONGEST = 240;

/** `[file or id, words that are shown, further words that are searched]` */
type Entry = readonly [string, string, string];

/** What the script is handed. Sources are named by their place in the list, to keep it small. */
export interface SearchIndex {
  readonly propositions: readonly Entry[];
  readonly incidents: readonly Entry[];
  readonly places: readonly Entry[];
  readonly actors: readonly Entry[];
  readonly sources: readonly Entry[];
  /** `[claim id, place of its page in sources, words, who says it]` */
  readonly claims: readonly (readonly [string, number, string, string])[];
}

/**
 * Gathers the index.
 *
 * @example
 * searchIndex(view).propositions[0]; // ['prp_…', 'Weavers have been killed in Dol', 'weavers Dol']
 */
export function searchIndex(view: View): SearchIndex {
  const { record } = view;
  const line = (words: string): string => plainLine(words, LONGEST).toWellFormed();
  const place = new Map(view.sources.map(({ id }, index) => [id, index]));
  return {
    propositions: view.propositions.map(({ proposition: { id, text, scope } }) => [
      id,
      line(text),
      line([scope.group, scope.place, scope.by, scope.actor].filter((part) => part !== null).join(' ')),
    ]),
    incidents: view.incidents.map((one) => [one.id, line(incidentName(view, one)), line(one.kind ?? '')]),
    places: view.places.map(({ file, name, wordings }) => [
      file,
      line(name),
      line(wordings.slice(1).join(' ')),
    ]),
    actors: view.actors.map(({ actor: { id, names } }) => [
      id,
      line(names[0]?.text ?? 'name not published'),
      line(
        names
          .slice(1)
          .map(({ text }) => text)
          .join(' '),
      ),
    ]),
    sources: view.sources.map((source) => [
      source.id,
      line(sourceTitle(source)),
      line(actorName(record, source.publisher) ?? ''),
    ]),
    claims: [...record.claims.values()].map((claim) => {
      const capture = claim.passages[0]?.capture;
      const of = (capture === undefined ? undefined : record.captures.get(capture)?.of) ?? claim.source;
      const last = claim.chain.at(-1);
      const who = last === undefined ? null : (actorName(record, last.speaker) ?? last.named);
      return [claim.id, place.get(of) ?? -1, line(shownWords(view, claim)), line(who ?? '')];
    }),
  };
}

/**
 * The index as a file.
 *
 * @example
 * searchIndexFile(view).path; // 'assets/search-index.js'
 */
export function searchIndexFile(view: View): DossierFile {
  const content = `globalThis.onrecordIndex = ${JSON.stringify(searchIndex(view))};\n`;
  return { path: 'assets/search-index.js', content };
}
