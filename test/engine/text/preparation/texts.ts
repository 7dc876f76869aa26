import { Random } from '../../../../electron/engine/random.ts';
import { wrap } from './prepared.ts';

const WORDS =
  'the river old man walked slowly through market and saw nothing but rain which fell upon houses until evening came with a strange little lantern beside garden wall where neighbours whispered something about returning soldiers although nobody believed understanding'.split(
    ' ',
  );
export const POEM = `The moon is on the water,
The wind is on the hill,
My love is with the fishes,
And all the boats are still.`;

export interface Novel {
  wrapped: string;
  /** as its author wrote it, a paragraph a line */
  written: string;
}

/** A made-up novel with chapters, paragraphs and a poem in each. @param style what stands between paragraphs */
export function novel(width: number, seed: number, style: 'blank' | 'indented' | 'spaced'): Novel {
  const source = new Random(seed);
  const random = () => source.uint32() / 2 ** 32;
  const pick = () => WORDS[Math.floor(random() * WORDS.length)];
  const sentence = () => {
    const words = Array.from({ length: 5 + Math.floor(random() * 14) }, pick);
    words[0] = words[0][0].toUpperCase() + words[0].slice(1);
    return `${words.join(' ')}${random() < 0.2 ? '!' : '.'}`;
  };
  const indent = style === 'indented' ? '    ' : '';
  const wrapped: string[] = [];
  const written: string[] = [];
  for (let chapter = 1; chapter <= 4; chapter++) {
    wrapped.push(`CHAPTER ${chapter}\n`);
    written.push(`CHAPTER ${chapter}`, '');
    for (let at = 0; at < 10; at++) {
      if (at === 5) {
        wrapped.push(`${style === 'indented' ? '\n' : ''}${POEM}\n`);
        written.push(...(style === 'indented' ? [''] : []), ...POEM.split('\n'), '');
        continue;
      }
      const paragraph = Array.from({ length: 2 + Math.floor(random() * 5) }, sentence).join(' ');
      const lines = wrap(paragraph, width, indent);
      wrapped.push(
        style === 'indented' ? lines : style === 'spaced' ? `${lines.replaceAll('\n', '\n\n')}\n\n` : `${lines}\n`,
      );
      written.push(indent + paragraph, ...(style === 'indented' ? [] : style === 'spaced' ? ['', ''] : ['']));
    }
  }
  return { wrapped: `${wrapped.join('\n')}\n`, written: `${written.join('\n')}\n` };
}
