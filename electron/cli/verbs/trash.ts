import { terminalMessage } from '../../messages/terminal.ts';
import { switchFlag, type Verb } from '../verb.ts';

const things = (count: number) => terminalMessage('workspace.things', { count });

/** What was deleted and still takes room. */
export const trash: Verb = {
  name: 'trash',
  arguments: [],
  flags: [switchFlag('empty', terminalMessage('flags.empty'), 'trash')],
  examples: ['aesop trash', 'aesop trash --empty'],
  async run(host, _args, options) {
    const { terminal, translator, numbers } = host;
    const studio = await host.studio();
    if (options.empty === true) {
      const gone = await studio.request('trash.empty', {});
      host.json({ type: 'emptied', ...gone });
      return host.say(
        translator.text('workspace.emptied', { things: things(gone.items), size: numbers.bytes(gone.bytes) }),
      );
    }
    const found = await studio.request('trash.describe', {});
    host.json({ type: 'trash', ...found });
    if (host.options.json) return;
    if (found.oldest === null) return terminal.line(translator.text('workspace.trashEmpty'));
    const held = { things: things(found.items), size: numbers.bytes(found.bytes), date: numbers.date(found.oldest) };
    terminal.line(translator.text('workspace.trash', held));
    host.say(translator.text('workspace.emptyTrash', { command: host.commandLine('trash', '--empty') }));
  },
};
