import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import Machine from '../../../../renderer/rooms/machine/Machine.svelte';
import { logText } from '../../../../renderer/rooms/machine/log-text.ts';
import { engineSentence } from '../../../../renderer/rooms/machine/sentence.ts';
import { log, machine } from '../../fixtures/machine.ts';
import { engine } from '../../fixtures/runs.ts';
import { openStudio } from '../../studio-page.ts';

describe('the engine’s sentence', () => {
  test.each([
    [{ ...engine, reason: '' }, 'Training runs on the processor.', '训练在处理器上运行。'],
    [{ ...engine, device: 'gpu', reason: '' }, 'Training runs on the graphics card.', '训练在显卡上运行。'],
    [
      { ...engine, engine: 'portable', reason: 'The portable engine was asked for.' },
      'Training runs on the portable engine, because the portable engine was asked for.',
      '训练使用便携引擎，因为已指定使用便携引擎。',
    ],
    [
      { ...engine, reason: 'TensorFlow is not installed.' },
      'Training runs on the processor, because TensorFlow is not installed.',
      '训练在处理器上运行，因为尚未安装 TensorFlow。',
    ],
    [
      engine,
      'Training runs on the processor, because TensorFlow cannot use the NVIDIA GPU of this machine.',
      '训练在处理器上运行，因为 TensorFlow 无法使用本机的 NVIDIA 显卡。',
    ],
  ] as const)('%#', (found, english, chinese) => {
    expect(engineSentence('en', found)).toBe(english);
    expect(engineSentence('zh', found)).toBe(chinese);
  });
});

test('the log stands in columns and marks what is more than information', () => {
  const [first, second] = logText(log).split('\n');
  expect(first).toMatch(/^\d\d:\d\d:04\.118 {2}engine {2}TensorFlow/);
  expect(second).toContain('warning: libcudart');
});

describe('the Machine room', () => {
  test('leads with the sentence, then the checks, with what to do about those that fail', async () => {
    await openStudio();
    render(Machine);
    expect(await screen.findByText(/^Training runs on the processor, because TensorFlow cannot/)).toBeTruthy();
    const bad = screen.getByRole('row', { name: /CUDA libraries/ });
    expect(bad.textContent).toContain('to mend');
    expect(screen.getByText('6 in order, 3 to mend')).toBeTruthy();
  });

  test('measures on wish and keeps the figures of the last time', async () => {
    const bridge = await openStudio('full', {
      'machine.describe': ({ measure }) => ({
        ...machine,
        measured: measure ? { stepMilliseconds: 5.5, wordsPerSecond: 2000 } : undefined,
      }),
    });
    render(Machine);
    await fireEvent.click(await screen.findByRole('button', { name: /^Measure/ }));
    expect(await screen.findByText('5.5 ms')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Check again' }));
    await waitFor(() => expect(bridge.asked.at(-1)?.input).toEqual({ measure: false }));
    expect(screen.getByText('5.5 ms')).toBeTruthy();
  });

  test('theme, language and engine are set at once', async () => {
    const bridge = await openStudio();
    render(Machine);
    await fireEvent.click(await screen.findByRole('radio', { name: 'Dark' }));
    await fireEvent.click(screen.getByRole('radio', { name: 'Portable' }));
    await fireEvent.change(screen.getByLabelText('Interface'), { target: { value: 'zh' } });
    expect(await screen.findByText('外观')).toBeTruthy();
    const set = bridge.asked.filter(({ name }) => name === 'settings.set').map(({ input }) => input);
    expect(set).toEqual([{ appearance: 'dark' }, { engine: 'portable' }, { language: 'zh' }]);
  });
});
