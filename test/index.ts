// Every browser test, in one bundle. Tests that need Node live in e2e/, interop/, bench/ and *.node.test.ts.
declare const ONLY: string;

const context = import.meta.webpackContext(".", {
  recursive: true,
  regExp: /^\.\/(?!e2e|interop|bench|exchange|server).*(?<!\.node)\.test\.tsx?$/,
});
for (const path of context.keys()) if (path.includes(ONLY)) context(path);
