/**
 * A release of about 20,000 claims, each step a command in a process of its own, as a person gives them. Figures: `release_make_s`,
 * `release_approve_s`, `release_write_s` and `release_verify_s` by the clock, with `…_mb` the peak memory of each (10^6 bytes);
 * `release_files`, `release_cards` and `release_cards_kb` of all their bytes; `release_sh_s` of verify.sh over the package.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk } from '../../src/compose.ts';
import { reviewClaims } from '../../src/desk/review-claim.ts';
import type { PublishPart } from '../publish.ts';
import { largeDossier } from './large-dossier.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BY = ['--by', 'A. Archivist'];

export const releasePart: PublishPart = async ({ articles, folder }) => {
  const { claims } = await largeDossier(folder, articles);
  const vault = join(folder, 'release-vault');
  if (!existsSync(vault)) {
    cpSync(join(folder, 'vault'), vault, { recursive: true });
    const desk = await openDesk(vault, { readOnly: false });
    await reviewClaims(desk, {
      decision: 'accepted',
      claims: [],
      allThatFit: {},
      by: 'A. Archivist',
      reason: null,
    });
    await desk.close();
  }
  const profile = join(folder, 'profile.json');
  writeFileSync(
    profile,
    JSON.stringify({
      licence: { name: 'CC0', url: null },
      methodNotes: [{ lang: 'en', text: 'Invented reports.' }],
      unreviewed: 'leave-out',
      address: 'https://example.org/kessar/',
    }),
  );
  const out = join(folder, 'release');
  rmSync(out, { recursive: true, force: true });
  const made = run(['release', 'new', profile, '--vault', vault, ...BY]);
  const { number } = (JSON.parse(made.out) as { readonly release: { readonly number: number } }).release;
  const approved = run(['release', 'approve', `${number}`, '--vault', vault, ...BY]);
  const written = run(['release', 'show', `${number}`, '--vault', vault, '--out', out]);
  const verified = run(['verify', out]);
  const start = performance.now();
  const script = spawnSync('sh', ['verify/verify.sh'], { cwd: out, encoding: 'utf8' });
  const scriptSeconds = (performance.now() - start) / 1000;
  if (script.status !== 0) throw new Error(`verify.sh: ${script.stdout.slice(-400)}`);
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const cards = files.filter(({ name }) => name.endsWith('.png'));
  const bytes = cards.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  console.log(
    `A release of ${claims} accepted claims, ${files.length} files with its proofs, ${cards.length} cards.`,
  );
  const told = Object.entries({ make: made, approve: approved, write: written, verify: verified });
  for (const [name, { seconds, peakMb }] of told)
    console.log(`  ${name}: ${seconds.toFixed(1)} s, ${peakMb.toFixed(0)} MB at most`);
  console.log(`  verify.sh: ${scriptSeconds.toFixed(1)} s; cards: ${(bytes / 1e3).toFixed(0)} kB in all`);
  return {
    ...Object.fromEntries(
      told.flatMap(([name, { seconds, peakMb }]) => [
        [`release_${name}_s`, Number(seconds.toFixed(1))],
        [`release_${name}_mb`, Math.round(peakMb)],
      ]),
    ),
    release_files: files.length,
    release_cards: cards.length,
    release_cards_kb: Math.round(bytes / 1e3),
    release_sh_s: Number(scriptSeconds.toFixed(1)),
  };
};

function run(args: readonly string[]): {
  readonly out: string;
  readonly seconds: number;
  readonly peakMb: number;
} {
  const start = performance.now();
  const ran = spawnSync(
    process.execPath,
    [
      '--import',
      join(import.meta.dirname, 'tell-cost.mjs'),
      join(ROOT, 'bin', 'onrecord.mjs'),
      ...args,
      '--json',
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', 'pipe'], maxBuffer: 1e9 },
  );
  const seconds = (performance.now() - start) / 1000;
  if (ran.status !== 0)
    throw new Error(`onrecord ${args[0]} ended with ${ran.status}: ${ran.stderr.slice(0, 600)}`);
  const { peakMb } = JSON.parse(ran.output[3] ?? '{}') as { readonly peakMb: number };
  return { out: ran.stdout, seconds, peakMb };
}
