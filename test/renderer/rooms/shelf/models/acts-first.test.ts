import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Card from '../../../../../renderer/rooms/shelf/models/Card.svelte';
import { models } from '../../../../../renderer/state/models.svelte.ts';
import { openStudio, settle } from '../../../studio-page.ts';

test('the Tab key reaches what can be done with a model before the facts about it', async () => {
  await openStudio('full');
  render(Card, { model: models.list[0] });
  await settle();
  const act = screen.getByRole('button', { name: 'Export' });
  const facts = screen.getByRole('region', { name: 'Model card' });
  expect(act.compareDocumentPosition(facts) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});
