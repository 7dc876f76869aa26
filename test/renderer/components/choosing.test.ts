import { fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import Notice from '../../../renderer/components/Notice.svelte';
import Segments from '../../../renderer/components/Segments.svelte';
import SettingRow from '../../../renderer/components/SettingRow.svelte';
import Table from '../../../renderer/components/Table.svelte';
import { AesopError, toPlainError } from '../../../electron/contract/errors.ts';

describe('Segments', () => {
  const options = [
    { value: 'loss', label: 'Loss' },
    { value: 'accuracy', label: 'Accuracy', disabled: true },
    { value: 'perplexity', label: 'Perplexity' },
  ];

  test('arrow keys choose, passing over what is off; only the chosen one is a tab stop', async () => {
    const onchange = vi.fn();
    render(Segments, { props: { label: 'Measure', options, value: 'loss', onchange } });
    const [loss, accuracy, perplexity] = screen.getAllByRole('radio');
    expect([loss, accuracy, perplexity].map((one) => one.tabIndex)).toEqual([0, -1, -1]);
    await fireEvent.keyDown(loss, { key: 'ArrowRight' });
    expect(onchange).toHaveBeenLastCalledWith('perplexity');
    expect(perplexity.getAttribute('aria-checked')).toBe('true');
    await fireEvent.click(accuracy);
    expect(onchange).toHaveBeenCalledTimes(1);
  });
});

describe('Table', () => {
  const rows = [{ id: 'a' }, { id: 'b' }];
  const idOf = (row: unknown) => (row as { id: string }).id;
  const cell = createRawSnippet<[unknown, unknown]>((row) => ({ render: () => `<span>${idOf(row())}</span>` }));

  test('rows are chosen by keys, columns sorted by their heads', async () => {
    const onselect = vi.fn();
    const onsort = vi.fn();
    const columns = [{ key: 'id', label: 'Name', sortable: true }];
    render(Table, {
      props: { label: 'Models', columns, rows, key: idOf, cell, selected: 'a', onselect, sort: 'id', onsort },
    });
    const [, first] = screen.getAllByRole('row');
    await fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(onselect).toHaveBeenLastCalledWith(rows[1]);
    await fireEvent.click(screen.getByRole('button', { name: 'Name' }));
    expect(onsort).toHaveBeenLastCalledWith('-id');
    expect(screen.getByRole('columnheader').getAttribute('aria-sort')).toBe('ascending');
  });
});

describe('SettingRow', () => {
  const control = createRawSnippet(() => ({ render: () => '<input id="layers" aria-label="Layers" />' }));

  test('opens to its help on focus and closes when it is left', async () => {
    render(SettingRow, {
      props: { label: 'Layers', for: 'layers', help: 'Help.', advice: 'Advice.', children: control },
    });
    expect(screen.queryByText('Help.')).toBeNull();
    await fireEvent.focusIn(screen.getByLabelText('Layers', { selector: 'input' }));
    expect(screen.getByText('Help.')).toBeTruthy();
    expect(screen.getByText('Advice.')).toBeTruthy();
    await fireEvent.focusOut(screen.getByLabelText('Layers', { selector: 'input' }));
    expect(screen.queryByText('Help.')).toBeNull();
  });

  test('locked it is a plain value', () => {
    render(SettingRow, { props: { label: 'Layers', locked: '2' } });
    expect(screen.getByText('2').tagName).toBe('OUTPUT');
  });
});

describe('Notice', () => {
  test('says an error by its code, with its details folded', () => {
    const error = toPlainError(new AesopError('text-empty', { name: 'a.txt' }, 'line 1'));
    render(Notice, { props: { error } });
    expect(screen.getByRole('alert').textContent).toContain('“a.txt” is empty.');
    expect(screen.getByText('text-empty')).toBeTruthy();
    expect(screen.getByText('line 1').closest('details')?.open).toBe(false);
  });

  test('has no empty fold', () => {
    const { container } = render(Notice, { props: { error: toPlainError(new AesopError('prompt-empty')) } });
    expect(container.querySelector('details')).toBeNull();
  });
});
