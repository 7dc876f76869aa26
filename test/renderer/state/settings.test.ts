import { describe, expect, test } from 'vitest';
import { AesopError } from '../../../electron/contract/errors.ts';
import { language, t } from '../../../renderer/state/language.svelte.ts';
import { settings } from '../../../renderer/state/settings.svelte.ts';
import { settings as stored } from '../fixtures/machine.ts';
import { openStudio, settle } from '../studio-page.ts';

describe('settings', () => {
  test('the language changes at once', async () => {
    await openStudio();
    await settings.set({ language: 'zh' });
    expect(language.tag).toBe('zh-Hans');
    expect(t('frame.library')).toBe('文库');
    await settings.set({ language: 'en' });
    expect(t('frame.library')).toBe('Library');
  });

  test('a refused change is taken back', async () => {
    await openStudio('full', {
      'settings.set': () => {
        throw new AesopError('disk-full', { path: 'settings.json' });
      },
    });
    await expect(settings.set({ storySize: 24 })).rejects.toMatchObject({ code: 'disk-full' });
    expect(settings.value.storySize).toBe(18);
  });

  test('a change stays in sight while the answers to those before it come late', async () => {
    const answers: (() => void)[] = [];
    const bridge = await openStudio('full', {
      'settings.set': (change) =>
        new Promise((resolve) => answers.push(() => resolve({ ...stored, ...(change as object) }))),
    });
    const first = settings.set({ language: 'zh' });
    const second = settings.set({ language: 'en' });
    expect(settings.value.language).toBe('en');
    bridge.say({ event: 'settings.changed', payload: { settings: { ...stored, language: 'zh' } } });
    answers[0]();
    await first;
    await settle();
    expect([settings.value.language, language.current]).toEqual(['en', 'en']);
    answers[1]();
    await second;
    expect(settings.value.language).toBe('en');
  });
});
