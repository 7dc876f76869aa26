import type { StorySummary } from '../../../../electron/contract/story.ts';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The stories whose title or first words hold every word that is typed. */
export function findKept(stories: readonly StorySummary[], typed: string): readonly StorySummary[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return stories;
  return stories.filter(({ title, excerpt }) => {
    const said = plain(`${title} ${excerpt}`);
    return words.every((word) => said.includes(word));
  });
}
