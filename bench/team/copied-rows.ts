/**
 * The statements by which PostgreSQL copies the rows of a few reports: every copy of a report has ids, hashes, and a word of its
 * own; what it speaks of (places, propositions, actors) it shares with other copies. What is copied is made a pattern for `format`
 * once, so that a body of twenty thousand letters is written in one pass.
 */
import { PLACE_MARKS } from './short-reports.ts';

/** Copies that have a place in common, by its mark. */
const SHARING = [10, 100, 2500] as const;
/** Copies that have actors in common. */
const WITH_ACTORS = 50;

/** Numbers of copies begin here, so that every group of copies is whole from its beginning. */
export const FIRST_COPY = 2500;

/** What the copied rows count: distances between the places and the entries of copies. */
export interface Strides {
  readonly places: number;
  readonly entries: number;
}

/** How a table grows. */
export interface Growth {
  readonly table: string;
  /** The index that its rows are ordered by. */
  readonly key: string;
  /** Of a query whose rows are numbered `n`, with the codes of a copy; each as `column: expression`. */
  readonly columns: Readonly<Record<string, string>>;
  /** Rows are copied once for so many copies; 1 when absent. */
  readonly every?: number;
  /** Which rows; all when absent. */
  readonly only?: string;
}

/** Code of a group of copies as it stands in ids, and the word of its places. */
const code = (group: string): string => `lpad((${group})::text, 7, '0')`;
const word = (group: string): string =>
  `'V' || chr(97 + (${group}) % 26) || chr(97 + (${group}) / 26 % 26) || chr(97 + (${group}) / 676 % 26)`;

/**
 * The copies from one number up to another, with all codes.
 *
 * @example
 * copiesOf(); // 'SELECT n, … FROM generate_series($1::int, $2::int, 1) AS n'
 */
export function copiesOf(every = 1): string {
  const words = SHARING.map((each) => word(`n / ${each}`));
  const codes = [
    code('n'),
    "lpad(to_hex(n), 8, '0')",
    ...SHARING.map((each) => code(`n / ${each}`)),
    code(`n / ${WITH_ACTORS}`),
    ...words,
    ...words.map((each) => `lower(${each})`),
  ];
  const named = codes.map((each, at) => `${each} AS c${at + 1}`).join(', ');
  return `SELECT n, ${named} FROM generate_series($1::int / ${every} * ${every}, $2::int, ${every}) AS n`;
}

/** A pattern, filled in. */
const filled = (column: string): string =>
  `format(${column}, ${Array.from({ length: 12 }, (_, at) => `c${at + 1}`).join(', ')})`;
const hash = (column: string): string => `c2 || substr(${column}, 9)`;

/**
 * Makes a column a pattern.
 *
 * @param narrow first letters of the ids of propositions that `SHARING[1]` and `SHARING[2]` copies have in common
 * @example
 * patternOf('body', [[], []]);
 */
export function patternOf(column: string, narrow: readonly (readonly string[])[]): string {
  const replaced = (text: string, from: string, to: string): string =>
    `regexp_replace(${text}, '${from}', '${to}', 'g')`;
  let text = `replace(${column}, '%', '%%')`;
  text = replaced(text, '\\m(src|cap|clm|lnk)_[0-9a-z]{7}', '\\1_%1$s');
  text = replaced(text, '"[0-9a-f]{8}([0-9a-f]{56})"', '"%2$s\\1"');
  for (const [at, ids] of narrow.entries())
    if (ids.length > 0) text = replaced(text, `\\mprp_(${ids.join('|')})`, `prp_%${at + 4}$s`);
  text = replaced(text, '\\mprp_[0-9a-z]{7}', 'prp_%3$s');
  text = replaced(text, '\\mact_[0-9a-z]{7}', 'act_%6$s');
  for (const [at, mark] of PLACE_MARKS.entries()) {
    text = `replace(${text}, '${mark}', '%${at + 7}$s')`;
    text = `replace(${text}, '${mark.toLowerCase()}', '%${at + 10}$s')`;
  }
  return text;
}

/** Columns that are patterns, by table. */
export const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  log: ['subject', 'body'],
  texts: ['content'],
  sources: ['id', 'body'],
  captures: ['id', 'body'],
  propositions: ['id', 'body'],
  actors: ['id', 'body'],
  chains: ['voices'],
  claims: ['id'],
  utterances: ['claim'],
  search_documents: ['title', 'content'],
  entry_sources: ['source'],
};

/** Tables whose rows are copied and have no pattern. */
export const PLAIN = ['readings', 'actor_names', 'chain_speakers', 'search_words'] as const;

