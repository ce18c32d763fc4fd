#!/usr/bin/env node
// Starts onrecord on a Node it can run on. An older Node hands over to the Node 24 that came with `npm ci`.
// Plain JavaScript on purpose: this file must be understood by every Node from version 18 on.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major, minor] = process.versions.node.split('.').map(Number);
const runs = major > 22 || (major === 22 && minor >= 18);

if (runs) {
  await start();
} else {
  handOver();
}

async function start() {
  const module = await import('node:module');
  module.enableCompileCache?.();
  const source = join(root, 'src', 'cli', 'main.ts');
  const main = existsSync(source) ? '../src/cli/main.ts' : '../dist/cli/main.js';
  const { main: run } = await import(main);
  await run(process.argv.slice(2));
}

function handOver() {
  const folders = [join(root, 'node_modules', 'node'), join(root, '..', 'node')];
  const names = process.platform === 'win32' ? ['node.exe', 'node'] : ['node'];
  const found = folders.flatMap((folder) => names.map((name) => join(folder, 'bin', name))).find(existsSync);
  if (found === undefined || process.env.ONRECORD_HANDED_OVER === '1') {
    process.stderr.write(
      `onrecord needs Node 22.18 or newer; this is ${process.versions.node}. ` +
        'Install a newer Node; in a clone of onrecord "npm ci" brings Node 24 along.\n',
    );
    process.exit(1);
  }
  const child = spawn(found, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ONRECORD_HANDED_OVER: '1' },
  });
  // A terminal sends Ctrl-C to both; the child takes two signals within a second for one.
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`onrecord could not start its own Node at ${found}: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const name of signals) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}
