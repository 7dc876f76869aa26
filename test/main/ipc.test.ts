import { expect, test, vi } from 'vitest';
import { IPC_CHANNELS } from '../../electron/contract/ipc-channels.ts';
import { electronDouble } from './electron-double.ts';

const double = vi.hoisted(() => ({ electron: undefined as unknown }));
vi.mock('electron', async () => {
  const made = (await import('./electron-double.ts')).electronDouble();
  double.electron = made;
  return made;
});
const { setupIpc } = await import('../../electron/main/ipc.ts');
const electron = double.electron as ReturnType<typeof electronDouble>;

const frame = (url: string) => ({ url });
const eventOf = (url: string, top = frame(url)) => ({ senderFrame: top, sender: { mainFrame: top } });
const answer = vi.fn(async (name: string, input: unknown) => ({ ok: true as const, output: { name, input } }));
const grant = vi.fn(async (path: string) => ({ file: 'file_0123456789abcdef', name: path, bytes: 1 }));
setupIpc(answer, grant);
const call = (channel: string, event: unknown, ...values: unknown[]) => {
  const handler = electron.handlers.get(channel);
  if (!handler) throw new Error(`nobody listens to ${channel}`);
  return handler(event, ...values);
};

test('a page of ours is answered', async () => {
  const result = await call(IPC_CHANNELS.request, eventOf('app://bundle/index.html#library'), 'studio.state', {});
  expect(JSON.parse(String(result))).toEqual({ ok: true, output: { name: 'studio.state', input: {} } });
});

test('any other sender is refused before anything is looked at', async () => {
  answer.mockClear();
  const strangers = [
    eventOf('https://evil.example/'),
    eventOf('app://bundle.evil.example/'),
    eventOf('app://evil/'),
    eventOf('file:///etc/passwd'),
    eventOf('nonsense'),
    { senderFrame: null, sender: { mainFrame: frame('app://bundle/') } },
    { senderFrame: frame('app://bundle/inner.html'), sender: { mainFrame: frame('app://bundle/') } },
  ];
  for (const channel of [IPC_CHANNELS.request, IPC_CHANNELS.grant])
    for (const event of strangers) await expect(call(channel, event, 'studio.state', {})).rejects.toThrow();
  expect(answer).not.toHaveBeenCalled();
});

test('a file without a path, as a script makes it, is not granted', async () => {
  grant.mockClear();
  for (const path of ['', 5, undefined, { path: '/etc/passwd' }])
    expect(await call(IPC_CHANNELS.grant, eventOf('app://bundle/'), path)).toMatchObject({
      ok: false,
      error: { code: 'file-not-granted' },
    });
  expect(grant).not.toHaveBeenCalled();
});
