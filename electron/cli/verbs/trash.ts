import { bytes, grouped, localDate } from '../output/numbers.ts';
import { switchFlag, type Verb } from '../verb.ts';

const things = (items: number) => `${grouped(items)} ${items === 1 ? 'thing' : 'things'}`;

/** What was deleted and still takes room. */
export const trash: Verb = {
  name: 'trash',
  arguments: [],
  summary: 'Say how much the trash of the workspace holds, or delete it for good.',
  flags: [switchFlag('empty', 'Deletes for good what lies in it: no undo brings it back.', 'The trash')],
  examples: ['aesop trash', 'aesop trash --empty'],
  async run(host, _args, options) {
    const studio = await host.studio();
    if (options.empty === true) {
      const gone = await studio.request('trash.empty', {});
      host.json({ type: 'emptied', ...gone });
      return host.say(`${things(gone.items)} deleted for good, ${bytes(gone.bytes)} freed.`);
    }
    const found = await studio.request('trash.describe', {});
    host.json({ type: 'trash', ...found });
    if (host.options.json) return;
    if (found.oldest === null) return host.terminal.line('The trash is empty.');
    host.terminal.line(`${things(found.items)}, ${bytes(found.bytes)}, the oldest deleted ${localDate(found.oldest)}`);
    host.say(`Delete them for good with: ${host.commandLine('trash', '--empty')}`);
  },
};
