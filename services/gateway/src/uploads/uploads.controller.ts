import { Controller, Post, Req, Res } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { claimUpload, UploadPurposeName, uploadPurposes, type UploadPurpose } from '@alianza/contracts/gateway/uploads';
import type { InputOf } from '@alianza/contracts/operation';
import { allowed } from '@alianza/platform/calls/access.guard';
import type { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { Readable } from 'node:stream';
import { Callers } from '../callers/callers.js';
import type { EdgeReply, EdgeRequest } from '../http/edge-request.js';
import { NetworkDirectory } from '../networks/network-directory.js';
import { UploadsService } from './uploads.service.js';

@Controller()
export class UploadsController {
  constructor(
    private readonly uploads: UploadsService,
    private readonly networks: NetworkDirectory,
    private readonly callers: Callers,
  ) {}

  @Post('api/v1/:network/uploads')
  async stage(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    const { id: networkId } = await this.networks.get(request.params.network ?? '');
    const purpose = purposeOf(request);
    await this.admit(request, networkId, uploadPurposes[purpose]);
    const { headers, body } = request;
    if (!(body instanceof Readable))
      throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '', reason: 'wrong-content-type' }]);
    const staged = await this.uploads.stage({ networkId, purpose, headers, body });
    reply
      .status(201)
      .headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
      .send(JSON.stringify(staged));
  }

  @Operation(claimUpload)
  claim(input: InputOf<typeof claimUpload>, call: Call) {
    return this.uploads.claim(input, call);
  }

  private async admit(request: EdgeRequest, networkId: string, { access }: UploadPurpose): Promise<void> {
    const principal = await this.callers.principalOf(request, { networkId, access, kind: 'upload' });
    if (!allowed(access, principal)) throw new DomainError(principal.account ? generalErrors.forbidden : generalErrors.unauthenticated);
  }
}

function purposeOf({ query }: EdgeRequest): UploadPurposeName {
  const result = UploadPurposeName.safeParse(query.purpose);
  if (result.success) return result.data;
  throw new DomainError(generalErrors['input-invalid'], {}, [
    { pointer: '/purpose', reason: query.purpose === undefined ? 'missing' : 'not-allowed' },
  ]);
}
