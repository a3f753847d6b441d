/**
 * Draws Markdown as GitHub shows it, in headless Chromium, and tells what it sees. Runs from where its packages are.
 * Usage: node draw.mjs REQUEST.json, which holds `pages` (name → Markdown) and `shots` (how each is drawn); the answer goes
 * to standard output as JSON, pictures to the `folder` of the request.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const require = createRequire(import.meta.url);
/** A script or style sheet of a package; its path, whatever the package exports. */
const file = (path) => join(import.meta.dirname, 'node_modules', path);

/** GitHub-flavoured Markdown, the HTML in it included, through GitHub's own sanitation schema (rehype-sanitize's default). */
const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize)
  .use(rehypeStringify);

/** In the browser: puts a summary into the page and draws its diagrams. */
async function show({ html, scheme }) {
  const article = document.querySelector('article');
  article.innerHTML = html;
  const problems = [];
  window.mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    theme: scheme === 'dark' ? 'dark' : 'default',
  });
  for (const [index, code] of [...article.querySelectorAll('code.language-mermaid')].entries()) {
    try {
      const { svg } = await window.mermaid.render(`diagram-${index}`, code.textContent);
      const box = document.createElement('div');
      box.className = 'diagram';
      box.innerHTML = svg;
      code.parentElement.replaceWith(box);
    } catch (error) {
      problems.push(String(error));
    }
  }
  return problems;
}

/** In the browser: takes away everything from the named heading on. */
function cut(heading) {
  const start = [...document.querySelectorAll('h3')].find(({ textContent }) => textContent === heading);
  const range = document.createRange();
  range.setStartBefore(start);
  range.setEndAfter(document.querySelector('article').lastChild);
  range.deleteContents();
}

/** In the browser: what can be measured. */
async function measure() {
  const article = document.querySelector('article');
  const wider = (element) => element.scrollWidth > element.clientWidth + 1;
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map((part) => {
      const c = Number(part) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  /** axe looks at HTML only, so the text of diagrams is held against what lies under its middle. */
  const contrastOf = (text, svg) => {
    const { x, y, width, height } = text.getBoundingClientRect();
    const under = [...svg.querySelectorAll('rect.task')]
      .map((bar) => ({ box: bar.getBoundingClientRect(), fill: getComputedStyle(bar).fill }))
      .find(
        ({ box }) =>
          box.left <= x + width / 2 &&
          x + width / 2 <= box.right &&
          box.top <= y + height / 2 &&
          y + height / 2 <= box.bottom,
      );
    const [dark, light] = [
      getComputedStyle(text).fill,
      under?.fill ?? getComputedStyle(document.body).backgroundColor,
    ]
      .map(luminance)
      .sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const diagrams = [...article.querySelectorAll('.diagram svg')].map((svg) => {
    const texts = [...svg.querySelectorAll('text')].filter((text) => text.textContent.trim() !== '');
    const edge = svg.getBoundingClientRect();
    return {
      kind: svg.getAttribute('aria-roledescription'),
      bars: svg.querySelectorAll('rect.task').length,
      texts: texts.map((text) => text.textContent.trim()),
      cutOff: texts
        .filter((text) => {
          const box = text.getBoundingClientRect();
          return box.left < edge.left - 1 || box.right > edge.right + 1;
        })
        .map((text) => text.textContent.trim()),
      faint: texts
        .map((text) => ({ text: text.textContent.trim(), contrast: contrastOf(text, svg) }))
        .filter(({ contrast }) => contrast < 4.5),
    };
  });
  const { violations } = await window.axe.run(article, {
    runOnly: [
      'color-contrast',
      'link-name',
      'image-alt',
      'list',
      'table-fake-caption',
      'heading-order',
      'empty-heading',
    ],
  });
  return {
    pageOverflows: wider(document.documentElement),
    wideTables: [...article.querySelectorAll('table')].filter(
      (table) => wider(table) && !table.closest('details'),
    ).length,
    diagrams,
    axe: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    active: [...article.querySelectorAll('*')]
      .filter(
        ({ tagName, attributes }) =>
          /^(script|iframe|object|embed|style|form|input|img)$/i.test(tagName) ||
          [...attributes].some(({ name }) => /^on/i.test(name)),
      )
      .filter((element) => !element.closest('.diagram'))
      .map(({ outerHTML }) => outerHTML),
    links: [...article.querySelectorAll('a')].map(({ href }) => href),
    text: article.innerText,
  };
}

const SHELL = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Job summary</title><style>
${readFileSync(file('github-markdown-css/github-markdown.css'), 'utf8')}
body { margin: 0; background: #fff } @media (prefers-color-scheme: dark) { body { background: #0d1117 } }
article { box-sizing: border-box; padding: 16px; font-family: "Liberation Sans", sans-serif !important }
.diagram svg { display: block }
</style></head><body><article class="markdown-body"></article></body></html>`;

const { folder, pages, shots } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const seen = [];
try {
  for (const { scheme, width, mermaid, picture = false, until = null, open = false, scale = 1 } of shots) {
    const context = await browser.newContext({
      colorScheme: scheme,
      viewport: { width, height: 800 },
      deviceScaleFactor: scale,
      offline: true,
    });
    const page = await context.newPage();
    await page.setContent(SHELL);
    await page.addScriptTag({ path: file(`${mermaid}/dist/mermaid.min.js`) });
    await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
    for (const [name, text] of Object.entries(pages)) {
      const html = String(await markdown.process(text));
      const problems = await page.evaluate(show, { html, scheme });
      if (open)
        await page.evaluate(() =>
          document.querySelectorAll('details').forEach((one) => {
            one.open = true;
          }),
        );
      seen.push({ name, scheme, width, mermaid, problems, ...(await page.evaluate(measure)) });
      if (until !== null) await page.evaluate(cut, until);
      if (picture)
        await page.locator('article').screenshot({ path: join(folder, `${name}-${scheme}-${width}.png`) });
    }
    await context.close();
  }
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(seen));
