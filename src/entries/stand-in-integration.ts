// Served in place of Salesforce's integration.js.
import { standInConsole } from "../workbench/stand-in/integration.ts";
import { exposeAs, pageScope } from "../workbench/stand-in/page-scope.ts";

exposeAs("console", standInConsole(pageScope(57)));
