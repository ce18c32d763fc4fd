/** The door for whoever runs the machine: fit, draining, gone; lines without content. */

import { expect, test } from 'vitest';
import { freePort } from '../fixtures/free-port.ts';
import { newPlace } from './cli-fixture.ts';

async function asked(port: number, path: string): Promise<readonly [number, string]> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return [answer.status, await answer.text()];
  } catch {
    return [0, ''];
  }
}

test('serve: health, metrics, lines without content; told to stop it drains, still answers, then ends', {
  timeout: 90_000,
}, async () => {
  const place = newPlace();
  place.run(['init', '--no-encryption']);
  const [port, desk] = [await freePort(), await freePort()];
  const flags = ['--operations', String(port), '--port', String(desk), '--drain', '3', '--log'];
  const serving = place.start(['serve', '--by', 'A. Archivist', ...flags]);
  await expect.poll(() => asked(port, '/health'), { timeout: 60_000 }).toEqual([200, '{"status":"ok"}\n']);
  await expect.poll(async () => (await asked(desk, '/api/record'))[0], { timeout: 20_000 }).toBe(401);
  await asked(desk, '/api/search?q=Quillonbrook');
  expect((await asked(port, '/metrics'))[1]).toMatch(
    /onrecord_http_answers_total\{method="GET",route="\/api\/record",status="401"\} \d/u,
  );
  serving.interrupt();
  await expect
    .poll(() => asked(port, '/health'), { timeout: 3000 })
    .toEqual([503, '{"status":"draining"}\n']);
  expect((await asked(desk, '/api/record'))[0]).toBe(401);
  const ended = await serving.ended;
  expect(ended.code).toBe(0);
  expect(await asked(port, '/health')).toEqual([0, '']);
  const lines = ended.err.split('\n').filter((line) => line.startsWith('{"at"'));
  expect(lines.length).toBeGreaterThanOrEqual(3);
  for (const line of lines)
    expect(Object.keys(JSON.parse(line))).toEqual(['at', 'method', 'route', 'status', 'ms']);
  expect(ended.err).not.toContain('Quillonbrook');
  expect(place.run(['serve', '--operations', '80']).code).toBe(2);
  place.remove();
});

test('doctor tells how the queue stands, and makes none', () => {
  const place = newPlace();
  place.run(['init', '--no-encryption']);
  expect(place.run(['doctor']).out).not.toMatch(/jobs:/u);
  place.write('report.txt', 'The governor said that 3 weavers had been killed in Kessar.');
  place.run(['jobs', 'add', 'intake', 'report.txt']);
  expect(place.run(['doctor']).out).toMatch(/✓ jobs: 1 wait, 0 run, 0 failed/u);
  place.remove();
}, 60_000);
