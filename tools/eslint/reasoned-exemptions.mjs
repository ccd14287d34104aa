/** Before the comment itself, which would otherwise silence the report about it. */
const justBefore = ({ start, end }) => ({ start: { line: start.line, column: -1 }, end });
const directive = /^\s*eslint-disable(?:-next-line|-line)?(?=\s|$)/;

/**
 * A rule is an error or off; who exempts a line names the rule and says why, after ` -- `.
 * @type {import('eslint').Rule.RuleModule}
 */
export const reasonedExemptions = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      unnamed: 'Name the rule that is exempted.',
      reason: 'Say why, after the rule: // eslint-disable-next-line rule -- reason',
    },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (!directive.test(comment.value)) continue;
          const [rules = '', reason = ''] = comment.value.replace(directive, '').split(' -- ');
          const messageId = rules.trim() === '' ? 'unnamed' : reason.trim() === '' ? 'reason' : undefined;
          if (messageId) context.report({ loc: justBefore(comment.loc), messageId });
        }
      },
    };
  },
};
