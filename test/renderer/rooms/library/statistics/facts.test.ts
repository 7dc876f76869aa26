import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { DocumentFound } from '../../../../../electron/contract/document.ts';
import Facts from '../../../../../renderer/rooms/library/statistics/Facts.svelte';
import { Measured } from '../../../../../renderer/rooms/library/statistics/measured.svelte.ts';
import { settings } from '../../../../../renderer/state/settings.svelte.ts';
import { corpora } from '../../../fixtures/corpora.ts';
import { openStudio } from '../../../studio-page.ts';

const table: DocumentFound = {
  kind: 'table',
  format: 'excel',
  columns: [{ name: 'text', likelihood: 1, example: 'Long ago' }],
  column: 0,
  rows: 2,
  cells: 2,
  different: 2,
};

test.each([
  [{ kind: 'text' }, 'Encoding', 'UTF-8'],
  [{ kind: 'html' }, 'Encoding', 'UTF-8'],
  [{ kind: 'docx' }, 'Format', 'DOCX'],
  [table, 'Format', 'XLSX'],
  [{ ...table, format: 'csv' }, 'Encoding', 'UTF-8'],
] as [DocumentFound, string, string][])('a file that is %j has the fact %s %s', async (document, label, value) => {
  await openStudio('full');
  await settings.set({ language: 'en' });
  const corpus = { ...corpora[0], document };
  render(Facts, { corpus, measured: new Measured(corpus) });
  expect(screen.getByText(label).nextElementSibling!.textContent).toBe(value);
});
