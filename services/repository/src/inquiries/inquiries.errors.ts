import { DomainError } from '@alianza/contracts/errors';
import { inquiryErrors } from '@alianza/contracts/repository/inquiries';

export class InquiryNotFoundError extends DomainError {
  constructor() {
    super(inquiryErrors['inquiry-not-found']);
  }
}

export class InquiryNotOpenError extends DomainError {
  constructor() {
    super(inquiryErrors['inquiry-not-open']);
  }
}
