/** A place in a template stands for one piece of text that is not known here. */
const unknown = '\u0000';

const written = (node) => (node.type === 'Literal' ? node.value : node.quasis.map(({ value }) => value.cooked).join(unknown));

/** `op.` or `ev.` followed by more than the wildcard that a whole stream is read with. */
const isSubject = (text) => /^(?:op|ev|live)\.(?:\u0000?$|[a-z\u0000][\w\u0000-]*\.[\w\u0000*-])/u.test(text);

/**
 * Subjects are written once, in contracts: a service that spells one out keeps working against a name that is gone.
 * @type {import('../rule-tester.js').Rule}
 */
export const noSubjectStrings = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { subject: 'The subject {{text}} is written out: take it from the operation or event in @alianza/contracts.' },
  },
  create(context) {
    const check = (node) => {
      const text = written(node);
      if (typeof text !== 'string' || !isSubject(text)) return;
      context.report({ node, messageId: 'subject', data: { text: text.replaceAll(unknown, '…') } });
    };
    return { Literal: check, TemplateLiteral: check };
  },
};
