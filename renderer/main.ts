import './lib/zod-without-eval.ts';
import { mount } from 'svelte';
import App from './App.svelte';
import { bridgeTransport } from './lib/bridge-transport.ts';
import { client } from './lib/client.ts';
import { socketTransport } from './lib/socket-transport.ts';
import { listenToMenu } from './state/commands.svelte.ts';
import { studio } from './state/studio.svelte.ts';
import './styles/index.css';

studio.start();
listenToMenu();
client.connect(window.aesop ? bridgeTransport(window.aesop) : socketTransport(new URL('.', location.href).href));
mount(App, { target: document.getElementById('app') as HTMLElement });
