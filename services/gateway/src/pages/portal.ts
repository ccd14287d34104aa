import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { inNetworkPath, isPublicRead } from '@alianza/contracts/operation';
import { operations } from '@alianza/contracts/registry';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { CONFIG } from '@alianza/platform/run/service-definition';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GatewayConfig } from '../config.js';
import { NetworkDirectory } from '../networks/network-directory.js';
import { PublicAnswers } from '../operations/public-answers.js';

/** A page as the portal's server build writes it. One that is personal has a place for a nonce. */
export interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
  readonly personal: boolean;
}

type Call = (id: string, input: Readonly<Record<string, unknown>>, lang: PortalLanguage) => Promise<unknown>;
type Render = (page: { url: string; origin: string; call: Call }) => Promise<Page>;

const readable = new Map(operations.filter(isPublicRead).map((operation) => [operation.id as string, operation]));

/** Pages of the portal, written by its server build from what everybody may read. */
@Injectable()
export class Portal implements OnModuleInit {
  private render: Render | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    private readonly networks: NetworkDirectory,
    private readonly answers: PublicAnswers,
  ) {}

  async onModuleInit(): Promise<void> {
    const entry = path.resolve(this.config.WEB_DIST, 'server/entry.js');
    if (!existsSync(entry)) throw new Error(`no portal is built in ${this.config.WEB_DIST}: npm run build -w web makes it`);
    this.render = ((await import(pathToFileURL(entry).href)) as { render: Render }).render;
  }

  /** `code` is the first segment of the address; whether it names a network shows when the page asks for something of it. */
  page(url: string, code: string): Promise<Page> {
    const { render } = this;
    if (render === null) throw new Error('the portal is not loaded');
    return this.answers.keep(`page ${url}`, () => render({ url, origin: this.config.ORIGIN, call: this.callIn(code) }));
  }

  /** As nobody: a page holds nothing that depends on who asks. */
  private callIn(code: string): Call {
    return async (id, input, lang) => {
      const operation = readable.get(id);
      if (!operation) throw new Error(`${id} is not for everybody to read`);
      const network = inNetworkPath(operation) ? await this.networks.get(code) : null;
      const { body } = await this.answers.ask({ operation, network, lang, input });
      return JSON.parse(body) as unknown;
    };
  }
}
