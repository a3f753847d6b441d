/** Markdown for job summaries. Nothing that comes from outside reaches it unescaped. */

/**
 * Text as text: HTML, Markdown and line breaks in it show as themselves. Backslashes would do for Markdown, but not
 * inside the HTML that GitHub's Markdown also reads; numeric character references do for both.
 */
export const literal = (text: string): string =>
  text
    // Control characters, among them the ANSI escape, show as nothing useful and can do harm elsewhere.
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
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
