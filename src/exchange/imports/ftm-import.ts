/** Takes in FollowTheMoney entities: documents with words become texts to capture; people and companies are told, not taken. */
import type { Fault } from '../../record/onrecord-error.ts';
import { type FtmEntity, readEntities } from '../followthemoney/ftm-entity.ts';
import { tagOf } from '../followthemoney/language-codes.ts';
import {
  addressIn,
  dayIn,
  type ImportFormat,
  type ImportItem,
  type NotTaken,
  textWith,
} from './import-item.ts';

/** Schemata that are documents in their model. */
const DOCUMENTS: ReadonlySet<string> = new Set([
  'Article',
  'Document',
  'HyperText',
  'PlainText',
  'Pages',
  'Email',
  'Message',
  'Note',
]);
const PEOPLE: ReadonlySet<string> = new Set(['Person']);

const first = ({ properties }: FtmEntity, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const [value] = properties[name] ?? [];
    if (value !== undefined && value.trim() !== '') return value;
  }
  return null;
};

function itemOf(entity: FtmEntity & { readonly line: number }, faults: Fault[]): ImportItem | null {
  const at = `line ${entity.line}`;
  const body = first(entity, 'bodyText', 'summary', 'description', 'notes');
  const title = first(entity, 'title', 'name', 'subject');
  if (body === null && title === null) {
    faults.push({
      path: at,
      message: `is a ${entity.schema} with neither title nor text: capture the file itself`,
    });
    return null;
  }
  const url = addressIn(first(entity, 'sourceUrl') ?? '', at, faults);
  const date = dayIn(first(entity, 'publishedAt', 'date', 'authoredAt') ?? '', at, faults);
  const publisher = first(entity, 'publisher');
  const authors = (entity.properties.author ?? []).join('; ');
  return {
    at,
    name: `entity ${entity.id}`.replace(/[^\p{L}\p{N}._ -]+/gu, ' '),
    text: textWith(
      [
        ['Title', title],
        ['Publisher', publisher],
        ['Author', authors],
        ['Date', date],
        ['URL', url],
        ['FollowTheMoney id', entity.id],
      ],
      body,
    ),
    title,
    url,
    date,
    lang: tagOf(first(entity, 'language')),
    publisher,
  };
}

function leftOf(entities: readonly FtmEntity[]): readonly NotTaken[] {
  const people = entities.filter(({ schema }) => PEOPLE.has(schema)).length;
  const others = entities.filter(({ schema }) => !DOCUMENTS.has(schema) && !PEOPLE.has(schema)).length;
  return [
    {
      what: 'people',
      count: people,
      why: 'people come in as lists, under protection: write them to a table and use onrecord list import',
    },
    {
      what: 'other entities',
      count: others,
      why: 'an entity is no claim: nobody says in which words it is so. Capture the documents that it comes from',
    },
  ].filter(({ count }) => count > 0);
}

export const FTM_IMPORT: ImportFormat = {
  name: 'ftm',
  file: 'FollowTheMoney entities, one JSON object a line (ftm, Aleph, OpenSanctions)',
  takes: 'articles and other documents with a title or text become sources',
  leaves: 'people (take them in as a list) and all other entities: an entity is no claim',
  read(content) {
    const read = readEntities(content);
    if (!read.ok) return read;
    const faults: Fault[] = [];
    const items = read.entities
      .filter(({ schema }) => DOCUMENTS.has(schema))
      .flatMap((entity) => itemOf(entity, faults) ?? []);
    return faults.length > 0 ? { ok: false, faults } : { ok: true, items, notTaken: leftOf(read.entities) };
  },
};
