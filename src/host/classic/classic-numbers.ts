import { Emitter, type Stop } from "../../base/emitter.ts";
import type { ClickedNumber } from "../../toolkits/opencti/click-to-dial.ts";
import type { Cti } from "../../toolkits/opencti/index.ts";
import type { ClickableNumbers, DialRequest } from "../host.ts";
import { attempt } from "./attempt.ts";
import { inOurTerms } from "./host-errors.ts";
import { recordOf } from "./records.ts";

/** Click-to-dial of Open CTI: it needs the toolkit's script, and nothing that Salesforce has to be asked for. */
export class ClassicNumbers implements ClickableNumbers {
  readonly #cti: Pick<Cti, "enableClickToDial" | "disableClickToDial">;
  readonly #events = new Emitter<{ dialRequested: DialRequest }>();

  constructor(cti: Pick<Cti, "onClickToDial" | "enableClickToDial" | "disableClickToDial">) {
    this.#cti = cti;
    // The vendor offers no way to stop listening: once, for the life of the page.
    attempt(() =>
      cti.onClickToDial((click) => this.#events.emit("dialRequested", requestOf(click))),
    );
  }

  on(name: "dialRequested", listener: (request: DialRequest) => void): Stop {
    return this.#events.on(name, listener);
  }

  setClickToDial(enabled: boolean): Promise<void> {
    const cti = this.#cti;
    return inOurTerms(enabled ? cti.enableClickToDial() : cti.disableClickToDial());
  }
}

function requestOf({ number, record: facts, params }: ClickedNumber): DialRequest {
  const record = recordOf(facts);
  const country = countryIn(params);
  return { number, ...(record && { record }), ...(country && { country }) };
}

/** A Visualforce page may say it: `<support:clickToDial number="…" params="country=GB" />`. */
function countryIn(params: string): string | undefined {
  return /(?:^|[&;|,])\s*country\s*[=:]\s*([^&;|,]+)/i.exec(params)?.[1];
}
