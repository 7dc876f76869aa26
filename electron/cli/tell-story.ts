import type { Sampling, ToldStory } from '../contract/story.ts';
import type { FoundModel } from './find-model.ts';
import type { Host } from './host.ts';
import { Interrupted } from './interruptions.ts';
import { withoutControls } from './output/plain-text.ts';

/**
 * Tells a story on stdout and nothing else there: symbol by symbol for a person, whole for a pipe, or as JSON lines.
 * @param prompt left out: the model's own
 */
export async function tellStory(host: Host, model: FoundModel, prompt: string, sampling: Sampling): Promise<ToldStory> {
  const { terminal, interruptions, options } = host;
  const studio = await host.studio();
  const abort = new AbortController();
  const release = interruptions.on(() => abort.abort());
  const streams = terminal.live && !options.json;
  let shown = '';
  const show = (text: string) => {
    shown += text;
    terminal.write(withoutControls(text));
  };
  try {
    const story = await studio.job(
      'tell',
      { model: model.path, prompt, sampling },
      {
        signal: abort.signal,
        onReport(report) {
          if (report.type !== 'symbols') return;
          for (const symbol of report.symbols) {
            if (shown === '' && streams) show(prompt);
            host.json({ type: 'symbol', ...symbol });
            if (streams) show(symbol.text);
          }
        },
      },
    );
    if (streams) terminal.line(withoutControls(story.text.slice(shown.length)));
    else if (!options.json) terminal.line(story.text);
    host.json({ type: 'done', ...story, symbols: story.symbols.length });
    return story;
  } catch (error) {
    if (shown !== '') terminal.line();
    throw abort.signal.aborted ? new Interrupted() : error;
  } finally {
    release();
  }
}
