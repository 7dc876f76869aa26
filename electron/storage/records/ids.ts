import { randomBytes } from 'node:crypto';

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const SUFFIX_LENGTH = 5;

/** A name as part of a folder's name: small letters, digits and hyphens, at most 40; empty where nothing is left. */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}

/** A new id: the readable part of `name`, or `fallback` where the name has none (Chinese), and five random letters. */
export function newId(name: string, fallback: string): string {
  const suffix = Array.from(randomBytes(SUFFIX_LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${slug(name) || fallback}-${suffix}`;
}
