import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const NODE_TEST_CALLS = ["test", "describe", "it", "suite", "before", "after", "beforeEach", "afterEach"];

export default defineConfig(
  globalIgnores(["dist/", "coverage/", "test-results/", "node_modules/"]),
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: [{ from: "package", package: "node:test", name: NODE_TEST_CALLS }] },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // It takes a function that gives undefined for one that gives nothing.
      "@typescript-eslint/no-confusing-void-expression": "off",
      "prefer-const": ["error", { destructuring: "all" }],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: {
      complexity: ["error", 12],
      "max-depth": ["error", 3],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 4],
    },
  },
  {
    files: ["site/**/*.js"],
    languageOptions: {
      sourceType: "script",
      globals: { document: "readonly", window: "readonly", sessionStorage: "readonly" },
    },
  },
  {
    files: ["playwright.config.ts", "**/playwright.config.ts"],
    rules: { "no-restricted-exports": "off" },
  },
);
