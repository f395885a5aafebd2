/** The part of Eleventy that the site's build uses; Eleventy 3 ships no types of its own. */
declare module "@11ty/eleventy" {
  /** What a configuration function is given (https://www.11ty.dev/docs/config/). */
  export interface UserConfig {
    addGlobalData(name: string, value: unknown): void;
    setNunjucksEnvironmentOptions(options: {
      throwOnUndefined: boolean;
      trimBlocks: boolean;
      lstripBlocks: boolean;
    }): void;
    setTemplateFormats(formats: readonly string[]): void;
    setUseGitIgnore(enabled: boolean): void;
  }

  /** Eleventy as a function call (https://www.11ty.dev/docs/programmatic/). */
  class Eleventy {
    constructor(
      input: string,
      output: string,
      options: { configPath: false; quietMode: boolean; config: (config: UserConfig) => void },
    );
    toJSON(): Promise<{ url: string; outputPath: string; content: string }[]>;
  }

  export { Eleventy as default };
}
