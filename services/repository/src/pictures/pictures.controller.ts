import { Controller } from '@nestjs/common';
import type { InputOf } from '@alianza/contracts/operation';
import { addPicture, locatePicture, openPicture } from '@alianza/contracts/repository/files/pictures';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { PicturesService } from './pictures.service.js';

@Controller()
export class PicturesController {
  constructor(private readonly pictures: PicturesService) {}

  @Operation(addPicture)
  add(input: InputOf<typeof addPicture>, call: Call) {
    return this.pictures.add(input, call);
  }

  @Operation(openPicture)
  open(input: InputOf<typeof openPicture>, call: Call) {
    return this.pictures.open(input, call);
  }

  @Operation(locatePicture)
  locate(input: InputOf<typeof locatePicture>, call: Call) {
    return this.pictures.locate(input, call);
  }
}
