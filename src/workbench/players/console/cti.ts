import { SalesforceError } from "../../console/salesforce-error.ts";
import { doing, type Players } from "../player.ts";
import type { Payload } from "../../wire/payload.ts";
import type { Scene } from "../scene.ts";

/** Plays what the softphone and the console's other components tell each other of calls. */
export function ctiPlayers(scene: Scene): Players {
  const { calls } = scene;
  const tell = (method: string, payload: Payload) =>
    scene.announce({ api: "integration", method, payload });
  return {
    getCallObjectIds: () => ({ ids: calls.ids, success: true }),
    setCallObjectIds: doing((args) => calls.setIds(args.list("callObjectIds"))),
    getCallAttachedData(args) {
      const { data, type } = calls.attached(args.text("callObjectId"));
      return { success: true, data, ...(args.flag("getCallType") ? { type } : {}) };
    },
    setCallAttachedData: doing((args) => {
      const [data, type] = [args.text("callData"), args.text("callType").toUpperCase()];
      calls.attach(args.text("callObjectId"), { data, type });
    }),
    fireOnCallBegin: doing((args) => {
      const id = args.text("callObjectId");
      if (id === "") throw new SalesforceError("notFound", "A call needs an Id");
      calls.begin(id);
      tell("onCallBegin", { id });
    }),
    fireOnCallEnd: doing((args) => {
      const id = args.text("callObjectId");
      calls.end(id);
      const duration = args.text("callDuration");
      tell("onCallEnd", { id, duration, disposition: args.text("callDisposition") });
    }),
    sendCTIMessage: doing((args) => tell("onSendCTIMessage", { message: args.text("msg") })),
    fireOnCallLogSaved: doing((args) => tell("onCallLogSaved", { id: args.text("id") })),
  };
}
