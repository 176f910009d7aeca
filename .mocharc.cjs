const { availableParallelism } = require('node:os');

module.exports = {
  'node-option': ['import=tsx'],
  timeout: 60000,
  exit: true,
  // With `--parallel`: a process for each core.
  jobs: availableParallelism(),
};
