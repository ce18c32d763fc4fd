import { expect, test } from 'vitest';
import { memoryDesk, plainReader } from '../../../test/fixtures/desk/memory-desk.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { NOTHING_GIVEN } from '../given-metadata.ts';
import type { JobQueue, NewJob } from '../ports/job-queue.ts';
import type { NewEntry } from '../ports/record-store.ts';
import type { Spool, SpooledBatch } from '../ports/spool.ts';
import { handIn } from './add-jobs.ts';
import { type JobTools, runJob } from './run-job.ts';
import { untilOutgrown } from './until-outgrown.ts';

function memorySpool(): Spool & { readonly kept: Map<string, SpooledBatch> } {
  const kept = new Map<string, SpooledBatch>();
  return {
    kept,
    put: async (batch, name = `spooled-${kept.size}`) => {
      kept.set(name, batch);
      return name;
    },
    get: async (name) => kept.get(name) ?? null,
    remove: async (name) => void kept.delete(name),
    names: async () => [...kept.keys()],
  };
}

function toolsOf(spool: Spool): JobTools {
  const none = async (): Promise<never> => {
    throw new Error('This job needs no such tool.');
  };
  return {
    spool,
    reader: async () => plainReader(),
    reading: none,
    tracers: [],
    people: { link: none } as never,
    keepLinkage: none,
  };
}

const never = new AbortController().signal;
const file = (name: string, text: string) => ({
  bytes: new TextEncoder().encode(text),
  fileName: name,
  shownAs: name,
  sidecar: null,
});
const batchOf = (...files: SpooledBatch['files']): SpooledBatch => ({
  files,
  given: NOTHING_GIVEN,
  agent: 'Reader One',
});

test('a batch is one append; twice the same bytes are one source; begun again it does nothing twice', async () => {
  const desk = memoryDesk();
  let appends = 0;
  const counting = {
    ...desk,
    store: {
      ...desk.store,
      append: (entries: never) => {
        appends += 1;
        return desk.store.append(entries);
      },
    },
  };
  const spool = memorySpool();
  const name = await spool.put(batchOf(file('a.txt', 'one'), file('b.txt', 'two'), file('c.txt', 'one')));
  const first = await runJob(counting, { kind: 'intake', spooled: name }, toolsOf(spool), never);
  expect(appends).toBe(1);
  expect(desk.entries.map(({ agent }) => agent)).toEqual(['Reader One', 'Reader One']);
  const [job] = first.next;
  expect(first.next).toHaveLength(1);
  // Killed before the batch was taken out of the spool: another worker begins it again.
  const again = await runJob(counting, { kind: 'intake', spooled: name }, toolsOf(spool), never);
  expect(desk.entries).toHaveLength(2);
  expect(again.next.map(({ key }) => key)).toEqual([job?.key]);
  await again.onSafe?.();
  expect(spool.kept.size).toBe(0);
  expect(await runJob(desk, { kind: 'intake', spooled: name }, toolsOf(spool), never)).toEqual({
    state: 'done',
    next: [],
  });
});

test('a file that cannot be taken in waits on alone, under one name however often the batch is begun', async () => {
  const desk = memoryDesk();
  const spool = memorySpool();
  const name = await spool.put(batchOf(file('empty.txt', ''), file('b.txt', 'two')));
  const tools = toolsOf(spool);
  const [first, second] = [
    await runJob(desk, { kind: 'intake', spooled: name }, tools, never),
    await runJob(desk, { kind: 'intake', spooled: name }, tools, never),
  ];
  const alone = (next: readonly NewJob[]) =>
    next.flatMap(({ work }) => (work.kind === 'intake' ? work.spooled : []));
  expect(alone(first.next)).toEqual(alone(second.next));
  await second.onSafe?.();
  expect(await spool.names()).toEqual(alone(first.next));
  const [left = ''] = alone(first.next);
  await expect(runJob(desk, { kind: 'intake', spooled: left }, tools, never)).rejects.toMatchObject({
    code: 'unreadable-file',
  });
  expect(desk.entries).toHaveLength(1);
});

test('stopped before its end a batch stores nothing and is gone on with later', async () => {
  const desk = memoryDesk();
  const spool = memorySpool();
  const name = await spool.put(batchOf(file('a.txt', 'one')));
  const outcome = await runJob(desk, { kind: 'intake', spooled: name }, toolsOf(spool), AbortSignal.abort());
  expect(outcome).toEqual({ state: 'again', next: [] });
  expect(desk.entries).toHaveLength(0);
});

test('files are handed in by the batch, at most 200 of them or 16 MB, and a heavy one alone', async () => {
  const spool = memorySpool();
  const added: NewJob[] = [];
  const queue = { add: async (jobs: readonly NewJob[]) => void added.push(...jobs) } as unknown as JobQueue;
  const sizes = [...Array.from({ length: 450 }, () => 10), 20_000_000, 9_000_000, 9_000_000];
  const files = {
    find: async function* () {
      for (const [at, size] of sizes.entries()) {
        const read = async () => new Uint8Array(size);
        const one = {
          shownAs: `${at}`,
          fileName: `${at}`,
          method: 'file' as const,
          read,
          sidecar: async () => null,
        };
        yield { found: 'file' as const, file: one };
      }
    },
  };
  const handed = await handIn(['all'], { files, spool, queue, given: NOTHING_GIVEN, agent: null });
  expect(handed).toEqual({ files: sizes.length, problems: [] });
  expect([...spool.kept.values()].map((batch) => batch.files.length)).toEqual([200, 200, 50, 1, 1, 1]);
  expect(added).toHaveLength(spool.kept.size);
});

test('an entry that the store refuses keeps the other files of its batch waiting no longer', async () => {
  const desk = memoryDesk();
  const refusing = {
    ...desk,
    store: {
      ...desk.store,
      append: async (entries: readonly NewEntry[]) => {
        const isBad = ({ body }: NewEntry): boolean =>
          body.action === 'source-captured' && body.capture.fileName === 'bad.txt';
        if (entries.some(isBad))
          throw new OnRecordError('invalid-record', 'Nothing was stored: it does not fit.');
        return desk.store.append(entries);
      },
    },
  };
  const spool = memorySpool();
  const name = await spool.put(batchOf(file('a.txt', 'one'), file('bad.txt', 'two'), file('c.txt', 'three')));
  const outcome = await runJob(refusing, { kind: 'intake', spooled: name }, toolsOf(spool), never);
  expect(desk.entries).toHaveLength(2);
  expect(outcome.next.map(({ work }) => work.kind)).toEqual(['propose', 'intake']);
});

test('a job that finds the record newer than this program is given back, and the worker is to end', async () => {
  const outgrown = new AbortController();
  const newer = new OnRecordError('vault-too-new', 'This record has schema 99. Update onrecord to open it.');
  const run = untilOutgrown(async () => Promise.reject(newer), outgrown);
  expect(await run({ kind: 'trace' }, never)).toEqual({ state: 'again', next: [] });
  expect(outgrown.signal.reason).toBe(newer);
  const away = new OnRecordError('unreachable', 'away');
  const other = untilOutgrown(async () => Promise.reject(away), new AbortController());
  await expect(other({ kind: 'trace' }, never)).rejects.toBe(away);
});
