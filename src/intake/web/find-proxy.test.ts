import { expect, test } from 'vitest';
import { findProxy } from './find-proxy.ts';

test.each<[string, string | null, Record<string, string>, string | null]>([
  ['nothing said', null, {}, null],
  ['an empty variable', null, { ALL_PROXY: '' }, null],
  ['Tor', 'socks5h://127.0.0.1:9050', {}, 'socks5://127.0.0.1:9050'],
  ['a host and port alone', null, { http_proxy: 'proxy.example:3128' }, 'http://proxy.example:3128'],
  ['lower case', null, { https_proxy: 'http://a.example:1' }, 'http://a.example:1'],
  ['ALL_PROXY before others', null, { HTTP_PROXY: 'http://b:1', ALL_PROXY: 'socks5://a:2' }, 'socks5://a:2'],
  ['the flag before the environment', 'http://a:1', { ALL_PROXY: 'socks5://b:2' }, 'http://a:1'],
  ['none', 'none', { ALL_PROXY: 'socks5://b:2' }, null],
  ['NO_PROXY is not heeded', null, { ALL_PROXY: 'socks5://b:2', NO_PROXY: '*' }, 'socks5://b:2'],
  ['the usual port', 'socks4://a.example', {}, 'socks4://a.example:1080'],
])('%s', (_, given, env, server) => {
  expect(findProxy(given, env)?.server ?? null).toBe(server);
});

test('a name and password are kept apart from the address', () => {
  expect(findProxy('http://ana:a%40b@p.example:8', {})).toEqual({
    server: 'http://p.example:8',
    username: 'ana',
    password: 'a@b',
    from: '--proxy',
  });
});

test.each(['gopher://x', 'socks5://', '://', 'socks5://ana:geheim@h:1'])(
  '%s is refused without being printed',
  (bad) => {
    expect(() => findProxy(null, { ALL_PROXY: bad })).toThrow(/ALL_PROXY.*[Nn]othing was contacted/);
    expect(() => findProxy(bad, {})).not.toThrow(/geheim/);
  },
);
