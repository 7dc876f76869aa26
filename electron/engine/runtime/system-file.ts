import { readFileSync } from 'node:fs';

/** A file in which Linux tells of itself; '' where there is none, as on other systems. */
export function readSystemFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
