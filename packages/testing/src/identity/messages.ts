import { eventually } from '../eventually.js';

interface Message {
  readonly subject: string;
  readonly text: string;
  readonly links: readonly string[];
}

/** The newest mail to an address, of a subject that says so, once it is in the local mailbox. */
export const messageTo = (mailbox: string, email: string, subject = /./): Promise<Message> =>
  eventually(async () => {
    const answer = await fetch(`${mailbox}/_correo/api/messages?to=${encodeURIComponent(email)}`);
    return ((await answer.json()) as Message[]).find((message) => subject.test(message.subject));
  }, 15_000);
