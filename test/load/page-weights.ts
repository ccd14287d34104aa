import { openBrowser, unpackedBrowser } from '@alianza/testing/browser';
import { most, weigh, type Weight } from '../browser/weight.js';
import { isWanted, type BenchOptions } from './options.js';
import type { Stage } from './stage/stage.js';

export interface WeighedPage extends Weight {
  readonly page: string;
  readonly width: number;
  readonly holds: boolean;
}

const widths = [360, 1440];

/** What a visitor's first public pages cost to open, and whether anything on them jumps: no rate, so each is opened once. */
export async function weighPages({ ports, practices }: Stage, options: BenchOptions): Promise<WeighedPage[]> {
  const [practice] = practices;
  if (!practice || !isWanted(options, 'public-pages')) return [];
  const { network, slug } = practice;
  const pages = ['', '/practicas', `/practicas/${slug}`, '/organizaciones', '/ayuda'].map((page) => `/${network.code}${page}`);
  await unpackedBrowser();
  const browser = await openBrowser();
  const weighed: WeighedPage[] = [];
  try {
    for (const page of pages)
      for (const width of widths) {
        const weight = await weigh(browser, `http://127.0.0.1:${String(ports.product)}${page}`, width);
        weighed.push({ page, width, ...weight, holds: weight.script > 0 && weight.script <= most.script && weight.shift < most.shift });
      }
  } finally {
    await browser.close();
  }
  return weighed;
}

export const lineForPage = ({ page, width, script, shift, holds }: WeighedPage): string =>
  `${page.padEnd(56)} ${String(width).padStart(4)} px  ${(script / 1024).toFixed(0).padStart(4)} KB of scripts, shift ${shift.toFixed(3)}  ${holds ? 'ok' : 'MISSED'}`;
