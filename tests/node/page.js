// The page of a bundle before html-validate and axe-core (WCAG 2.2 A and AA, in jsdom). Ends with 0 when neither finds
// anything. Contrast is computed elsewhere: jsdom draws nothing.
//
//	node page.js MODULES START-HERE.html
const fs = require('node:fs');
const path = require('node:path');

const [modules, file] = process.argv.slice(2);
const load = (name) => require(path.join(modules, name));

async function main() {
  const html = fs.readFileSync(file, 'utf8');
  const { HtmlValidate } = load('html-validate');
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
    // `bdi` around each cell keeps foreign directions inside; the rest is about how source is typed.
    rules: { 'no-trailing-whitespace': 'off', 'long-title': ['error', { maxlength: 70 }] },
  });
  const report = await validator.validateString(html, 'START-HERE.html');
  const wrong = report.results.flatMap((result) => result.messages);
  for (const message of wrong.slice(0, 20)) {
    console.log(`html-validate ${message.line}:${message.column} ${message.ruleId}: ${message.message}`);
  }

  const { JSDOM } = load('jsdom');
  const dom = new JSDOM(html, { runScripts: 'outside-only', pretendToBeVisual: true });
  dom.window.eval(fs.readFileSync(path.join(modules, 'axe-core', 'axe.min.js'), 'utf8'));
  const found = await dom.window.axe.run(dom.window.document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: false } },
  });
  for (const violation of found.violations) {
    console.log(`axe ${violation.id}: ${violation.help}: ${violation.nodes[0].html.slice(0, 200)}`);
  }
  if (found.passes.length < 10) throw new Error(`axe looked at ${found.passes.length} rules only`);

  const { document } = dom.window;
  const chart = document.querySelector('svg[role=img]');
  const text = chart && chart.getAttribute('aria-labelledby').split(' ').map((id) => document.getElementById(id));
  if (!chart || text.some((part) => !part || !part.textContent.trim())) throw new Error('the chart has no text');
  const outside = [...document.querySelectorAll('[src], link, script, iframe, object, form, [style]')];
  if (outside.length > 0) throw new Error(`the page reaches out: ${outside[0].outerHTML.slice(0, 200)}`);
  const links = [...document.querySelectorAll('[href]')].map((link) => link.getAttribute('href'));
  const odd = links.filter((link) => !link.startsWith('#') && !fs.existsSync(path.join(path.dirname(file), link)));
  if (odd.length > 0) throw new Error(`a link leads nowhere: ${odd[0]}`);
  process.exit(wrong.length + found.violations.length > 0 ? 1 : 0);
}

main().catch((error) => {
  console.log(String(error.stack || error));
  process.exit(1);
});
