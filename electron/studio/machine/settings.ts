import type { Context } from '../context.ts';
import type { Verbs } from '../verbs.ts';

export function settingsVerbs({ settings, events, models, timing }: Context): Verbs<'settings.'> {
  return {
    async 'settings.set'(change) {
      const { engine } = settings.get();
      const now = await settings.set(change);
      // An engine is loaded once a process.
      if (now.engine !== engine) void Promise.all([models.renew(), timing.renew()]);
      events.emit('settings.changed', { settings: now });
      return now;
    },
  };
}
