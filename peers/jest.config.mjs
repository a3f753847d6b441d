import base from '../jest.config.mjs';

/** The same tests' dialect, for the peers: parts that we did not write, which judge those we did. */
export default {
  ...base,
  rootDir: '..',
  testMatch: ['<rootDir>/peers/**/*.test.ts'],
  // Servers in Python start here, and lives of many runs pass.
  testTimeout: 300_000,
};
