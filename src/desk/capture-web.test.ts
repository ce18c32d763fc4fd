import { expect, test } from 'vitest';
import { memoryDesk, plainReader } from '../../test/fixtures/desk/memory-desk.ts';
import { captureWeb, isWebAddress, readAddress, type WebCaptureOptions } from './capture-web.ts';
import { OnRecordError } from './desk.ts';
import type { LoadedPage, WebPages } from './ports/web-page.ts';

const AT = '2031-06-01T10:20:30.400Z';
const HTML = new TextEncoder().encode('<title>Two detained</title><p>Two men were detained.</p>');

function loaded(fields: Partial<LoadedPage> = {}, type = 'text/html', status = 200): LoadedPage {
  return {
    url: 'https://harbour.example/depot',
    title: 'Two detained',
    startedAt: AT,
    endedAt: AT,
    exchanges: [
      {
        startedAt: AT,
        url: 'https://harbour.example/depot',
        method: 'GET',
        requestHeaders: [],
        requestBody: null,
        status,
        statusText: status === 200 ? 'OK' : 'Gone',
        responseHeaders: [
          ['Content-Type', type],
          ['Date', 'Sun, 01 Jun 2031 10:20:31 GMT'],
        ],
        body: HTML,
        bodyForm: 'unpacked',
        remoteAddress: null,
      },
    ],
    main: 0,
    html: HTML,
    dom: '<p>Two men were detained.</p>',
    screenshots: [Uint8Array.of(137)],
    pictureCut: null,
    hosts: ['harbour.example'],
    notes: [],
    ...fields,
  };
}

function pages(page: LoadedPage | OnRecordError): WebPages {
  return {
    way: 'browser',
    tool: 'Browser 1',
    proxy: null,
    notes: [],
    load: async () => {
      if (page instanceof OnRecordError) throw page;
      return page;
    },
    close: async () => undefined,
  };
}

function options(page: LoadedPage | OnRecordError, allowIncomplete = false): WebCaptureOptions {
  return {
    pages: pages(page),
    reader: plainReader(),
    timeoutMs: 1000,
    allowIncomplete,
    software: 'onrecord 9',
  };
}

const ADDRESS = 'https://harbour.example/old';

test('a complete capture is stored as one file, with its time and hosts', async () => {
  const desk = memoryDesk();
  const event = await captureWeb(desk, ADDRESS, options(loaded()));
  expect(event).toMatchObject({
    state: 'captured',
    file: ADDRESS,
    web: { state: 'complete', missing: [], capturedAt: AT, serverDate: 'Sun, 01 Jun 2031 10:20:31 GMT' },
  });
  const [entry] = desk.entries;
  expect(entry?.body).toMatchObject({
    action: 'source-captured',
    source: { title: 'Web capture of Two detained', url: 'https://harbour.example/depot' },
    capture: { method: 'web', fileName: 'harbour.example-depot-20310601T102030Z.wacz' },
  });
});

const cut = 'it shows 10 of 20 pixels';
test.each<[string, LoadedPage, RegExp]>([
  ['no picture', loaded({ screenshots: [] }), /^the full-page picture$/],
  ['half a picture', loaded({ pictureCut: cut }), /a part of the full-page picture \(it shows/],
  ['no answer that is a page', loaded({ main: null }), /no answer came/],
  ['a page that is gone', loaded({}, 'text/html', 410), /answered 410 Gone/],
  ['no HTML', loaded({ html: null }), /^the HTML$/],
])('%s: not stored, unless that was asked for, and marked then', async (_, page, missing) => {
  const desk = memoryDesk();
  const refused = await captureWeb(desk, ADDRESS, options(page));
  expect(refused).toMatchObject({
    state: 'failed',
    web: { state: 'incomplete', hosts: ['harbour.example'] },
  });
  expect(refused.web?.missing.join('; ')).toMatch(missing);
  expect(desk.entries).toHaveLength(0);
  const kept = await captureWeb(desk, ADDRESS, options(page, true));
  expect(kept.state).toBe('captured');
  expect(desk.entries[0]?.body).toMatchObject({
    capture: { fileName: expect.stringMatching(/\.incomplete\.wacz$/) },
  });
});

test('a file that is no page needs no picture', async () => {
  const pdf = loaded({ html: null, dom: null, screenshots: [] }, 'application/pdf');
  expect(await captureWeb(memoryDesk(), ADDRESS, options(pdf))).toMatchObject({ web: { state: 'complete' } });
});

test('clocks that are apart are told', async () => {
  const page = loaded();
  const late = page.exchanges.map((one) => ({ ...one, startedAt: '2031-06-01T11:20:31Z' }));
  const event = await captureWeb(memoryDesk(), ADDRESS, options({ ...page, exchanges: late }));
  expect(event.web?.notes[0]).toMatch(/1 hour apart/);
});

test('an address that gives nothing is a failure of its own', async () => {
  const fault = new OnRecordError('unreachable', 'Nothing could be captured from harbour.example.');
  expect(await captureWeb(memoryDesk(), ADDRESS, options(fault))).toEqual({
    state: 'failed',
    file: ADDRESS,
    code: 'unreachable',
    message: 'Nothing could be captured from harbour.example.',
    faults: [],
    web: null,
  });
});

test.each([
  ['https://harbour.example/depot', true],
  ['HTTP://harbour.example', true],
  ['file:///etc/passwd', false],
  ['reports/https:', false],
  ['-', false],
])('%s is a web address: %s', (input, expected) => {
  expect(isWebAddress(input)).toBe(expected);
});

test.each([
  'https://',
  'https://ana:geheim@harbour.example/',
  'https://ana@harbour.example/',
  'ftp://a.example/',
])('%s is refused', (input) => {
  expect(() => readAddress(input)).toThrow(OnRecordError);
  expect(() => readAddress(input)).not.toThrow(/geheim/);
});
