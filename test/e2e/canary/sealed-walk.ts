/**
 * A vault that is not encrypted, with one case whose every field is marked; and the walk over all that comes out of it: every
 * command, every route of the desk, every file. Whatever a mark is found in is told. Used by the test and by the bench.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealedDoor } from '../../../src/compose/sealed-door.ts';
import { openDesk, peopleEngine } from '../../../src/compose.ts';
import { relateWordings } from '../../../src/reckon/toll/place-relation.ts';
import { caseOf } from '../../../src/record/case/case.cases.ts';
import { createCase } from '../../../src/record/case/case.ts';
import { ROUTES } from '../../../src/server/api/every-route.ts';
import { openApp, pageHeaders } from '../../../src/server/fixtures/open-app.ts';
import { SEALED_ROUTES } from '../../../src/server/sealed/api/every-sealed-route.ts';
import { canaryFiles } from './canary-words.ts';
import { commandLines, type LineIds } from './command-lines.ts';
import { type FoundWord, type Scanner, scannerFor } from './hidden-words.ts';
import { markedFields } from './marked-fields.ts';
import { type PrivatePlace, privatePlace, writeAll } from './private-place.ts';

/** In every field of the case, its document, and the label of its compartment. */
export const MARK = 'zarquillonbrook';
const SECRETS = {
  passphrase: 'vellumquist',
  wrong: 'obbledrake',
  destroy: 'duskenmarrow',
  faulty: 'crankelvoort',
} as const;
const WORDS = [MARK, ...Object.values(SECRETS)];

export interface SealedWalk {
  readonly place: PrivatePlace;
  readonly scanner: Scanner;
  readonly ids: LineIds & { readonly document: string };
  /** Everything found where nothing may be. */
  readonly found: FoundWord[];
  /** Texts that were looked through: outputs, errors, answers. */
  readonly looked: { outputs: number; answers: number };
  /** Fields of the case that carry the mark. */
  readonly fields: number;
}

/** Options by which the member opens the compartment. */
export const HERS: readonly string[] = ['--member-passphrase-file', 'hers'];

/** The record lies in a database instead of the vault. */
function inDatabase(place: PrivatePlace, address: string): PrivatePlace {
  const run: PrivatePlace['run'] = (args, options = {}) =>
    place.run(args, { ...options, env: { ...options.env, ONRECORD_DATABASE: address } });
  return { ...place, run };
}

/**
 * Makes the vault, with the real command line.
 *
 * @param database address of a PostgreSQL that is to hold the record; null: the vault holds it
 * @example
 * const walk = await fillSealed();
 */
export async function fillSealed(database: string | null = null): Promise<SealedWalk> {
  const scanner = scannerFor(WORDS);
  const plain = privatePlace(scanner);
  const place = database === null ? plain : inDatabase(plain, database);
  const write = (name: string, text: string): void =>
    writeFileSync(join(place.work, name), text, { mode: 0o600 });
  writeAll(place.work, canaryFiles());
  write('hers', `seven ${SECRETS.passphrase} over the mill\n`);
  write('wrong', `seven ${SECRETS.wrong} over the mill\n`);
  write('destroy', `seven ${SECRETS.destroy} over the mill\n`);
  write(`${MARK}.txt`, `A letter of ${MARK}.`);
  write('states.csv', 'state \\ answer,yes,no,all\nAldland,3,21,24\nBorland,14,9,23\nall,17,30,47\n');
  write('article.txt', 'The governor said that 12 weavers were held in Kessar. The mayor denied it.');
  const found: FoundWord[] = [];
  const looked = { outputs: 0, answers: 0 };
  const done = async (args: readonly string[], input = ''): Promise<string> => {
    const { code, out, err } = await place.run(args, { input });
    if (code !== 0) throw new Error(`onrecord ${args.slice(0, 2).join(' ')} ended with ${code}: ${err}`);
    looked.outputs += 1;
    found.push(...scanner.inText(`errors of ${args.slice(0, 2).join(' ')}`, err));
    return out;
  };
  await done(['init', '--no-encryption']);
  await done(['capture', 'article.txt']);
  await done(['propose']);
  const [first = ''] = (await done(['claims', '--include-proposed', '--json'])).trim().split('\n');
  const claim = JSON.parse(first) as { id: string; source: { id: string }; proposition: { id: string } };
  const printed = await done(['member', 'new', 'lena', ...HERS, '--destroy-passphrase-file', 'destroy']);
  found.push(...scanner.inText('member new', printed));
  await done(['compartment', 'new', `${MARK} families`, ...HERS]);
  const { fields, marked } = markedFields(createCase, caseOf(), MARK);
  const { id: _, documents: __, ...given } = fields;
  const made = JSON.parse(await done(['case', 'new', '-', '--json', ...HERS], JSON.stringify(given)));
  const attached = JSON.parse(
    await done(['case', 'attach', made.id, `${MARK}.txt`, '--media-type', `text/${MARK}`, '--json', ...HERS]),
  );
  const gone = JSON.parse(await done(['case', 'new', '-', '--json', ...HERS], JSON.stringify(given)));
  await done(['case', 'erase', gone.id, '--yes', ...HERS]);
  const ids = {
    source: claim.source.id,
    claim: claim.id,
    proposition: claim.proposition.id,
    sealedCase: String(made.id),
    document: String(attached.id),
  };
  return { place, scanner, ids, found, looked, fields: marked.length };
}

