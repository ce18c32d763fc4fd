/**
 * Every text of every entity is marked, then every output of the program is looked through for the marks: commands, faults,
 * formats, answers of the desk and of a team's server, all files, the heap after the lock, a PostgreSQL. The same walk as
 * `test/e2e/sealed-canary.test.ts` and `sealed-database-canary.test.ts`. Figures:
 * `canaries_found` marks found where none of that kind may be, of all forms; how many fields, outputs, answers and files were
 * looked through.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { FoundWord } from '../../test/e2e/canary/hidden-words.ts';
import { markedEntries } from '../../test/e2e/canary/marked-record.ts';
import { MARKS } from '../../test/e2e/canary/marked-words.ts';
import { apart, fillSealed, MARK } from '../../test/e2e/canary/sealed-vault.ts';
import {
  everyCommand,
  everyFault,
  everyPublication,
  memberSees,
} from '../../test/e2e/canary/walk-commands.ts';
import { raidedDatabase } from '../../test/e2e/canary/walk-database.ts';
import { everyRoute } from '../../test/e2e/canary/walk-routes.ts';
import { everyRole } from '../../test/e2e/canary/walk-team.ts';
import type { ProtectPart } from '../protect.ts';

const CHILD = join(import.meta.dirname, '../../test/e2e/canary/lock-child.ts');

export const canariesPart: ProtectPart = async () => {
  const walk = await fillSealed();
  try {
    const unseen = await memberSees(walk);
    if (unseen.length > 0) throw new Error(`the member does not see the marks in ${unseen.join(', ')}`);
    await everyFault(walk);
    await everyPublication(walk);
    await everyCommand(walk);
    if ((await everyRoute(walk)) === 0) throw new Error('the desk shows the member nothing');
    if ((await everyRole(walk)) === 0) throw new Error('the server of a team answers nobody');
    const { place, scanner, found, looked } = walk;
    found.push(...place.look());
    const files = scanner.files();
    const heap = apart(walk, 'locked-heap');
    const said = execFileSync(
      process.execPath,
      ['--expose-gc', CHILD, place.vault, join(place.work, 'hers'), heap],
      { encoding: 'utf8' },
    );
    const snapshots = scanner.below(heap);
    const inHeap = snapshots.filter(({ path }) => !path.endsWith('open.heapsnapshot'));
    if ((JSON.parse(said) as { seen: number }).seen === 0 || snapshots.length === inHeap.length)
      throw new Error('no mark was there before the lock: the look looks for what is not there');
    const inDatabase = await databaseMarks();
    found.push(...inHeap, ...inDatabase);
    for (const { path, word, form } of found.slice(0, 20))
      console.log(`  FOUND ${word} (${form}) in ${path}`);
    const texts = markedTexts();
    console.log(
      `  ${walk.fields} fields of a case and ${texts} texts of the record marked; looked through: ${looked.outputs} outputs of commands, ${looked.answers} answers of the desk, ${files} states of files, heap and crash report after the lock, a PostgreSQL with its files: ${found.length} found`,
    );
    return {
      canaries_found: found.length,
      canary_fields: walk.fields,
      canary_texts: texts,
      canary_outputs: looked.outputs,
      canary_answers: looked.answers,
      canary_files: files,
      canaries_in_heap: inHeap.length,
      canaries_in_database: inDatabase.length,
    };
  } finally {
    walk.place.remove();
  }
};

/** What is found in a PostgreSQL that holds the same record, its rows and its files. */
async function databaseMarks(): Promise<readonly FoundWord[]> {
  const raided = await raidedDatabase();
  try {
    const files = await raided.inFiles();
    return [
      ...(await raided.inRows()),
      ...files.map((path) => ({ path, word: MARK, form: 'utf-8' })),
      ...raided.walk.place.look(),
    ];
  } finally {
    await raided.end();
  }
}

/** Texts of the record that carry a mark. */
function markedTexts(): number {
  const marks = new RegExp(`"[^"]*(?:${Object.values(MARKS).join('|')})[^"]*"`, 'gu');
  return markedEntries().reduce((sum, { body }) => sum + (JSON.stringify(body).match(marks)?.length ?? 0), 0);
}
