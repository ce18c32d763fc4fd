/** The organisation's sign-in, from the file that describes it. */
import type { OutsideDoor } from '../desk/ports/outside-door.ts';
import { OnRecordError } from '../record/onrecord-error.ts';

/**
 * Opens it; the provider is asked when somebody first uses it.
 *
 * @param file in JSON: `issuer`, `client`, `name`, and if need be `secretFile`, `acr`, `amr`
 * @param redirect where the provider sends browsers back to
 * @throws OnRecordError `bad-usage` for a file that cannot be read or is not as it should be
 * @example
 * const door = await outsideDoorOf('oidc.json', 'https://desk.example/outside');
 */
export async function outsideDoorOf(file: string, redirect: string): Promise<OutsideDoor> {
  const [{ readOutsideSettings }, { openOutsideDoor }, { dirname, resolve }] = await Promise.all([
    import('../engine/outside/outside-settings.ts'),
    import('../engine/outside/open-outside-door.ts'),
    import('node:path'),
  ]);
  const settings = readOutsideSettings(await textOf(file), file);
  const { secretFile } = settings;
  const secret = secretFile === null ? null : (await textOf(resolve(dirname(file), secretFile))).trim();
  if (secret === '') throw new OnRecordError('bad-usage', `${secretFile} holds no secret.`);
  return openOutsideDoor({ ...settings, secret, redirect });
}

async function textOf(file: string): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(file, 'utf8').catch(() => {
    throw new OnRecordError(
      'bad-usage',
      `${file} cannot be read: name the file that describes the organisation's sign-in, and let this user read it.`,
      { subject: file },
    );
  });
}
