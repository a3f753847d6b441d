/** Markdown for job summaries. Nothing that comes from outside reaches it unescaped. */

/** Longer than any text that we mean; a summary over 1 MiB would be dropped whole. */
const LONGEST = 20_000;

/**
 * Text as text: HTML, Markdown and line breaks in it show as themselves. Backslashes would do for Markdown, but not
 * inside the HTML that GitHub's Markdown also reads; numeric character references do for both.
 */
export const literal = (text: string): string =>
  (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
    // Control characters, among them the ANSI escape, show as nothing useful and can do harm elsewhere; so can those that
    // are invisible or turn the reading direction.
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    // Behind spaces a list would begin all the same, and behind four of them a block of code.
    .trim()
    .split(LINK_BEGINS)
    .map(escaped)
    .join(NO_LINK);

const escaped = (text: string): string =>
  text.replace(/[&<>"'`*_{}[\]()#!|~\\@:$^]|^[-+=.\d]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Where GitHub makes a link of bare text (GFM, "Autolinks"): it does so after references are resolved, but not across HTML. */
const LINK_BEGINS = /(?<=(?:https?|ftp|mailto|xmpp):|@)|(?<=www)(?=\.)/i;
const NO_LINK = '<!-- -->';

/** Text in the type of code. Not a Markdown code span: in those, character references would show as they are. */
export const code = (text: string): string => `<code>${literal(text)}</code>`;

/**
 * A link to a page; one that is no URL is shown as it is. Addresses hold names of Git refs, which may hold nearly
 * anything.
 */
export const linkTo = (page: string, text: string): string =>
  page.startsWith('https://')
    ? `[${text}](${encodeURI(page).replaceAll('(', '%28').replaceAll(')', '%29')})`
    : code(page);

/** For our own words, dates and durations: one line, however narrow the table. */
export const unbroken = (text: string): string => text.replaceAll(' ', '&nbsp;');

/** A table; cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const sections = (...parts: readonly (string | null)[]): string =>
  `${parts.filter((part) => part !== null && part !== '').join('\n\n')}\n`;
