import '../../../renderer/lib/zod-without-eval.ts';
import { FakeBridge } from '../../renderer/fixtures/fake-bridge.ts';

/** The page over fixtures: `?state=` names one of theirs, `?theme=` and `?lang=` are as the settings would be. */
const query = new URLSearchParams(location.search);
const bridge = new FakeBridge(query.get('state') ?? 'full');
await bridge.request('settings.set', {
  appearance: query.get('theme') ?? 'light',
  language: query.get('lang') ?? 'en',
  copied: true,
  capitals: true,
});
window.aesop = bridge;
Object.assign(window, { bridge });
await import('../../../renderer/main.ts');
