/** In milliseconds: far more than anything here takes on a busy machine, and less than a test's own limit. */
const patience = 45_000;

/**
 * Resolves once a condition holds, which is asked again and again; rejects when it doesn't by the deadline, with what
 * was waited for. The one place where tests let time pass.
 */
export async function eventually(
  condition: () => boolean | Promise<boolean>,
  what: string | (() => string) = condition.toString(),
  deadline = patience,
): Promise<void> {
  const end = performance.now() + deadline;
  while (!(await condition())) {
    if (performance.now() > end) {
      throw new Error(`Never so within ${deadline} ms: ${typeof what === 'string' ? what : what()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
