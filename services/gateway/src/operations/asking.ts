import { Injectable } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { inNetworkPath, isPublicRead, type Operation } from '@alianza/contracts/operation';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import type { Answer } from '@alianza/platform/nats/wire';
import { Callers } from '../callers/callers.js';
import { speak, type EdgeRequest } from '../http/edge-request.js';
import { chooseLanguage } from '../language/language.js';
import { NetworkDirectory, type NetworkEntry } from '../networks/network-directory.js';
import { gather } from './gather.js';
import { Patience } from './patience.js';
import { PublicAnswers } from './public-answers.js';

const visible = /^[\x21-\x7e]{1,200}$/;

/** One HTTP request → one question to the service of its operation; what that says goes out as it came. */
@Injectable()
export class Asking {
  constructor(
    private readonly networks: NetworkDirectory,
    private readonly callers: Callers,
    private readonly answers: PublicAnswers,
    private readonly operations: OperationsClient,
    private readonly patience: Patience,
  ) {}

  async answer(operation: Operation, request: EdgeRequest): Promise<Answer> {
    const network = inNetworkPath(operation) ? await this.networks.get(request.params.network ?? '') : null;
    return isPublicRead(operation) ? this.askAsNobody(operation, request, network) : this.askAsCaller(operation, request, network);
  }

  private askAsNobody(operation: Operation, request: EdgeRequest, network: NetworkEntry | null): Promise<Answer> {
    const lang = speak(request, languageOf(request, network));
    return this.answers.ask({ operation, network, lang, input: gather(operation, request) });
  }

  private async askAsCaller(operation: Operation, request: EdgeRequest, network: NetworkEntry | null): Promise<Answer> {
    const started = performance.now();
    const { method, access } = operation;
    speak(request, languageOf(request, network));
    const principal = await this.callers.principalOf(request, { networkId: network?.id ?? null, access, fresh: method !== 'GET' });
    const lang = speak(request, languageOf(request, network, principal.person?.language));
    return this.operations.send(operation, {
      principal,
      body: JSON.stringify(gather(operation, request)),
      lang,
      fallback: network?.languages[0],
      version: versionOf(request),
      idempotencyKey: method === 'GET' ? undefined : keyOf(request),
      timeout: this.patience.left(performance.now() - started),
    });
  }
}

const languageOf = ({ query, headers }: EdgeRequest, network: NetworkEntry | null, preferred?: NetworkEntry['languages'][number]) =>
  chooseLanguage({ asked: query.lang, preferred, acceptLanguage: headers['accept-language'], network: network?.languages });

/** If-Match as it came; what no service could have said as an ETag names no version. */
function versionOf({ headers }: EdgeRequest): string | undefined {
  const tag = headers['if-match'];
  return tag !== undefined && visible.test(tag) ? tag : undefined;
}

function keyOf({ headers }: EdgeRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && visible.test(key)) return key;
  throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '', reason: 'wrong-idempotency-key' }]);
}
