import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumOptions, root } from '../../scripts/hosts/index.mjs';
import { compilePack, createEvidence, type Evidence } from '../../src/checks/evidence';
import { readPack } from '../../src/cli/packs';
import { pageHtml } from '../../src/extension/views/page-html';
import { answerEvidence } from '../../src/server/evidence/answer';
import type {
  EvidenceData,
  EvidenceToPage,
  EvidenceToExtension,
} from '../../src/webview/evidence/messages';
import { trainedWording } from '../support/shipped';
import { englishTexts } from '../support/evidence-texts';
import { withReferences } from './large-pack';
import { percentile } from './statistics';
import type { Measured, Suite } from './types';

const QUERIES = [
  'immune rejection of allogeneic cells',
  'osteoarthritis bone marow',
  'huang 2010',
  'umbilical cord diabetes',
  'older donors proliferate',
  'cardiomyopathy trial',
];
const MANY = 50_000;

/**
 * From a keystroke in the evidence view to its results on the screen, in a browser: the page as it ships, the server's
 * own functions behind it, and VS Code's messages between them left out. Needs dist/.
 */
export const view: Suite = { name: 'view', run };

async function run(): Promise<Measured> {
  const { pack } = readPack('data/packs/msc-allogeneic-autologous');
  if (!pack) throw new Error('The shipped pack cannot be read; run `caveat pack check`.');
  const shipped = createEvidence([compilePack(pack)], trainedWording());
  const large = createEvidence([compilePack(withReferences(pack, MANY))], trainedWording());
  const few = await keystrokes(shipped);
  const many = await keystrokes(large);
  return {
    benches: [
      {
        name: 'evidence view, keystroke to results, median',
        value: percentile(few, 0.5),
        unit: 'ms',
      },
      {
        name: 'evidence view, keystroke to results, 95th percentile',
        value: percentile(few, 0.95),
        unit: 'ms',
        limit: 50,
      },
      { name: 'the same with 50,000 references, median', value: percentile(many, 0.5), unit: 'ms' },
      {
        name: 'the same with 50,000 references, 95th percentile',
        value: percentile(many, 0.95),
        unit: 'ms',
        limit: 120,
      },
    ],
  };
}

/** Milliseconds of each keystroke of all queries, the first query left out: it warms the page up. */
async function keystrokes(evidence: Evidence): Promise<number[]> {
  const server = await serve(evidence);
  const browser = await chromium.launch(await chromiumOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.locator('.card').first().waitFor();
    const times: number[] = [];
    for (const [i, query] of [QUERIES[0] ?? '', ...QUERIES].entries()) {
      const measured = await typed(page, query);
      if (i > 0) times.push(...measured);
    }
    return times;
  } finally {
    await browser.close();
    server.close();
  }
}

/** Types letter by letter, as a person does, and has the page say when each answer stood on the screen. */
async function typed(page: Page, query: string): Promise<number[]> {
  await page.locator('.search input').fill('');
  await page.waitForTimeout(100);
  await page.locator('.search input').focus();
  const times: number[] = [];
  for (const letter of query) {
    await page.evaluate('measureNext()');
    await page.keyboard.type(letter);
    times.push(await page.evaluate<number>('measured()'));
    await page.waitForTimeout(30);
  }
  return times;
}

/** The page, its files, and a host that puts its questions to the server's functions. */
async function serve(evidence: Evidence): Promise<Server> {
  const data: EvidenceData = { texts: englishTexts(), isRunning: true, isTrusted: true };
  const server = createServer((request, response) => {
    const { url = '/' } = request;
    const respond = async () => {
      if (url === '/ask') {
        let body = '';
        for await (const part of request) body += String(part);
        const { question, id } = JSON.parse(body) as EvidenceToExtension & { type: 'ask' };
        const answer: EvidenceToPage = {
          type: 'answer',
          id,
          answer: answerEvidence(evidence, question),
        };
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answer));
        return;
      }
      if (url === '/') {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(shell(data));
        return;
      }
      const types: Record<string, string> = {
        css: 'text/css',
        js: 'text/javascript',
        ttf: 'font/ttf',
      };
      const name = url.slice(1).replace(/\?.*/, '');
      response.setHeader('content-type', types[name.split('.').at(-1) ?? ''] ?? 'text/plain');
      response.end(await readFile(join(root, 'dist', 'webview', name)));
    };
    respond().catch(() => {
      response.statusCode = 404;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** The page as the extension makes it, with a host of its own before the page's script. */
function shell(data: EvidenceData): string {
  const html = pageHtml({
    name: 'evidence',
    title: 'Evidence',
    data,
    language: 'en',
    source: "'self'",
    nonce: 'bench',
    file: (name) => `/${name}`,
  });
  return html
    .replace('<meta http-equiv', '<meta data-was')
    .replace('<div id="root">', `<script nonce="bench">${HOST}</script><div id="root">`);
}

/**
 * In the page: answers come by a request instead of a message. A keystroke is measured from its input event until the
 * frame after the one in which the answer to it was drawn.
 */
const HOST = `
let began = 0, done, asked = 0;
function measureNext() {
  began = 0;
  done = new Promise((resolve) => (resolveDone = resolve));
}
let resolveDone = () => {};
function measured() { return done; }
addEventListener('input', () => { began = performance.now(); }, true);
function acquireVsCodeApi() {
  return {
    getState() {},
    setState() {},
    async postMessage(message) {
      if (message.type !== 'ask') return;
      const mine = ++asked;
      const response = await fetch('/ask', { method: 'POST', body: JSON.stringify(message) });
      const answer = await response.json();
      window.postMessage(answer);
      if (mine !== asked || began === 0) return;
      const from = began;
      const wait = () => {
        const list = document.querySelector('.list');
        const stands = answer.answer.total === 0
          ? document.querySelector('.empty')
          : list && document.querySelector('#card-0')?.innerText.includes(answer.answer.cards[0].text.slice(0, 40));
        if (!stands) return requestAnimationFrame(wait);
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolveDone(performance.now() - from);
          channel.port2.postMessage(0);
        });
      };
      setTimeout(wait);
    },
  };
}
`;
