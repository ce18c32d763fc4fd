/**
 * What the single file runs first: it unpacks the program that it carries into a folder of the person's own, once for each
 * version, and starts it from there. Native modules can be loaded from a disk alone, and threads and processes start from files.
 *
 * The folder is `onrecord-<id>` in ONRECORD_PROGRAM_DIR, else in XDG_CACHE_HOME, else in ~/.cache; the id is the hash of what
 * is carried. Nobody else may write there: a folder of another owner, or that others may write to, is refused. Nothing of a
 * record is ever put there.
 */
'use strict';
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const { createRequire } = require('node:module');
const os = require('node:os');
const path = require('node:path');
const sea = require('node:sea');
const zlib = require('node:zlib');

const id = sea.getAsset('id', 'utf8');
const name = `onrecord-${id}`;

/** A program of ours, with what it was started with: a process that this program starts runs the same single file. */
function childProgram(args) {
  const file = args[0] ?? '';
  if (!path.isAbsolute(file) || path.basename(path.dirname(path.dirname(file))) !== name) return null;
  refuseForeign(path.dirname(path.dirname(file)));
  return file;
}

function refuseForeign(folder) {
  const { uid, mode } = fs.lstatSync(folder);
  if (uid !== process.getuid() || (mode & 0o22) !== 0)
    fail(`${folder} is not yours alone. Remove it, or name another place with ONRECORD_PROGRAM_DIR.`);
}

function fail(words) {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

function programFolder() {
  const home =
    process.env.ONRECORD_PROGRAM_DIR ?? process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');
  const folder = path.join(path.resolve(home), name);
  if (!fs.existsSync(folder)) unpack(folder);
  refuseForeign(folder);
  return folder;
}

/** Into a folder beside, which takes its name when all of it is there. */
function unpack(folder) {
  const packed = Buffer.from(sea.getRawAsset('program'));
  if (createHash('sha256').update(packed).digest('hex') !== id)
    fail('This file is damaged: what it carries is not what it was made with. Fetch it again.');
  fs.mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 });
  const staged = fs.mkdtempSync(`${folder}-`);
  try {
    const whole = zlib.zstdDecompressSync(packed);
    const head = whole.readUInt32LE(0);
    let at = 4 + head;
    for (const [file, size] of JSON.parse(whole.toString('utf8', 4, at))) {
      const target = path.join(staged, file);
      fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
      fs.writeFileSync(target, whole.subarray(at, at + size), { mode: 0o600, flag: 'wx' });
      at += size;
    }
    fs.renameSync(staged, folder);
  } catch (error) {
    fs.rmSync(staged, { recursive: true, force: true });
    // Another start may have been quicker; its folder is the same.
    if (!fs.existsSync(folder)) fail(`The program could not be unpacked into ${folder}: ${error.message}`);
  }
}

// Arguments that Node would take for itself are none of ours: the single file is made with the options it needs.
const [first = '', ...rest] = process.argv.slice(2);
const args =
  first === '--disable-sigusr1' ? rest : [first, ...rest].filter((_, at) => at > 0 || first !== '');
const child = childProgram(args);
const script = child ?? path.join(programFolder(), 'bin', 'onrecord.mjs');
process.argv = [process.execPath, script, ...args.slice(child === null ? 0 : 1)];
createRequire(script)('../import-file.cjs')(script);
