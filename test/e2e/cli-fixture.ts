/** Runs the real command line in a folder of its own: one process for many lines, or a process for each where that is what is tested. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runKept } from './kept/kept-program.ts';

export const BIN = fileURLToPath(new URL('../../bin/onrecord.mjs', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  /** Without the notice below. */
  readonly err: string;
  /** Whether it said that the vault lies in clear, as every run over such a vault must. */
  readonly saidNotEncrypted: boolean;
}

export interface Place {
  readonly dir: string;
  run(
    args: readonly string[],
    options?: {
      readonly input?: string;
      readonly env?: Record<string, string>;
      /** A process for this line alone. */
      readonly alone?: boolean;
      /** Runs it as another user and group, alone; only root can. */
      readonly as?: number;
    },
  ): Ran;
  start(
    args: readonly string[],
    env?: Record<string, string>,
  ): { readonly ended: Promise<Ran>; interrupt(): void; kill(): void };
  write(name: string, content: string | Uint8Array): string;
  remove(): void;
}

const ENV = { COLUMNS: '80', NO_COLOR: '1', ONRECORD_VAULT: '', ONRECORD_AGENT: '' };

export function newPlace(): Place {
  return placeIn(mkdtempSync(join(tmpdir(), 'onrecord-e2e-')));
}

/** The same in a folder that is there. */
export function placeIn(dir: string): Place {
  return {
    dir,
    run(args, { input = '', env: more = {}, alone = false, as } = {}) {
      const env = { ...process.env, ...ENV, ...more };
      if (!alone && as === undefined) {
        const { code, out, err } = runKept({ cwd: dir, args, input, env });
        return ranOf(code, out, err);
      }
      const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
        cwd: dir,
        input,
        encoding: 'utf8',
        ...(as === undefined ? {} : { uid: as, gid: as }),
        env,
      });
      return ranOf(status, stdout, stderr);
    },
    start(args, env = {}) {
      const child = spawn(process.execPath, [BIN, ...args], {
        cwd: dir,
        env: { ...process.env, ...ENV, ...env },
      });
      let out = '';
      let err = '';
      child.stdout.on('data', (part: Buffer) => {
        out += part.toString();
      });
      child.stderr.on('data', (part: Buffer) => {
        err += part.toString();
      });
      const ended = new Promise<Ran>((resolve) =>
        child.on('close', (code) => resolve(ranOf(code, out, err))),
      );
      return { ended, interrupt: () => void child.kill('SIGINT'), kill: () => void child.kill('SIGKILL') };
    },
    write(name, content) {
      const path = join(dir, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** The notice of a vault without encryption, wrapped or as a JSON line. */
const NOTICE =
  /^(?:\{"notice":\{"code":"not-encrypted".*\n|This vault is NOT encrypted:[^.]*\.\s+It\s+is\s+for\s+examples\s+only\.\n)/mu;

function ranOf(code: number | null, out: string, err: string): Ran {
  return { code, out, err: err.replace(NOTICE, ''), saidNotEncrypted: NOTICE.test(err) };
}

export const ARTICLE = `<!doctype html><html lang="en"><head><title>Eleven dead, Courier says</title>
<meta property="og:site_name" content="The Mirror"><meta property="article:published_time" content="2021-04-20">
</head><body><article><h1>Eleven dead, Courier says</h1>
<p>The Sorev Courier reported that 11 weavers had been killed in Kessar. The Interior Guard denied the report.</p>
<p>The newspaper said that at least 40 people had been detained by the Interior Guard since March.</p></article></body></html>`;
