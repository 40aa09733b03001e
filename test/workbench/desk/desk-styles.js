// JavaScript, because the loader for TypeScript drops the attribute.
import sheet from "../../../src/workbench/desk/desk.css" with { type: "css" };

export { sheet as deskStyles };
