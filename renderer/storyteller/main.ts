import '../lib/zod-without-eval.ts';
import { mount } from 'svelte';
import { loadStoryteller } from '../../electron/messages/storyteller.ts';
import { client } from '../lib/client.ts';
import { jobs } from '../state/jobs.svelte.ts';
import { language } from '../state/language.svelte.ts';
import { telling } from '../state/telling.svelte.ts';
import { localTransport } from './local-transport.ts';
import { openModel } from './open-model.svelte.ts';
import Storyteller from './Storyteller.svelte';
import '../styles/storyteller.css';

jobs.listen();
telling.listen();
client.connect(localTransport(openModel));
await language.load(language.chosen, loadStoryteller);
mount(Storyteller, { target: document.getElementById('app') as HTMLElement });
void openModel.read(document);
