import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import RenameDialog from '../../../renderer/components/RenameDialog.svelte';

function open() {
  const rename = vi.fn(() => Promise.resolve());
  const { rerender } = render(RenameDialog, { props: { open: true, name: 'tiny', rename } });
  return { rename, rerender, field: screen.getByRole('textbox', { name: 'Name' }) as HTMLInputElement };
}
const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

test('the old name gives way to what is typed', async () => {
  const { rename, field } = open();
  await fireEvent.focus(field);
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, 4]);
  await fireEvent.input(field, { target: { value: ' The Salt Road ' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Rename' }));
  await closed();
  expect(rename).toHaveBeenCalledWith('The Salt Road');
});

test('the same name closes it and changes nothing; none is no name', async () => {
  const { rename, field } = open();
  await fireEvent.input(field, { target: { value: '  ' } });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Rename' }).disabled).toBe(true);
  await fireEvent.input(field, { target: { value: 'tiny' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Rename' }));
  await closed();
  expect(rename).not.toHaveBeenCalled();
});

test('what is being typed stays, whatever comes in meanwhile and wherever the focus was', async () => {
  const { field, rerender } = open();
  await fireEvent.focus(field);
  await fireEvent.input(field, { target: { value: 'The Salt' } });
  await rerender({ name: 'tiny 2' });
  expect(field.value).toBe('The Salt');
  field.setSelectionRange(8, 8);
  await fireEvent.focus(field);
  expect([field.selectionStart, field.selectionEnd]).toEqual([8, 8]);
});
