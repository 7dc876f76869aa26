import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { WorkspacePlace } from '../../../../electron/contract/host.ts';
import { message } from '../../../../electron/contract/message.ts';
import type { Machine } from '../../../../electron/contract/machine.ts';
import MachineRoom from '../../../../renderer/rooms/machine/Machine.svelte';
import { logText } from '../../../../renderer/rooms/machine/log/log-text.ts';
import { engineSentence } from '../../../../renderer/rooms/machine/engine/sentence.ts';
import { log, machine, trash } from '../../fixtures/machine.ts';
import { engine } from '../../fixtures/runs.ts';
import type { FakeBridge } from '../../fixtures/fake-bridge.ts';
import { settings } from '../../../../renderer/state/settings.svelte.ts';
import { openStudio } from '../../studio-page.ts';
import { machine as state } from '../../../../renderer/state/machine.svelte.ts';
import { en, zh } from '../../translators.ts';

describe('the engine’s sentence', () => {
  test.each([
    [{ ...engine, reason: '' }, 'Training runs on the processor.', '训练在处理器上运行。'],
    [{ ...engine, device: 'gpu', reason: '' }, 'Training runs on the graphics card.', '训练在显卡上运行。'],
    [
      { ...engine, engine: 'portable', reason: message('shortfalls.portableAsked') },
      'Training runs on the portable engine: The portable engine was asked for.',
      '训练使用便携引擎：已指定使用便携引擎。',
    ],
    [
      { ...engine, reason: message('shortfalls.notInstalled') },
      'Training runs on the processor: TensorFlow is not installed.',
      '训练在处理器上运行：尚未安装 TensorFlow。',
    ],
    [
      engine,
      'Training runs on the processor: TensorFlow cannot use the NVIDIA GPU of this machine.',
      '训练在处理器上运行：TensorFlow 无法使用本机的 NVIDIA 显卡。',
    ],
  ] as const)('%#', (found, english, chinese) => {
    expect(engineSentence(en, found)).toBe(english);
    expect(engineSentence(zh, found)).toBe(chinese);
  });
});

test('the log stands in columns and marks what is more than information', () => {
  const [first, second] = logText(log).split('\n');
  expect(first).toMatch(/^\d\d:\d\d:04\.118 {2}engine +TensorFlow/);
  expect(second).toContain('warning: libcudart');
});

