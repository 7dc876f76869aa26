import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { runCases } from '../cases/run-cases.ts';
import { window } from '../cases/window.ts';
import { RealStudio } from './studio.ts';

let studio: RealStudio;
let page: Page;
beforeAll(async () => {
  studio = await RealStudio.open();
  page = await studio.page();
});
afterAll(() => studio?.close());

runCases(window(() => ({ studio, page })));
