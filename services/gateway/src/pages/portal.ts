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
import { preferredType } from './preferred-type.js';

/** A page as the portal's server build writes it. One that is personal has a place for a nonce. */
export interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly personal: boolean;
}

type Call = (id: string, input: Readonly<Record<string, unknown>>, lang: PortalLanguage) => Promise<unknown>;
/** A form that was refused, as its page shows it again. */
export interface Posted {
  readonly status: number;
  readonly values: Readonly<Record<string, string>>;
  readonly wrong: readonly string[];
  readonly title: string;
  readonly detail: string;
}

interface Build {
  readonly render: (page: { url: string; origin: string; call: Call; type: string | null; posted: Posted | null }) => Promise<Page>;
  /** Media types besides HTML in which the page at an address can be had. */
  readonly typesAt: (url: string) => readonly string[];
}

const readable = new Map(operations.filter(isPublicRead).map((operation) => [operation.id as string, operation]));

/** Pages of the portal, written by its server build from what everybody may read. */
@Injectable()
export class Portal implements OnModuleInit {
  private build: Build | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    private readonly networks: NetworkDirectory,
    private readonly answers: PublicAnswers,
  ) {}

  async onModuleInit(): Promise<void> {
    const entry = path.resolve(this.config.WEB_DIST, 'server/entry.js');
    if (!existsSync(entry)) throw new Error(`no portal is built in ${this.config.WEB_DIST}: npm run build -w web makes it`);
    this.build = (await import(pathToFileURL(entry).href)) as Build;
  }

  /**
   * `code` is the first segment of the address; whether it names a network shows when the page asks for something of it. Where a page can be had
   * in other forms, which one is told by `accept`.
   */
  async page(url: string, code: string, accept?: string): Promise<Page> {
    const { render, typesAt } = this.loaded();
    const others = typesAt(url);
    const type = preferredType(accept, others);
    const page = await this.answers.keep(`page ${url} ${type ?? ''}`, () =>
      render({ url, origin: this.config.ORIGIN, call: this.callIn(code), type, posted: null }),
    );
    return others.length === 0 ? page : { ...page, headers: { ...page.headers, vary: 'accept' } };
  }

  /** The page of a form, for the one who sent it. */
  form(url: string, code: string, posted: Posted): Promise<Page> {
    return this.loaded().render({ url, origin: this.config.ORIGIN, call: this.callIn(code), type: null, posted });
  }

  private loaded(): Build {
    if (this.build === null) throw new Error('the portal is not loaded');
    return this.build;
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
