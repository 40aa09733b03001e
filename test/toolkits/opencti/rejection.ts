import { assert } from "chai";
import { ToolkitError } from "../../../src/toolkits/toolkit-error.ts";

/** The error a promise rejects with, which must be of the toolkits' one class. */
export async function rejection(promise: Promise<unknown>): Promise<ToolkitError> {
  const error: unknown = await promise.then(
    () => assert.fail("it resolved"),
    (reason: unknown) => reason,
  );
  assert.instanceOf(error, ToolkitError);
  return error;
}

/** The error a function throws, which must be of the toolkits' one class. */
export function thrown(act: () => unknown): ToolkitError {
  try {
    act();
  } catch (error) {
    assert.instanceOf(error, ToolkitError);
    return error;
  }
  return assert.fail("it threw nothing");
}
