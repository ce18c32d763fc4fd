/**
 * Writes a package that is checked as a reader would check it, from where it lies, before it is put in its place: one that does not
 * agree is taken away again. Files go to disk as they are made; what is in memory is one of them at a time.
 */
import type { PackageReport, PackageTrust } from '../../exchange/custody-package/package-report.ts';
import { verifyPackage } from '../../exchange/custody-package/verify-package.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { PackageFolder } from '../ports/package-folder.ts';

/** Puts one file of the package down. */
export type PutFile = (path: string, bytes: Uint8Array) => Promise<void>;

export interface CheckedPackage {
  /** Absolute. */
  readonly folder: string;
  readonly files: number;
  /** Bytes. */
  readonly bytes: number;
  readonly report: PackageReport;
}

/**
 * Writes it.
 *
 * @param fill puts every file down, and says with which keys and roots it must agree
 * @throws OnRecordError `verify-failed` when it does not agree, `bad-usage`, `read-only`, `disk-full`
 * @example
 * await checkedPackage(folder, './package', async (put) => { for (const [path, bytes] of files) await put(path, bytes); return parts; });
 */
export async function checkedPackage(
  folder: PackageFolder,
  out: string,
  fill: (put: PutFile) => Promise<{ readonly logKey: string; readonly rootsPem: string }>,
): Promise<CheckedPackage> {
  const staged = await folder.stage(out);
  try {
    const { logKey, rootsPem } = await fill((path, bytes) => staged.write(path, bytes));
    const trust: PackageTrust = { logKey, rootsPem: rootsPem === '' ? null : rootsPem };
    const written = staged.written();
    const report = await verifyPackage(written, trust);
    if (report.faults.length > 0)
      throw new OnRecordError(
        'verify-failed',
        'The finished package does not agree with the log, so it was not written. Run: onrecord verify',
        { faults: report.faults },
      );
    const bytes = written.list.reduce((sum, { size }) => sum + size, 0);
    return { folder: await staged.keep(), files: written.list.length, bytes, report };
  } catch (error) {
    await staged.drop();
    throw error;
  }
}
