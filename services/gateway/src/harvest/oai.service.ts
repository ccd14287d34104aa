import { Inject, Injectable } from '@nestjs/common';
import { getNetwork } from '@alianza/contracts/membership/networks';
import { getTaxonomy } from '@alianza/contracts/repository/taxonomy';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { Clock } from '@alianza/platform/clock';
import { CONFIG } from '@alianza/platform/run/service-definition';
import { networkText } from '@alianza/texts/network-text';
import { textIn } from '@alianza/texts/server';
import type { Text } from '@alianza/texts/text';
import type { GatewayConfig } from '../config.js';
import { answered, refused, type Repository } from './oai-answer.js';
import type { Spoken } from './dublin-core.js';
import { OaiError } from './oai-error.js';
import { readRequest, type OaiRequest } from './oai-request.js';
import { OaiTokens } from './oai-token.js';
import { verbAnswers } from './oai-verbs.js';
import { PublicReading, type Ask } from './public-reading.js';

/** OAI-PMH 2.0 over what each network has published. Nothing is remembered between two questions. */
@Injectable()
export class OaiService {
  private readonly tokens: OaiTokens;

  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    private readonly reading: PublicReading,
    private readonly clock: Clock,
  ) {
    this.tokens = new OaiTokens(config.SERVICE_KEY);
  }

  /** The whole document for what was sent. Throws `network-not-found`. */
  async answer(code: string, sent: URLSearchParams): Promise<string> {
    const ask = await this.reading.in(code);
    const { name, zone } = await ask(getNetwork, {});
    const repository = { origin: this.config.ORIGIN, code, name, zone, spoken: await spokenIn(this.reading, code) };
    let request: OaiRequest | undefined;
    try {
      request = readRequest(sent);
      return await this.understood(request, repository, ask);
    } catch (error) {
      if (!(error instanceof OaiError)) throw error;
      return refused(this.clock.instant().toISOString(), repository, { ...request }, error);
    }
  }

  private async understood(request: OaiRequest, repository: Repository, ask: Ask): Promise<string> {
    const setting = { repository, ask, tokens: this.tokens, contact: this.config.CONTACT_MAIL };
    const { at = this.clock.instant().toISOString(), content } = await verbAnswers[request.verb](request, setting);
    return answered(at, repository, request, content);
  }
}

/** Concepts as the network calls them. */
async function spokenIn(reading: PublicReading, code: string): Promise<Spoken> {
  const said = async (lang: PortalLanguage): Promise<Text> => {
    const ask = await reading.in(code, lang);
    return networkText(textIn(lang), (await ask(getTaxonomy, {})).concepts);
  };
  const [es, en] = await Promise.all([said('es'), said('en')]);
  return { es, en };
}
