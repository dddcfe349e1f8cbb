/** Where tests keep their databases and other temporary files: in memory, where a machine has room there. */
import { existsSync, readFileSync, statfsSync } from 'node:fs'

const MEMORY = '/dev/shm'

/** A run was seen to use 150 MB; a database server may keep half a gigabyte of its log, and there can be two. */
const ROOM = 2 * 1024 ** 3

export type MemoryFolder = {
  /** The line of the folder in /proc/mounts; undefined when it is not there. */
  mount: string | undefined
  /** Bytes that fit in the folder, and bytes of memory that nobody uses. */
  room: number
  available: number
}

/**
 * Lets every test, and every program that a test starts, keep its temporary files in memory. A disk writes each of the six
 * hundred files of a new database down; in memory that takes a fifteenth of the processor's time. Whoever has set TMPDIR
 * keeps it.
 */
export function keepTestsInMemory(): void {
  if (process.env.TMPDIR === undefined && fits(ofThisMachine())) process.env.TMPDIR = MEMORY
}

/** Whether tests can work there: programs may run from it, and it holds no more than half of what is free. */
export function fits({ mount, room, available }: MemoryFolder): boolean {
  if (mount === undefined) return false
  const [, , kind, options = ''] = mount.split(' ')
  return kind === 'tmpfs' && !options.split(',').includes('noexec') && Math.min(room, available / 2) >= ROOM
}

function ofThisMachine(): MemoryFolder {
  if (!existsSync('/proc/mounts') || !existsSync(MEMORY)) return { mount: undefined, room: 0, available: 0 }
  const { bavail, bsize } = statfsSync(MEMORY)
  return {
    mount: readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .findLast((line) => line.split(' ')[1] === MEMORY),
    room: bavail * bsize,
    available: process.availableMemory(),
  }
}
