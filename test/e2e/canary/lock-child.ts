/**
 * A process that unlocks a member, opens every case, searches, reads the document, and locks: first as the command line does
 * it, with a snapshot of its heap while the cases are open, then through the desk's door. Then it writes down its whole heap
 * and the report that Node writes of a process that dies. Prints how often it had seen the mark while each was open.
 *
 *   node --expose-gc lock-child.ts VAULT PASSPHRASE-FILE FOLDER
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { writeHeapSnapshot } from 'node:v8';
import { sealedDoor } from '../../../src/compose/sealed-door.ts';
import { caseTools, openDesk } from '../../../src/compose.ts';
import { readDocument } from '../../../src/desk/cases/case-documents.ts';
import { openCompartment } from '../../../src/desk/cases/open-compartment.ts';
import { readCases } from '../../../src/desk/cases/read-case.ts';
import { openCaseSearch } from '../../../src/desk/cases/search-cases.ts';
import { unlockMember } from '../../../src/desk/cases/unlock-member.ts';
import { openApp, pageHeaders } from '../../../src/server/fixtures/open-app.ts';

const [vault = '', words = '', folder = ''] = process.argv.slice(2);
/** In two halves: else this very file would hold it. */
const mark = ['zarquillon', 'brook'];

async function useCases(): Promise<number> {
  const open = await openDesk(vault, { readOnly: false });
  const desk = (await caseTools()).over(open, null, () => undefined);
  const passphrase = readFileSync(words, 'utf8').split('\n')[0] ?? '';
  const me = await unlockMember(desk, null, { kind: 'passphrase', passphrase });
  const room = await openCompartment(desk, me, null);
  const held = await readCases(desk, room);
  const search = openCaseSearch(held.cases);
  let seen = search.find(`${mark[0]}*`, 10).fitting;
  for (const { case: one } of held.cases.values())
    for (const { id } of one.documents) {
      const { bytes } = await readDocument(desk, room, one.id, id);
      seen += Buffer.from(bytes).includes(mark.join('')) ? 1 : 0;
      bytes.fill(0);
    }
  writeHeapSnapshot(join(folder, 'open.heapsnapshot'));
  room.lock();
  me.lock();
  await open.close();
  return seen;
}

/** What the room of cases in the desk asks, over the same routes; the desk stays as it is. */
async function askDesk(): Promise<{ readonly seen: number; readonly desk: object }> {
  const open = await openDesk(vault, { readOnly: false });
  const served = openApp({ desk: open, sealed: await sealedDoor(open, null) });
  const ask = async (method: 'GET' | 'POST', path: string, body: object = {}): Promise<string> => {
    const response = await served.app.request(`/api/sealed${path}`, {
      method,
      headers: pageHeaders(served.cookie, method),
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
    return response.text();
  };
  const passphrase = readFileSync(words, 'utf8').split('\n')[0] ?? '';
  await ask('POST', '/unlockings', { member: null, passphrase, minutes: 5 });
  const list = await ask('GET', '/cases');
  let seen = list.includes(mark.join('')) ? 1 : 0;
  for (const { id } of (JSON.parse(list) as { cases: readonly { id: string }[] }).cases)
    for (const path of [`/cases/${id}`, `/cases/${id}/history`])
      seen += (await ask('GET', path)).includes(mark.join('')) ? 1 : 0;
  const found = JSON.parse(await ask('POST', '/finds', { words: `${mark[0]}*` })) as {
    ids: readonly string[];
  };
  seen += found.ids.length > 0 ? 1 : 0;
  await ask('POST', '/locks');
  return { seen, desk: { open, served } };
}

const seen = await useCases();
const atDesk = await askDesk();
for (let round = 0; round < 5; round += 1) {
  globalThis.gc?.();
  await pause(20);
}
writeHeapSnapshot(join(folder, 'locked.heapsnapshot'));
writeFileSync(join(folder, 'report.json'), JSON.stringify(process.report.getReport()));
console.log(JSON.stringify({ seen, atDesk: atDesk.seen, deskIsUp: atDesk.desk !== undefined }));
process.exit(0);