const MARKS = PLACE_MARKS.map((mark) => mark.toLowerCase());
const WORDS = MARKS.map((mark, at) => `CASE WHEN words @@ '${mark}'::tsquery THEN c${at + 10} END`);

/**
 * How every table grows, in the order in which they are written: two lists for two connections.
 *
 * @example
 * growthOf({ places: 3000, entries: 80 })[0][0].table; // 'log'
 */
export function growthOf({ places, entries }: Strides): readonly (readonly Growth[])[] {
  const at = (column: string): string => `${column} + n::bigint * ${places}`;
  const shared = (column: string, every: string | number): string =>
    `${column} + (n / ${every} * ${every})::bigint * ${places}`;
  // Without a gap behind what was copied: only such a log can be appended to.
  const seq = (column: string): string => `${column} + (n - ${FIRST_COPY - 1})::bigint * ${entries}`;
  const entry = seq('entry');
  const same = (...columns: readonly string[]) => Object.fromEntries(columns.map((name) => [name, name]));
  const ofPlace = shared('proposition', 'sharing');
  const id = filled('id');
  const body = filled('body');
  const propositions = SHARING.map((every) => ({
    table: 'propositions',
    key: 'propositions_pkey',
    every,
    only: `sharing = ${every}`,
    columns: { place: at('place'), id, ...same('kind', 'measure', 'group_key'), body, entry },
  }));
  return [
    [
      {
        table: 'log',
        key: 'log_pkey',
        columns: {
          seq: seq('seq'),
          ...same('at', 'agent', 'action'),
          subject: filled('subject'),
          ...same('salt', 'commitment', 'bytes_commitment', 'leaf'),
          body,
        },
      },
      {
        table: 'texts',
        key: 'texts_pkey',
        columns: { sha256: hash('sha256'), content: `${filled('content')} || ' copy' || n`, entry },
      },
      {
        table: 'search_documents',
        key: 'search_documents_pkey',
        columns: {
          place: at('place'),
          title: filled('title'),
          content: `${filled('content')} || ' copy' || n`,
          entry,
        },
      },
      {
        table: 'search_words',
        key: 'search_words_pkey',
        columns: {
          document: at('document'),
          part: 'part',
          size: 'size + 1',
          words: `ts_delete(words, '{${MARKS.join(',')}}'::text[]) || array_to_tsvector(array_remove(ARRAY[${WORDS.join(', ')}, 'copy' || n], NULL))`,
        },
      },
      { table: 'sources', key: 'sources_pkey', columns: { place: at('place'), id, body, entry } },
      {
        table: 'captures',
        key: 'captures_pkey',
        columns: {
          place: at('place'),
          id,
          source: at('source'),
          sha256: hash('sha256'),
          warc_record: 'warc_record',
          text_sha256: hash('text_sha256'),
          working: 'working',
          body,
          entry,
        },
      },
      {
        table: 'readings',
        key: 'readings_pkey',
        columns: { capture: at('capture'), extractor: 'extractor', entry },
      },
      { table: 'entry_sources', key: 'entry_sources_pkey', columns: { source: filled('source'), entry } },
    ],
    [
      ...propositions,
      {
        table: 'actors',
        key: 'actors_pkey',
        every: WITH_ACTORS,
        columns: { place: at('place'), id, joined_to: at('joined_to'), body, entry },
      },
      {
        table: 'actor_names',
        key: 'actor_names_actor',
        every: WITH_ACTORS,
        columns: { folded: 'folded', actor: at('actor'), entry },
      },
      {
        table: 'chains',
        key: 'chains_pkey',
        every: WITH_ACTORS,
        columns: { place: at('place'), voices: filled('voices'), entry },
      },
      {
        table: 'chain_speakers',
        key: 'chain_speakers_pkey',
        every: WITH_ACTORS,
        columns: { actor: at('actor'), chain: at('chain'), entry },
      },
      {
        table: 'claims',
        key: 'claims_pkey',
        columns: {
          place: at('place'),
          id,
          logged: seq('logged'),
          ...same('start', 'length', 'changed'),
          entry,
        },
      },
      {
        table: 'utterances',
        key: 'utterances_pkey',
        columns: {
          place: at('place'),
          claim: filled('claim'),
          source: at('source'),
          proposition: ofPlace,
          ...same('measure', 'stance', 'status'),
          chain: shared('chain', WITH_ACTORS),
          ...same('low', 'best', 'high', 'vague', 'said_at'),
          entry,
        },
      },
    ],
  ];
}

/** How many copies have a proposition in common, as an expression over its JSON. */
export const SHARING_OF = `CASE ${PLACE_MARKS.map((mark, at) => `WHEN body LIKE '%${mark}%' THEN ${SHARING[at]}`).join(' ')} ELSE ${SHARING[0]} END`;
