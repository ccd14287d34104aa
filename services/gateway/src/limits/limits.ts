import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '@alianza/platform/clock';
import { Observer } from '@alianza/platform/observe/observer';
import { CONFIG } from '@alianza/platform/run/service-definition';
import type { GatewayConfig } from '../config.js';
import { LimitWindow } from './limit-window.js';
import { RateLimitedError, type Standing } from './rate-limited.error.js';
import { limitNames, rulesOf, type LimitName, type Rules } from './rules.js';
import { SharedCounts } from './shared-counts.js';
import { Pseudonyms } from './pseudonyms.js';

/** One that is counted: an address, or issuer and subject of a person. */
export interface Claim {
  readonly name: LimitName;
  readonly who: string;
}

/** Milliseconds after which other replicas know of what was counted here. */
const interval = 1000;
/** Windows of one limit that are remembered; with more, those that began first are forgotten here and stay in the shared count. */
const most = 50_000;

/**
 * How often who may do what. Reads are counted here and told to the other replicas once a second; writes are counted in the database before
 * they are done. Where that is away each replica counts by itself.
 */
@Injectable()
export class Limits implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rules: Rules;
  private readonly windows: Readonly<Record<LimitName, Map<string, LimitWindow>>>;
  private readonly untold = new Set<LimitWindow>();
  private readonly pseudonyms: Pseudonyms;
  private readonly refusals: (limit: string) => { add(): void };
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) config: GatewayConfig,
    private readonly clock: Clock,
    private readonly counts: SharedCounts,
    observer: Observer,
  ) {
    this.rules = rulesOf(config.LIMITS);
    this.windows = Object.fromEntries(limitNames.map((name) => [name, new Map()])) as unknown as typeof this.windows;
    this.pseudonyms = new Pseudonyms(config.SERVICE_KEY);
    const refused = observer.metrics.counter('alianza_rate_limit_refusals_total', 'Requests refused by a limit', ['limit']);
    this.refusals = refused.by('limit', {});
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tell(), interval).unref();
  }

  /** What was counted last outlives this process. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.tell();
  }

  /** Counts one in memory. Throws `RateLimitedError` where that is too many; what is refused does not count. */
  count(claim: Claim): void {
    const window = this.admitting(claim);
    if (window.more()) this.untold.add(window);
  }

  /** Throws where one more would be too many; counts nothing. */
  admit(claim: Claim): void {
    this.admitting(claim);
  }

  /** Counts one of each among all replicas. Throws `RateLimitedError` where that is too many; answers how it stands with the one nearest to that. */
  async spend(claims: readonly Claim[]): Promise<Standing | null> {
    const windows = claims.map((claim) => this.admitting(claim));
    // one after the other: what the first refuses does not use up the next
    if (this.counts.present) for (const window of windows) await this.countShared(window);
    else for (const claim of claims) this.count(claim);
    const standings = windows.map((window) => this.standingOf(window)).sort((one, other) => one.left - other.left);
    return standings[0] ?? null;
  }

  private async countShared(window: LimitWindow): Promise<void> {
    const { id, rule } = window;
    try {
      const counted = await this.counts.add({ id, more: 1, seconds: rule.seconds });
      window.learn(counted);
      if (counted.used > rule.most) throw this.refused(window);
    } catch (error) {
      if (error instanceof RateLimitedError) throw error;
      if (window.isFull) throw this.refused(window); // others came in while this one waited
      if (window.more()) this.untold.add(window); // the database is away: this replica counts by itself, and tells later
    }
  }

  private admitting({ name, who }: Claim): LimitWindow {
    const now = this.clock.instant().getTime();
    const windows = this.windows[name];
    const known = windows.get(who);
    if (known && now < known.ends) {
      if (known.isFull) throw this.refused(known);
      return known;
    }
    windows.delete(who); // what begins anew stands last
    if (windows.size >= most) for (const oldest of windows.keys()) if (windows.delete(oldest) && windows.size < most * 0.9) break;
    const window = new LimitWindow({ id: this.pseudonyms.of(name, who), name, rule: this.rules[name], now });
    windows.set(who, window);
    return window;
  }

  private async tell(): Promise<void> {
    const told = [...this.untold];
    this.untold.clear();
    await Promise.all(told.map((window) => this.tellOne(window)));
  }

  /** What a window that is over has counted is nothing to the next one. */
  private async tellOne(window: LimitWindow): Promise<void> {
    const more = window.take();
    if (more === 0 || this.clock.instant().getTime() >= window.ends) return;
    try {
      window.learn(await this.counts.add({ id: window.id, more, seconds: window.rule.seconds }));
    } catch {
      window.giveBack(more);
      this.untold.add(window);
    }
  }

  private refused(window: LimitWindow): RateLimitedError {
    this.refusals(window.name).add();
    return new RateLimitedError(this.standingOf(window));
  }

  private standingOf(window: LimitWindow): Standing {
    return window.standing(this.clock.instant().getTime());
  }
}
