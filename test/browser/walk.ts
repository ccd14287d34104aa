import { beforeAll, describe } from '@jest/globals';
import type { BrowserContext, Page, Response } from 'playwright-core';
import { look, type Sight } from './sights/sight.js';
import type { Lang, Stage } from './stage.js';

/** A page in one of its states, and what the browser said and got while it came into it. */
export interface Seen {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly answers: readonly Response[];
  /** What the browser has complained of since. */
  readonly since: () => readonly string[];
}

const refused = /content security policy/i;

/** Hears what all pages of these contexts complain of and are answered. */
function listen(contexts: readonly BrowserContext[]): { complaints: string[]; answers: Response[] } {
  const heard = { complaints: [] as string[], answers: [] as Response[] };
  for (const context of contexts) {
    context.on('console', (message) => {
      if (refused.test(message.text())) heard.complaints.push(`${message.page()?.url() ?? ''}: ${message.text()}`);
    });
    context.on('weberror', (error) => heard.complaints.push(error.error().message));
    context.on('response', (response) => heard.answers.push(response));
  }
  return heard;
}

const heardOn = new WeakMap<Stage, ReturnType<typeof listen>>();

async function see(stage: Stage, sight: Sight, lang: Lang): Promise<Seen> {
  const heard = heardOn.get(stage) ?? listen(Object.values(stage.as));
  heardOn.set(stage, heard);
  const taken = <T>(list: T[]): T[] => list.splice(0);
  taken(heard.complaints);
  taken(heard.answers);
  const page = await look(stage, sight, lang);
  return { page, complaints: taken(heard.complaints), answers: taken(heard.answers), since: () => taken(heard.complaints) };
}

/** Opens a page in a state once, for all that `cases` look at on it, one after the other. */
export function walk(stage: () => Stage, sight: Sight, lang: Lang, cases: (seen: () => Seen) => void): void {
  describe(`${sight.name}, ${lang}`, () => {
    let seen: Seen | undefined;
    beforeAll(async () => {
      seen = await see(stage(), sight, lang);
    }, 30_000);
    cases(() => {
      if (!seen) throw new Error('it did not open');
      return seen;
    });
  });
}
