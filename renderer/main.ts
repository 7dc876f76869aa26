import './lib/zod-without-eval.ts';
import { mount } from 'svelte';
import { loadPage } from '../electron/messages/page.ts';
import App from './App.svelte';
import { ROOMS } from './frame/rooms.ts';
import { bridgeTransport } from './lib/bridge-transport.ts';
import { client } from './lib/client.ts';
import { socketTransport } from './lib/socket-transport.ts';
import { listenToHost } from './state/commands.svelte.ts';
import { language } from './state/language.svelte.ts';
import { route } from './state/route.svelte.ts';
import { studio } from './state/studio.svelte.ts';
import './styles/index.css';

studio.start();
listenToHost();
client.connect(window.aesop ? bridgeTransport(window.aesop) : socketTransport(new URL('.', location.href).href));
// Asked for now, while the frame is built; what goes wrong is said where it is shown.
ROOMS[route.room].load().catch(() => {});
// In a task of its own: reading the program has just taken one.
language
  .load(language.chosen, loadPage)
  .then(() => setTimeout(() => mount(App, { target: document.getElementById('app') as HTMLElement })));
