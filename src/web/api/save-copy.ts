/** Saves the bytes of a copy outside the vault, under a name that says nothing of what they are. */
import { DeskFault, noAnswer } from './desk-fault.ts';

/**
 * Asks for the bytes, which logs that they left the vault, and hands them to the browser to be saved.
 *
 * @throws DeskFault with the server's own words
 * @example
 * await saveCopyOf('cap_7d2');
 */
export async function saveCopyOf(capture: string): Promise<void> {
  const response = await fetch(`/api/captures/${encodeURIComponent(capture)}/copies`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-onrecord': '1' },
    body: '{}',
    credentials: 'same-origin',
  }).catch(() => {
    throw noAnswer();
  });
  if (!response.ok) throw DeskFault.of(response.status, await response.json().catch(() => null));
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = capture;
  link.click();
  URL.revokeObjectURL(address);
}
