/// <reference types="vite/client" />
import WORDS from './words.txt?raw';

/**
 * The words that Chinese is cut into, a line each with its cost. In a page that left with a model, where the file would be
 * most of it, they are those that came along with the model.
 */
export const chineseWordList = (): string => WORDS;
