/** Somebody did not answer in time. Says who, and how long was waited. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";
  /** What was waited for, in words: `the answer to getPageInfo`. */
  readonly awaited: string;
  readonly milliseconds: number;

  constructor(awaited: string, milliseconds: number) {
    super(`Waited ${milliseconds} ms for ${awaited}`);
    this.awaited = awaited;
    this.milliseconds = milliseconds;
  }
}

/**
 * Gives a wait on another party its end: settles like `promise`, or rejects after `milliseconds`.
 *
 * @throws {@link DeadlineError} when the time is over. What the promise does later goes unheard.
 */
export function withDeadline<Value>(
  promise: Promise<Value>,
  milliseconds: number,
  awaited: string,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DeadlineError(awaited, milliseconds)), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
