import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { isLearnt } from '../../../contract/model.ts';
import { languageFacts, type Language } from '../../../contract/languages.ts';
import type { LeavingModel } from '../../../engine/formats/index.ts';
import { learntText } from '../../../storage/workspace/learnt-text.ts';
import { workspaceAt } from '../../../storage/workspace/workspace.ts';
import { courseOf } from './course.ts';
import { curves } from './curves.ts';
import { figures, head } from './head.ts';
import { markup, Markup } from './markup.ts';
import { settings } from './settings.ts';
import { speechIn } from './speech.ts';
import { style } from './style.ts';
import { predictions, shownStories, stories, type Told } from './told.ts';

/** Nothing but the page's own style is in force: no script, nothing fetched. */
const policy = (css: string): string =>
  [
    "default-src 'none'",
    "script-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** The whole page. */
function page(told: Told, content: readonly Markup[]): Markup {
  const { card, speech } = told;
  const { t } = speech;
  const version = card.versions.aesop ?? '';
  const css = style();
  return markup`<!doctype html>
<html lang="${languageFacts(speech.language).tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(css)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${t('report.title', { name: card.name })}</title>
<style>${new Markup(css)}</style>
</head>
<body>
<main>
${content}
</main>
<footer>${t('report.made', { version, date: speech.date(new Date().toISOString()) })}</footer>
</body>
</html>
`;
}

/** The text of the run, where it is still there as it was learnt. */
async function corpusOf(workspace: string, { corpus: learnt }: Told['run']): Promise<Told['corpus']> {
  const corpus = await learntText(workspaceAt(workspace), learnt).catch(() => undefined);
  return corpus?.sha256 === learnt.sha256 ? corpus : undefined;
}

/**
 * Writes the run of a model as one page that needs no script.
 * @param model its run is there
 * @param place of the new file
 * @throws AbortError
 */
export async function writeReport(
  { card, run: left, control }: LeavingModel,
  place: string,
  { workspace, language }: { workspace: string; language: Language },
): Promise<void> {
  const { run } = left!;
  if (!isLearnt(card)) throw new TypeError(`${card.id} has a run, and does not tell how it was learnt`);
  const told: Told = { card, run, corpus: await corpusOf(workspace, run), speech: await speechIn(language) };
  const course = await courseOf(left!, control.signal);
  const shown = shownStories(course);
  const content = [
    head(told, course),
    figures(told, course),
    curves(
      told,
      course,
      shown.map(({ step }) => step),
    ),
    predictions(told, course),
    stories(told, shown, course),
    settings(told),
  ];
  await writeFile(place, page(told, content).text, { flag: 'wx', signal: control.signal });
  control.progress(1);
}
