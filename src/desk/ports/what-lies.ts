/** What the desk needs to tell apart what a person may name: a vault, another folder, a zip, a file; null: nothing is there. */
export type WhatLies = (path: string) => Promise<'vault' | 'folder' | 'zip' | 'file' | null>;
