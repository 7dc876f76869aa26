import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import CardBody from '../../../../../renderer/rooms/shelf/models/CardBody.svelte';
import StatusBar from '../../../../../renderer/frame/StatusBar.svelte';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { models } from '../../../fixtures/runs.ts';
import { openStudio } from '../../../studio-page.ts';

const [model] = models;

test.each([
  ['TensorFlow 2.21.0 on CPU, 8 threads', 'TensorFlow 2.21.0，处理器，8 个线程'],
  ['TensorFlow 2.21.0 on GPU', 'TensorFlow 2.21.0，显卡'],
  ['portable engine (WebAssembly) on CPU, 1 thread', '便携引擎（WebAssembly），处理器，1 个线程'],
  ['someone’s engine', 'someone’s engine'],
])('%s is said in the language of the window', async (engine, said) => {
  await openStudio();
  await settings.set({ language: 'zh' });
  render(CardBody, { model: { ...model, engine } });
  expect(
    screen.getByText(new RegExp(`^${said}，训练 .+，权重取自第 [\\d,]+ 步，`.replace(/[()]/g, '\\$&'))),
  ).toBeTruthy();
});

test('the status bar says the same of it', async () => {
  await openStudio();
  await settings.set({ language: 'zh' });
  render(CardBody, { model });
  const [card] = screen.getByText(/，训练 .+，权重取自第/).textContent!.split('，训练');
  render(StatusBar);
  expect(document.querySelector('.engine')!.textContent).toContain(card.trim());
});
