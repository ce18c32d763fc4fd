/** How places and incidents are told on a terminal. */
import type { IncidentRow } from '../desk/incidents/list-incidents.ts';
import type { PlaceRow } from '../desk/places/list-places.ts';
import { edtfWords } from '../dossier/edtf-words.ts';
import { counted, type Page, para, shortId } from './words.ts';

const KIND_WORDS: Readonly<Record<NonNullable<PlaceRow['kind']>, string>> = {
  point: 'a point',
  settlement: 'a town or village',
  adm2: 'a district',
  adm1: 'a region',
  country: 'a country',
  site: 'a site',
};

const PLACING_WORDS: Readonly<Record<PlaceRow['placing'], string>> = {
  recorded: 'on record',
  proposed: 'proposed by the list of places, confirmed by nobody',
  unplaced: 'nobody has said where it is',
};

/**
 * A place: what it is, who says so, how much is claimed of it.
 *
 * @example
 * terminal.out(...placeLines(row, page));
 */
export function placeLines(row: PlaceRow, page: Page): string[] {
  const { name, kind, country, placing, wordings, recorded, because, claims, measures } = row;
  const { paper } = page;
  const id = recorded === null ? '' : `${shortId(recorded.place.id, page)} `;
  const what = [
    ...(kind === null ? [] : [KIND_WORDS[kind]]),
    ...(country === null ? [] : [country]),
    PLACING_WORDS[placing],
  ];
  const others = wordings.filter((one) => one !== name);
  const by = recorded === null ? because : `${recorded.by} on ${recorded.at.slice(0, 10)}: ${because}`;
  const about = `${counted(claims, 'claim')} on ${counted(row.propositions.length, 'proposition')}`;
  return [
    ...para(`${id}${name}: ${what.join(', ')}`, paper, '  '),
    ...(others.length === 0 ? [] : para(`also worded: ${others.join(' · ')}`, paper, '      ')),
    ...(by === '' ? [] : para(by, paper, '      ')),
    ...para([about, ...measures].join(', '), paper, '      '),
  ];
}

/**
 * An incident: when, what, where, how much is claimed of it, who put it on record last.
 *
 * @example
 * terminal.out(...incidentLines(row, page));
 */
export function incidentLines(row: IncidentRow, page: Page): string[] {
  const { incident, place, propositions, claims, measures, history } = row;
  const { paper } = page;
  const { id, title, kind, when } = incident;
  const day = when === null ? 'day not known' : edtfWords(when.edtf);
  const last = history.at(-1);
  return [
    ...para(`${shortId(id, page)} ${title}`, paper, '  '),
    ...para([day, kind, ...(place === null ? [] : [place.name])].join(' · '), paper, '      '),
    ...para(
      [
        `${counted(propositions.length, 'proposition')}, ${counted(claims, 'claim')} counted`,
        ...measures,
      ].join(', '),
      paper,
      '      ',
    ),
    ...(last === undefined
      ? []
      : para(`${last.by} on ${last.at.slice(0, 10)}: ${last.reason}`, paper, '      ')),
  ];
}
