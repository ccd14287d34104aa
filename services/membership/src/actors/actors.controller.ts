import { Controller } from '@nestjs/common';
import {
  addActor,
  editActor,
  exportActors,
  getActor,
  inviteActor,
  listActors,
  moveActor,
  openActorInvitation,
  recognizeActor,
  stopActorMails,
} from '@alianza/contracts/membership/directory/actors';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { ActorsService } from './actors.service.js';
import { InvitingService } from './inviting.service.js';
import { ActorListing } from './reading/listing.service.js';

@Controller()
export class ActorsController {
  constructor(
    private readonly actors: ActorsService,
    private readonly listing: ActorListing,
    private readonly inviting: InvitingService,
  ) {}

  @Operation(listActors)
  list(input: InputOf<typeof listActors>, call: Call) {
    return this.listing.list(input, call);
  }

  @Operation(getActor)
  get({ id }: InputOf<typeof getActor>, call: Call) {
    return this.actors.get(id, call);
  }

  @Operation(addActor)
  add(input: InputOf<typeof addActor>, call: Call) {
    return this.actors.add(input, call);
  }

  @Operation(editActor)
  edit(input: InputOf<typeof editActor>, call: Call) {
    return this.actors.edit(input, call);
  }

  @Operation(moveActor)
  move(input: InputOf<typeof moveActor>, call: Call) {
    return this.actors.move(input, call);
  }

  @Operation(inviteActor)
  invite({ id }: InputOf<typeof inviteActor>, call: Call) {
    return this.inviting.invite(id, call);
  }

  @Operation(recognizeActor)
  recognize(input: InputOf<typeof recognizeActor>, call: Call) {
    return this.actors.recognize(input, call);
  }

  @Operation(exportActors)
  export(input: InputOf<typeof exportActors>, call: Call) {
    return this.listing.export(input, call);
  }

  @Operation(openActorInvitation)
  open({ secret }: InputOf<typeof openActorInvitation>, call: Call) {
    return this.inviting.open(secret, call);
  }

  @Operation(stopActorMails)
  stop({ secret }: InputOf<typeof stopActorMails>, call: Call) {
    return this.inviting.stop(secret, call);
  }
}
