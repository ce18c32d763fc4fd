/** Files of a case between this page and the desk: their names stand in no address, and no copy stays in the page. */
import { DeskFault, noAnswer } from '../api/desk-fault.ts';

async function sent(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    ...init,
  }).catch(() => {
    throw noAnswer();
  });
  if (response.ok) return response;
  throw DeskFault.of(response.status, await response.json().catch(() => null));
}

/**
 * Seals a file into a case.
 *
 * @throws DeskFault
 * @example
 * await giveFile('cas_7d2', file);
 */
export async function giveFile(id: string, file: File): Promise<void> {
  const told = encodeURIComponent(JSON.stringify({ name: file.name, mediaType: file.type }));
  await sent(`/api/sealed/cases/${encodeURIComponent(id)}/documents`, {
    headers: { 'content-type': 'application/octet-stream', 'x-onrecord': '1', 'x-onrecord-file': told },
    body: await file.arrayBuffer(),
  });
}

/**
 * Hands a document to the browser to be saved, under its id and the end of its name.
 *
 * @throws DeskFault
 * @example
 * await takeFile('cas_7d2', { id: 'doc_7d2', name: 'letter.pdf' });
 */
export async function takeFile(
  id: string,
  document: { readonly id: string; readonly name: string },
): Promise<void> {
  const [of, which] = [encodeURIComponent(id), encodeURIComponent(document.id)];
  const response = await sent(`/api/sealed/cases/${of}/documents/${which}/copies`, {
    headers: { 'content-type': 'application/json', 'x-onrecord': '1' },
    body: '{}',
  });
  const address = URL.createObjectURL(await response.blob());
  const link = window.document.createElement('a');
  link.href = address;
  link.download = `${document.id}${/\.[A-Za-z0-9]{1,8}$/u.exec(document.name)?.[0] ?? ''}`;
  link.click();
  URL.revokeObjectURL(address);
}
