/** What no shell takes for a sign of its own. */
const PLAIN = /^[\p{L}\p{M}\p{N}@%+=:,._/-]+$/u;
/** The same in the shells of Windows, where paths have backslashes and variables percent signs. */
const PLAIN_ON_WINDOWS = /^[\p{L}\p{M}\p{N}@+=:,._/\\-]+$/u;

/** A word of a command line as a person types it into a shell of this system. */
export function typeable(word: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return PLAIN_ON_WINDOWS.test(word) ? word : `"${word}"`;
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
