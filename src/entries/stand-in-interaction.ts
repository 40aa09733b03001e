// Served in place of Salesforce's interaction.js.
import { standInInteraction } from "../workbench/stand-in/interaction.ts";
import { exposeAs, pageScope } from "../workbench/stand-in/page-scope.ts";

exposeAs("interaction", standInInteraction(pageScope(31)));
