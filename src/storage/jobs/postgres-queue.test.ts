import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JobEvent, JobOutcome, JobWork } from '../../desk/ports/job-queue.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { startTestServer, type TestServer } from '../postgres/fixtures/test-server.ts';
import { hasPostgresQueue, openPostgresQueue } from './postgres-queue.ts';

let tests: TestServer;
beforeAll(async () => {
  tests = await startTestServer();
});
afterAll(() => tests.stop());

const DONE: JobOutcome = { state: 'done', next: [] };

test('a job that takes long is held by its worker, however often others look for dead ones', {
  timeout: 60_000,
}, async () => {
  const url = await tests.emptyDatabase();
  const [one, two] = [await openPostgresQueue(url), await openPostgresQueue(url)];
  await one.add([{ work: { kind: 'trace' }, key: 'trace' }]);
  const events: JobEvent[] = [];
  const stop = new AbortController();
  const working = { signal: stop.signal, untilEmpty: true, onEvent: (event: JobEvent) => events.push(event) };
  const run = async (): Promise<JobOutcome> => {
    await pause(12_000);
    return DONE;
  };
  await Promise.all([one.work(run, working), two.work(run, working)]);
  expect(events.map(({ state, attempt }) => [state, attempt])).toEqual([
    ['begun', 1],
    ['done', 1],
  ]);
  await one.close();
  await two.close();
});

test('one of a key waits; a fault keeps its kind alone; a job is begun anew, or taken out', {
  timeout: 60_000,
}, async () => {
  const url = await tests.emptyDatabase();
  expect(await hasPostgresQueue(url)).toBe(false);
  const queue = await openPostgresQueue(url);
  expect(await hasPostgresQueue(url)).toBe(true);
  const job = { work: { kind: 'intake', spooled: 'a' }, key: 'intake a' } as const;
  await queue.add([job]);
  await queue.add([job]);
  const stop = new AbortController();
  const run = async (): Promise<JobOutcome> => {
    setTimeout(() => stop.abort(), 50);
    throw new OnRecordError('unreadable-file', 'testimony-of-maria.pdf cannot be read');
  };
  await queue.work(run, { signal: stop.signal, untilEmpty: false, onEvent: () => undefined });
  const listed = await queue.list();
  expect(listed).toMatchObject([{ kind: 'intake', state: 'waiting', attempts: 1, fault: 'unreadable-file' }]);
  const rows = await tests.server.run('SELECT * FROM onrecord_jobs.jobs', new URL(url).pathname.slice(1));
  expect(JSON.stringify(rows)).not.toContain('maria');
  expect(await queue.change(listed[0]?.id ?? '', 'retry')).toBe(true);
  expect((await queue.list())[0]).toMatchObject({ attempts: 0 });
  expect(await queue.change(listed[0]?.id ?? '', 'drop')).toBe(true);
  expect(await queue.list()).toEqual([]);
  await queue.close();
});

test('a job whose worker was killed is begun once more, also after its last attempt', {
  timeout: 60_000,
}, async () => {
  const url = await tests.emptyDatabase();
  const queue = await openPostgresQueue(url);
  await queue.add([{ work: { kind: 'intake', spooled: 'a' }, key: 'intake a' }]);
  await tests.server.run(
    `UPDATE onrecord_jobs._private_jobs
     SET locked_by = 'worker-that-is-gone', locked_at = now() - interval '1 minute', attempts = max_attempts`,
    new URL(url).pathname.slice(1),
  );
  const done: JobWork[] = [];
  const stop = new AbortController();
  const run = async (work: JobWork): Promise<JobOutcome> => {
    done.push(work);
    return DONE;
  };
  await queue.work(run, { signal: stop.signal, untilEmpty: true, onEvent: () => undefined });
  expect(done).toEqual([{ kind: 'intake', spooled: 'a' }]);
  expect(await queue.list()).toEqual([]);
  await queue.close();
});

test('a record that others hold says nothing against a job: it is begun again with all its tries', {
  timeout: 60_000,
}, async () => {
  const queue = await openPostgresQueue(await tests.emptyDatabase());
  const work: JobWork = { kind: 'propose', captures: [] };
  await queue.add([{ work, key: 'propose a' }]);
  const begun: JobWork[] = [];
  const attempts: number[] = [];
  const run = async (asked: JobWork): Promise<JobOutcome> => {
    begun.push(asked);
    if (begun.length < 3) throw new OnRecordError('vault-busy', 'Others write.');
    return DONE;
  };
  await queue.work(run, {
    signal: new AbortController().signal,
    untilEmpty: true,
    onEvent: ({ state, attempt }) => {
      if (state === 'failed') attempts.push(attempt);
    },
  });
  expect(begun).toEqual([work, work, work]);
  expect(attempts).toEqual([1, 1]);
  expect(await queue.list()).toEqual([]);
  await queue.close();
});

test('what looks at the whole record comes after what adds to it; a worker may take some kinds alone', {
  timeout: 60_000,
}, async () => {
  const queue = await openPostgresQueue(await tests.emptyDatabase());
  await queue.add([
    { work: { kind: 'trace' }, key: 'trace' },
    { work: { kind: 'propose', captures: [] }, key: null },
    { work: { kind: 'intake', spooled: 'a' }, key: null },
  ]);
  const kinds: string[] = [];
  const run = async ({ kind }: JobWork): Promise<JobOutcome> => {
    kinds.push(kind);
    return DONE;
  };
  const working = { signal: new AbortController().signal, untilEmpty: true, onEvent: () => undefined };
  await queue.work(run, { ...working, kinds: ['intake'] });
  expect(kinds).toEqual(['intake']);
  await queue.work(run, working);
  expect(kinds).toEqual(['intake', 'propose', 'trace']);
  await queue.close();
});
