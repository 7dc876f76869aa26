import { LONGEST } from '../../../../electron/contract/limits.ts';

/** Tags as they are typed, between commas of any script; the same one, in whatever case, counts once. */
export function tagsIn(typed: string): string[] {
  const tags = new Map<string, string>();
  for (const part of typed.split(/[,，、;；\n]/)) {
    const tag = part.trim().slice(0, LONGEST.tag).trim();
    if (tag && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()];
}
