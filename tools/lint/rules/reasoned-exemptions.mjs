const directive = /^\s*(?:eslint|oxlint)-disable(?:-next-line|-line)?(?=\s|$)/;

/**
 * A rule is an error or off; who exempts a line names the rule and says why, after ` -- `.
 * @type {import('../rule-tester.js').Rule}
 */
export const reasonedExemptions = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      reason: 'Say why, after the rule: // eslint-disable-next-line rule -- reason',
    },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (!directive.test(comment.value)) continue;
          const [rules = '', reason = ''] = comment.value.replace(directive, '').split(' -- ');
          // What is exempt from everything silences reports, but not what a rule stumbles over.
          if (rules.trim() === '') throw new Error(`Line ${comment.loc.start.line}: name the rule that is exempted.`);
          if (reason.trim() === '') context.report({ loc: comment.loc, messageId: 'reason' });
        }
      },
    };
  },
};
