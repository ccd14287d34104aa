import { expect } from '@jest/globals';
import { eventually } from '@alianza/testing/eventually';
import type { Locator, Page } from 'playwright-core';

/** More stops than any page has between two things that matter. */
const furthest = 260;

interface Stop {
  readonly what: string;
  readonly outlined: boolean;
  /** Within the screen and not covered by anything. */
  readonly inSight: boolean;
}

/** Runs in the page: what has the focus, and whether somebody can see that it does. */
function readFocus(): Stop {
  const focused = document.activeElement ?? document.body;
  // a field that only its label shows
  const label = focused instanceof HTMLInputElement ? (focused.labels?.[0] ?? null) : null;
  const shown = label !== null && focused.getBoundingClientRect().width <= 1 ? label : focused;
  const outlineOf = (element: Element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  };
  const { left, top, right, bottom } = shown.getBoundingClientRect();
  const seenAt = (part: number) => {
    const hit = document.elementFromPoint(left + (right - left) * part, top + (bottom - top) * part);
    return hit !== null && (shown.contains(hit) || hit.contains(shown));
  };
  const name = focused.getAttribute('aria-label') ?? focused.getAttribute('name') ?? focused.textContent?.trim().slice(0, 60) ?? '';
  return {
    what: `${focused.tagName.toLowerCase()}${focused.id === '' ? '' : `#${focused.id}`} ${name}`,
    outlined: outlineOf(focused) || (label !== null && outlineOf(label)),
    inSight: [0.1, 0.5, 0.9].some(seenAt),
  };
}

/** Somebody who has a keyboard and nothing else. Wherever the focus goes it must be seen, and be somewhere. */
export class Keyboard {
  constructor(readonly page: Page) {}

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.insertText(words);
  }

  async focus(): Promise<Stop> {
    await this.page.waitForFunction(() => document.activeElement !== document.body, null, { timeout: 10_000 }).catch(() => undefined); // it may just be on its way
    const stop = await this.page.evaluate(readFocus);
    expect(stop.what).not.toMatch(/^(?:body|html)\b/);
    expect(stop).toEqual({ what: stop.what, outlined: true, inSight: true });
    return stop;
  }

  has = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement);

  /** Goes from stop to stop until it is there. */
  async to(target: Locator, key: 'Tab' | 'Shift+Tab' | 'ArrowDown' | 'ArrowUp' = 'Tab'): Promise<void> {
    await target.waitFor();
    const passed: string[] = [];
    while (!(await this.has(target))) {
      await this.press(key);
      passed.push((await this.focus()).what);
      if (passed.length > furthest) throw new Error(`never came to ${target.toString()}; passed ${passed.slice(-12).join(' | ')}`);
    }
  }

  async write(target: Locator, words: string): Promise<void> {
    await this.to(target);
    await this.type(words);
  }

  async enter(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.to(target);
    await this.press(key);
  }

  /** Whoever is moved by the page itself, to a title or into a dialog, is there in the end, and seen. */
  async isAt(target: Locator): Promise<void> {
    await target.waitFor();
    await eventually(() => this.has(target), 10_000);
    await this.focus();
  }

  /** The focus is inside, at whichever part. */
  async isInside(target: Locator): Promise<void> {
    await target.waitFor();
    await eventually(() => target.evaluate((element) => element.contains(document.activeElement)), 10_000);
  }
}
