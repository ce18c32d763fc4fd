import { expect, test } from 'vitest';
import { openMetrics } from './metrics.ts';
import { startOperations } from './start-operations.ts';

const ask = async (port: number, path: string, method = 'GET') => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method });
  return { code: answer.status, text: await answer.text(), type: answer.headers.get('content-type') };
};

test('health: fit, without a record, and draining; nothing else is told', async () => {
  let there = true;
  const operations = await startOperations({
    port: 0,
    metrics: openMetrics(async () => ({ entries: 3 })),
    isThere: async () => {
      if (!there) throw new Error('postgres://maria:secret@db.example is away');
    },
  });
  expect(await ask(operations.port, '/health')).toMatchObject({ code: 200, text: '{"status":"ok"}\n' });
  there = false;
  expect(await ask(operations.port, '/health')).toMatchObject({
    code: 503,
    text: '{"status":"no-record"}\n',
  });
  operations.drain();
  expect(await ask(operations.port, '/health?x=1')).toMatchObject({
    code: 503,
    text: '{"status":"draining"}\n',
  });
  expect((await ask(operations.port, '/api/record')).code).toBe(404);
  expect((await ask(operations.port, '/health', 'POST')).code).toBe(404);
  await expect(
    startOperations({
      port: operations.port,
      metrics: openMetrics(async () => ({ entries: 0 })),
      isThere: async () => 0,
    }),
  ).rejects.toMatchObject({ code: 'bad-usage' });
  await operations.close();
});

test('metrics: Prometheus text with closed labels; a record that is away leaves its figures out', async () => {
  let away = false;
  const metrics = openMetrics(async () => {
    if (away) throw new Error('away');
    return { entries: 812, jobs: { waiting: 2, running: 1, failed: 0 } };
  });
  metrics.answered({ method: 'GET', route: '/api/sources/{id}', status: 200, took: 12 });
  metrics.answered({ method: 'BREW', route: 'page', status: 405, took: 1 });
  metrics.job({ id: '7', kind: 'propose', attempt: 1, state: 'begun', took: 0, fault: null });
  metrics.job({ id: '7', kind: 'propose', attempt: 1, state: 'done', took: 700, fault: null });
  const operations = await startOperations({ port: 0, metrics, isThere: async () => undefined });
  const { code, text, type } = await ask(operations.port, '/metrics');
  expect(code).toBe(200);
  expect(type).toMatch(/^text\/plain; version=0\.0\.4/u);
  for (const line of [
    'onrecord_http_answers_total{method="GET",route="/api/sources/{id}",status="200"} 1',
    'onrecord_http_answers_total{method="other",route="page",status="405"} 1',
    'onrecord_http_answer_seconds_bucket{le="0.025",route="/api/sources/{id}"} 1',
    'onrecord_job_turns_total{kind="propose",state="done"} 1',
    'onrecord_job_seconds_bucket{le="1",kind="propose"} 1',
    'onrecord_log_entries 812',
    'onrecord_jobs{state="waiting"} 2',
  ])
    expect(text.split('\n')).toContain(line);
  expect(text).toMatch(/^process_cpu_seconds_total /mu);
  away = true;
  expect((await ask(operations.port, '/metrics')).text).not.toMatch(/onrecord_jobs\{/u);
  await operations.close();
});
