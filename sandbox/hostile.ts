/** What no service should ever send, and what an action must survive: texts that would speak, answers that make no sense. */
import type { Reply } from './http/server.ts';

/** A word that nothing else holds: wherever it is seen, text from outside was shown. */
export const MARK = 'HOSTILE';

const ESCAPE = '\u001b';
/** Right-to-left override and isolate, zero-width space, byte order mark, line and paragraph separators. */
const INVISIBLE = ['\u202e', '\u2066', '\u200b', '\ufeff', '\u2028', '\u2029'];

/** Each would do something of its own if it were printed, written or rendered as it is. */
export const TEXTS: readonly string[] = [
  `::set-output name=access-key-id::${MARK}`,
  `x\n::error title=${MARK}::${MARK}`,
  `x\r::add-mask::${MARK}`,
  `x\r\n  ::stop-commands::${MARK}`,
  `x\n::set-env name=PATH::${MARK}`,
  `##[set-output name=access-key-id]${MARK}`,
  `x ##[error]${MARK}`,
  `x\n\n## ${MARK}\n\n| a | b |\n| --- | --- |\n| ${MARK} | |`,
  `**${MARK}** _${MARK}_ ~~${MARK}~~ \`${MARK}\` [${MARK}](https://example.org) ![${MARK}](https://example.org/x.png)`,
  `<img src=x onerror="${MARK}"><script>${MARK}</script><!-- ${MARK}`,
  `</code></td></table><details open>${MARK}`,
  `\`\`\`mermaid\n${MARK}\n\`\`\``,
  `@${MARK} #1 https://example.org/${MARK} :warning: $x^2$`,
  `${ESCAPE}[31m${MARK}${ESCAPE}[2J${ESCAPE}]8;;https://example.org${ESCAPE}\\`,
  `${INVISIBLE.join(MARK)}`,
  `\u0000${MARK}\u0007\u009b31m`,
  `x\n${MARK}<<EOF\nEOF\naccess-key-id=${MARK}`,
  `%0A::error::${MARK}%0D%25`,
  `{{ ${MARK} }} \${{ ${MARK} }}`,
];

/** All of them in one, for places that are too many to try each text in each. */
export const ALL_TEXTS = TEXTS.join('\n');

export const LARGE = `${MARK} ${'A'.repeat(1024 * 1024)}`;

const isXml = ({ headers }: Reply): boolean => (headers['content-type'] ?? '').includes('xml');

const inXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // XML has no other control characters, not even escaped.
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, '?')
    .replaceAll('\r', '&#13;');

const XML_TEXT = />[^<>]+</g;

/** The answer with each of its texts replaced; names, numbers and shape are the service's own. */
function withTexts(reply: Reply, text: string): Reply {
  if (isXml(reply)) return { ...reply, body: reply.body.replace(XML_TEXT, () => `>${inXml(text)}<`) };
  const replaced = (_name: string, value: unknown) => (typeof value === 'string' ? text : value);
  return { ...reply, body: reply.body === '' ? '' : JSON.stringify(JSON.parse(reply.body, replaced)) };
}

function refusal(reply: Reply, status: number, text: string): Reply {
  const body = isXml(reply)
    ? `<ErrorResponse><Error><Type>Sender</Type><Code>${inXml(text)}</Code><Message>${inXml(text)}</Message></Error><RequestId>${inXml(text)}</RequestId></ErrorResponse>`
    : JSON.stringify({ message: text, documentation_url: text, errors: [text] });
  // A header has no line breaks.
  const header = `::error::${MARK} ##[error]${MARK} <b>`;
  return {
    status,
    headers: {
      ...reply.headers,
      'x-amzn-requestid': header,
      'x-github-request-id': header,
      'x-accepted-github-permissions': header,
    },
    body,
  };
}

const PAGE = `<!DOCTYPE html>\n<html><head><title>${MARK}</title></head><body><h1>502 Bad Gateway</h1>\n::error::${MARK}\n</body></html>`;

/** Ways to spoil an answer. The first group is no answer at all, the second one that means nothing, the third a text that would speak. */
export const ANSWERS: Readonly<Record<string, (reply: Reply) => Reply>> = {
  'no body': (reply) => ({ ...reply, body: '' }),
  'a body that breaks off, and the connection with it': (reply) => ({
    ...reply,
    body: reply.body.padEnd(64),
    cutAt: Math.floor(reply.body.length / 2),
  }),
  'half a body, as if it were whole': (reply) => ({
    ...reply,
    body: reply.body.slice(0, Math.floor(reply.body.length / 2)),
  }),
  'a page of HTML, as if all were well': (reply) => ({
    ...reply,
    status: 200,
    headers: { ...reply.headers, 'content-type': 'text/html' },
    body: PAGE,
  }),
  'a page of HTML from a gateway': (reply) => ({
    ...reply,
    status: 502,
    headers: { ...reply.headers, 'content-type': 'text/html' },
    body: PAGE,
  }),
  'another content type': (reply) => ({
    ...reply,
    headers: { ...reply.headers, 'content-type': 'application/octet-stream' },
  }),
  'the other language': (reply) => ({
    ...reply,
    body: isXml(reply) ? `{"message":"${MARK}"}` : `<message>${MARK}</message>`,
  }),
  'a body that says nothing': (reply) => ({ ...reply, body: isXml(reply) ? '<Nothing/>' : '{}' }),
  'null where something was': (reply) => ({
    ...reply,
    body: isXml(reply) ? reply.body.replace(/>[^<>]+</g, '><') : 'null',
  }),
  'no time': (reply) => ({ ...reply, headers: { ...reply.headers, date: MARK } }),
  'texts that would speak': (reply) => withTexts(reply, ALL_TEXTS),
  'texts of a mebibyte': (reply) => {
    const texts = isXml(reply) ? (reply.body.match(XML_TEXT)?.length ?? 1) : 1;
    return withTexts(reply, LARGE.slice(0, LARGE.length / texts));
  },
  'a refusal that would speak': (reply) => refusal(reply, 400, ALL_TEXTS),
  'a refusal of a mebibyte': (reply) => refusal(reply, 403, LARGE),
  'an error that would speak': (reply) => refusal(reply, 500, ALL_TEXTS),
};
