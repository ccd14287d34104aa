import chromium from '@sparticuz/chromium';
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { chromium as playwright, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--headless=new',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `CHROMIUM_PATH`, else the one that a package ships, unpacked; one that an earlier run left half unpacked is unpacked anew. */
export async function unpackedBrowser(): Promise<string> {
  const own = process.env.CHROMIUM_PATH;
  if (own !== undefined && !existsSync(own)) throw new Error(`CHROMIUM_PATH names no file: ${own}`);
  if (own !== undefined) return own;
  const path = await chromium.executablePath();
  if (spawnSync(path, ['--version']).status === 0) return path;
  rmSync(path);
  return chromium.executablePath();
}

/** Before anybody asks for one, `unpackedBrowser` has ended: a file that is there counts as whole. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({ executablePath: process.env.CHROMIUM_PATH ?? (await chromium.executablePath()), args: flags, headless: true });
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page: errors, and everything the content security policy refused. */
  readonly complaints: string[];
}

/** A page of its own person: nothing is shared with other visits. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: 'es-MX', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Uncaught/.test(message.text())) complaints.push(message.text());
  });
  return { page, context, complaints };
}
