import { Controller } from '@nestjs/common';
import { acceptInvitation, describeInvitation, issueInvitation, revokeInvitation } from '@alianza/contracts/membership/invitations';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { AcceptanceService } from './acceptance.service.js';
import { InvitationsService } from './invitations.service.js';
import { OfferingService } from './offering.service.js';

@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly acceptance: AcceptanceService,
    private readonly offering: OfferingService,
  ) {}

  @Operation(describeInvitation)
  describe(input: InputOf<typeof describeInvitation>, call: Call) {
    return this.invitations.describe(input, call);
  }

  @Operation(acceptInvitation)
  accept(input: InputOf<typeof acceptInvitation>, call: Call) {
    return this.acceptance.accept(input, call);
  }

  @Operation(issueInvitation)
  issue(input: InputOf<typeof issueInvitation>, call: Call) {
    return this.offering.issue(input, call);
  }

  @Operation(revokeInvitation)
  revoke(input: InputOf<typeof revokeInvitation>, call: Call) {
    return this.offering.revoke(input, call);
  }
}
