import { expect, test } from 'vitest';
import { kessarFile } from '../fixtures/kessar-file.ts';
import { FOLLOW_THE_MONEY } from '../followthemoney/ftm-format.ts';
import { URN_BASE } from '../format.ts';
import { IMPORT_FORMATS } from './import-formats.ts';
import type { ImportRead } from './import-item.ts';

function readAs(name: string, content: string): ImportRead {
  const format = IMPORT_FORMATS.find((one) => one.name === name);
  if (format === undefined) throw new Error(`no format ${name}`);
  return format.read(content);
}

test('Auto Archiver: archived rows with their hashes; rows that were not archived are told', () => {
  const read = readAs(
    'auto-archiver',
    'Link,Archive status,Archive location,Upload timestamp,Upload title,Text content,Hash,WACZ\r\n' +
      'https://posts.example/1,telegram: success,https://kept.example/1,2021-03-04T10:00:00+00:00,Smoke over Dol,"Two lines\nof words",SHA3-512:ab12,https://kept.example/1.wacz\r\n' +
      'https://posts.example/2,nothing archived,,,,,,\r\n',
  );
  expect(read).toEqual({
    ok: true,
    items: [
      {
        at: 'line 2',
        name: 'row 2',
        title: 'Smoke over Dol',
        url: 'https://posts.example/1',
        date: '2021-03-04',
        lang: null,
        publisher: null,
        text: 'Title: Smoke over Dol\nLink: https://posts.example/1\nArchive status: telegram: success\nArchive location: https://kept.example/1\nUpload timestamp: 2021-03-04T10:00:00+00:00\nHash: SHA3-512:ab12\nWACZ: https://kept.example/1.wacz\n\nTwo lines\nof words\n',
      },
    ],
    notTaken: [
      {
        what: 'rows that were not archived',
        count: 1,
        why: 'Auto Archiver found nothing there, or has not looked yet',
      },
    ],
  });
});

test('Uwazi: every property with its label', () => {
  const read = readAs(
    'uwazi',
    'Title,Date added,Template,Country,Description,Geolocation,Documents,Attachments,Published\n' +
      'Case of Dol,2024-02-01,Case,Orlava|Ostrana,What is told of it.,43.1|45.6,/files/1.pdf,,Published\n',
  );
  expect(read.ok && read.items[0]?.text).toBe(
    'Title: Case of Dol\nDate added: 2024-02-01\nTemplate: Case\nCountry: Orlava|Ostrana\nGeolocation: 43.1|45.6\nDocuments: /files/1.pdf\n\nWhat is told of it.\n',
  );
});

test('Bayanat: link and day of publication; names of reviewers and comments stay out', () => {
  const read = readAs(
    'bayanat',
    'id,title,description,source_link,publish_date,comments,assigned_to,labels 0\n' +
      '17,Market of Velm,"Shells fell, he says.",https://posts.example/17,2020-05-06T00:00,internal remark,Somebody Inside,shelling\n',
  );
  if (!read.ok) throw new Error('unreadable');
  expect(read.items[0]).toMatchObject({
    name: 'row 17',
    url: 'https://posts.example/17',
    date: '2020-05-06',
  });
  expect(read.items[0]?.text).not.toMatch(/internal remark|Somebody Inside/);
  expect(read.items[0]?.text).toContain('labels 0: shelling');
});

test('every fault of every row, with its line, and none repeats the words', () => {
  const read = readAs(
    'bayanat',
    'id,title,description,source_link,publish_date\n1,A,B,javascript:alert(1),6 May\n2,,,,\n3,C,D,https://x.example,2020\n',
  );
  expect(read).toEqual({
    ok: false,
    faults: [
      { path: 'line 2', message: 'has an address that does not begin with https:// or http://' },
      {
        path: 'line 2',
        message: 'has a date that is not written as 2021-03-04: export it so, or correct it',
      },
      { path: 'line 3', message: 'has neither a title nor words: nothing could be kept of it' },
    ],
  });
  expect(readAs('uwazi', 'a,b\n1,2\n').ok).toBe(false);
});

test('FollowTheMoney: articles of our own export come back as sources, people and events are told', () => {
  const file = kessarFile();
  const [entities] = FOLLOW_THE_MONEY.render(file, { base: URN_BASE }).files;
  const read = readAs('ftm', entities !== undefined && 'content' in entities ? entities.content : '');
  expect(read.ok && read.items.map(({ title, url }) => [title, url])).toEqual(
    file.sources.map(({ title, url }) => [title, url]),
  );
  const open = readAs(
    'ftm',
    '{"id":"a-1","schema":"Article","properties":{"title":["Raid"],"publishedAt":["2017-04-01"],"language":["rus"],"publisher":["Lark Daily"],"sourceUrl":["https://lark.example/1"],"bodyText":["Words of it."]}}\n' +
      '{"id":"p-1","schema":"Person","properties":{"name":["Ana Kovac"]}}\n{"id":"c-1","schema":"Company","properties":{"name":["Dol Works"]}}\n',
  );
  expect(open).toMatchObject({
    ok: true,
    items: [
      {
        title: 'Raid',
        date: '2017-04-01',
        lang: 'ru',
        publisher: 'Lark Daily',
        url: 'https://lark.example/1',
      },
    ],
    notTaken: [
      { what: 'people', count: 1 },
      { what: 'other entities', count: 1 },
    ],
  });
});

test('the same file gives the same bytes: what is stored once is not stored again', () => {
  const csv = 'Title,Date added,Template\nOne,2024-01-01,Case\n';
  expect(readAs('uwazi', csv)).toEqual(readAs('uwazi', csv));
});
