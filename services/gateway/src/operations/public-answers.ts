import { Inject, Injectable } from '@nestjs/common';
import type { Operation } from '@alianza/contracts/operation';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import type { Answer } from '@alianza/platform/nats/wire';
import { anyone } from '@alianza/platform/principals/principals';
import { Recent } from '@alianza/platform/recent';
import { CONFIG } from '@alianza/platform/run/service-definition';
import type { GatewayConfig } from '../config.js';
import type { NetworkEntry } from '../networks/network-directory.js';
import { Patience } from './patience.js';

export interface PublicQuestion {
  readonly operation: Operation;
  readonly network: NetworkEntry | null;
  readonly lang: PortalLanguage;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Answers and whole pages together: a page is a hundred times an answer. */
const most = 1000;

/**
 * Who asks for the same public thing within a second shares one answer, also while it is on its way. Pages stand beside the answers they are
 * made of and are forgotten with them, so that neither is older than the other allows. Refusals are not kept.
 */
@Injectable()
export class PublicAnswers {
  private readonly recent: Recent<Promise<unknown>> | null;

  constructor(
    @Inject(CONFIG) { KEEP_PUBLIC_MS }: Pick<GatewayConfig, 'KEEP_PUBLIC_MS'>,
    private readonly operations: OperationsClient,
    private readonly patience: Patience,
  ) {
    this.recent = KEEP_PUBLIC_MS === 0 ? null : new Recent(KEEP_PUBLIC_MS, most);
  }

  /** As nobody, whoever asks. */
  ask({ operation, network, lang, input }: PublicQuestion): Promise<Answer> {
    const names = Object.keys(input).sort();
    const body = JSON.stringify(Object.fromEntries(names.map((name) => [name, input[name]])));
    const networkId = network?.id ?? null;
    const asking = { principal: anyone(networkId), body, lang, fallback: network?.languages[0], timeout: this.patience.left() };
    return this.keep([operation.id, networkId, lang, body].join(' '), () => this.operations.send(operation, asking));
  }

  keep<T>(key: string, make: () => Promise<T>): Promise<T> {
    if (this.recent === null) return make();
    const { recent } = this;
    return recent.get(key, () => {
      const made = make();
      made.catch(() => recent.forget(key));
      return made;
    }) as Promise<T>;
  }
}
