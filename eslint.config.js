import js from "@eslint/js";
import signals from "@preact/eslint-plugin-signals";
import prettier from "eslint-config-prettier";
import tsdoc from "eslint-plugin-tsdoc";
import { defineConfig, globalIgnores } from "eslint/config";
import globals from "globals";
import tseslint from "typescript-eslint";

const ceilings = {
  complexity: ["error", 8],
  "max-lines": ["error", { max: 250, skipComments: true, skipBlankLines: true }],
  "max-lines-per-function": ["error", { max: 50, skipComments: true, skipBlankLines: true }],
  "max-params": ["error", 3],
};

export default defineConfig(
  globalIgnores(["dist", "coverage", "docs", "test-output"]),
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { tsdoc, "@preact/signals": signals },
    rules: {
      ...ceilings,
      "tsdoc/syntax": "error",
      "no-console": "error",
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Named exports only." },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    // Tests are read from top to bottom, like a list of facts; length is no measure there.
    files: ["test/**/*.{ts,tsx}"],
    rules: {
      "max-lines": "off",
      "max-lines-per-function": "off",
      complexity: "off",
    },
  },
  {
    // A createModel factory is a class body in function's clothing.
    files: ["src/softphone/**/*-model.ts"],
    rules: {
      "max-lines-per-function": ["error", { max: 120, skipComments: true, skipBlankLines: true }],
    },
  },
  {
    // The one place that may write to the browser's console; programs talk to a terminal.
    files: ["src/base/log.ts", "src/entries/*.ts", "test/bench/**", "scripts/**"],
    rules: { "no-console": "off" },
  },
  {
    // Tools want their configuration as a default export.
    files: ["**/*.js", "*.config.d.ts"],
    languageOptions: { globals: globals.node },
    rules: { "no-restricted-syntax": "off" },
  },
  { files: ["static/**/*.js"], languageOptions: { globals: globals.browser } },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  prettier,
);
