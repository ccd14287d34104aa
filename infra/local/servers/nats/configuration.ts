import type { NatsPermissions } from '@alianza/platform/nats/permissions';
import type { NatsAccount, NatsUser } from './account.js';

/** How often and how long somebody who was asked may answer whoever asked. No request is waited for longer. */
const answers = 'allow_responses: { max: 1, expires: "1m" }';

/** Seconds to prove oneself in: the usual two are short for a process that starts on a busy machine, and whoever is late is turned away. */
const proof = 20;

const list = (subjects: readonly string[]) => subjects.map((subject) => `\n          ${JSON.stringify(subject)}`).join('');

const permissionsText = ({ publish, subscribe }: NatsPermissions) => `, permissions: {
        publish: [${list(publish)}
        ]
        subscribe: [${list(subscribe)}
        ]
        ${answers}
      }`;

const userText = ({ nkey, permissions }: NatsUser) => `      { nkey: ${nkey}${permissions ? permissionsText(permissions) : ''} }`;

/** The part of a server's configuration that says who may enter and do what. */
export const accountsText = (accounts: readonly Pick<NatsAccount, 'name' | 'users'>[]): string =>
  `authorization { timeout: ${proof} }\naccounts {\n${accounts
    .map(({ name, users }) => `  ${name} {\n    jetstream: enabled\n    users: [\n${users.map(userText).join('\n')}\n    ]\n  }`)
    .join('\n')}\n}\n`;
