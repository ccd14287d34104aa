import type { Standing } from './rate-limited.error.js';
import type { LimitName, Rule } from './rules.js';
import type { Counted } from './shared-counts.js';

interface Begun {
  readonly id: string;
  readonly name: LimitName;
  readonly rule: Rule;
  /** Milliseconds by the database's clock. */
  readonly now: number;
}

/** What one replica knows of one count: what all had counted when it last heard, and what it counted itself since. */
export class LimitWindow {
  readonly id: string;
  readonly name: LimitName;
  readonly rule: Rule;
  ends: number;
  private known = 0;
  private untold = 0;

  constructor({ id, name, rule, now }: Begun) {
    this.id = id;
    this.name = name;
    this.rule = rule;
    this.ends = now + rule.seconds * 1000;
  }

  get isFull(): boolean {
    return this.known + this.untold >= this.rule.most;
  }

  /** Whether this is the first of which the others do not know. */
  more(): boolean {
    return this.untold++ === 0;
  }

  /** What the others are told now; it counts on here meanwhile. */
  take(): number {
    const taken = this.untold;
    this.known += taken;
    this.untold = 0;
    return taken;
  }

  giveBack(taken: number): void {
    this.known -= taken;
    this.untold += taken;
  }

  /** Answers to several that went together come in any order: within one window the count only grows. */
  learn({ used, ends }: Counted): void {
    this.known = ends === this.ends ? Math.max(this.known, used) : used;
    this.ends = ends;
  }

  standing(now: number): Standing {
    const left = Math.max(0, this.rule.most - this.known - this.untold);
    return { ...this.rule, name: this.name, left, resets: Math.max(1, Math.ceil((this.ends - now) / 1000)) };
  }
}
