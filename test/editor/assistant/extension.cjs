const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { commands, CancellationTokenSource, lm } = require('vscode');

/** File that says what to ask: `{ calls: [{ name, input }], answers }`, the last a path where the answers go. */
const asked = () => JSON.parse(readFileSync(process.env.DCE_TEST_CALLS, 'utf8'));

async function ask({ name, input }) {
  try {
    const { content } = await lm.invokeTool(
      name,
      { input, toolInvocationToken: undefined },
      new CancellationTokenSource().token,
    );
    return { name, text: content.map(({ value }) => value).join('') };
  } catch (error) {
    return { name, refused: error.message };
  }
}

/** @param {import('vscode').ExtensionContext} context */
exports.activate = ({ subscriptions }) => {
  subscriptions.push(
    commands.registerCommand('dce-lint-test.assist', async () => {
      const { calls, answers } = asked();
      const tools = lm.tools.filter(({ name }) => name.startsWith('dce-lint_'));
      const said = [];
      for (const call of calls) said.push(await ask(call));
      writeFileSync(`${answers}.part`, JSON.stringify({ tools, said }));
      renameSync(`${answers}.part`, answers);
    }),
  );
};
