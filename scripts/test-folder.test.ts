import { expect, test } from 'vitest'
import { fits } from './test-folder.ts'

const GB = 1024 ** 3
const ample = {
  mount: 'tmpfs /dev/shm tmpfs rw,nosuid,nodev,size=16777216k 0 0',
  room: 16 * GB,
  available: 12 * GB,
}

test.each<[string, Partial<typeof ample> | { mount: undefined }, boolean]>([
  ['with room and memory to spare', {}, true],
  ['in a folder that is not there', { mount: undefined }, false],
  ['from which no program may run', { mount: 'shm /dev/shm tmpfs rw,nosuid,nodev,noexec 0 0' }, false],
  ['that is on a disk', { mount: '/dev/sda1 /dev/shm ext4 rw 0 0' }, false],
  ['as small as a container gives by itself', { room: GB / 16 }, false],
  ['on a machine whose memory is in use', { available: 3 * GB }, false],
])('memory %s: %j', (_, change, expected) => {
  expect(fits({ ...ample, ...change })).toBe(expected)
})
