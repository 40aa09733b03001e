// What the UI has to put into words, from the rooms below that it does not import itself.
export type { CallFact, Match } from "../host/call-layout.ts";
export type { HostErrorCode, Surface } from "../host/host.ts";
export type {
  CallQuality,
  CallSnapshot,
  CallSound,
  DeedState,
  LinePlace,
  LineSnapshot,
  PresenceSnapshot,
  WorkerLack,
} from "../line/protocol.ts";
export type { DeviceRole } from "../media/audio-keeper.ts";
export type { AudioChoices } from "../telephony/audio-choices.ts";
export type { MediaPath, Quiet } from "../telephony/call-quality.ts";
export type {
  CallState,
  EndReason,
  HeldBy,
  MicrophoneProblem,
  Party,
  Transfer,
} from "../telephony/call.ts";
export type {
  Mailbox,
  PhoneErrorCode,
  Registration,
  RegistrationProblem,
} from "../telephony/phone.ts";
export type { Caller } from "./popping/caller.ts";
export type { ListOutcome, ListProblem, ListRow, ListSnapshot } from "../line/protocol-list.ts";
