import { assert } from "chai";
import { reroute } from "../../../src/telephony/sip/reroute.ts";
import type { Session } from "../../../src/telephony/sip/session.ts";

const [one, two] = ["ws://one.test:5066/ws", "ws://two.test:5067/ws"] as const;

function rerouted(routes: string[]) {
  const session = { _dialog: { _route_set: routes } };
  // The one member that is looked at.
  reroute(session as unknown as Session, one, two);
  return session._dialog._route_set;
}

describe("telephony/sip/reroute", () => {
  it("puts the new server in the place of the one that is gone", () => {
    assert.deepEqual(
      rerouted(["<sip:one.test:5066;transport=ws;r2=on;lr>", "<sip:one.test:5060;r2=on;lr>"]),
      ["<sip:two.test:5067;transport=ws;r2=on;lr>", "<sip:one.test:5060;r2=on;lr>"],
    );
  });

  it("leaves a name that the servers share", () => {
    const routes = ["<sip:cluster.test;transport=ws;lr>"];
    assert.deepEqual(rerouted(routes), routes);
  });

  it("leaves a call without a route, and one without a dialog", () => {
    assert.deepEqual(rerouted([]), []);
    const none = {} as unknown as Session; // as before the first answer
    reroute(none, one, two);
    assert.isUndefined(none._dialog);
  });
});
