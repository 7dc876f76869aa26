import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { terminalMessage } from '../../messages/terminal.ts';
import type { Host } from '../host.ts';
import { missingFile } from '../named-path.ts';
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

/** Where texts lie that a person names. @throws AesopError `file-missing`; as `Host.textFile` */
async function pathsOf(host: Host, texts: readonly (string | undefined)[]): Promise<string[]> {
  const paths: string[] = [];
  for (const text of texts) {
    const path = text === undefined ? undefined : await host.textFile(text);
    if (path !== undefined) paths.push(path);
    else if (text !== undefined) throw missingFile(text);
  }
  return paths;
}

/** The same studio for a browser, until Ctrl-C. */
export const serve: Verb = {
  name: 'serve',
  arguments: [{ name: 'text', help: terminalMessage('given.textToImport'), optional: true, several: true }],
  flags: [port, textFlag('host', 'address', terminalMessage('flags.host'), 'server'), allowRemote, openFlag],
  examples: ['aesop serve', 'aesop serve novel.txt', 'aesop serve --port 8080'],
  async run(host, texts, options) {
    const paths = await pathsOf(host, texts);
    const studio = await host.studio(true);
    const { grantFile } = await import('../../studio/index.ts');
    const { startServer } = await import('../../server/index.ts');
    const temporary = await host.temporaryFolder('serve');
    try {
      const server = await startServer({
        studio,
        opened: await Promise.all(paths.map((path) => grantFile(studio, path))),
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
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  },
};
