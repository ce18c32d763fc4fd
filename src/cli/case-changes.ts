/** Cases that are made, changed, given documents, erased. */
import { attachDocument, readDocument } from '../desk/cases/case-documents.ts';
import { caseMeant } from '../desk/cases/case-meant.ts';
import { eraseCase } from '../desk/cases/erase-case.ts';
import { givenCase, readCaseText } from '../desk/cases/given-case.ts';
import { flushReads } from '../desk/cases/log-reads.ts';
import type { OpenCompartment } from '../desk/cases/open-compartment.ts';
import { readCase } from '../desk/cases/read-case.ts';
import { saveCase } from '../desk/cases/save-case.ts';
import { OnRecordError } from '../desk/desk.ts';
import { pseudonymTyped } from './asked-case.ts';
import { versionOf } from './case-views.ts';
import { type Call, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type MemberCall, textOf, warn } from './member-secret.ts';
import { counted, para } from './words.ts';

const LETTERS = 12;

/**
 * `case new` and `case change`.
 *
 * @example
 * await addOrChange(call, opened, room);
 */
export async function addOrChange(call: Call, opened: MemberCall, room: OpenCompartment): Promise<ExitCode> {
  const { desk } = opened;
  const [action, first, second] = call.args;
  const isNew = action === 'new';
  const held = isNew ? null : await readCase(desk, room, await caseMeant(desk, room, first ?? ''));
  const id = held?.case.id ?? desk.newId('case');
  const typed = await fieldsOf(call, opened, isNew ? first : second);
  // Whoever makes a case looks after it until they hand it over.
  const given = isNew ? { lookedAfterBy: room.me.name, ...typed } : typed;
  const expected = versionOf(call);
  if (held !== null && expected !== null && expected !== held.version)
    throw new OnRecordError(
      'vault-busy',
      `${id} has version ${held.version}; you changed version ${expected}. Nothing was stored. Look at it again, and put your change in anew.`,
      { subject: id },
    );
  const version = await saveCase(desk, room, givenCase(id, given, held?.case ?? null), held?.version ?? 0);
  await flushReads(desk, room);
  if (call.terminal.json) call.terminal.outJson({ id, version });
  else call.terminal.out(`${id.slice(0, LETTERS)} is saved, version ${version}.`);
  return EXIT.ok;
}

async function fieldsOf(
  { options }: Call,
  { tools }: MemberCall,
  file: string | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  const simple = {
    ...(options.pseudonym === undefined ? {} : { pseudonym: String(options.pseudonym) }),
    ...(options.retainUntil === undefined ? {} : { retainUntil: String(options.retainUntil) }),
  };
  if (file === undefined) {
    if (options.retainUntil === undefined) throw usageError('new needs a file, or --retain-until', 'case');
    return { ...simple, pseudonym: await pseudonymTyped(tools.source, textOf(options, 'pseudonym')) };
  }
  const bytes = file === '-' ? await tools.readInput() : await tools.files.read(file);
  return { ...readCaseText(new TextDecoder().decode(bytes)), ...simple };
}

/**
 * `case attach`.
 *
 * @example
 * await addDocument(call, opened, room);
 */
export async function addDocument(
  call: Call,
  { desk, tools }: MemberCall,
  room: OpenCompartment,
): Promise<ExitCode> {
  const [, asked = '', file = ''] = call.args;
  const id = await caseMeant(desk, room, asked);
  const bytes = await tools.files.read(file);
  const name = file.split(/[\\/]/u).at(-1) ?? file;
  const mediaType = textOf(call.options, 'mediaType') ?? typeOf(name);
  const document = await attachDocument(desk, room, id, { name, mediaType, bytes });
  await flushReads(desk, room);
  if (call.terminal.json) call.terminal.outJson(document);
  else {
    call.terminal.out(`${document.id.slice(0, LETTERS)} is sealed and belongs to ${id.slice(0, LETTERS)}.`);
    warn(call.terminal, 'The file outside the vault stays as it is: destroy it if it must not be found.');
  }
  return EXIT.ok;
}

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  txt: 'text/plain',
  html: 'text/html',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

function typeOf(name: string): string {
  return TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

/**
 * `case get`.
 *
 * @example
 * await takeDocument(call, opened, room);
 */
export async function takeDocument(
  call: Call,
  { desk, tools }: MemberCall,
  room: OpenCompartment,
): Promise<ExitCode> {
  const [, asked = '', which = '', file = ''] = call.args;
  const id = await caseMeant(desk, room, asked);
  const { document, bytes } = await readDocument(desk, room, id, which);
  await flushReads(desk, room);
  const staged = await tools.files.stage(file, bytes);
  await staged.keep();
  if (call.terminal.json) call.terminal.outJson({ document, file: staged.path });
  else {
    call.terminal.out(`${document.id.slice(0, LETTERS)} is written to ${staged.path}.`);
    warn(call.terminal, 'That file is not sealed: anybody with this disk can read it.');
  }
  return EXIT.ok;
}

/**
 * `case erase`.
 *
 * @example
 * await dropCase(call, opened, room);
 */
export async function dropCase(
  call: Call,
  { desk, tools }: MemberCall,
  room: OpenCompartment,
): Promise<ExitCode> {
  const { terminal, options } = call;
  const id = await caseMeant(desk, room, call.args[1] ?? '');
  const document = textOf(options, 'document');
  if (options.yes !== true) {
    const what = document ?? id.slice(0, LETTERS);
    const answer = await tools.source.ask(`This cannot be taken back. Type ${what} to erase: `, {
      visible: true,
    });
    if (answer === null)
      throw usageError('Nobody is there to answer: give --yes to erase without being asked', 'case');
    if (answer.trim() !== what) throw usageError('That is another id. Nothing was erased', 'case');
  }
  const erased = await eraseCase(desk, room, id, document);
  if (terminal.json) terminal.outJson(erased);
  else {
    terminal.out(`${counted(erased.gone.length, 'sealed record is', 'sealed records are')} erased.`);
    for (const one of erased.remains) terminal.out(...para(one, terminal.paper));
  }
  return EXIT.ok;
}
