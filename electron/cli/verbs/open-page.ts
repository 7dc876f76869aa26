import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import open from 'open';

const pathIn = (folder: string) => join(folder, 'open.html');

/** A page that goes on to an address by itself. */
export const forwardingPage = (address: string) =>
  `<!doctype html><meta charset="utf-8"><title>Aesop</title><meta http-equiv="refresh" content="0;url=${address}">\n`;

/**
 * Opens an address with a secret in the default browser. Every user of a machine sees what its programs are called with:
 * the browser is called with a file that only this user can read, and that goes on to the address.
 * @param folder of this user alone
 */
export async function openPage(address: string, folder: string): Promise<void> {
  await writeFile(pathIn(folder), forwardingPage(address), { mode: 0o600, flag: 'wx' });
  // A machine without a browser still has the address.
  await open(pathIn(folder)).catch(() => {});
}

/** Takes the file away, once its address is used up. */
export async function forgetPage(folder: string): Promise<void> {
  await rm(pathIn(folder), { force: true });
}
