const paths = ["/003/o", "/001/o", "/home", "/500/o"];

/** Where the agent goes at each load: another page than before. */
export const pathOf = (load: number): string => paths[load % paths.length] ?? "/home";
