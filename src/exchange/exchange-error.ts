/**
 * Why the exchange did not do as asked.
 *
 * - `unknownUser`: nobody of that name has a telephone here.
 * - `noSuchCall`: no call has that id, or it is forgotten by now.
 * - `notPossible`: the call is not in a state for it.
 */
export type ExchangeErrorCode = "unknownUser" | "noSuchCall" | "notPossible";

/** The only error the exchange throws at its owner. Branch on {@link ExchangeError.code}. */
export class ExchangeError extends Error {
  override readonly name = "ExchangeError";
  readonly code: ExchangeErrorCode;

  constructor(code: ExchangeErrorCode, reason: string) {
    super(reason);
    this.code = code;
  }
}
