import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import { term as english } from '../../../electron/messages/en/page/glossary.ts';
import { term as chinese } from '../../../electron/messages/zh/page/glossary.ts';
import Term from '../../../renderer/components/Term.svelte';
import Head from '../../../renderer/rooms/workshop/Head.svelte';
import { settings } from '../../../renderer/state/settings.svelte.ts';
import { glossaryNames } from '../../../renderer/state/terms.ts';
import { openStudio } from '../studio-page.ts';

const RENDERER = join(import.meta.dirname, '..', '..', '..', 'renderer');
const pages = readdirSync(RENDERER, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.svelte'))
  .map((file) => readFileSync(join(RENDERER, file), 'utf8'))
  .join('\n');

describe('the glossary', () => {
  test.each(glossaryNames)('%s is in both languages, and explained where it stands', (name) => {
    expect(Object.keys(chinese)).toContain(name);
    expect(english[name]).not.toBe('');
    const used = [`term="${name}"`, `term: '${name}'`, `'${name}' : '`, `: '${name}'`, `, '${name}']`];
    const measured = ['loss', 'accuracy', 'perplexity'].includes(name);
    expect(used.some((way) => pages.includes(way)) || measured || pages.includes(`termHelp.${name}`)).toBe(true);
  });
});

describe('a term', () => {
  const panel = (button: HTMLElement) => document.getElementById(button.getAttribute('aria-describedby')!)!;
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

  beforeEach(async () => {
    await openStudio('idle');
    await settings.set({ language: 'en' });
  });

  test('is described by what it means, which is shown on focus and goes with Esc, alone', async () => {
    let escaped = 0;
    window.addEventListener('keydown', () => escaped++);
    render(Term, { term: 'perplexity', note: 'Of this model.' });
    const button = screen.getByRole('button', { name: 'Perplexity' });
    expect(panel(button).hidden).toBe(true);
    expect(panel(button).textContent).toMatch(/^Among how many symbols .*Of this model\.$/s);
    button.focus();
    await waitFor(() => expect(panel(button).hidden).toBe(false));
    await press('Escape');
    expect(panel(button).hidden).toBe(true);
    expect(document.activeElement).toBe(button);
    expect(escaped).toBe(0);
  });

  test('is kept open by a click or a touch, and closed by another or by a click elsewhere', async () => {
    render(Term, { term: 'dropout' });
    const button = screen.getByRole('button', { name: 'Dropout' });
    await fireEvent.pointerDown(button);
    button.focus();
    await fireEvent.click(button);
    expect(panel(button).hidden).toBe(false);
    await fireEvent.click(button);
    expect(panel(button).hidden).toBe(true);
    await fireEvent.click(button);
    await fireEvent.pointerDown(document.body);
    expect(panel(button).hidden).toBe(true);
  });

  test('goes with its room while it is open', async () => {
    const title = createRawSnippet(() => ({ render: () => '<h2>Tiny</h2>' }));
    const { rerender } = render(Head, { title, note: '', figures: [{ label: 'Loss', value: '1', term: 'loss' }] });
    const button = screen.getByRole('button', { name: 'Loss' });
    await fireEvent.click(button);
    Object.assign(panel(button), {
      hidePopover(this: HTMLElement) {
        if (!this.isConnected) throw new DOMException('Invalid on disconnected popover elements', 'InvalidStateError');
      },
    });
    await rerender({ figures: [] });
    expect(button.isConnected).toBe(false);
  });

  test('gives way to another', async () => {
    render(Term, { term: 'loss' });
    render(Term, { term: 'chance', mark: true });
    const [loss, chance] = [
      screen.getByRole('button', { name: 'Loss' }),
      screen.getByRole('button', { name: 'What is “By chance”?' }),
    ];
    await fireEvent.click(loss);
    await fireEvent.click(chance);
    expect(panel(loss).hidden).toBe(true);
    expect(panel(chance).hidden).toBe(false);
  });

  test('opens for a pointer that rests on it, not for one that passes', async () => {
    render(Term, { term: 'loss' });
    const button = screen.getByRole('button', { name: 'Loss' });
    const holder = button.parentElement!;
    await fireEvent.pointerEnter(holder, { pointerType: 'mouse' });
    expect(panel(button).hidden).toBe(true);
    await waitFor(() => expect(panel(button).hidden).toBe(false), { timeout: 3000 });
    await fireEvent.pointerLeave(holder);
    await waitFor(() => expect(panel(button).hidden).toBe(true), { timeout: 3000 });
  });
});
