// @ts-check
const fs = require('node:fs');
const Mocha = require('mocha');

/** Mocha's spec reporter, which also writes {passed, failed} to the file named by FLOW_CONNECTIONS_REPORT. */
class CountingReporter extends Mocha.reporters.Spec {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.FLOW_CONNECTIONS_REPORT;
    if (file === undefined) return;
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures } = this.stats;
      fs.writeFileSync(file, JSON.stringify({ passed: passes, failed: failures }));
    });
  }
}

module.exports = CountingReporter;
