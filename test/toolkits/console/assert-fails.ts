import { assert } from "chai";
import { ToolkitError, type ToolkitErrorCode } from "../../../src/toolkits/console/index.ts";

/** The error that a promise rejects with, which is a `ToolkitError`. */
export async function rejection(promise: Promise<unknown>): Promise<ToolkitError> {
  try {
    await promise;
  } catch (error) {
    assert.instanceOf(error, ToolkitError);
    return error;
  }
  throw new Error("it resolved");
}

export async function assertRejects(
  promise: Promise<unknown>,
  code: ToolkitErrorCode,
): Promise<void> {
  const error = await rejection(promise);
  assert.equal(error.code, code, error.message);
}

export function assertThrows(act: () => unknown, code: ToolkitErrorCode): void {
  try {
    act();
  } catch (error) {
    assert.instanceOf(error, ToolkitError);
    assert.equal(error.code, code, error.message);
    return;
  }
  throw new Error("it threw nothing");
}
