import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import NumberField from '../../../renderer/components/NumberField.svelte';

function open(more: Record<string, unknown> = {}) {
  const onchange = vi.fn();
  const onproblem = vi.fn();
  render(NumberField, {
    props: {
      label: 'Steps',
      value: 1000,
      minimum: 1,
      maximum: 100_000_000,
      integer: true,
      onchange,
      onproblem,
      ...more,
    },
  });
  return { field: screen.getByRole('spinbutton', { name: 'Steps' }) as HTMLInputElement, onchange, onproblem };
}

describe('NumberField', () => {
  test('tells its range to a screen reader in plain digits', () => {
    const { field } = open({ value: 0.00003, minimum: 1e-7, maximum: 1e6, integer: false });
    const said = ['aria-valuemin', 'aria-valuenow', 'aria-valuemax'].map((name) => field.getAttribute(name));
    expect(said).toEqual(['0.0000001', '0.00003', '1000000']);
  });

  test('gives on what is right, grouped or full-width', async () => {
    const { field, onchange } = open();
    await fireEvent.input(field, { target: { value: '20,000' } });
    expect(onchange).toHaveBeenLastCalledWith(20_000);
  });

  test('tells value and range of what is wrong, and gives nothing on', async () => {
    const { field, onchange, onproblem } = open();
    await fireEvent.input(field, { target: { value: '-5' } });
    expect(onproblem).toHaveBeenLastCalledWith('Steps is −5; it must be 1 to 100,000,000.');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await fireEvent.input(field, { target: { value: ' ' } });
    expect(onproblem).toHaveBeenLastCalledWith('Steps is empty; it must be 1 to 100,000,000.');
    await fireEvent.input(field, { target: { value: '-5' } });
    await fireEvent.input(field, { target: { value: '2.5' } });
    expect(onproblem).toHaveBeenLastCalledWith('Steps is 2.5; it must be a whole number.');
    await fireEvent.input(field, { target: { value: 'many' } });
    expect(onproblem).toHaveBeenLastCalledWith('“many” is not a number.');
    expect(onchange).not.toHaveBeenCalled();
    await fireEvent.keyDown(field, { key: 'Escape' });
    expect(field.value).toBe('1000');
    expect(onproblem).toHaveBeenLastCalledWith('');
  });

  test('steps by keys and stays in its range', async () => {
    const { field, onchange } = open({ label: 'Steps', value: 4, minimum: 1, maximum: 4 });
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(onchange).not.toHaveBeenCalled();
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(onchange).toHaveBeenLastCalledWith(3);
    await fireEvent.keyDown(field, { key: 'PageDown' });
    expect(onchange).toHaveBeenLastCalledWith(1);
  });

  test('has buttons that end at the range', async () => {
    const { onchange } = open({ value: 1, minimum: 1, maximum: 4 });
    expect((screen.getByRole('button', { name: 'Less' }) as HTMLButtonElement).disabled).toBe(true);
    await fireEvent.click(screen.getByRole('button', { name: 'More' }));
    expect(onchange).toHaveBeenLastCalledWith(2);
  });
});
