// One file to load for what belongs to a call in the CRM.
export { RecordPart } from "./RecordPart.tsx";
