// What most page loads never show, in one piece.
export { DialPad } from "./dial/DialPad.tsx";
export { Notices } from "./Notices.tsx";
export { SignInForm } from "./sign-in/SignInForm.tsx";
export { SoundNotice } from "./SoundNotice.tsx";