/** What a member sees must hold the mark: else the walk looks for what is not there. */
export async function memberSees({ place, scanner, ids }: SealedWalk): Promise<readonly string[]> {
  const unseen: string[] = [];
  for (const args of [
    ['case', 'show', ids.sealedCase],
    ['case', 'list'],
    ['case', 'search', MARK.slice(0, 8).concat('*')],
  ]) {
    const { out } = await place.run([...args, ...HERS]);
    if (scanner.inText(args.join(' '), out).length === 0) unseen.push(args.slice(0, 2).join(' '));
  }
  await place.run(['case', 'get', ids.sealedCase, ids.document, 'got.txt', ...HERS]);
  if (!readFileSync(join(place.work, 'got.txt'), 'utf8').includes(MARK)) unseen.push('case get');
  return unseen;
}

/** Runs every line without a member's passphrase, with and without --json by turns, and looks through what it says. */
export async function everyCommand(walk: SealedWalk): Promise<void> {
  const { place } = walk;
  for (const [at, line] of (await commandLines(walk.ids)).entries()) {
    const { out, err } = await place.run(at % 2 === 0 ? line : [...line, '--json']);
    lookThrough(walk, line.join(' '), out + err);
  }
  for (const folder of ['pages', 'package', 'tables', 'onrecord-example'])
    walk.found.push(...walk.scanner.below(join(place.work, folder)));
  walk.found.push(...walk.scanner.below(join(place.vault, '..', 'restored')));
}

/** Faults provoked over the open compartment: spoilt cases, wrong passphrases, unknown ids. None repeats a word. */
export async function everyFault(walk: SealedWalk): Promise<readonly (number | null)[]> {
  const { place, ids } = walk;
  const word = SECRETS.faulty;
  const inputs: readonly (readonly [readonly string[], string])[] = [
    [['case', 'change', ids.sealedCase, '-'], `${word}: [${word}`],
    [['case', 'change', ids.sealedCase, '-'], `${word}: ${word}`],
    [
      ['case', 'change', ids.sealedCase, '-'],
      `{"risk": {"level": "${word}"}, "journey": [{"when": "${word}"}]}`,
    ],
    [['case', 'change', ids.sealedCase, '-'], `needs: &${word} [x]\nhousehold: *${word}`],
    [['case', 'change', ids.sealedCase, '-'], `needs: !!js/function "${word}"\nrisk: ${word}`],
    [['case', 'change', ids.sealedCase, '-', '--version', '99'], `needs: [${word}]`],
    [['case', 'new', '-'], `pseudonym: ${word}\nretainUntil: ${word}`],
    [['case', 'new', '-'], `\u0000\ufffd${word}`],
    [['case', 'get', ids.sealedCase, 'doc_00', 'nowhere.txt'], ''],
    [['case', 'get', ids.sealedCase, ids.document, 'no-folder/nowhere.txt'], ''],
    [['case', 'attach', ids.sealedCase, 'nothing-there.txt'], ''],
    [['case', 'show', 'cas_00'], ''],
  ];
  const codes: (number | null)[] = [];
  for (const [args, input] of inputs) {
    const { code, out, err } = await place.run([...args, ...HERS], { input });
    codes.push(code);
    lookThrough(walk, args.join(' '), out + err);
  }
  for (const secret of ['wrong', 'article.txt']) {
    const { code, out, err } = await place.run(['case', 'list', '--member-passphrase-file', secret]);
    codes.push(code);
    lookThrough(walk, `${secret} as passphrase`, out + err);
  }
  const again = await place.run(['case', 'list', ...HERS]);
  if (again.code !== 0) throw new Error(`the right passphrase opens no more: ${again.err}`);
  return codes;
}

