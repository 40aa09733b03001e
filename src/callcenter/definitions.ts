import type { Definition } from "./definition.ts";

/** The definition files in the folder `callcenter/`, by file name. */
export const definitions: Readonly<Record<string, Definition>> = {
  "switchhook-demo.xml": {
    internalName: "SwitchhookDemo",
    displayName: "Switchhook Demo",
    adapterUrl: "http://phone.localhost:8080/",
    height: 420,
    width: 240,
    values: {
      "/sip/servers": "ws://phone.localhost:8080/sip",
      "/sip/domain": "demo.switchhook.test",
      "/sip/user": "agent",
      "/sip/credentialsUrl": "/demo/sign-in",
      "/calls/attached": "Case=X-Case; Queue=X-Queue",
      "/pages/dial": "dial",
      "/notice/shortcuts": "true",
      "/lists/doNotCall": "SwitchhookCalls.mayCall",
    },
  },
  "switchhook.xml": {
    internalName: "Switchhook",
    displayName: "Switchhook",
    adapterUrl: "https://phone.example.com/",
    height: 420,
    width: 240,
    values: {
      "/sip/servers": "wss://sip.example.com/ws",
      "/sip/domain": "example.com",
    },
  },
};
