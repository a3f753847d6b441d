/** Jest runs TypeScript through swc (types are checked by `npm run types`), as ES modules like the source. */
export default {
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/dist/'],
  // An end for what hangs, and no verdict on what is slow: a loaded machine takes ten times as long.
  testTimeout: 600_000,
  // Jest's own default leaves one of two cores idle.
  maxWorkers: 2,
};
