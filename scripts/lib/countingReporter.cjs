// @ts-check
const fs = require('node:fs');
const Mocha = require('mocha');

/** Mocha's spec reporter, which also writes {passed, failures} to the file named by FLOW_CONNECTIONS_REPORT. */
class CountingReporter extends Mocha.reporters.Spec {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.FLOW_CONNECTIONS_REPORT;
    if (file === undefined) return;
    /** @type {string[]} */
    const failures = [];
    const { EVENT_TEST_FAIL, EVENT_RUN_END } = Mocha.Runner.constants;
    runner.on(EVENT_TEST_FAIL, (test, error) => failures.push(`${test.fullTitle()}: ${reason(error)}`));
    runner.once(EVENT_RUN_END, () => {
      fs.writeFileSync(file, JSON.stringify({ passed: this.stats.passes, failures }));
    });
  }
}

/**
 * The first line of why; the whole is in the output of the run.
 * @param {unknown} error
 */
function reason(error) {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
  return line;
}

module.exports = CountingReporter;
