import type { TokenizerName } from '../contract/corpus.ts';
import type { Sampling, ToldStory } from '../contract/story.ts';
import { openingOf } from '../contract/story-opening.ts';
import type { FoundModel } from './find-model.ts';
import type { Host } from './host.ts';

/**
 * Tells a story on stdout and nothing else there: symbol by symbol for a person, whole for a pipe, or as JSON lines.
 * @param tokenizer of the model, which says how symbols are joined
 */
export async function tellStory(
  host: Host,
  { path }: FoundModel,
  tokenizer: TokenizerName,
  prompt: string,
  sampling: Sampling,
): Promise<ToldStory> {
  const { terminal, options } = host;
  const studio = await host.studio();
  const abort = new AbortController();
  const streams = terminal.live && !options.json;
  const between = tokenizer === 'whitespace' ? ' ' : '';
  let shown = '';
  const show = (text: string) => {
    shown += text;
    terminal.write(text);
  };
  try {
    const told = studio.job(
      'tell',
      { model: path, prompt, sampling },
      {
        signal: abort.signal,
        onReport(report) {
          if (report.type !== 'symbols') return;
          for (const symbol of report.symbols) {
            if (shown === '' && streams) show(openingOf(prompt, tokenizer));
            host.json({ type: 'symbol', ...symbol });
            if (streams) show(between + symbol.text);
          }
        },
      },
    );
    const story = await host.interruptible(told, () => abort.abort());
    if (!options.json) terminal.write(`${streams ? story.text.slice(shown.length) : story.text}\n`);
    host.json({ type: 'done', ...story, symbols: story.symbols.length });
    return story;
  } catch (error) {
    if (shown !== '') terminal.line();
    throw error;
  }
}
