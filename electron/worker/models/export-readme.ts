import type { Language } from '../../contract/languages.ts';
import type { LeavingModel, Usage } from '../../engine/formats/index.ts';
import { loadReadme, type ReadmeTranslator } from '../../messages/readme.ts';

/** How a text becomes symbols, and symbols a text. */
function spacing({ vocabulary }: LeavingModel, translator: ReadmeTranslator): string[] {
  const { tokenizer, cut, lowercase, unknownId: id } = vocabulary;
  return [
    tokenizer === 'words' && cut === 1 ? translator.text('readme.wordsSpaced') : translator.text(`readme.${tokenizer}`),
    ...(lowercase ? [translator.text('readme.lowercase')] : []),
    id === undefined ? translator.text('readme.noUnknown') : translator.text('readme.unknown', { id }),
  ];
}

/** What goes into the network and what comes out. */
function network({ config }: LeavingModel, translator: ReadmeTranslator): string[] {
  const { input, vocabularySize: count, windowLength: length } = config;
  return [
    translator.text(`readme.input-${input}`, { count }),
    config.context === 'window'
      ? translator.text('readme.window', { length, count })
      : translator.text('readme.sequence', { count }),
  ];
}

const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');

/** What an example is saved as, and what runs it then. */
const PROGRAMS: Readonly<Record<Usage['language'], { file: string; command: string }>> = {
  python: { file: 'example.py', command: 'python example.py' },
  // it imports, which node has in modules alone
  js: { file: 'example.mjs', command: 'node example.mjs' },
};

/** How a model in its folder is used, as Markdown. */
export async function readmeOf(model: LeavingModel, usage: Usage, language: Language): Promise<string> {
  const translator = await loadReadme(language);
  const { card, vocabulary } = model;
  const { corpus, origin } = card;
  const about = {
    symbols: vocabulary.size,
    parameters: card.parameters,
    version: card.versions.aesop ?? '',
  };
  const files = Object.entries(usage.files).map(
    ([name, role]) => `\`${name}\`: ${translator.text(`readme.file-${role}`)}`,
  );
  const parts = [
    `# ${card.name}`,
    corpus
      ? translator.text('readme.about', { ...about, corpus: corpus.name })
      : translator.text('readme.aboutForeign', { ...about, file: origin?.file ?? '', format: origin?.format ?? '' }),
    list(files),
    `## ${translator.text('readme.reading')}`,
    list(spacing(model, translator)),
    `## ${translator.text('readme.network')}`,
    list(network(model, translator)),
    `## ${translator.text('readme.example')}`,
    translator.text('readme.exampleText', { packages: usage.packages, ...PROGRAMS[usage.language] }),
    `\`\`\`${usage.language}\n${usage.example(model)}\n\`\`\``,
  ];
  return `${parts.join('\n\n')}\n`;
}
