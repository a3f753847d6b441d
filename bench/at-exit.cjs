/**
 * Preloaded into a measured process, never shipped: as it ends it says what it has used. Not by `maxRSS`: on Linux a child
 * inherits the peak of the process that started it.
 */
const { readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const usage = { cpu: (user + system) / 1000, peak: (peakKiB() * 1024) / 1e6 };
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify(usage));
});

function peakKiB() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    // Not Linux.
    return process.resourceUsage().maxRSS;
  }
}
