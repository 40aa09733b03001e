// What is loaded, in one piece, as soon as there is a call.
export { CallList } from "./CallList.tsx";
export { Pending } from "./Pending.tsx";
export { SpokenCall } from "./SpokenCall.tsx";
