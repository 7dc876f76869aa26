import { findProgram, run } from '../../setup/command.mjs';
import { MissingTool } from '../missing-tool.mjs';

const VERSIONS = [21, 20, 19, 18, 17, 16, 15, 14];

/**
 * Asks one of LLVM's tools about a file of any system.
 * @param {'llvm-readobj' | 'llvm-nm' | 'llvm-objdump'} tool
 * @param {string[]} args
 * @returns {Promise<string>} what it says
 */
export async function ask(tool, args) {
  const program = findProgram(tool, ...VERSIONS.map((version) => `${tool}-${version}`));
  if (!program) throw new MissingTool(tool, 'llvm');
  const { ok, output } = await run(program, args);
  if (!ok) throw new Error(`${tool} failed: ${output.trim().split('\n').pop()}`);
  return output;
}

/** @param {string} text @param {RegExp} pattern with one group and the flag g @returns {string[]} what the group holds */
export const allOf = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found);
