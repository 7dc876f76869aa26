/** Where the pages of the app come from. */
export const ORIGIN = 'app://bundle';

/** True for an address of the app's own pages. */
export function isOwnAddress(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}` === ORIGIN;
  } catch {
    return false;
  }
}
