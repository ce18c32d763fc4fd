/** The guard against other pages and other names, case by case (shared/sketches/loopback-guard.mjs). */
import { expect, test } from 'vitest';
import { type AskedFrom, refusalOf } from './loopback-guard.ts';

const PORT = 8080;
const HOST = `127.0.0.1:${PORT}`;
const ALLOWED = new Set([HOST, `localhost:${PORT}`]);
const read: AskedFrom = {
  method: 'GET',
  hosts: [HOST],
  origin: null,
  site: null,
  contentType: null,
  ownHeader: null,
};
const write: AskedFrom = {
  ...read,
  method: 'POST',
  origin: `http://${HOST}`,
  site: 'same-origin',
  contentType: 'application/json',
  ownHeader: '1',
};

test.each<readonly [string, AskedFrom, number | null]>([
  ['a name pointed at this machine', { ...read, hosts: [`evil.example:${PORT}`] }, 421],
  ['a host without a port', { ...read, hosts: ['localhost'] }, 421],
  ['all addresses', { ...read, hosts: [`0.0.0.0:${PORT}`] }, 421],
  ['no host', { ...read, hosts: [] }, 421],
  ['two hosts', { ...read, hosts: [HOST, HOST] }, 421],
  ['another port', { ...read, hosts: ['127.0.0.1:9090'] }, 421],
  ['a read from the address bar', { ...read, site: 'none' }, null],
  ['a read from the page', { ...read, site: 'same-origin' }, null],
  ['a read by the other allowed name', { ...read, hosts: [`localhost:${PORT}`] }, null],
  ['a picture on another site', { ...read, site: 'cross-site' }, 403],
  ['a page on another port', { ...read, site: 'same-site' }, 403],
  ['a read with a foreign origin', { ...read, origin: 'https://evil.example' }, 403],
  ['a write from the page', write, null],
  ['a form on another site', { ...write, origin: 'https://evil.example', contentType: 'text/plain' }, 403],
  ['an opaque origin', { ...write, origin: 'null' }, 403],
  ['the secure form of the same origin', { ...write, origin: `https://${HOST}` }, 403],
  ['a write without an origin', { ...write, origin: null, site: null }, 403],
  ['a write typed into the address bar', { ...write, site: 'none' }, 403],
  ['a write that a form could send', { ...write, contentType: 'text/plain' }, 415],
  ['a write without a type', { ...write, contentType: null }, 415],
  ['a write without the own header', { ...write, ownHeader: null }, 403],
])('%s', (_, asked, status) => expect(refusalOf(asked, ALLOWED)?.status ?? null).toBe(status));
