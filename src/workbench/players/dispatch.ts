import { logFor } from "../../base/log.ts";
import { SalesforceError } from "../console/salesforce-error.ts";
import type { Delivery, Scenario } from "../scenarios/scenario.ts";
import { type ConnectedFrame, postTo } from "../wire/frame.ts";
import type { Payload } from "../wire/payload.ts";
import type { Api, SalesforceRequest } from "../wire/request.ts";
import type { Player, Players } from "./player.ts";
import type { Scene } from "./scene.ts";
import { listenable, playersOf } from "./table.ts";

const log = logFor("workbench/players");

/** Sends one message to a frame. */
export type Send = (frame: ConnectedFrame, message: string) => void;

/** Finds the player of each request, and sends its answer as the scenario has it. */
export class Dispatch {
  readonly #players: Readonly<Record<Api, ReadonlyMap<string, Player>>>;
  readonly #scene: Scene;
  readonly #scenario: Scenario | undefined;
  readonly #send: Send;

  constructor(scene: Scene, send: Send) {
    const players = playersOf(scene);
    const byName = (some: Players) => new Map(Object.entries(some));
    this.#players = {
      interaction: byName(players.interaction),
      integration: byName(players.integration),
      entityFeed: byName(players.entityFeed),
    };
    this.#scene = scene;
    this.#scenario = scene.options.scenario;
    this.#send = send;
  }

  async handle(request: SalesforceRequest, frame: ConnectedFrame): Promise<void> {
    // Outside a console nobody hears the console toolkit.
    if (request.api === "integration" && this.#scene.options.mode === "tabs") return;
    if (request.listens) {
      if (listenable[request.api].includes(request.method)) {
        this.#scene.subscriptions.add(request, frame);
      }
      return;
    }
    const payload = await this.#play(request, frame);
    if (payload !== undefined) this.#deliver(request, frame, payload);
  }

  async #play(
    { api, method, args }: SalesforceRequest,
    frame: ConnectedFrame,
  ): Promise<Payload | undefined> {
    try {
      const refused = this.#scenario?.refuse?.({ api, method, args });
      if (refused !== undefined) throw new SalesforceError("notAllowed", refused);
      const player = this.#players[api].get(method);
      if (player === undefined) throw new SalesforceError("notFound", `No method ${method}`);
      return await player(args, frame);
    } catch (error) {
      return refusal(api, method, reasonOf(error));
    }
  }

  #deliver(request: SalesforceRequest, frame: ConnectedFrame, payload: Payload): void {
    for (const message of this.#scenario?.foreign ?? []) postTo(frame, message);
    for (const delivery of deliveriesOf(this.#scenario, request, payload)) {
      const send = () => this.#send(frame, request.reply(delivery.payload));
      if (delivery.after === 0) send();
      else setTimeout(send, delivery.after);
    }
  }
}

function deliveriesOf(
  scenario: Scenario | undefined,
  { api, method }: SalesforceRequest,
  payload: Payload,
): readonly Delivery[] {
  return scenario?.deliver?.({ api, method, payload }) ?? [{ after: 0, payload }];
}

/** Whatever else goes wrong, such as a store out of reach, is answered too, and said to whoever watches. */
function reasonOf(error: unknown): string {
  if (error instanceof SalesforceError) return error.message;
  log.error(String(error));
  return "An internal server error has occurred";
}

/** Open CTI gives its reason in `error`; the console toolkit mostly keeps it to itself. */
function refusal(api: Api, method: string, message: string): Payload {
  if (api !== "integration") return { result: false, error: message };
  if (method === "closeTab") return { success: false, error: message };
  if (method === "disableTabClose") return { success: false, message };
  return { success: false };
}
