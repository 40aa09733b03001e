// What the UI has to put into words, from the rooms below that it does not import itself.
export type { HostErrorCode, Surface } from "../host/host.ts";
export type {
  CallSnapshot,
  CallSound,
  DeedState,
  LinePlace,
  LineSnapshot,
  PresenceSnapshot,
  WorkerLack,
} from "../line/protocol.ts";
export type {
  CallState,
  EndReason,
  HeldBy,
  MicrophoneProblem,
  Party,
  Transfer,
} from "../telephony/call.ts";
export type { PhoneErrorCode, Registration, RegistrationProblem } from "../telephony/phone.ts";