describe('the Machine room', () => {
  test('folds away what TensorFlow says of itself, shows it on wish, and copies all of it', async () => {
    const copied: string[] = [];
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: (text: string) => void copied.push(text) } });
    onTestFinished(() => void vi.unstubAllGlobals());
    await openStudio();
    await settings.set({ language: 'en' });
    render(MachineRoom);
    const shown = () => document.querySelector('.log')!.textContent;
    const more = await screen.findByRole('button', { name: 'Show 2 lines of TensorFlow' });
    expect(shown()).toContain('checkpoint 12,000');
    expect(shown()).not.toMatch(/absl|cpu_feature_guard/);
    await fireEvent.click(screen.getByRole('button', { name: 'Copy log' }));
    await waitFor(() => expect(copied[0]).toMatch(/absl[^]*cpu_feature_guard[^]*checkpoint 12,000/));
    await fireEvent.click(more);
    expect(more.textContent.trim()).toBe('Fold 2 lines of TensorFlow away');
    expect(shown()).toMatch(/absl[^]*cpu_feature_guard[^]*checkpoint 12,000/);
  });

  test('leads with the sentence, then the checks, with what to do about those that fail', async () => {
    await openStudio();
    render(MachineRoom);
    expect(await screen.findByText(/^Training runs on the processor: TensorFlow cannot/)).toBeTruthy();
    const bad = screen.getByRole('row', { name: /CUDA libraries/ });
    expect(bad.textContent).toContain('to mend');
    expect(screen.getByText('6 in order, 3 to mend')).toBeTruthy();
  });

  test('lets a person on battery do without steps of new networks', async () => {
    const bridge = await openStudio();
    await settings.set({ language: 'en', timeSteps: true });
    render(MachineRoom);
    const timing = screen.getByRole<HTMLInputElement>('switch', { name: 'Time steps of new networks' });
    expect(timing.checked).toBe(true);
    await fireEvent.click(timing);
    expect(bridge.asked.at(-1)).toEqual({ name: 'settings.set', input: { timeSteps: false } });
    await waitFor(() => expect(settings.value.timeSteps).toBe(false));
  });

  test('offers the better engine with what it takes, shows it come, and looks again when it is there', async () => {
    const job = 'job_000000000000000001';
    let offers: Machine['offers'] = [{ variant: 'cpu', download: 273_829_956, disk: 2_200_000_000 }];
    const bridge = await openStudio('full', {
      'machine.describe': () => ({ ...machine, offers, brought: offers.length === 0 }),
      'machine.bringEngine': () => ({ job }),
    });
    render(MachineRoom);
    await fireEvent.click(await screen.findByRole('button', { name: 'Check again' }));
    expect(await screen.findByText(/^274 MB to download, 2\.2 GB of disk meanwhile/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Copy the instruction' })).toBeNull();
    const mirror = 'https://mirror.example/simple';
    await fireEvent.change(screen.getByLabelText('Address of a Python package index'), { target: { value: mirror } });
    expect(bridge.asked.at(-1)).toEqual({ name: 'settings.set', input: { packageIndex: mirror } });
    await fireEvent.click(screen.getByRole('button', { name: 'Bring TensorFlow' }));
    bridge.say({ event: 'job.progress', payload: { job, kind: 'engine', subject: 'cpu', fraction: 0.42 } });
    expect(await screen.findByText(/^42 %/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(bridge.asked.at(-1)).toEqual({ name: 'jobs.cancel', input: { job } });
    offers = [];
    bridge.say({ event: 'job.done', payload: { job, kind: 'engine', result: { engine: 'x' } } });
    await fireEvent.click(await screen.findByRole('button', { name: 'Remove TensorFlow' }));
    expect(bridge.asked.some(({ name }) => name === 'machine.dismissEngine')).toBe(true);
  });

  test('brings the engine out of a folder of wheels, on the desktop alone', async () => {
    const job = 'job_000000000000000001';
    const file = `file_${'a'.repeat(36)}`;
    const offers: Machine['offers'] = [{ variant: 'cpu', download: 273_829_956, disk: 2_200_000_000 }];
    let kind: 'browser' | 'electron' = 'browser';
    const bridge = await openStudio('full', {
      'host.describe': () => ({ kind, version: '0.1.0', platform: 'linux', locale: 'en-GB' }),
      'host.chooseWheels': () => ({ files: [{ file, name: 'wheels', bytes: 4096 }] }),
      'machine.describe': () => ({ ...machine, offers }),
      'machine.bringEngine': () => ({ job }),
    });
    render(MachineRoom);
    await fireEvent.click(await screen.findByRole('button', { name: 'Check again' }));
    await fireEvent.click(await screen.findByText('From a mirror or a folder'));
    expect(screen.queryByRole('button', { name: 'From a folder…' })).toBeNull();
    kind = 'electron';
    await state.describeHost();
    await fireEvent.click(await screen.findByRole('button', { name: 'From a folder…' }));
    await waitFor(() =>
      expect(bridge.asked.at(-1)).toEqual({ name: 'machine.bringEngine', input: { variant: 'cpu', folder: file } }),
    );
  });

  test('measures on wish and keeps the figures of the last time', async () => {
    const bridge = await openStudio('full', {
      'machine.describe': ({ measure }) => ({
        ...machine,
        measured: measure
          ? { stepMilliseconds: { tensorflow: 5.5, portable: 6.5 }, symbolsPerSecond: 2000 }
          : undefined,
      }),
    });
    render(MachineRoom);
    await fireEvent.click(await screen.findByRole('button', { name: /^Measure/ }));
    expect(await screen.findByText('5.5 ms')).toBeTruthy();
    expect(screen.getByText('6.5 ms')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Check again' }));
    await waitFor(() => expect(bridge.asked.at(-1)?.input).toEqual({ measure: false }));
    expect(screen.getByText('5.5 ms')).toBeTruthy();
  });

  test('theme, language and engine are set at once', async () => {
    const bridge = await openStudio();
    render(MachineRoom);
    await fireEvent.click(await screen.findByRole('radio', { name: 'Dark' }));
    await fireEvent.click(screen.getByRole('radio', { name: 'Portable' }));
    await fireEvent.change(screen.getByLabelText('Interface'), { target: { value: 'zh' } });
    expect(await screen.findByText('外观')).toBeTruthy();
    const set = bridge.asked.filter(({ name }) => name === 'settings.set').map(({ input }) => input);
    expect(set).toEqual([{ appearance: 'dark' }, { engine: 'portable' }, { language: 'zh' }]);
  });

  test('empties the trash once it was asked a second time, and says what is left', async () => {
    let held = trash;
    const bridge = await openStudio('full', {
      'trash.describe': () => held,
      'trash.empty': () => {
        held = { items: 0, bytes: 0, oldest: null };
        return { items: trash.items, bytes: trash.bytes };
      },
    });
    const emptied = () => bridge.asked.filter(({ name }) => name === 'trash.empty').length;
    render(MachineRoom);
    expect(await screen.findByText('Trash: 180 MB in 12 things')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Empty…' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(emptied()).toBe(0);
    await fireEvent.click(screen.getByRole('button', { name: 'Empty…' }));
    expect(await screen.findByText(/12 deleted things, 180 MB, will be gone for good/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Delete for good' }));
    expect(await screen.findByText('Trash: empty')).toBeTruthy();
    expect(emptied()).toBe(1);
    expect(screen.queryByRole('button', { name: 'Empty…' })).toBeNull();
  });

  describe('moves the workspace', () => {
    const place = {
      place: `file_${'p'.repeat(20)}`,
      path: '/media/drive',
      kind: 'empty',
      needed: 2e9,
      free: 9e9,
    } as const;
    const JOB = 'job_moving01';
    const desktop = (found: Partial<WorkspacePlace> = {}) =>
      openStudio('full', {
        'host.describe': () => ({ kind: 'electron', version: '0', platform: 'linux', locale: 'en' }),
        'host.choosePlace': () => ({ place: { ...place, ...found } }),
        'host.moveWorkspace': ({ copy }) => (copy ? { job: JOB } : {}),
      });
    const asked = (bridge: FakeBridge, name: string) =>
      bridge.asked.filter((each) => each.name === name).map(({ input }) => input);

    test('by copying it, which can be left off', async () => {
      const bridge = await desktop();
      render(MachineRoom);
      await fireEvent.click(await screen.findByRole('button', { name: 'Move…' }));
      expect(await screen.findByText(/“\/media\/drive” is empty. Copying everything there takes 2.* GB/)).toBeTruthy();
      await fireEvent.click(screen.getByRole('button', { name: 'Copy and open' }));
      expect(asked(bridge, 'host.moveWorkspace')).toEqual([{ place: place.place, copy: true }]);
      const progress = { job: JOB, kind: 'move', fraction: 0.4, subject: place.path };
      bridge.say({ event: 'job.progress', payload: progress });
      const bar = await screen.findByRole('progressbar', { name: 'Another place for the workspace' });
      await waitFor(() => expect(bar.getAttribute('aria-valuenow')).toBe('40'));
      await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
      expect(asked(bridge, 'jobs.cancel')).toEqual([{ job: JOB }]);
      bridge.say({ event: 'job.stopped', payload: { job: JOB, kind: 'move' } });
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    });

    test('not by copying where there is too little space, but a new one may begin', async () => {
      const bridge = await desktop({ free: 1e9 });
      render(MachineRoom);
      await fireEvent.click(await screen.findByRole('button', { name: 'Move…' }));
      const copy = await screen.findByRole<HTMLButtonElement>('button', { name: 'Copy and open' });
      expect(copy.disabled).toBe(true);
      await fireEvent.click(screen.getByRole('button', { name: 'Begin a new one' }));
      expect(asked(bridge, 'host.moveWorkspace')).toEqual([{ place: place.place, copy: false }]);
    });

    test('to one that is there already', async () => {
      const bridge = await desktop({ kind: 'workspace' });
      render(MachineRoom);
      await fireEvent.click(await screen.findByRole('button', { name: 'Move…' }));
      await fireEvent.click(await screen.findByRole('button', { name: 'Open it' }));
      expect(asked(bridge, 'host.moveWorkspace')).toEqual([{ place: place.place, copy: false }]);
    });

    test('in a browser by the way to start it elsewhere', async () => {
      await openStudio('full');
      render(MachineRoom);
      const sentence = (await screen.findByText(/^To keep it elsewhere/)).textContent;
      expect(sentence).toMatch(/and start with npm run aesop -- serve --workspace <path>\./);
      expect(screen.queryByRole('button', { name: 'Move…' })).toBeNull();
    });
  });
});
