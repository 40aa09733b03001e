export { FollowUpState } from "./FollowUpState.tsx";
// What fills an agent's day beside calls, in one piece, loaded once the view is up.
export { LogForm } from "./LogForm.tsx";
export { NoticePanel } from "./NoticePanel.tsx";
export { PresenceBar } from "./PresenceBar.tsx";
