import { Controller } from '@nestjs/common';
import { inviteSecretariat, listSecretariat, revokeSecretariatInvitation } from '@alianza/contracts/membership/settings/first-people';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { SecretariatService } from './secretariat.service.js';

@Controller()
export class SecretariatController {
  constructor(private readonly secretariat: SecretariatService) {}

  @Operation(listSecretariat)
  list(_input: InputOf<typeof listSecretariat>, call: Call) {
    return this.secretariat.list(call);
  }

  @Operation(inviteSecretariat)
  invite(input: InputOf<typeof inviteSecretariat>, call: Call) {
    return this.secretariat.invite(input, call);
  }

  @Operation(revokeSecretariatInvitation)
  revoke(input: InputOf<typeof revokeSecretariatInvitation>, call: Call) {
    return this.secretariat.revoke(input, call);
  }
}
