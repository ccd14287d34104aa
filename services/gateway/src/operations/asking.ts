import { Injectable } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { inNetworkPath, isPublicRead, type Operation } from '@alianza/contracts/operation';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import type { Answer } from '@alianza/platform/nats/wire';
import { inSpan } from '@alianza/platform/observe/tracing';
import { Callers } from '../callers/callers.js';
import { speak, type EdgeRequest } from '../http/edge-request.js';
import { Admission } from '../limits/admission.js';
import { chooseLanguage } from '../language/language.js';
import { NetworkDirectory, type NetworkEntry } from '../networks/network-directory.js';
import { gather } from './gather.js';
import { Patience } from './patience.js';
import { PublicAnswers } from './public-answers.js';

const proving = { name: 'who asks', hop: 'signature' } as const;
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
    private readonly admission: Admission,
  ) {}

  answer(operation: Operation, request: EdgeRequest): Promise<Answer> {
    return isPublicRead(operation) ? this.askAsNobody(operation, request) : this.askAsCaller(operation, request);
  }

  /** Who meets a kept one is spared all that leads to it. */
  private async askAsNobody(operation: Operation, request: EdgeRequest): Promise<Answer> {
    this.admission.toPublic(request);
    try {
      return await this.answers.keepAt(request, operation, () => this.askForNobody(operation, request));
    } catch (error) {
      const network = await this.networkOf(operation, request).catch(() => null); // whose language the refusal speaks
      speak(request, languageOf(request, network));
      throw error;
    }
  }

  private async askForNobody(operation: Operation, request: EdgeRequest): Promise<Answer> {
    const network = await this.networkOf(operation, request);
    return this.answers.ask({ operation, network, lang: languageOf(request, network), input: gather(operation, request) });
  }

  private async networkOf(operation: Operation, request: EdgeRequest): Promise<NetworkEntry | null> {
    if (!inNetworkPath(operation)) return null;
    const { network = '' } = request.params;
    if (!this.networks.knows(network)) this.admission.toPublic(request); // to look for it is work, whoever asks
    return this.networks.get(network);
  }

  private async askAsCaller(operation: Operation, request: EdgeRequest): Promise<Answer> {
    const network = await this.networkOf(operation, request);
    const started = performance.now();
    const { method, access, recent } = operation;
    const kind = method === 'GET' ? ('read' as const) : ('write' as const);
    speak(request, languageOf(request, network));
    const asked = { networkId: network?.id ?? null, access, kind, recent };
    const principal = await inSpan(proving, () => this.callers.principalOf(request, asked));
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
