/**
 * Asks npm's advisory service whether something that we install at a client has a known hole (high or critical).
 * Without an answer it says so: `npm test` goes on then, `npm run audit` (--must-answer) fails.
 */
import { spawnSync } from 'node:child_process'
import { verdictOf } from './advisories.ts'
import { PROJECT } from './sources.ts'

const once = ['--fetch-retries=0', '--fetch-timeout=15000']
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', ...once], {
  cwd: PROJECT,
  encoding: 'utf8',
  timeout: 60_000,
  shell: process.platform === 'win32',
})
const verdict = verdictOf(stdout ?? '')
switch (verdict.state) {
  case 'clean':
    console.log(`advisories: ${verdict.looked} packages, no known holes of weight high or critical`)
    break
  case 'holes':
    console.error(`advisories: known holes\n  ${verdict.lines.join('\n  ')}`)
    console.error(
      '    why: what is known to be open is tried first. Raise the version, or leave the package.',
    )
    process.exitCode = 1
    break
  case 'unknown':
    console.log(
      `advisories: NOT CHECKED – the advisory service gave no answer (${verdict.reason}). This says nothing about holes: run \`npm run audit\` where it can be reached.`,
    )
    if (process.argv.includes('--must-answer')) process.exitCode = 1
}
