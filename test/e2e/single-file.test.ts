/**
 * The single file for Linux, as a person would have it: in an empty folder, with no Node, no packages and no PATH. `SLOW=1` alone,
 * because it is made first and is 200 MB; ONRECORD_SINGLE names one that is made already.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdfFile } from './desk/pdf-file.ts';
import { threeLists } from './three-lists.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BY = ['--by', 'A. Archivist'];

describe.skipIf(process.env.SLOW !== '1' || process.platform !== 'linux')(
  'one file, and nothing else',
  () => {
    let scratch: string;
    let dir: string;
    let file: string;

    beforeAll(() => {
      scratch = mkdtempSync(path.join(tmpdir(), 'onrecord-one-'));
      dir = path.join(scratch, 'empty');
      for (const name of ['empty', 'home', 'run']) mkdirSync(path.join(scratch, name), { mode: 0o700 });
      file = path.join(scratch, 'onrecord');
      const given = process.env.ONRECORD_SINGLE;
      if (given !== undefined) cpSync(given, file);
      else {
        const made = spawnSync(process.execPath, ['build-single.ts', file], { cwd: ROOT, encoding: 'utf8' });
        expect(made.status, made.stderr).toBe(0);
      }
      writeFileSync(path.join(dir, 'words'), 'seven violet herons cross the quiet ford\n');
    }, 900_000);
    afterAll(() => rmSync(scratch, { recursive: true, force: true }));

    const env = () => ({
      HOME: path.join(scratch, 'home'),
      XDG_RUNTIME_DIR: path.join(scratch, 'run'),
      PATH: '/nonexistent',
      NO_COLOR: '1',
    });

    function run(...args: string[]): string {
      const { status, stdout, stderr } = spawnSync(file, args, { cwd: dir, env: env(), encoding: 'utf8' });
      expect(status, `${args.join(' ')}: ${stderr}`).toBe(0);
      return stdout;
    }

    test('a record is made, read, reviewed, published and verified', { timeout: 600_000 }, async () => {
      expect(run('--version')).toMatch(/^onrecord \d/u);
      run('init', '--passphrase-file', 'words');
      // The key is held by a process of its own: the same file, started as that program.
      run('unlock', '--passphrase-file', 'words');

      cpSync(path.join(ROOT, 'examples/reports'), path.join(dir, 'reports'), { recursive: true });
      writeFileSync(
        path.join(dir, 'reports/leaflet.pdf'),
        pdfFile([['Police said that six people were killed in Dol.']]),
      );
      run('capture', 'reports', '--handling', 'public');
      run('propose');
      const [claim] = run('claims', '--include-proposed', '--measure', 'killed', '--json').split('\n');
      const { id, proposition } = JSON.parse(claim ?? '') as { id: string; proposition: { id: string } };
      run('accept', id, ...BY);
      run('trace');

      for (const { name, file: list, csv } of threeLists().lists) {
        writeFileSync(path.join(dir, list), csv);
        run('list', 'import', list, '--name', name, '--agree', ...BY);
      }
      expect(JSON.parse(run('people', 'link', '--json')).people.people).toBeGreaterThan(50);

      run('dossier', '--pdf', 'record.pdf', ...BY);
      expect(readFileSync(path.join(dir, 'record.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
      run('card', proposition.id, '--png', 'card.png');
      expect(readFileSync(path.join(dir, 'card.png')).subarray(1, 4).toString()).toBe('PNG');

      const profile = {
        title: 'The Kessar detentions',
        licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
        methodNotes: [{ lang: 'en', text: 'Every report that was sent to us was read.' }],
        unreviewed: 'leave-out',
      };
      writeFileSync(path.join(dir, 'profile.json'), JSON.stringify(profile));
      run('release', 'new', 'profile.json', ...BY);
      run('release', 'approve', '1', '--out', 'published', ...BY);
      run('verify', 'published');
      run('verify');
      await openDesk();
      run('lock');
    });

    /** The desk answers with its page, and ends when it is asked to. */
    async function openDesk(): Promise<void> {
      const desk = spawn(file, ['serve', ...BY], { cwd: dir, env: env(), stdio: ['ignore', 'pipe', 'pipe'] });
      const address = await new Promise<string>((resolve, reject) => {
        let said = '';
        desk.stdout.on('data', (chunk) => {
          said += String(chunk);
          const found = /http:\/\/127\.0\.0\.1:\d+\S*/u.exec(said);
          if (found !== null) resolve(found[0]);
        });
        desk.on('exit', (code) => reject(new Error(`the desk ended: ${code}; it said: ${said}`)));
      });
      expect(await (await fetch(address)).text()).toContain('<title>');
      desk.removeAllListeners('exit');
      const ended = new Promise((resolve) => desk.on('exit', resolve));
      desk.kill('SIGINT');
      await ended;
    }

    test('the program is unpacked once, for its owner alone, and what others may write to is refused', () => {
      const cache = path.join(scratch, 'home/.cache');
      const [folder = '', ...others] = readdirSync(cache);
      expect(others).toEqual([]);
      const unpacked = path.join(cache, folder);
      expect(statSync(unpacked).mode & 0o777).toBe(0o700);
      spawnSync('chmod', ['777', unpacked]);
      const { status, stderr } = spawnSync(file, ['--version'], { env: env(), encoding: 'utf8' });
      expect(status).toBe(1);
      expect(stderr).toMatch(/is not yours alone/u);
      spawnSync('chmod', ['700', unpacked]);
      expect(run('--version')).toMatch(/^onrecord/u);
    });

    test('a file with one bit turned is refused before anything of it runs', () => {
      const bytes = readFileSync(file);
      // Inside of what is carried, which follows Node itself.
      const at = bytes.length - 20_000_000;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const bent = path.join(scratch, 'bent');
      writeFileSync(bent, bytes, { mode: 0o755 });
      const home = { ...env(), HOME: path.join(scratch, 'run') };
      const { status, stderr } = spawnSync(bent, ['--version'], { env: home, encoding: 'utf8' });
      expect(status, stderr).toBe(1);
      expect(stderr).toMatch(/damaged/u);
    });
  },
);
