export type EmbeddedErrorCode =
  | 'in-use'
  | 'not-writable'
  | 'not-a-folder'
  | 'closed-folder'
  | 'no-account'
  | 'half-initialised'
  | 'wrong-version'
  | 'no-binary'
  | 'links-missing'
  | 'disk-full'
  | 'start-failed'
  | 'stop-failed'

/** The embedded database cannot run. The message says what happened and what to do; details are in `cause`. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode

  constructor(code: EmbeddedErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'EmbeddedError'
    this.code = code
  }
}

/** The code of a system error (`ENOENT`, `EACCES`, …) or of a PostgreSQL error (`28P01`, …), if it has one. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

const notWritable = ['EACCES', 'EPERM', 'EROFS']
const diskFull = ['ENOSPC', 'EDQUOT']

/** Turns what the file system said about `path` into a sentence; anything unknown stays what it was. */
export function explainSystemError(error: unknown, path: string): unknown {
  if (error instanceof EmbeddedError) return error
  const code = codeOf(error) ?? ''
  if (diskFull.includes(code)) return diskFullError(path, error)
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new EmbeddedError(
      'not-a-folder',
      `The data folder ${path} is not a folder, or part of its path is a file: choose another one with --data.`,
      error,
    )
  }
  if (notWritable.includes(code)) {
    return new EmbeddedError(
      'not-writable',
      `The data folder ${path} cannot be read and written by this user (${String(code)}): give this user the folder and all that is in it, or choose another one with --data.`,
      error,
    )
  }
  return error
}

export function diskFullError(path: string, cause: unknown): EmbeddedError {
  return new EmbeddedError(
    'disk-full',
    `The disk that holds ${path} is full: make room (the database needs at least 100 MB) and start again.`,
    cause,
  )
}

/** True for what initdb and postgres print when the disk (or the user's quota) is full, or takes only a part of a page. */
export function saysDiskFull(output: string): boolean {
  return /No space left on device|Disk quota exceeded|wrote only \d+ of \d+ bytes/.test(output)
}
