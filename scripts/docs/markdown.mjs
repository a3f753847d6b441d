/** The documents of a tree, taken apart: what stands in code, what is a link, where a heading can be reached. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const NOT_OURS = new Set(['node_modules', 'build', 'dist', '.git', 'coverage']);

/** Paths below `root`, with `/`, of the files whose name ends so. */
export function filesIn(root, ending, folder = '') {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : filesIn(root, ending, path);
      return entry.name.endsWith(ending) ? [path] : [];
    })
    .sort();
}

const FENCE = /^( *)```(\w*)[^\n]*\n([\s\S]*?)^\1```/gm;
const CODE = /(`+)(?!`)([\s\S]+?)\1(?!`)/g;
/** Keeps the lines, so that what is found further down keeps its number. */
const blank = (text) => text.replace(/[^\n]/g, ' ');
const lineOf = (text, index) => text.slice(0, index).split('\n').length;

export function readDocument(root, path) {
  const text = readFileSync(join(root, path), 'utf8');
  const blocks = [...text.matchAll(FENCE)].map(({ index, 2: language, 3: code }) => ({
    language,
    code,
    line: lineOf(text, index),
  }));
  const prose = text.replace(FENCE, blank);
  const codes = [...prose.matchAll(CODE)].map(({ index, 2: code }) => ({ code, line: lineOf(prose, index) }));
  const bare = prose.replace(CODE, blank);
  const links = [
    // The target of a link or a picture, without its title; of a definition; of a picture in HTML.
    ...bare.matchAll(/(!?)\[[^\]]*\]\(\s*<?([^)\s>]*)>?(?:\s+"[^"]*")?\s*\)/g),
    ...bare.matchAll(/^()\[[^\]]+\]: +(\S+)/gm),
    ...bare.matchAll(/<(img|source)\b[^>]*?\b(?:src|srcset)="([^"]*)"/g),
  ].map(({ index, 1: mark, 2: target }) => ({ target, picture: mark !== '', line: lineOf(bare, index) }));
  // A link's text may be code, which the prose has and the bare text has not; its target is the same.
  return { path, text, blocks, codes, links, anchors: anchorsIn(prose) };
}

/** GitHub's anchors: lower case, punctuation gone, spaces to hyphens; a repeated heading gets a number. */
function anchorsIn(prose) {
  const seen = new Map();
  return [...prose.matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, heading]) => {
    const anchor = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
}

/** Inputs and outputs of the three actions, by folder. */
export function actionsIn(root) {
  return Object.fromEntries(
    ['.', 'check', 'reactivate'].map((folder) => {
      const { inputs = {}, outputs = {} } = parse(readFileSync(join(root, folder, 'action.yml'), 'utf8'));
      return [folder, { inputs, outputs }];
    }),
  );
}

/** Every step of ours in a parsed piece of YAML, wherever it stands: the action's folder, and what it is given. */
export function stepsOfOurs(value) {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap(stepsOfOurs);
  const [, folder] = /^OWNER\/rotate-aws-access-key(?:\/([\w-]+))?@/.exec(String(value.uses)) ?? [null, null];
  const own = folder === null ? [] : [{ folder: folder ?? '.', given: value.with ?? {} }];
  return [...own, ...Object.values(value).flatMap(stepsOfOurs)];
}
