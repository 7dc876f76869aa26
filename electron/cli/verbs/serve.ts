import { fileURLToPath } from 'node:url';
import { terminalMessage } from '../../messages/terminal.ts';
import type { Host } from '../host.ts';
import { textFiles } from '../text-files.ts';
import { integerFlag, switchFlag, textFlag, type Verb } from '../verb.ts';
import { VERSION } from '../version.ts';
import { forgetPage, openPage } from './open-page.ts';

/** Built pages, seen from the built program in dist/electron/. */
const PAGES = fileURLToPath(new URL('../renderer', import.meta.url));

const port = integerFlag(
  'port',
  (range) => terminalMessage('values.rangedDefault', { help: terminalMessage('flags.port'), range, usual: '0' }),
  { minimum: 0, maximum: 65535 },
  'server',
);
const allowRemote = switchFlag('allow-remote', terminalMessage('flags.allowRemote'), 'server');
const openFlag = switchFlag('open', terminalMessage('flags.open'), 'server');

/** A program reads the address alone. */
function tellAddress(
  { options, terminal, translator }: Host,
  sentence: 'serve.open' | 'serve.next',
  url: string,
): void {
  if (!options.json) terminal.line(options.quiet ? url : translator.text(sentence, { url }));
}

/** The same studio for a browser, until Ctrl-C. */
export const serve: Verb = {
  name: 'serve',
  arguments: [{ name: 'text', help: terminalMessage('given.textToImport'), optional: true, several: true }],
  flags: [port, textFlag('host', 'address', terminalMessage('flags.host'), 'server'), allowRemote, openFlag],
  examples: ['aesop serve', 'aesop serve novel.txt', 'aesop serve chapters/', 'aesop serve --port 8080'],
  async run(host, texts, options) {
    const files = await textFiles(
      host,
      texts.filter((text) => text !== undefined),
    );
    const studio = await host.studio(true);
    const { grantFile } = await import('../../studio/index.ts');
    const { startServer } = await import('../../server/index.ts');
    const temporary = await host.temporaryFolder('serve');
    const server = await startServer({
      studio,
      opened: {
        files: await Promise.all(files.map(({ path, name }) => grantFile(studio, path, name))),
        found: files.some(({ found }) => found),
      },
      pages: PAGES,
      temporary,
      version: VERSION,
      language: host.translator.language,
      port: options.port as number | undefined,
      // An empty one would be every address of the machine.
      host: (options.host as string | undefined) || undefined,
      allowRemote: options.allowRemote === true,
      onVisit(next) {
        void forgetPage(temporary).catch(() => {});
        host.json({ type: 'address', url: next });
        tellAddress(host, 'serve.next', next);
      },
    });
    const { url, port } = server;
    const ended = new Promise<void>((resolve) => host.interruptions.on(resolve));
    host.serving = true;
    host.json({ type: 'serving', url, port });
    tellAddress(host, 'serve.open', url);
    host.say(host.translator.text('serve.ending'));
    if (options.open === true) await openPage(url, temporary);
    await ended;
    host.serving = false;
    await server.close();
  },
};
