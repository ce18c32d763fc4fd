/** A text as a file of the person's own. */

/**
 * Offers it for saving; nothing is asked of the network.
 *
 * @example
 * saveText('checkpoint.txt', checkpoint);
 */
export function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
