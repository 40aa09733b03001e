// What stands below the number field, in one piece: it is not waited for.
export { NumberHelp } from "./NumberHelp.tsx";
