/** What the desk needs to read an exported package: its files, wherever they lie, without unpacking them. */
import type { BagFiles } from '../../exchange/bagit/bag-files.ts';

/** A package that is being read. Close it afterwards. */
export interface OpenedPackage extends BagFiles {
  close(): Promise<void>;
}

export interface PackageReader {
  /**
   * Opens a folder or a .zip. Links, devices, encrypted parts are not followed or opened: they come as `refused`.
   * Names are listed as they are written, those that lead out of the package too; nothing is unpacked to disk.
   *
   * @throws OnRecordError `not-found`, `unreadable-file`, `too-large`
   */
  open(path: string): Promise<OpenedPackage>;
}
