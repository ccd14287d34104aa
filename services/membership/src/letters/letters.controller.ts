import { Controller } from '@nestjs/common';
import {
  accreditLetter,
  downloadLetter,
  fileLetter,
  getLetter,
  listLetters,
  returnLetter,
} from '@alianza/contracts/membership/representation/letters';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { AccreditationService } from './accreditation.service.js';
import { LettersService } from './letters.service.js';

@Controller()
export class LettersController {
  constructor(
    private readonly letters: LettersService,
    private readonly accreditation: AccreditationService,
  ) {}

  @Operation(fileLetter)
  file(input: InputOf<typeof fileLetter>, call: Call) {
    return this.letters.file(input, call);
  }

  @Operation(downloadLetter)
  download(input: InputOf<typeof downloadLetter>, call: Call) {
    return this.letters.download(input, call);
  }

  @Operation(listLetters)
  list(input: InputOf<typeof listLetters>, call: Call) {
    return this.accreditation.list(input, call);
  }

  @Operation(getLetter)
  get(input: InputOf<typeof getLetter>, call: Call) {
    return this.accreditation.get(input, call);
  }

  @Operation(accreditLetter)
  accredit(input: InputOf<typeof accreditLetter>, call: Call) {
    return this.accreditation.accredit(input, call);
  }

  @Operation(returnLetter)
  return(input: InputOf<typeof returnLetter>, call: Call) {
    return this.accreditation.return(input, call);
  }
}
