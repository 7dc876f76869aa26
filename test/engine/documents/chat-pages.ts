import { FIRST, THIRD } from './chat-exports.ts';

const page = (body: string) =>
  `<html><head><title>x</title><style>._a6-g{margin:0}</style></head><body>${body}</body></html>`;
const facebook = (name: string, minute: number, said: string, tag = 'div') =>
  `<div class="_3-95 _a6-g"><${tag} class="_2ph_ _a6-h _a6-i">${name}</${tag}><div class="_2ph_ _a6-p"><div><div></div>${said}<div></div></div></div><footer class="_3-94 _a6-o"><div class="_a72d">Jan 02, 2024 1:${45 + minute}:00 pm</div></footer></div>`;
const instagram = (name: string, said: string) =>
  facebook(name, 0, said, 'h2').replace('Jan 02, 2024 1:45:00 pm', 'am zweiten Januar');
const facebookPage = page(
  [
    facebook('Ada', 3, `<div>${THIRD}</div>`),
    facebook('Ada', 2, '<div>Ada sent a photo.</div><div><img src="a.jpg"/></div>'),
    facebook('Jörg', 1, `<div>No.<br/>See https://rivers.example: it&#039;s gone 🙂</div><div><ul class="_a6-q"><li>❤ Ada</li></ul></div>`.replace('&#039;', '’')),
    facebook('Ada', 0, `<div>${FIRST.replace('–', '&#x2013;')}</div>`),
  ].join(''),
); // prettier-ignore
const element = (minute: number, name: string, said: string) =>
  `<div class="mx_Export_EventWrapper" id="$${minute}"><li class="mx_EventTile">${name && `<div class="mx_DisambiguatedProfile"><span class="mx_DisambiguatedProfile_displayName">${name}</span></div>`}<a href="#"><span class="mx_MessageTimestamp">13:${45 + minute}</span></a><div class="mx_EventTile_line">${said}</div></li></div>`;
const saidInElement = (said: string) =>
  `<div class="mx_MTextBody mx_EventTile_content"><div class="mx_EventTile_body" dir="auto">${said}</div></div>`;
const elementPage = page(
  [
    '<li><div class="mx_DateSeparator"><h2 class="mx_DateSeparator_dateHeading">Tue, Jan 2, 2024</h2></div></li>',
    element(0, 'Ada', saidInElement(FIRST)),
    element(1, 'Jörg', `<div class="mx_ReplyChain"><div class="mx_EventTile_body">${FIRST}</div></div>${saidInElement('No.<br/>See <a href="https://rivers.example">https://rivers.example</a>: it’s gone 🙂')}`),
    element(2, '', '<span class="mx_MImageBody">heron.jpg</span>'),
    element(3, 'Ada', saidInElement(THIRD)),
  ].join(''),
); // prettier-ignore

/** A page without a time that can be read: the last message stands first. */
export const TIMELESS_PAGE = page(['Sooner or later.', 'It rained.', 'Hello.'].map((said) => instagram('Ada', `<div>${said}</div>`)).join('')); // prettier-ignore

/** What programs save as a page, and how much of it is left out. */
export const PAGES: readonly [program: string, holds: string, left: number][] = [
  ['messenger', facebookPage, 1],
  ['matrix', elementPage, 1],
];