/** Who asks: with the cookie of a session, or without. */
type Role = readonly [name: string, cookie: string];

/**
 * Asks every route of the desk, as somebody without a session and as the person at the desk, with every kind of id: first while
 * the cases are locked, then every public route while they are open in the same process, then again after the lock.
 *
 * @returns answers that held the mark while the cases were open: a member must see them
 */
export async function everyRoute(walk: SealedWalk): Promise<number> {
  const desk = await openDesk(walk.place.vault, { readOnly: false });
  try {
    const sealed = await sealedDoor(desk);
    const { app, cookie, unexpected } = openApp({
      desk,
      sealed,
      linkPeople: peopleEngine(1),
      relatePlaces: async () => relateWordings,
    });
    const nobody: Role = ['nobody', ''];
    const person: Role = ['the person at the desk', cookie];
    const ask = async (
      role: Role,
      method: string,
      path: string,
      body: object,
    ): Promise<readonly FoundWord[]> => {
      const sent = method.toUpperCase();
      const response = await app.request(path, {
        method: sent,
        headers: pageHeaders(role[1], sent),
        ...(sent === 'GET' ? {} : { body: JSON.stringify(body) }),
      });
      walk.looked.answers += 1;
      const told = (await response.text()) + JSON.stringify([...response.headers]);
      return walk.scanner.inText(`${role[0]}: ${sent} ${path}`, told);
    };
    const over = async (role: Role, routes: readonly Asked[], bodies: readonly object[]): Promise<number> => {
      let holding = 0;
      for (const { method, path } of routes)
        for (const address of addressesOf(path, walk.ids, method))
          for (const body of method === 'get' ? [{}] : bodies) {
            const found = await ask(role, method, address, body);
            const hers = found.filter(
              ({ word }) => open && isInside(path) && role === person && word === MARK,
            );
            if (hers.length > 0) holding += 1;
            walk.found.push(...found.filter((one) => !hers.includes(one)));
          }
      return holding;
    };
    let open = false;
    const inside = Object.values(SEALED_ROUTES).filter(({ path }) => !CHANGES_KEYS.test(path));
    const harmless = [{}, { reason: 'x', id: walk.ids.sealedCase }];
    await over(nobody, [...Object.values(ROUTES), ...inside], harmless);
    await over(person, inside, harmless);
    const unlocking = (words: string) =>
      ask(person, 'post', '/api/sealed/unlockings', { member: null, passphrase: words, minutes: 5 });
    walk.found.push(...(await unlocking(`seven ${SECRETS.wrong} over the mill`)));
    await unlocking(`seven ${SECRETS.passphrase} over the mill`);
    open = true;
    const word = SECRETS.faulty;
    const spoilt = { version: 1, fields: { [word]: word, risk: { level: word }, journey: [{ when: word }] } };
    const holding = await over(person, inside, [...harmless, spoilt]);
    await over(nobody, inside, harmless);
    await over(person, Object.values(ROUTES), harmless);
    open = false;
    await ask(person, 'post', '/api/sealed/locks', {});
    await over(person, inside, harmless);
    walk.found.push(...walk.scanner.inText('what the desk logs', unexpected.join(' ')));
    return holding;
  } finally {
    await desk.close();
  }
}

const isInside = (path: string): boolean => path.startsWith('/api/sealed');

interface Asked {
  readonly method: string;
  readonly path: string;
}

/** Routes that would change who holds the keys, or erase: the walk goes on after them. */
const CHANGES_KEYS = /\/(?:unlockings|locks|rotations|erasures|compartments|members|restorations)$/u;

/** The addresses of a route: with every kind of id, and as a list that is asked for everything. */
function addressesOf(path: string, ids: SealedWalk['ids'], method: string): readonly string[] {
  const named = path.includes('{')
    ? Object.values(ids).map((id) => path.replace('{document}', ids.document).replaceAll(/\{\w+\}/gu, id))
    : [path];
  return method === 'get'
    ? named.flatMap((one) => [one, `${one}?q=insulin&limit=200&includeProposed=true`])
    : named;
}

function lookThrough(walk: SealedWalk, what: string, text: string): void {
  walk.looked.outputs += 1;
  walk.found.push(...walk.scanner.inText(what, text));
}

/** A folder that the walk does not look through. */
export function apart(walk: SealedWalk, name: string): string {
  const folder = join(walk.place.work, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
