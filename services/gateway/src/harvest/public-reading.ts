import { Injectable } from '@nestjs/common';
import type { Operation, OutputOf } from '@alianza/contracts/operation';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { NetworkDirectory, type NetworkEntry } from '../networks/network-directory.js';
import { PublicAnswers } from '../operations/public-answers.js';

/** What everybody may read, asked of the services. */
export type Ask = <T extends Operation>(operation: T, input: Readonly<Record<string, unknown>>) => Promise<OutputOf<T>>;

/** As nobody: for documents that are made of public answers. */
@Injectable()
export class PublicReading {
  constructor(
    private readonly networks: NetworkDirectory,
    private readonly answers: PublicAnswers,
  ) {}

  /** In the network's own language where none is given. Throws `network-not-found`. */
  async in(code: string, lang?: PortalLanguage): Promise<Ask> {
    const network = await this.networks.get(code);
    return this.asking(network, lang ?? network.languages[0] ?? 'es');
  }

  all(): Promise<NetworkEntry[]> {
    return this.networks.all();
  }

  /** What many ask for within a second is made once. */
  keep<T>(key: string, make: () => Promise<T>): Promise<T> {
    return this.answers.keep(key, make);
  }

  private asking(network: NetworkEntry, lang: PortalLanguage): Ask {
    return async <T extends Operation>(operation: T, input: Readonly<Record<string, unknown>>) => {
      const { body } = await this.answers.ask({ operation, network, lang, input });
      return JSON.parse(body) as OutputOf<T>;
    };
  }
}
