import { describe, expect, it } from 'vitest';
import { asProposed, findingsOf, wrap } from './prepared.ts';

const ACTION = [
  'She opens the door. Behind it there is nothing but the water and the reeds, and a boat that nobody has moored there.',
  'Tom sits by the stove. He has taken off his boots, which stand beside him in a puddle that grows and grows.',
  'The boat drifts. A lamp hangs at its bow, and in the light of it one can see that the rope has been cut.',
];
const SAID = [
  'Do you see it? It has been there since we came, and it has not moved at all.',
  'I see nothing but reeds and the water between them.',
  'You should have brought the rope that your father left us when he went.',
];
const SCENES = ['EXT. LAKE - MORNING', 'INT. HUT - NIGHT', 'EXT. JETTY - NIGHT'];

/** @param said columns by which what is said and who says it stand in */
function play(action: (text: string) => string, speech: (text: string) => string, said: string, name: string): string {
  return SCENES.map((scene, at) =>
    [
      `${scene}\n`,
      `${action(ACTION[at])}\n`,
      `${name}ANNA${at === 1 ? ' (V.O.)' : ''}\n${said}     (quietly)\n${speech(SAID[at])}\n`,
      `${name}TOM\n${speech(SAID[(at + 1) % 3])}\n`,
      `${name}      CUT TO:\n`,
    ].join('\n'),
  ).join('\n');
}
const asIs = (text: string) => text;

describe('a screenplay', () => {
  it.each([
    ['indented as a typewriter does', ' '.repeat(10), ' '.repeat(24)],
    ['without any indentation', '', ''],
  ])('has its lines joined, each part by its own edge: %s', async (_, said, name) => {
    const typed = play(
      (text) => wrap(text, 61),
      (text) => wrap(text, 35).replace(/^/gm, said),
      said,
      name,
    );
    const whole = play(asIs, (text) => said + text, said, name);
    expect(await asProposed(`${typed}\n`)).toEqual({ text: `${whole}\n`, steps: ['screenplay'] });
  });

  it('loses what programs type at the edges of pages, and keeps songs', async () => {
    const typed = play(
      (text) => wrap(text, 61),
      (text) => wrap(text, 35),
      '',
      '',
    );
    const song = 'ANNA\n(singing)\nO water, water,\ncome to me.\n';
    const { text } = await asProposed(
      `${typed}\nTOM\nNever.\n(MORE)\n\nCONTINUED: (2)\n\nTOM (CONT’D)\nOr once.\n\n${song}`,
    );
    expect(text.endsWith(`TOM\nNever.\n\n\nTOM (CONT’D)\nOr once.\n\n${song}`)).toBe(true);
  });

  it('that was never typed between edges, and what is none, are left alone', async () => {
    const free = play(asIs, asIs, '', '');
    expect((await findingsOf(`${free}\n`)).map(({ step }) => step)).not.toContain('screenplay');
    const lines = `INT. A - DAY\n\n${'The lake\nlies still\nand grey\n\n'.repeat(8)}EXT. B - DAY\n\nMIA\nYes.\n`;
    expect((await asProposed(lines)).text).toBe(lines);
    const prose = ACTION.map((text) => wrap(text, 61)).join('\n\n');
    expect((await findingsOf(`${prose}\n`)).map(({ step }) => step)).not.toContain('screenplay');
  });
});
