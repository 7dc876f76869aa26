import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Remarks from '../../../../../renderer/rooms/shelf/models/Remarks.svelte';
import { models as cards } from '../../../fixtures/runs.ts';
import { openStudio, settle } from '../../../studio-page.ts';

test('a note and tags are kept when their field is left, and shown as they are kept', async () => {
  const bridge = await openStudio('full', {
    'models.remark': ({ id, ...remarks }) => ({ ...cards[0], id, ...remarks }),
  });
  const { rerender } = render(Remarks, { model: cards[0] });
  const asked = () => bridge.asked.filter(({ name }) => name === 'models.remark').map(({ input }) => input);
  await fireEvent.input(screen.getByLabelText('Tags'), { target: { value: 'class 9b, Sea, sea' } });
  expect(asked()).toEqual([]);
  await fireEvent.change(screen.getByLabelText('Tags'));
  await settle();
  expect(asked()).toEqual([{ id: cards[0].id, note: '', tags: ['class 9b', 'Sea'] }]);
  await rerender({ model: { ...cards[0], tags: ['class 9b', 'Sea'], note: 'For Friday' } });
  expect(screen.getByLabelText<HTMLInputElement>('Tags').value).toBe('class 9b, Sea');
  expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('For Friday');
});

test('what stands in a field is kept also where the window closes before it is left, once', async () => {
  const bridge = await openStudio('full', {
    'models.remark': ({ id, ...remarks }) => ({ ...cards[0], id, ...remarks }),
  });
  const { rerender } = render(Remarks, { model: cards[0] });
  const leave = () => fireEvent(window, new Event('pagehide'));
  const asked = () => bridge.asked.filter(({ name }) => name === 'models.remark').map(({ input }) => input);
  await leave();
  expect(asked()).toEqual([]);
  await fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'For Friday ' } });
  await leave();
  await settle();
  const note = 'For Friday';
  expect(asked()).toEqual([{ id: cards[0].id, note, tags: cards[0].tags ?? [] }]);
  await rerender({ model: { ...cards[0], note } });
  await leave();
  expect(asked()).toHaveLength(1);
});

test('what stands in a field is kept where the card goes before it is left, as by a key to another room', async () => {
  const bridge = await openStudio('full', {
    'models.remark': ({ id, ...remarks }) => ({ ...cards[0], id, ...remarks }),
  });
  const { unmount } = render(Remarks, { model: cards[0] });
  await fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'For Friday' } });
  unmount();
  const input = { id: cards[0].id, note: 'For Friday', tags: cards[0].tags ?? [] };
  expect(bridge.asked).toContainEqual({ name: 'models.remark', input });
});

test('a note that is being written stays as it is while the tags before it are kept', async () => {
  await openStudio('full');
  const { rerender } = render(Remarks, { model: cards[0] });
  await fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'For Fri' } });
  await rerender({ model: { ...cards[0], tags: ['Sea'] } });
  expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('For Fri');
  expect(screen.getByLabelText<HTMLInputElement>('Tags').value).toBe('Sea');
});
